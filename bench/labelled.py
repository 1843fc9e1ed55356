"""The texts of invented researchers and the occupations that people found realistic for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from veivalg.matching import Occupation
from veivalg.text import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Profile:
    """One person: texts by language, and labels, decided on before any run."""

    id: str
    half: str  # development | reporting
    texts: Mapping[Language, str]
    uris: frozenset[str]
    titles: frozenset[str]  # casefolded
    isco: frozenset[str]
    laughable: frozenset[str] = frozenset()  # ISCO groups that would make the person laugh

    def is_hit(self, occupation: Occupation) -> bool:
        """Tell whether an occupation is one of the labels: by its URI or by one of its titles."""
        return occupation.uri in self.uris or not self.titles.isdisjoint(_titles(occupation))

    def is_near_hit(self, occupation: Occupation) -> bool:
        """Tell whether an occupation is in the four-digit ISCO group of a label."""
        return occupation.isco in self.isco


def read_profiles(folder: Path) -> list[Profile]:
    """Read the labelled profiles; without labels there is nothing to measure."""
    labels = folder / "labels.yaml"
    entries = yaml.safe_load(labels.read_text("utf-8")) if labels.is_file() else []
    return list(_profiles(folder, entries or []))


def _profiles(folder: Path, entries: Iterable[Mapping[str, Any]]) -> Iterator[Profile]:
    for entry in entries:
        texts = {
            language: path.read_text("utf-8")
            for language in LANGUAGES
            if (path := folder / entry["id"] / f"{language}.txt").is_file()
        }
        wanted = [label for label in entry["occupations"] if label.get("checked") != "disputed"]
        yield Profile(
            id=entry["id"],
            half=entry["half"],
            texts=texts,
            uris=frozenset(label["esco"] for label in wanted if label.get("esco")),
            titles=frozenset(title.casefold() for label in wanted for title in _titles_of_label(label)),
            isco=frozenset(str(label["isco"]) for label in wanted if label.get("isco")),
            laughable=frozenset(map(str, entry.get("laughable", ()))),
        )


def _titles_of_label(label: Mapping[str, Any]) -> list[str]:
    """A label gives a title, perhaps the Norwegian one, and other titles for the same work."""
    return [label["title"], *filter(None, [label.get("title_nb")]), *label.get("also", ())]


def _titles(occupation: Occupation) -> set[str]:
    return {title.casefold() for language in LANGUAGES for title in occupation.titles(language)}
