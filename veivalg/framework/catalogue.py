"""The current edition in one language, read once per process.

A catalogue is kept under the digest of what was loaded, not under a clock: one small query asks for the digest of the
current edition, and what lies under it is right by construction, in every process and after every load.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from veivalg.core.models import in_language
from veivalg.framework.kinds import Kind, Mark, Points
from veivalg.framework.models import Edition, Element


class Key(NamedTuple):
    """What names an element within its edition."""

    kind: str
    code: str

    @property
    def url(self) -> str:
        return reverse("framework:element", args=self)


@dataclass(frozen=True, slots=True)
class PointList:
    """A short list below an element's text; `ours`: not the framework's, but the product's own proposal."""

    kind: Points
    texts: tuple[str, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An element with its words in the reader's language, or in `language` where those are lacking."""

    key: Key
    number: int
    title: str
    summary: str
    body: str
    lists: tuple[PointList, ...]
    language: str
    mark: Mark
    source: str
    source_url: str
    parent: Key | None = None
    related: tuple[Key, ...] = ()
    retired: bool = False

    @property
    def kind(self) -> Kind:
        return Kind(self.key.kind)

    @property
    def code(self) -> str:
        return self.key.code

    @property
    def url(self) -> str:
        return self.key.url

    @property
    def is_proposal(self) -> bool:
        return self.mark == Mark.PROPOSAL

    def points(self, kind: Points) -> tuple[str, ...]:
        """The texts of one of its lists, empty where it has none."""
        return next((found.texts for found in self.lists if found.kind == kind), ())

    @property
    def matters(self) -> tuple[str, ...]:
        return self.points(Points.MATTERS)

    @property
    def questions(self) -> tuple[str, ...]:
        return self.points(Points.QUESTIONS)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a page tells of the edition. No database id: a catalogue may outlive the row it was read from."""

    code: str
    title: str
    title_language: str
    publisher: str
    source_url: str
    published_on: date


class Catalogue:
    """All elements of an edition in one language, in the framework's order."""

    def __init__(self, edition: Imprint, entries: Iterable[Entry]) -> None:
        self.edition = edition
        self.entries: Mapping[Key, Entry] = {entry.key: entry for entry in entries}
        self.by_kind: dict[str, list[Entry]] = defaultdict(list)
        self.by_parent: dict[Key, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            self.by_kind[entry.key.kind].append(entry)
            if entry.parent:
                self.by_parent[entry.parent].append(entry)

    def element(self, kind: str, code: str) -> Entry | None:
        return self.entries.get(Key(kind, code))

    def elements(self, kind: str) -> tuple[Entry, ...]:
        return tuple(self.by_kind.get(kind, ()))

    def children(self, entry: Entry) -> tuple[Entry, ...]:
        return tuple(self.by_parent.get(entry.key, ()))

    def ancestors(self, entry: Entry) -> tuple[Entry, ...]:
        """From the outermost part of the model down to the element's parent."""
        above: list[Entry] = []
        parent = entry.parent
        while parent and parent in self.entries:
            above.insert(0, self.entries[parent])
            parent = above[0].parent
        return tuple(above)

    def siblings(self, entry: Entry) -> tuple[Entry, ...]:
        """Those of its kind below the same parent, itself included."""
        return tuple(other for other in self.elements(entry.key.kind) if other.parent == entry.parent)

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The ones before and after it among its siblings."""
        row = self.siblings(entry)
        if entry not in row:
            return None, None
        place = row.index(entry)
        return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        return tuple(self.entries[key] for key in entry.related if key in self.entries)


# Two editions in a handful of languages at the most; older ones are dropped.
MOST_KEPT = 16
_kept: dict[tuple[str, str, str], Catalogue] = {}


def current_catalogue(language: str | None = None) -> Catalogue | None:
    """The current edition in `language` (default: the reader's); None before any is loaded. One query when warm."""
    edition = Edition.objects.filter(is_current=True).first()
    if edition is None:
        return None
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    key = (edition.code, edition.digest, language)
    found = _kept.get(key)
    if found is None:
        found = Catalogue(imprint_of(edition), entries_of(edition.elements.filter(retired_at=None), language))
        # A load may have come between the queries: then this answer serves once, and is not kept.
        if Edition.objects.filter(pk=edition.pk, digest=edition.digest).exists():
            if len(_kept) >= MOST_KEPT:
                _kept.clear()
            _kept[key] = found
    return found


def imprint_of(edition: Edition) -> Imprint:
    return Imprint(
        edition.code,
        edition.title,
        edition.title_language,
        edition.publisher,
        edition.source_url,
        edition.published_on,
    )


def entries_of(rows: QuerySet[Element], language: str) -> list[Entry]:
    """The elements with their words, in the framework's order. Three queries."""
    rows = rows.select_related("parent").prefetch_related("texts", "related")
    return [entry for row in rows if (entry := entry_of(row, language))]


def entry_of(row: Element, language: str) -> Entry | None:
    """One element in the nearest language that it has."""
    text = in_language(row.texts.all(), language)
    if text is None:
        return None
    return Entry(
        key=Key(row.kind, row.code),
        number=row.order,
        title=text.title,
        summary=text.summary,
        body=text.body,
        lists=tuple(
            PointList(kind, tuple(text.points[kind]), kind in row.ours) for kind in Points if text.points.get(kind)
        ),
        language=text.language,
        mark=Mark(row.mark),
        source=row.source,
        source_url=row.source_url,
        parent=Key(row.parent.kind, row.parent.code) if row.parent else None,
        related=tuple(Key(other.kind, other.code) for other in row.related.all()),
        retired=row.retired_at is not None,
    )
