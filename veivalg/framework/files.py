"""Reading an edition from its folder of YAML files, and saying clearly what is wrong in one.

A file holds one kind: `kind`, defaults for its elements (`parent`, `mark`, `source`, `ours`), and `elements` in the
framework's order. An element has its words under the code of each language; further languages are further keys.
`edition.yaml` names the edition and its sources.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from veivalg.core.errors import DomainError
from veivalg.framework.kinds import Kind, Mark, Points

DATA = Path(__file__).resolve().parent / "data"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)?")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ELEMENT_KEYS = {"code", "parent", "mark", "source", "ours", "related"}
TEXT_KEYS = {"title", "summary", "body"}
# The same safe loader, ten times as fast where libyaml is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Raised when the tables change, so that the same files are written again.
FORMAT = 1


class FrameworkFileError(DomainError):
    """A data file that cannot be loaded; nothing of its edition has been written."""


@dataclass(frozen=True, slots=True)
class TextData:
    title: str
    summary: str
    body: str
    points: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class ElementData:
    kind: str
    code: str
    order: int
    parent: tuple[str, str] | None
    mark: str
    source: str
    source_url: str
    ours: list[str]
    related: list[tuple[str, str]]
    texts: dict[str, TextData]

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.code


@dataclass(frozen=True, slots=True)
class EditionData:
    code: str
    title: str
    title_language: str
    publisher: str
    source_url: str
    published_on: date
    elements: list[ElementData] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The same for the same words, whatever the layout of the files."""
        said = json.dumps([FORMAT, asdict(self)], sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()


def edition_folders(data: Path = DATA) -> list[Path]:
    """The folders that hold an edition, by name."""
    return sorted(path.parent for path in data.glob("*/edition.yaml"))


def read_edition(folder: Path) -> EditionData:
    """All files of an edition, checked: every reference leads somewhere, every code stands once."""
    head = mapping(folder / "edition.yaml")
    sources = head.get("sources", {})
    elements = [
        element
        for path in sorted(folder.glob("*.yaml"))
        if path.name != "edition.yaml"
        for element in read_kind(path, sources)
    ]
    check_references(folder, elements)
    try:
        return EditionData(
            code=folder.name,
            title=head["title"],
            title_language=head["title_language"],
            publisher=head["publisher"],
            source_url=head["source_url"],
            published_on=head["published_on"],
            elements=elements,
        )
    except KeyError as lacking:
        raise FrameworkFileError(f"{folder / 'edition.yaml'}: {lacking} is lacking.") from lacking


def mapping(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 (both are safe loaders)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FrameworkFileError(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise FrameworkFileError(f"{path}: expected keys and values.")
    return content


def read_kind(path: Path, sources: dict[str, dict[str, str]]) -> Iterator[ElementData]:
    content = mapping(path)
    if content.get("kind") not in Kind.values:
        raise FrameworkFileError(f"{path}: {content.get('kind')!r} is no kind of element.")
    for order, entry in enumerate(content.get("elements", []), start=1):
        try:
            yield read_element(content | entry, entry, order, sources)
        except (KeyError, TypeError, ValueError) as error:
            raise FrameworkFileError(f"{path}, element {order}: {error}") from error


def read_element(
    merged: dict[str, Any], entry: dict[str, Any], order: int, sources: dict[str, dict[str, str]]
) -> ElementData:
    code = str(entry["code"])
    if not CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no code")
    source = sources[merged["source"]] if merged.get("source") else {}
    ours = [Points(key).value for key in merged.get("ours", [])]
    texts = {key: read_text(text) for key, text in entry.items() if key not in ELEMENT_KEYS and is_language(key)}
    if not texts:
        raise ValueError(f"{code} has no words in any language")
    return ElementData(
        kind=merged["kind"],
        code=code,
        order=order,
        parent=key_of(merged["parent"]) if merged.get("parent") else None,
        mark=Mark(merged["mark"]).value,
        source=source.get("title", ""),
        source_url=source.get("url", ""),
        ours=ours,
        related=[key_of(name) for name in entry.get("related", [])],
        texts=texts,
    )


def is_language(key: str) -> bool:
    if not LANGUAGE.fullmatch(key):
        raise ValueError(f"{key!r} is neither a known key nor a language")
    return True


def read_text(text: dict[str, Any]) -> TextData:
    unknown = set(text) - TEXT_KEYS - set(Points.values)
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    points = {key: [str(point) for point in text[key]] for key in Points.values if key in text}
    return TextData(str(text["title"]), str(text["summary"]).strip(), str(text.get("body", "")).strip(), points)


def key_of(name: str) -> tuple[str, str]:
    kind, code = str(name).split("/")
    return kind, code


def check_references(folder: Path, elements: list[ElementData]) -> None:
    keys = [element.key for element in elements]
    known = set(keys)
    if len(known) < len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise FrameworkFileError(f"{folder}: {twice} stand twice.")
    for element in elements:
        for key in [*filter(None, [element.parent]), *element.related]:
            if key not in known or key == element.key:
                raise FrameworkFileError(f"{folder}: {'/'.join(element.key)} points to {'/'.join(key)}.")
    parents = {element.key: element.parent for element in elements}
    for key in keys:
        walked = {key}
        while parent := parents[key]:
            if parent in walked:
                raise FrameworkFileError(f"{folder}: {'/'.join(parent)} stands above itself.")
            walked.add(parent)
            key = parent
