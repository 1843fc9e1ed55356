"""The invented world as it stands in `data/`, read into records. Dates are relative to a day that is given."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit and those below it; `names` by language."""

    code: str
    names: dict[str, str]
    units: tuple[DemoUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoInstitution:
    slug: str
    kind: str
    names: dict[str, str]
    contact_email: str
    domains: tuple[str, ...]
    units: tuple[DemoUnit, ...]


@dataclass(frozen=True, slots=True)
class DemoPosition:
    """A contract, agreement or stay in whole months from today; `leave` as pairs of months."""

    at: str
    kind: str
    starts: int
    ends: int | None
    unit: str
    type: str | None
    percentage: int
    leave: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DemoPerson:
    sign_in: str
    name: str
    email: str
    language: str
    roles: tuple[tuple[str, str], ...] = ()  # (institution, role)
    platform_roles: tuple[str, ...] = ()
    positions: tuple[DemoPosition, ...] = ()
    phase: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class DemoRelation:
    kind: str
    from_sign_in: str
    to_sign_in: str
    at: str


@dataclass(frozen=True, slots=True)
class World:
    institutions: tuple[DemoInstitution, ...] = field(default=())
    people: tuple[DemoPerson, ...] = field(default=())
    relations: tuple[DemoRelation, ...] = field(default=())


def read_world() -> World:
    """The world of `data/*.yaml`."""
    return World(
        tuple(institution_from(row) for row in read("institutions")),
        tuple(person_from(row) for row in read("people")),
        tuple(DemoRelation(row["kind"], row["from"], row["to"], row["at"]) for row in read("relations")),
    )


def read(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return rows


def read_one(name: str) -> dict[str, Any]:
    """A file whose entries have names."""
    entries: dict[str, Any] = yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return entries


def institution_from(row: dict[str, Any]) -> DemoInstitution:
    return DemoInstitution(
        row["slug"], row["kind"], row["names"], row["contact_email"], tuple(row["domains"]), units_from(row["units"])
    )


def units_from(rows: list[dict[str, Any]]) -> tuple[DemoUnit, ...]:
    return tuple(DemoUnit(row["code"], row["names"], units_from(row.get("units", []))) for row in rows)


def person_from(row: dict[str, Any]) -> DemoPerson:
    roles = tuple((role["at"], role["role"]) for role in row.get("roles", []))
    home = roles[0][0] if roles else "veivalg"
    first_name = row["sign_in"].split("-")[0]
    return DemoPerson(
        sign_in=row["sign_in"],
        name=row["name"],
        email=row.get("email", f"{first_name}@{home}.example"),
        language=row["language"],
        roles=roles,
        platform_roles=tuple(row.get("platform_roles", [])),
        positions=tuple(position_from(position) for position in row.get("positions", [])),
        phase=row.get("phase", ""),
        profile=row.get("profile", ""),
    )


def position_from(row: dict[str, Any]) -> DemoPosition:
    return DemoPosition(
        at=row["at"],
        kind=row["kind"],
        starts=row["from"],
        ends=row.get("to"),
        unit=row["unit"],
        type=row.get("type"),
        percentage=row.get("percentage", 100),
        leave=tuple((leave["from"], leave["to"]) for leave in row.get("leave", [])),
    )


def first_day(today: date, months: int) -> date:
    """The first day of the month so many months from today.

    >>> first_day(date(2026, 3, 31), -13)
    datetime.date(2025, 2, 1)
    """
    years, month = divmod(today.month - 1 + months, 12)
    return date(today.year + years, month + 1, 1)


def last_day(today: date, months: int) -> date:
    """The last day of that month.

    >>> last_day(date(2026, 3, 31), 23)
    datetime.date(2028, 2, 29)
    """
    first = first_day(today, months)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
