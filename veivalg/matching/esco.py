"""Reading the official ESCO CSV bundles: which files there are, and their rows as records.

Reading knows nothing of merging: `survey` lists the files, each file yields its records in batches. The in-memory
vocabulary (`esco_records.py`) and a database importer stand on the same reader. Columns are found by their names, since
versions of ESCO order them differently; ISCO codes are text, since they begin with zeros.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal

from veivalg.matching.esco_archive import Member, TaxonomyError, members
from veivalg.text import Language

FileKind = Literal["groups", "skills", "occupations", "broader", "links"]
Progress = Callable[[str, int, int], None]  # file name, bytes read, bytes of the file

BATCH = 1_000
_KINDS: Mapping[str, FileKind] = {
    "iscogroups": "groups",
    "skills": "skills",
    "occupations": "occupations",
    "broaderrelationsskillpillar": "broader",
    "occupationskillrelations": "links",
}
_COLUMNS: Mapping[FileKind, tuple[str, ...]] = {
    "groups": ("conceptUri", "code", "preferredLabel"),
    "skills": ("conceptUri", "preferredLabel"),
    "occupations": ("conceptUri", "preferredLabel", "iscoGroup"),
    "broader": ("conceptUri", "broaderUri"),
    "links": ("occupationUri", "relationType", "skillUri"),
}
_LANGUAGES: Mapping[str, Language] = {"en": "en", "no": "nb", "nb": "nb", "nn": "nn"}
_FILE = re.compile(r"(?P<kind>[A-Za-z]+)_(?P<language>[a-z]{2})\.csv", re.IGNORECASE)
_VERSION = re.compile(r"v(\d+(?:\.\d+)*)")
_ALIAS_ENDS = re.compile(r"\s*(?:\r\n|\r|\n| \| )\s*")
_URI = re.compile(r"https?://[^\s\"<>]{1,300}")
_ISCO = re.compile(r"C?(\d{1,4})")
_LONGEST_LABEL = 300
_MOST_ALIASES = 200


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A skill, occupation or ISCO group in one language. `code` is the ISCO group of an occupation or of itself."""

    uri: str
    language: Language
    label: str
    aliases: tuple[str, ...] = ()
    code: str = ""
    skill_type: str = ""


@dataclass(frozen=True, slots=True)
class BroaderRow:
    """A skill and a wider one."""

    uri: str
    broader: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """An occupation needs a skill, or may use it."""

    occupation: str
    skill: str
    essential: bool


Row = ConceptRow | BroaderRow | LinkRow


@dataclass(frozen=True, slots=True)
class EscoFile:
    """A file of a bundle that can be read. `version` as in its folder's or zip's name, () if none is said."""

    member: Member
    kind: FileKind
    language: Language
    version: tuple[int, ...]

    @property
    def name(self) -> str:
        """The path within the bundle."""
        return self.member.name


@dataclass(slots=True)
class Report:
    """What was read and what was passed over, and why: counts by (file, reason)."""

    read: Counter[str] = field(default_factory=Counter)
    skipped: Counter[tuple[str, str]] = field(default_factory=Counter)


def survey(paths: Sequence[Path], report: Report) -> list[EscoFile]:
    """Return the readable files of all bundles in the order in which they should be read.

    Groups, skills and occupations come before what links them; an older version before a newer, so that the newer wins.
    Raises TaxonomyError, also when there is no ESCO file at all.
    """
    files = []
    for member in members(paths):
        file = _esco_file(member, report)
        if file is not None:
            files.append(file)
    if not files:
        raise TaxonomyError("no_files", looked_in=[path.name for path in paths])
    order = list(_COLUMNS)
    return sorted(files, key=lambda file: (order.index(file.kind), file.version, file.language, file.name))


