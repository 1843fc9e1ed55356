"""Lists for the coordinator: names, roles and since when. Nothing about phases or use, here or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from veivalg.institutions.access import live_on
from veivalg.institutions.models import ApprovedDomain, Institution, Invitation, Membership, Person, PositionType, Unit
from veivalg.institutions.roles import Role


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the members' list."""

    person: Person
    roles: list[str]
    since: date


def member_rows(institution: Institution, *, role: str = "", name: str = "") -> QuerySet[Person]:
    """People who hold a role today, by name, each with `live_here`: their live roles at this institution."""
    live = Membership.objects.filter(live_on(timezone.localdate()), institution=institution).order_by("since", "pk")
    wanted = live.filter(role=role) if role in Role.values else live
    people = Person.objects.filter(pk__in=wanted.values("person"))
    if name:
        people = people.filter(name__icontains=name)
    return people.prefetch_related(Prefetch("memberships", queryset=live, to_attr="live_here")).order_by("name", "pk")


def as_rows(people: list[Person]) -> list[MemberRow]:
    """The page's lines."""
    return [
        MemberRow(
            person,
            [membership.get_role_display() for membership in person.live_here],  # type: ignore[attr-defined]
            min(membership.since for membership in person.live_here),  # type: ignore[attr-defined]
        )
        for person in people
    ]


def roles_of(person: Person, institution: Institution) -> list[Membership]:
    """All roles the person has held here, live ones first, then the newest."""
    rows = Membership.objects.filter(person=person, institution=institution)
    return sorted(rows, key=lambda row: (row.until is not None, -row.since.toordinal(), row.role))


def open_invitations() -> QuerySet[Invitation]:
    """Invitations that wait for an answer, also those whose time has run out (they can be sent again)."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None).select_related("invited_by")


def approved_domains() -> QuerySet[ApprovedDomain]:
    return ApprovedDomain.objects.all()


def position_types() -> QuerySet[PositionType]:
    return PositionType.objects.prefetch_related("names")


def units_of(institution: Institution) -> QuerySet[Unit]:
    return Unit.objects.filter(institution=institution).prefetch_related("names")


def unit_tree(institution: Institution) -> list[tuple[int, Unit]]:
    """Units with their depth, each below its parent, by name in the reader's language."""
    below: dict[int | None, list[Unit]] = {}
    for unit in sorted(units_of(institution), key=lambda unit: unit.name):
        below.setdefault(unit.parent_id, []).append(unit)

    def branch(parent: int | None, depth: int) -> Iterator[tuple[int, Unit]]:
        for unit in below.pop(parent, []):
            yield depth, unit
            yield from branch(unit.pk, depth + 1)

    return list(branch(None, 0))
