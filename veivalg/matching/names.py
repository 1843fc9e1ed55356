"""All names of the skills with what is needed to find them in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from veivalg.matching.guards import guard_of
from veivalg.matching.phrases import Name, PhraseTable, words_of
from veivalg.matching.scattered import ScatteredTable
from veivalg.matching.sparse import Ints
from veivalg.matching.strings import StringTable
from veivalg.matching.vocabulary import Skill
from veivalg.text.typos import SpellingIndex

Flags = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class NameTable:
    """The names by number, their guards and where to look them up. `scattered` is per "is the clause English?"."""

    concepts: Ints
    written: StringTable
    english: Flags
    is_label: Flags
    guards: Flags
    phrases: PhraseTable
    scattered: Mapping[bool, ScatteredTable]
    spelling: SpellingIndex

    @classmethod
    def build(cls, skills: Sequence[Skill]) -> NameTable:
        """Collect the names of all skills in all languages; equal ones of bokmål and nynorsk once."""
        names = list(dict.fromkeys(name for number, skill in enumerate(skills) for name in _names(number, skill)))
        words = sorted({word for name in names for word in words_of(name.written)})
        return cls(
            concepts=np.array([name.concept for name in names], np.int32),
            written=StringTable.build(name.written for name in names),
            english=np.array([name.english for name in names], np.uint8),
            is_label=np.array([name.is_label for name in names], np.uint8),
            guards=np.array([guard_of(name.written) for name in names], np.uint8),
            phrases=PhraseTable.build(names),
            scattered={english: ScatteredTable.build(names, english) for english in (False, True)},
            spelling=SpellingIndex.build(StringTable.build(words)),
        )

    def __getitem__(self, number: int) -> Name:
        return Name(
            int(self.concepts[number]), self.written[number], bool(self.english[number]), bool(self.is_label[number])
        )


def plain(written: str) -> str:
    """Return a name without what stands in brackets: "Java (computer programming)" is written "Java"."""
    return written.split(" (")[0].strip()


def _names(number: int, skill: Skill) -> list[Name]:
    """Return all ways to write a skill. A single word is no name of an imported skill whose label is a phrase:
    "leads" for "lead others" would be met in every text.
    """
    labels = [Name(number, plain(label), language == "en", True) for language, label in skill.labels.items()]
    aliases = [
        Name(number, plain(alias), language == "en", False)
        for language, written in skill.aliases.items()
        for alias in written
        if skill.ours or " " in alias or any(" " not in label for label in skill.labels.values())
    ]
    return [name for name in (*labels, *aliases) if name.written]