def batches(file: EscoFile, report: Report, progress: Progress | None = None, size: int = BATCH) -> Iterator[list[Row]]:
    """Yield the records of a file in batches; rows that cannot be used are counted in the report.

    Raises TaxonomyError for a wrong header, another encoding than UTF-8 or a damaged file.
    """
    batch: list[Row] = []
    with file.member.open() as raw:
        for line in _lines(file, raw):
            row = _ROWS[file.kind](line, file.language)
            if isinstance(row, str):
                report.skipped[file.name, row] += 1
                continue
            batch.append(row)
            if len(batch) >= size:
                report.read[file.name] += len(batch)
                yield batch
                batch = []
                if progress:
                    progress(file.name, min(raw.tell(), file.member.size), file.member.size)
    report.read[file.name] += len(batch)
    if batch:
        yield batch
    if progress:
        progress(file.name, file.member.size, file.member.size)


def _esco_file(member: Member, report: Report) -> EscoFile | None:
    path = PurePosixPath(member.name.replace("\\", "/"))
    match = _FILE.fullmatch(path.name)
    kind = _KINDS.get(match["kind"].lower()) if match else None
    language = _LANGUAGES.get(match["language"].lower()) if match else None
    if kind is None or language is None:
        reason = "other_language" if kind else "not_needed"
        report.skipped[member.name, reason] += 1
        return None
    versions = _VERSION.findall(f"{member.source.name}/{path.parent}")
    version = tuple(int(part) for part in versions[-1].split(".")[:4]) if versions else ()
    return EscoFile(member, kind, language, version)


def _lines(file: EscoFile, raw: BinaryIO) -> Iterator[Mapping[str, str]]:
    """Yield the lines of a CSV file by column name."""
    text = io.TextIOWrapper(raw, "utf-8-sig", newline="")
    reader = csv.DictReader(text, restkey="", restval="")
    try:
        missing = [column for column in _COLUMNS[file.kind] if column not in (reader.fieldnames or ())]
        if missing:
            raise TaxonomyError("wrong_header", file=file.name, missing=missing)
        yield from reader
    except UnicodeDecodeError as error:
        raise TaxonomyError("encoding", file=file.name, line=reader.line_num) from error
    except csv.Error as error:
        raise TaxonomyError("malformed", file=file.name, line=reader.line_num) from error
    finally:
        text.detach()


def _concept(line: Mapping[str, str], language: Language) -> ConceptRow | str:
    """Return the row, or why it is skipped."""
    uri, label = line["conceptUri"].strip(), " ".join(line["preferredLabel"].split())
    if not _URI.fullmatch(uri):
        return "bad_uri"
    if not 0 < len(label) <= _LONGEST_LABEL:
        return "bad_label"
    if line.get("status", "released").strip().lower() not in ("released", ""):
        return "not_released"
    code = (line.get("iscoGroup") or line.get("code") or "").strip()
    match = _ISCO.fullmatch(code)
    return ConceptRow(
        uri,
        language,
        label,
        _aliases(line.get("altLabels") or ""),
        match[1] if match else "",
        line.get("skillType") or "",
    )


def _aliases(written: str) -> tuple[str, ...]:
    """Return alternative labels, which versions separate by line breaks or by " | ".

    >>> _aliases("one\\ntwo | three\\n")
    ('one', 'two', 'three')
    """
    found = (" ".join(alias.split()) for alias in _ALIAS_ENDS.split(written))
    return tuple(dict.fromkeys(alias for alias in found if 0 < len(alias) <= _LONGEST_LABEL))[:_MOST_ALIASES]


def _broader(line: Mapping[str, str], language: Language) -> BroaderRow | str:
    uri, broader = line["conceptUri"].strip(), line["broaderUri"].strip()
    return BroaderRow(uri, broader) if _URI.fullmatch(uri) and _URI.fullmatch(broader) else "bad_uri"


def _link(line: Mapping[str, str], language: Language) -> LinkRow | str:
    occupation, skill = line["occupationUri"].strip(), line["skillUri"].strip()
    relation = line["relationType"].strip().lower()
    if not _URI.fullmatch(occupation) or not _URI.fullmatch(skill):
        return "bad_uri"
    if relation not in ("essential", "optional"):
        return "unknown_relation"
    return LinkRow(occupation, skill, relation == "essential")


_ROWS: Mapping[FileKind, Callable[[Mapping[str, str], Language], Row | str]] = {
    "groups": _concept,
    "skills": _concept,
    "occupations": _concept,
    "broader": _broader,
    "links": _link,
}
