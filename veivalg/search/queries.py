"""Type-ahead. The database retrieves ranges of its index, Python ranks: SQLite and PostgreSQL give the same hits.

The order: the whole name as typed; then the reader's language before others; then titles that begin so, aliases that
do, titles and aliases with a later word that does; then by letters. Only where nothing begins as typed, names with one
slip are looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import translation

from veivalg.core.models import fallbacks, in_language
from veivalg.institutions.members import Member
from veivalg.search.access import terms_visible_to
from veivalg.search.models import Document, Slip, Term
from veivalg.search.terms import (
    SHORTEST_MISSPELT,
    begins_with_a_slip,
    corrections,
    forms,
    head_length,
    sought,
)

#: Names looked at per hit wanted, since several names may lead to one document.
NAMES_PER_HIT = 5
MOST_CORRECTIONS = 4
MOST_LOOKED_AT = 300
#: No character sorts after this one.
LAST = "\U0010ffff"
ORDER = ("away", "tier", "term", "document__kind", "document__key")


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: its title in the nearest language, and the name that matched (often the title itself)."""

    kind: str
    key: str
    title: str
    language: str
    name: str
    extra: dict[str, Any]


def complete(
    typed: str,
    *,
    reader: Member | None,
    kinds: Collection[str] = (),
    language: str | None = None,
    limit: int = 10,
) -> list[Hit]:
    """What the reader may be about to type, best first, each thing once."""
    beginning = sought(typed)
    if not beginning:
        return []
    language = language or translation.get_language() or "nb"
    names = names_for(reader, kinds, language)
    best = firsts(as_typed(names, beginning, language, limit), limit)
    return hits(best or firsts(misspelt(names, beginning, language, limit), limit), language)


class Name(NamedTuple):
    """A name that matched."""

    document_id: int
    term: str
    name: str


def firsts(rows: Iterator[Name], limit: int) -> dict[int, str]:
    """The first documents with the best name of each; rows that come later are not read."""
    best: dict[int, str] = {}
    for row in rows:
        best.setdefault(row.document_id, row.name)
        if len(best) == limit:
            break
    return best


def as_typed(names: QuerySet[Term], beginning: str, language: str, limit: int) -> Iterator[Name]:
    """Names that begin as typed, best first."""
    yield from exactly(names, beginning)
    yield from titles(names, beginning, language, limit)
    yield from others(names, beginning, limit)


def names_for(reader: Member | None, kinds: Collection[str], language: str) -> QuerySet[Term]:
    """Names that the reader may find, with `away`: how far their language is from the reader's."""
    order = [language, *fallbacks(language)]
    distance = [When(language=code, then=Value(number)) for number, code in enumerate(order)]
    rows = terms_visible_to(reader)
    if kinds:
        rows = rows.filter(document__kind__in=kinds)
    return rows.annotate(away=Case(*distance, default=Value(len(order)), output_field=IntegerField()))


def exactly(names: QuerySet[Term], beginning: str) -> Iterator[Name]:
    """The whole name, as typed."""
    return read(names.filter(term=beginning, tier__in=[Term.Tier.TITLE, Term.Tier.ALIAS]), ORDER, MOST_LOOKED_AT)


def titles(names: QuerySet[Term], beginning: str, language: str, limit: int) -> Iterator[Name]:
    """Titles in the reader's language that begin so: the index holds them in the order of the list."""
    own = names.filter(between(beginning), tier=Term.Tier.TITLE, language=language)
    return read(own, ORDER[2:], limit)


def others(names: QuerySet[Term], beginning: str, limit: int) -> Iterator[Name]:
    return read(names.filter(between(beginning)), ORDER, limit * NAMES_PER_HIT)


def misspelt(names: QuerySet[Term], typed: str, language: str, limit: int) -> Iterator[Name]:
    """Names that begin almost so; slips among the first letters before later ones."""
    if len(typed) < SHORTEST_MISSPELT:
        return
    head = typed[: head_length(typed)]
    near = set(Slip.objects.filter(form__in=forms(head)).values_list("head", flat=True))
    for meant in corrections(typed, near)[:MOST_CORRECTIONS]:
        yield from others(names, meant, limit)
    if len(typed) > len(head):
        beginning_so = read(names.filter(between(head)), ORDER, MOST_LOOKED_AT)
        yield from (row for row in beginning_so if begins_with_a_slip(row.term, typed))
    else:
        yield from titles(names, typed[:-1], language, limit)


def read(names: QuerySet[Term], order: Sequence[str], most: int) -> Iterator[Name]:
    return map(Name._make, names.order_by(*order).values_list("document_id", "term", "name")[:most])


def between(beginning: str) -> Q:
    """Terms with this beginning, as a range of the index: no pattern, so no character is special."""
    return Q(term__gte=beginning, term__lt=beginning + LAST)


def hits(found: dict[int, str], language: str) -> list[Hit]:
    """Give each document its title in the nearest language."""
    documents = Document.objects.in_bulk(found)
    titled: dict[int, list[Term]] = defaultdict(list)
    for row in Term.objects.filter(document__in=found, tier=Term.Tier.TITLE):
        titled[row.document_id].append(row)
    made = []
    for document_id, name in found.items():
        title = in_language(titled[document_id], language)
        document = documents[document_id]
        shown = (title.name, title.language) if title is not None else (name, language)
        made.append(Hit(document.kind, document.key, *shown, name, document.extra))
    return made
