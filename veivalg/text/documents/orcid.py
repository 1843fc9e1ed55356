"""An ORCID record (JSON, version 3.0 and its kin) as text: what the person did, line by line.

Records in the wild hold nulls in every place, dates that no calendar has, and lists where one expects a value: each
part is read for itself and passed over where it is not what it should be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from veivalg.text.documents.cleaning import clean
from veivalg.text.documents.errors import UnreadableDocument
from veivalg.text.documents.plain import decoded

_MARKS = ("orcid-identifier", "activities-summary", "person", "history")
_PARTS = (
    ("employments", "employment-summary"),
    ("educations", "education-summary"),
    ("qualifications", "qualification-summary"),
    ("invited-positions", "invited-position-summary"),
    ("services", "service-summary"),
    ("memberships", "membership-summary"),
    ("distinctions", "distinction-summary"),
)
_MOST_ENTRIES = 300
_LONGEST_VALUE = 2_000


def read_orcid(data: bytes) -> str:
    """Return the text. Raises UnreadableDocument for JSON that is broken or no record, and for an empty record."""
    try:
        record = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("broken_json") from error
    if not isinstance(record, dict) or not any(mark in record for mark in _MARKS):
        raise UnreadableDocument("not_orcid")
    text = clean("\n".join(lines(record)))
    if not text:
        raise UnreadableDocument("empty_orcid")
    return text


def lines(record: dict[str, Any]) -> Iterator[str]:
    person = record.get("person")
    yield from filter(None, [said(person, "biography", "content")])
    keywords = [said(entry, "content") for entry in entries(at(person, "keywords", "keyword"))]
    yield sentence(*keywords)
    activities = record.get("activities-summary")
    for part, name in _PARTS:
        for entry in summaries(at(activities, part), name):
            yield stay(entry)
    for title in titles(activities):
        yield sentence(title)


def stay(entry: Any) -> str:
    """A post or a degree: role, department, organisation, years.

    >>> stay({"role-title": "Postdoc", "organization": {"name": "Nordhavn"}, "start-date": {"year": {"value": "2020"}}})
    'Postdoc, Nordhavn, 2020.'
    """
    since, until = year(at(entry, "start-date")), year(at(entry, "end-date"))
    years = f"{since}–{until}" if since and until else since or until
    return sentence(
        said(entry, "role-title"), said(entry, "department-name"), said(entry, "organization", "name"), years
    )


def summaries(part: Any, name: str) -> Iterator[Any]:
    """Entries of a part, in the grouped form of version 3.0 and in the flat one of 2.x."""
    for group in entries(at(part, "affiliation-group")):
        for wrapped in entries(at(group, "summaries")):
            yield at(wrapped, name)
    yield from entries(at(part, name))


def titles(activities: Any) -> Iterator[str]:
    """What was written and what was paid for."""
    for part, name in (("works", "work-summary"), ("fundings", "funding-summary")):
        for group in entries(at(activities, part, "group")):
            for entry in entries(at(group, name))[:1]:  # the same work from several databases counts once
                yield said(entry, "title", "title", "value")


def at(value: Any, *path: str) -> Any:
    """What stands at a path, None where the path breaks off."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def said(value: Any, *path: str) -> str:
    """The text at a path, "" where there is none."""
    found = at(value, *path)
    return " ".join(found[:_LONGEST_VALUE].split()) if isinstance(found, str) else ""


def entries(value: Any) -> list[Any]:
    """The list, bounded; [] where there is none."""
    return value[:_MOST_ENTRIES] if isinstance(value, list) else []


def year(date: Any) -> str:
    """The year of a date, "" for one that nobody can have lived in.

    >>> year({"year": {"value": "2020"}}), year({"year": {"value": "20201"}}), year(None)
    ('2020', '', '')
    """
    value = at(date, "year", "value")
    text = str(value) if isinstance(value, str | int) else ""
    return text if text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2100 else ""


def sentence(*parts: str) -> str:
    """Parts with commas and a full stop, so that they are read as one thought.

    >>> sentence("a", "", "b")
    'a, b.'
    """
    said_parts = ", ".join(filter(None, parts))
    return f"{said_parts.rstrip('.')}." if said_parts else ""
