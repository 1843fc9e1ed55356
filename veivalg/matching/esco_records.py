"""ESCO rows put together into skills and occupations, ready to be merged into a vocabulary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from veivalg.matching.esco import BroaderRow, ConceptRow, LinkRow, Progress, Report, batches, survey
from veivalg.matching.vocabulary import Occupation, Sector, Skill, TextLists, Texts, Vocabulary

_TEACHING_IN_HIGHER_EDUCATION = "2310"
_ACADEMIC_TITLE = re.compile(
    r"\b(?:professor|lecturer|researcher|postdoc\w*|doctoral|academic|university|higher education|research assistant"
    r"|forsker|førsteamanuensis|universitetslektor|høgskolelektor|stipendiat|vitenskapelig)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Concepts:
    """What the files say about concepts of one kind, by URI."""

    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    aliases: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=lambda: defaultdict(dict))
    codes: dict[str, str] = field(default_factory=dict)

    def add(self, row: ConceptRow) -> None:
        self.labels[row.uri][row.language] = row.label
        self.aliases[row.uri][row.language] = tuple(alias for alias in row.aliases if alias != row.label)
        if row.code:
            self.codes[row.uri] = row.code

    def labels_of(self, uri: str) -> Texts:
        return dict(sorted(self.labels[uri].items()))

    def aliases_of(self, uri: str) -> TextLists:
        return {language: names for language, names in sorted(self.aliases[uri].items()) if names}


@dataclass(slots=True)
class EscoRecords:
    """Collects the rows of all files; a later row about the same concept and language replaces an earlier one."""

    _skills: _Concepts = field(default_factory=_Concepts)
    _occupations: _Concepts = field(default_factory=_Concepts)
    _broader: dict[str, str] = field(default_factory=dict)
    _links: dict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, paths: Sequence[Path], report: Report, progress: Progress | None = None) -> None:
        """Read all bundles in folders and zips. Raises TaxonomyError."""
        for file in survey(paths, report):
            concepts = {"skills": self._skills, "occupations": self._occupations}.get(file.kind)
            for batch in batches(file, report, progress):
                for row in batch:
                    self._add(row, concepts)

    def skills(self) -> list[Skill]:
        """Return the skills in order of their URIs."""
        return [
            Skill(uri, self._skills.labels_of(uri), self._skills.aliases_of(uri), broader=self._broader.get(uri))
            for uri in sorted(self._skills.labels)
        ]

    def occupations(self) -> list[Occupation]:
        """Return the occupations in order of their URIs."""
        return [self._occupation(uri) for uri in sorted(self._occupations.labels)]

    def _add(self, row: ConceptRow | BroaderRow | LinkRow, concepts: _Concepts | None) -> None:
        if isinstance(row, LinkRow):
            self._links[row.occupation][row.skill] = row.essential
        elif isinstance(row, BroaderRow):
            self._broader[row.uri] = row.broader
        elif concepts is not None:
            concepts.add(row)

    def _occupation(self, uri: str) -> Occupation:
        labels = self._occupations.labels_of(uri)
        links = self._links.get(uri, {})
        isco = self._occupations.codes.get(uri, "")
        return Occupation(
            uri,
            labels,
            self._occupations.aliases_of(uri),
            sector=sector_of(isco, labels.values()),
            isco=isco,
            styrk08=isco,
            essential=tuple(sorted(skill for skill, essential in links.items() if essential)),
            useful=tuple(sorted(skill for skill, essential in links.items() if not essential)),
        )


def sector_of(isco: str, labels: Iterable[str]) -> Sector:
    """Return where an occupation of ESCO belongs: teaching in higher education and titles of researchers are academia.

    >>> sector_of("2310", ["history lecturer"]), sector_of("2113", ["chemist"])
    ('academia', 'outside')
    """
    academic = isco == _TEACHING_IN_HIGHER_EDUCATION or any(map(_ACADEMIC_TITLE.search, labels))
    return "academia" if academic else "outside"


def with_esco(
    vocabulary: Vocabulary, paths: Sequence[Path], report: Report | None = None, progress: Progress | None = None
) -> Vocabulary:
    """Return a vocabulary merged with ESCO bundles from folders and zips. Raises TaxonomyError."""
    records = EscoRecords()
    records.read(paths, report or Report(), progress)
    return vocabulary.merged_with(records.skills(), records.occupations())
