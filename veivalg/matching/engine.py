"""The engine: reads a text, suggests occupations, explains them, completes what somebody types.

>>> from veivalg.matching import Engine, Skill, Vocabulary
>>> engine = Engine(Vocabulary({"skill:1": Skill("skill:1", {"en": "NVivo"})}, {}))
>>> [skill.quote for skill in engine.read("I have coded interviews in NVivo.").skills]
['NVivo']
>>> engine.read("Jeg har ingen erfaring med NVivo.").skills
()
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from veivalg.matching.complete import Completer, Completion, CompletionTable, Kind
from veivalg.matching.document import read_document
from veivalg.matching.index import Index, build_index
from veivalg.matching.ranking import rank
from veivalg.matching.recognise import Reading, recognise
from veivalg.matching.records import Numbered
from veivalg.matching.store import load_engine, save_engine
from veivalg.matching.suggesting import Filters, Suggester, Suggestion, Suggestions
from veivalg.matching.vocabulary import Vocabulary
from veivalg.text import Language

LONGEST_TEXT = 200_000  # characters
_NO_FILTERS = Filters()


class TextTooLong(ValueError):
    """A text has more than `LONGEST_TEXT` characters."""


class Engine:
    """All questions to one vocabulary. Building takes a second; nothing changes afterwards: share it freely."""

    def __init__(
        self, vocabulary: Vocabulary, index: Index | None = None, completion: CompletionTable | None = None
    ) -> None:
        self.vocabulary = vocabulary
        self._completion = completion
        self._index = index or build_index(vocabulary)
        self._skills = Numbered(vocabulary.skills)
        self._occupations = Numbered(vocabulary.occupations)

    def read(self, text: str, language: Language | None = None) -> Reading:
        """Return the skills that a text shows, with their place in it.

        Raises TextTooLong.
        """
        if len(text) > LONGEST_TEXT:
            raise TextTooLong(f"{len(text)} characters, at most {LONGEST_TEXT}")
        return recognise(read_document(text, language), self._skills, self._index)

    def suggest(
        self,
        skills: Mapping[str, float],
        *,
        language: Language,
        text: str | None = None,
        interesting: Collection[str] = (),
        not_for_me: Collection[str] = (),
        filters: Filters = _NO_FILTERS,
        top: int = 10,
    ) -> Suggestions:
        """Return at most `top` occupations of either sector for skills (URI → weight 0–1), best first.

        `text` sharpens the order where it is at hand; `language` is that of the reasons. Unknown URIs are passed over.
        """
        held = self._held(skills)
        if not held:
            return Suggestions()
        implied = self._implied(held)
        document = read_document(text[:LONGEST_TEXT]) if text else None
        wanted, unwanted = self._occupations.numbers(interesting), self._occupations.numbers(not_for_me)
        ranking = rank(self._index, held, implied, document, wanted, unwanted)
        suggester = self._suggester(held, implied, language)
        return Suggestions(
            suggester.best(ranking, "academia", filters, not_for_me, top),
            suggester.best(ranking, "outside", filters, not_for_me, top),
        )

    def compare(self, skills: Mapping[str, float], occupation_uri: str, *, language: Language) -> Suggestion:
        """Return how one occupation compares, whether or not it would be suggested.

        Raises KeyError for an unknown occupation.
        """
        number = self._occupations.number(occupation_uri)
        if number is None:
            raise KeyError(occupation_uri)
        held = self._held(skills)
        implied = self._implied(held)
        ranking = rank(self._index, held, implied) if held else None
        return self._suggester(held, implied, language).suggestion(number, ranking)

    def complete(self, typed: str, language: Language, kind: Kind | None = None, limit: int = 10) -> list[Completion]:
        """Return skills and occupations whose names begin like what somebody types, best first."""
        return self._completer.complete(typed, language, kind, limit)

    def save(self, path: Path) -> None:
        """Write vocabulary and index to one file."""
        save_engine(path, self.vocabulary, self._index, self._completer.table)

    @classmethod
    def load(cls, path: Path) -> Engine:
        """Read what `save` wrote; the large arrays stay in the file until they are used.

        Raises StoreError for a file of another version or a damaged one.
        """
        return cls(*load_engine(path))

    @cached_property
    def _completer(self) -> Completer:
        # Sorted when first asked for, unless it comes from a file: a command that reads one text needs none.
        table = self._completion or CompletionTable.build(self.vocabulary)
        return Completer(table, self._skills, self._occupations)

    def _suggester(self, held: Mapping[int, float], implied: Mapping[int, float], language: Language) -> Suggester:
        return Suggester(
            self._index,
            self._skills,
            self._occupations,
            self._skills.number_of,
            frozenset((*held, *implied)),
            language,
        )

    def _held(self, skills: Mapping[str, float]) -> dict[int, float]:
        numbers = ((self._skills.number(uri), weight) for uri, weight in skills.items())
        return {number: weight for number, weight in numbers if number is not None and weight > 0}

    def _implied(self, held: Mapping[int, float]) -> dict[int, float]:
        """Return the broader skills that somebody with these skills has as well."""
        implied: dict[int, float] = {}
        for start, weight in held.items():
            seen = {start}
            number = self._broader(start)
            while number is not None and number not in seen:
                seen.add(number)
                if number not in held:
                    implied[number] = max(weight, implied.get(number, 0.0))
                number = self._broader(number)
        return implied

    def _broader(self, number: int) -> int | None:
        uri = self._skills[number].broader
        return None if uri is None else self._skills.number(uri)
