"""Words for codes and concepts in the reader's language, with the language they are really in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from veivalg.competence.engines import reader_language
from veivalg.matching import Occupation, Skill
from veivalg.matching.vocabulary import FALLBACK, in_language


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its language: a page marks what is not in its own."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Area:
    """An area of ResearchComp and its competences, by code."""

    code: str
    names: Mapping[str, str]
    about: Mapping[str, str]
    competences: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def codes() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Kind of code → code → language → words."""
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(data("codes.yaml"))
    return found


@lru_cache(maxsize=1)
def researchcomp() -> tuple[Area, ...]:
    """The areas of ResearchComp in their order."""
    return tuple(
        Area(area["code"], {key: area[key] for key in ("nb", "nn", "en")}, area["about"], area["competences"])
        for area in research_data()["areas"]
    )


@lru_cache(maxsize=1)
def research_data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(data("researchcomp.yaml"))
    return found


@lru_cache(maxsize=1)
def area_of_competence() -> Mapping[str, str]:
    """Code of a competence → code of its area."""
    return {code: area.code for area in researchcomp() for code in area.competences}


def word_for(kind: str, code: str) -> str:
    """What a code means, in the reader's language; the code itself where nobody has written it down."""
    return in_language(codes()[kind].get(code, {}), reader_language()) or code


def words_for(kind: str, wanted: Iterable[str]) -> list[str]:
    return [word_for(kind, code) for code in wanted]


def name_of(concept: Skill | Occupation, language: str | None = None) -> Words:
    """The label of a concept in a language (default: the reader's), else in the nearest one it has."""
    wanted = language or reader_language()
    for code in (*FALLBACK.get(wanted, ()), *concept.labels):
        if concept.labels.get(code):
            return Words(concept.labels[code], code)
    return Words(concept.uri, "")


def data(name: str) -> str:
    return (files("veivalg.competence") / "data" / name).read_text("utf-8")
