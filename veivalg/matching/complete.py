"""Type-ahead over skills and occupations: by the beginning of a name or of any word in it, one slip forgiven."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from veivalg.matching.sparse import Ints
from veivalg.matching.strings import StringTable
from veivalg.matching.vocabulary import FALLBACK, Occupation, Skill, Vocabulary
from veivalg.text import LANGUAGES, Language, fold
from veivalg.text.tokens import word_starts

Kind = Literal["skill", "occupation"]
_KINDS: tuple[Kind, ...] = ("skill", "occupation")

_LONGEST_TYPED = 80
_SHORTEST_MISSPELT = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_MOST_LOOKED_AT = 400

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Completion:
    """A concept with its label in the reader's language and the name that matched, which may be an alias."""

    uri: str
    label: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True, eq=False)
class CompletionTable:
    """All names, and all their words in the order of what is typed to find them: arrays, so that it can be mapped.

    The first five follow the number of the name; `concepts` are numbers of skills or occupations by `kinds`. Entry `i`
    is name `entries[i]` from letter `starts[i]` on.
    """

    names: StringTable
    concepts: Ints
    kinds: Bytes
    languages: Bytes
    is_label: Bytes
    entries: Ints
    starts: Ints

    @classmethod
    def build(cls, vocabulary: Vocabulary) -> CompletionTable:
        """Sort the words of all names."""
        names = [*_names(0, vocabulary.skills.values()), *_names(1, vocabulary.occupations.values())]
        typed = sorted(
            (fold(name.written[start:]), number, start)
            for number, name in enumerate(names)
            for start in word_starts(name.written)
        )
        return cls(
            StringTable.build(name.written for name in names),
            np.array([name.concept for name in names], np.int32),
            np.array([name.kind for name in names], np.uint8),
            np.array([name.language for name in names], np.uint8),
            np.array([name.is_label for name in names], np.uint8),
            np.array([number for _typed, number, _start in typed], np.int32),
            np.array([start for _typed, _number, start in typed], np.int32),
        )

    def __len__(self) -> int:
        return len(self.entries)

    def typed(self, entry: int) -> str:
        """Return what is typed to find an entry."""
        return fold(self.names[int(self.entries[entry])][int(self.starts[entry]) :])

    def beginning_with(self, sought: str, typed: Callable[[int], str]) -> Iterator[int]:
        """Yield the entries that begin like a folded text; `typed` is the method of that name or a cache of it."""
        first = bisect_left(range(len(self)), sought, key=typed)
        for entry in range(first, min(first + _MOST_LOOKED_AT, len(self))):
            if not typed(entry).startswith(sought):
                return
            yield entry


@dataclass(frozen=True, slots=True, eq=False)
class Completer:
    """A table with the records that its numbers mean."""

    table: CompletionTable
    skills: Sequence[Skill]
    occupations: Sequence[Occupation]

    def complete(self, typed: str, language: Language, kind: Kind | None, limit: int) -> list[Completion]:
        """Return the concepts that somebody may be about to type, best first, each once."""
        sought = " ".join(fold(typed).split())[:_LONGEST_TYPED]
        found: dict[str, Completion] = {}
        # Hundreds of possible slips are looked up, and every search begins at the same entries.
        cached = lru_cache(maxsize=None)(self.table.typed)
        for near in _meant(sought):
            for completion in self._beginning_with(near, cached, language, kind, limit):
                found.setdefault(completion.uri, completion)
            if len(found) >= limit:
                break
        return list(found.values())[:limit]

    def _beginning_with(
        self, sought: str, typed: Callable[[int], str], language: Language, kind: Kind | None, limit: int
    ) -> list[Completion]:
        table = self.table
        entries = [
            entry
            for entry in table.beginning_with(sought, typed)
            if kind is None or _KINDS[table.kinds[table.entries[entry]]] == kind
        ]
        entries.sort(key=lambda entry: self._rank(entry, sought, language))
        best: dict[tuple[int, int], int] = {}
        for entry in entries:
            name = int(table.entries[entry])
            best.setdefault((int(table.kinds[name]), int(table.concepts[name])), name)
        return [self._completion(name, language) for name in list(best.values())[:limit]]

    def _rank(self, entry: int, sought: str, language: Language) -> tuple[bool, int, bool, bool, int, str]:
        name, at_start = int(self.table.entries[entry]), self.table.starts[entry] == 0
        written = self.table.names[name]
        away = FALLBACK[language].index(LANGUAGES[self.table.languages[name]])
        whole = at_start and len(written) == len(sought) and fold(written) == sought
        return not whole, away, not at_start, not self.table.is_label[name], len(written), written

    def _completion(self, name: int, language: Language) -> Completion:
        kind, concept = _KINDS[self.table.kinds[name]], int(self.table.concepts[name])
        record = self.skills[concept] if kind == "skill" else self.occupations[concept]
        return Completion(record.uri, record.label(language), self.table.names[name], kind)


@dataclass(frozen=True, slots=True)
class _Name:
    written: str
    concept: int
    kind: int
    language: int
    is_label: bool


def _names(kind: int, records: Iterable[Skill | Occupation]) -> Iterator[_Name]:
    for concept, record in enumerate(records):
        for number, language in enumerate(LANGUAGES):
            if language in record.labels:
                yield _Name(record.labels[language], concept, kind, number, True)
            for alias in record.aliases.get(language, ()):
                yield _Name(alias, concept, kind, number, False)


def _meant(sought: str) -> Iterator[str]:
    """Yield what was typed, then what may have been meant, likeliest slips first; the first letter is right."""
    if not sought:
        return
    yield sought
    if len(sought) < _SHORTEST_MISSPELT:
        return
    places = range(1, len(sought))
    yield from (sought[:i] + sought[i + 1] + sought[i] + sought[i + 2 :] for i in places if i + 1 < len(sought))
    yield from (sought[:i] + sought[i + 1 :] for i in places)
    yield from (sought[:i] + letter + sought[i:] for i in places for letter in _LETTERS)
    yield from (sought[:i] + letter + sought[i + 1 :] for i in places for letter in _LETTERS)
