"""Into the index and out of it. Call these in the transaction that changes what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import F

from veivalg.institutions.models import Institution
from veivalg.search.models import Document, Slip, Term
from veivalg.search.terms import forms, heads, storable, tails

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called in one language."""

    title: str
    aliases: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: its key among its kind, and its names by language.

    Not public: found only by those who act at `institution`.
    """

    key: str
    names: Mapping[str, Names]
    public: bool = True
    institution: Institution | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def index(*, kind: str, entry: Entry) -> None:
    """Let something be found under its names, and under no older ones."""
    index_many(kind=kind, entries=[entry])


@transaction.atomic
def index_many(*, kind: str, entries: Iterable[Entry]) -> int:
    """The same for many, as after an import; the number of them."""
    waiting, number = iter(entries), 0
    while some := list({entry.key: entry for entry in islice(waiting, AT_ONCE)}.values()):
        ids = write_documents(kind, some)
        Term.objects.filter(document__in=ids.values()).delete()
        made = [term for entry in some for term in terms_of(entry, ids[entry.key])]
        Term.objects.bulk_create(made, batch_size=AT_ONCE)
        file_slips({head for term in made for head in heads(term.term)})
        number += len(some)
    return number


def write_documents(kind: str, entries: list[Entry]) -> dict[str, int]:
    """Key → id; what was there is overwritten, and its row stays locked until the transaction ends."""
    Document.objects.bulk_create(
        [
            Document(kind=kind, key=entry.key, public=entry.public, institution=entry.institution, extra=entry.extra)
            for entry in entries
        ],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["public", "institution", "extra"],
    )
    keys = [entry.key for entry in entries]
    return dict(Document.objects.filter(kind=kind, key__in=keys).values_list("key", "pk"))


def terms_of(entry: Entry, document_id: int) -> Iterator[Term]:
    """Each name of an entry from each of its words on, once."""
    for language, names in entry.names.items():
        seen: set[str] = set()
        for name, is_title in [(names.title, True), *((alias, False) for alias in names.aliases)]:
            for number, tail in enumerate(tails(name)):
                if tail in seen:
                    continue
                seen.add(tail)
                tier = (0 if is_title else 1) + (2 if number else 0)
                yield Term(document_id=document_id, language=language, term=tail, tier=tier, name=storable(name)[:300])


def file_slips(found: set[str]) -> None:
    """File heads that are not filed yet. They stay when their terms go: without a term they lead nowhere."""
    waiting = iter(sorted(found))
    while some := list(islice(waiting, AT_ONCE)):
        known = set(Slip.objects.filter(form__in=some, form=F("head")).values_list("head", flat=True))
        new = [Slip(form=form, head=head) for head in some if head not in known for form in sorted(forms(head))]
        Slip.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)


@transaction.atomic
def remove(*, kind: str, key: str) -> None:
    """Let it no longer be found."""
    Document.objects.filter(kind=kind, key=key).delete()


@transaction.atomic
def remove_kind(*, kind: str) -> None:
    """Let nothing of a kind be found any more."""
    Document.objects.filter(kind=kind).delete()
