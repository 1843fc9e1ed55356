"""Skills and occupations as the engine knows them: frozen records, identified by URI.

The product's own vocabulary comes from the YAML files of this package (`vocabulary_files.py`), ESCO by import
(`esco.py`). Both are the same records and are merged by URI.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

Sector = Literal["academia", "outside"]
Texts = Mapping[str, str]  # language → text
TextLists = Mapping[str, tuple[str, ...]]  # language → texts

# What to show when a language is missing, best first: the Norwegian written languages stand in for each other.
FALLBACK: Mapping[str, tuple[str, ...]] = {
    "nb": ("nb", "nn", "en"),
    "nn": ("nn", "nb", "en"),
    "en": ("en", "nb", "nn"),
}
_NO_TEXTS: TextLists = {}


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a person can do or knows. `broader` is the URI of a wider skill."""

    uri: str
    labels: Texts
    aliases: TextLists = field(default_factory=lambda: _NO_TEXTS)
    kind: str = "knowledge"
    researchcomp: tuple[str, ...] = ()
    broader: str | None = None
    ours: bool = False

    def label(self, language: str) -> str:
        """Return the label in a language, else in the nearest one there is."""
        return in_language(self.labels, language)


@dataclass(frozen=True, slots=True)
class Occupation:
    """Work that people with a doctorate enter. `essential` and `useful` are URIs of skills, most telling first."""

    uri: str
    labels: Texts
    aliases: TextLists = field(default_factory=lambda: _NO_TEXTS)
    summary: Texts = field(default_factory=dict)
    sector: Sector = "outside"
    isco: str = ""
    styrk08: str = ""
    fields: tuple[str, ...] = ()
    essential: tuple[str, ...] = ()
    useful: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    norwegian: str | None = None
    licence: str | None = None
    clearance: str = "none"
    ours: bool = False

    def label(self, language: str) -> str:
        """Return the title in a language, else in the nearest one there is."""
        return in_language(self.labels, language)

    def titles(self, language: str) -> tuple[str, ...]:
        """Return the title and the other titles to search for in a language."""
        label = self.labels.get(language)
        return ((label,) if label else ()) + tuple(self.aliases.get(language, ()))


class Vocabulary:
    """All skills and occupations by URI, in a fixed order. Links point at skills that exist."""

    def __init__(
        self, skills: Mapping[str, Skill], occupations: Mapping[str, Occupation], version: str | None = None
    ) -> None:
        self.skills = skills
        self.occupations = occupations
        self._version = version

    @cached_property
    def version(self) -> str:
        """A hash of the content: equal content, equal version."""
        if self._version is not None:
            return self._version
        digest = hashlib.blake2b(digest_size=8)
        for record in (*self.skills.values(), *self.occupations.values()):
            digest.update(repr(record).encode())
        return digest.hexdigest()

    def merged_with(self, skills: Iterable[Skill], occupations: Iterable[Occupation]) -> Vocabulary:
        """Return this vocabulary and further records, merged by URI.

        What this vocabulary says about a concept wins; the others add languages, aliases and whole concepts.
        A link to a skill that nobody knows is left out.
        """
        all_skills = dict(self.skills)
        for skill in skills:
            mine = all_skills.get(skill.uri)
            all_skills[skill.uri] = _merged_skill(mine, skill) if mine else skill
        all_occupations = dict(self.occupations)
        for occupation in occupations:
            known = all_occupations.get(occupation.uri)
            all_occupations[occupation.uri] = _merged_occupation(known, occupation) if known else occupation
        return Vocabulary(
            {uri: _with_known_broader(skill, all_skills) for uri, skill in all_skills.items()},
            {uri: _with_known_links(item, all_skills) for uri, item in all_occupations.items()},
        )


def in_language(texts: Texts, language: str) -> str:
    """Return a text in a language, else in the nearest language there is, else nothing."""
    order = FALLBACK.get(language, ("en", "nb", "nn"))
    return next((texts[code] for code in order if texts.get(code)), next(iter(texts.values()), ""))


def _merged_skill(ours: Skill, other: Skill) -> Skill:
    labels, aliases = _merged_names(ours, other)
    return replace(ours, labels=labels, aliases=aliases, broader=ours.broader or other.broader)


def _merged_occupation(ours: Occupation, other: Occupation) -> Occupation:
    """Curated links stay as they are: dozens of imported ones would drown them (P@10 .45 without, .38 with them)."""
    labels, aliases = _merged_names(ours, other)
    links = ours if ours.ours or not (other.essential or other.useful) else other
    return replace(
        ours,
        labels=labels,
        aliases=aliases,
        summary={**other.summary, **ours.summary},
        isco=ours.isco or other.isco,
        essential=links.essential,
        useful=links.useful,
    )


def _merged_names(ours: Skill | Occupation, other: Skill | Occupation) -> tuple[Texts, TextLists]:
    labels = dict(sorted({**other.labels, **ours.labels}.items()))
    aliases: dict[str, tuple[str, ...]] = {}
    for language in sorted({*labels, *ours.aliases, *other.aliases}):
        theirs = (other.labels.get(language, ""), *other.aliases.get(language, ()))
        names = _union(ours.aliases.get(language, ()), theirs)
        further = tuple(name for name in names if name and name != labels.get(language))
        if further:
            aliases[language] = further
    return labels, aliases


def _union(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _with_known_broader(skill: Skill, known: Mapping[str, Skill]) -> Skill:
    return skill if skill.broader is None or skill.broader in known else replace(skill, broader=None)


def _with_known_links(occupation: Occupation, known: Mapping[str, Skill]) -> Occupation:
    links = (*occupation.essential, *occupation.useful)
    if all(uri in known for uri in links):
        return occupation
    return replace(
        occupation,
        essential=tuple(uri for uri in occupation.essential if uri in known),
        useful=tuple(uri for uri in occupation.useful if uri in known),
    )
