"""The vocabulary that ships with the product: YAML files, one list of skills or occupations each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from veivalg.matching.vocabulary import Occupation, Skill, TextLists, Vocabulary
from veivalg.text import LANGUAGES

Entry = Mapping[str, Any]


class VocabularyError(ValueError):
    """A file of the vocabulary says something impossible. The text names the file and the entry."""


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """Return the packaged vocabulary."""
    return read_vocabulary(_packaged())


def fingerprint() -> str:
    """Return a hash of the packaged files and of the code that reads them, without reading what they say.

    It takes 10 ms instead of 300.
    """
    digest = hashlib.blake2b(digest_size=8)
    for package in ("veivalg.matching", "veivalg.text"):
        for source in _files(files(package), ".py"):
            digest.update(source.read_bytes())
    for kind in ("skills", "occupations"):
        for file in _files(_packaged() / kind, ".yaml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def read_vocabulary(folder: Traversable) -> Vocabulary:
    """Read `skills/*.yaml` and `occupations/*.yaml` below a folder.

    Raises VocabularyError for an id used twice or a link to a skill that does not exist.
    """
    skill_entries = _unique(_entries(folder / "skills"))
    uris = {key: _uri("skill", entry) for key, entry in skill_entries.items()}
    skills = [_skill(entry, uris) for entry in skill_entries.values()]
    occupations = [_occupation(entry, uris) for entry in _unique(_entries(folder / "occupations")).values()]
    return Vocabulary({skill.uri: skill for skill in skills}, {item.uri: item for item in occupations})


def _entries(folder: Traversable) -> Iterator[Entry]:
    # libyaml where it is built in: eight times as fast.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for file in _files(folder, ".yaml"):
        yield from yaml.load(file.read_text("utf-8"), Loader=loader) or ()  # noqa: S506 - a safe loader either way


def _packaged() -> Traversable:
    return files("veivalg.matching") / "data" / "vocabulary"


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(ending)), key=lambda file: file.name)


def _unique(entries: Iterator[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry["id"] in found:
            raise VocabularyError(f"{entry['id']}: the id is used twice")
        found[entry["id"]] = entry
    return found


def _uri(kind: str, entry: Entry) -> str:
    return str(entry.get("esco") or f"urn:veivalg:{kind}:{entry['id']}")


def _skill(entry: Entry, uris: Mapping[str, str]) -> Skill:
    broader = entry.get("broader")
    return Skill(
        uri=uris[entry["id"]],
        labels={language: entry[language] for language in LANGUAGES},
        aliases=_lists(entry.get("also")),
        kind=entry["kind"],
        researchcomp=tuple(entry.get("researchcomp", ())),
        broader=_link(entry, uris, broader) if broader else None,
        ours=True,
    )


def _occupation(entry: Entry, uris: Mapping[str, str]) -> Occupation:
    return Occupation(
        uri=_uri("occupation", entry),
        labels={language: entry[language] for language in LANGUAGES},
        aliases=_lists(entry.get("also")),
        summary=dict(entry["summary"]),
        sector=entry["sector"],
        isco=entry["isco"],
        styrk08=entry["styrk08"],
        fields=tuple(entry["fields"]),
        essential=tuple(_link(entry, uris, key) for key in entry["essential"]),
        useful=tuple(_link(entry, uris, key) for key in entry["useful"]),
        employers=tuple(entry["employers"]),
        norwegian=entry["norwegian"],
        licence=entry.get("licence"),
        clearance=entry.get("clearance", "none"),
        ours=True,
    )


def _lists(also: Entry | None) -> TextLists:
    return {language: tuple(names) for language, names in (also or {}).items()}


def _link(entry: Entry, uris: Mapping[str, str], key: str) -> str:
    if key not in uris:
        raise VocabularyError(f"{entry['id']}: no skill has the id {key}")
    return uris[key]
