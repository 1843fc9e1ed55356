"""Type-ahead over skills and occupations: by the beginning of a name or of any word in it, one slip forgiven."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from veivalg.matching.vocabulary import FALLBACK, Occupation, Skill, Vocabulary
from veivalg.text import Language, fold, tokenise

Kind = Literal["skill", "occupation"]

_SHORTEST_MISSPELT = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_MOST_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Completion:
    """A concept with its label in the reader's language and the name that matched, which may be an alias."""

    uri: str
    label: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name as seen from one of its words on."""

    uri: str
    name: str
    kind: Kind
    language: str
    is_label: bool
    at_start: bool


class Completer:
    """All names of a vocabulary, sorted by what can be typed to find them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._records: Mapping[str, Skill | Occupation] = {**vocabulary.skills, **vocabulary.occupations}
        found = sorted(
            (
                (typed, entry)
                for kind, records in (("skill", vocabulary.skills), ("occupation", vocabulary.occupations))
                for record in records.values()
                for typed, entry in _entries(record, "skill" if kind == "skill" else "occupation")
            ),
            key=lambda pair: pair[0],
        )
        self._typed = [typed for typed, _entry in found]
        self._entries = [entry for _typed, entry in found]

    def complete(self, typed: str, language: Language, kind: Kind | None, limit: int) -> list[Completion]:
        """Return the concepts that somebody may be about to type, best first, each once."""
        sought = " ".join(fold(typed).split())[:80]
        if not sought:
            return []
        found = self._beginning_with(sought, language, kind, limit)
        if len(found) < limit and len(sought) >= _SHORTEST_MISSPELT:
            known = {completion.uri for completion in found}
            for near in _one_slip_away(sought):
                more = self._beginning_with(near, language, kind, limit)
                found += [completion for completion in more if completion.uri not in known]
                known.update(completion.uri for completion in more)
                if len(found) >= limit:
                    break
        return found[:limit]

    def _beginning_with(self, sought: str, language: Language, kind: Kind | None, limit: int) -> list[Completion]:
        first = bisect_left(self._typed, sought)
        places = []
        for place in range(first, min(first + _MOST_LOOKED_AT, len(self._typed))):
            if not self._typed[place].startswith(sought):
                break
            if kind in (None, self._entries[place].kind):
                places.append(place)
        places.sort(key=lambda place: self._rank(place, sought, language))
        uris = dict.fromkeys(self._entries[place].uri for place in places)
        best = {uri: next(place for place in places if self._entries[place].uri == uri) for uri in list(uris)[:limit]}
        return [self._completion(self._entries[place], language) for place in best.values()]

    def _rank(self, place: int, sought: str, language: Language) -> tuple[bool, int, bool, bool, int, str]:
        entry = self._entries[place]
        order = FALLBACK[language]
        away = order.index(entry.language) if entry.language in order else len(order)
        whole = self._typed[place] == sought and entry.at_start
        return not whole, away, not entry.at_start, not entry.is_label, len(entry.name), entry.name

    def _completion(self, entry: _Entry, language: Language) -> Completion:
        return Completion(entry.uri, self._records[entry.uri].label(language), entry.name, entry.kind)


def _entries(record: Skill | Occupation, kind: Kind) -> Iterator[tuple[str, _Entry]]:
    names = [(language, label, True) for language, label in record.labels.items()]
    names += [(language, alias, False) for language, aliases in record.aliases.items() for alias in aliases]
    for language, name, is_label in names:
        for number, token in enumerate(tokenise(name)):
            yield fold(name[token.start :]), _Entry(record.uri, name, kind, language, is_label, number == 0)


def _one_slip_away(sought: str) -> Iterator[str]:
    """Yield what may have been meant, likeliest slips first; the first letter is right."""
    places = range(1, len(sought))
    yield from (sought[:i] + sought[i + 1] + sought[i] + sought[i + 2 :] for i in places if i + 1 < len(sought))
    yield from (sought[:i] + sought[i + 1 :] for i in places)
    yield from (sought[:i] + letter + sought[i:] for i in places for letter in _LETTERS)
    yield from (sought[:i] + letter + sought[i + 1 :] for i in places for letter in _LETTERS)
