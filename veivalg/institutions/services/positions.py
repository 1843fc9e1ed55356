"""What a person says about their own positions, and the phase they choose.

A position from the staff register is the institution's to correct; what a person stated themselves is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.access import live_on
from veivalg.institutions.models import Affiliation, Institution, Leave, Membership, Person, PositionType, Unit
from veivalg.institutions.phases import Phase, Stretch
from veivalg.institutions.scoping import acting_for


class NotAtThisInstitution(DomainError):
    """Somebody stated a position at a place where they hold no role."""


class FromStaffRegister(DomainError):
    """A position that the institution keeps."""


class LeaveOutsidePosition(DomainError):
    """Leave before the position began."""


@dataclass(frozen=True, slots=True)
class PositionFields:
    """A position as a person states it. `leaves`: days away that `ends_on` does not yet reckon with."""

    kind: str
    starts_on: date
    ends_on: date | None = None
    position_type: PositionType | None = None
    unit: Unit | None = None
    percentage: int = 100
    leaves: tuple[Stretch, ...] = ()


@transaction.atomic
def state_position(
    *, person: Person, institution: Institution, position: PositionFields, source: str = Affiliation.Source.SELF_STATED
) -> Affiliation:
    """Add an employment, a doctoral agreement or a guest stay at an institution where the person holds a role."""
    check_leaves(position)
    with acting_for(institution):
        if not Membership.objects.filter(live_on(timezone.localdate()), person=person).exists():
            raise NotAtThisInstitution(_("You have no role at this institution."))
        affiliation = Affiliation.objects.create(
            institution=institution, person=person, source=source, **columns(position)
        )
        replace_leaves(affiliation, position.leaves)
    record("position-stated", actor=person.pk, institution=institution.pk, subject=affiliation)
    return affiliation


@transaction.atomic
def change_position(*, affiliation: Affiliation, by: Person, position: PositionFields) -> Affiliation:
    """Correct a position that the person stated; for one from the staff register only its leave."""
    check_leaves(position)
    with acting_for(affiliation.institution):
        if affiliation.source == Affiliation.Source.SELF_STATED:
            for field, value in columns(position).items():
                setattr(affiliation, field, value)
            affiliation.save()
        replace_leaves(affiliation, position.leaves)
    record("position-changed", actor=by.pk, institution=affiliation.institution_id, subject=affiliation)
    return affiliation


@transaction.atomic
def remove_position(*, affiliation: Affiliation, by: Person) -> None:
    """Take away a position that the person stated."""
    if affiliation.source != Affiliation.Source.SELF_STATED:
        raise FromStaffRegister(_("This position comes from the institution. Ask your contact there if it is wrong."))
    record("position-removed", actor=by.pk, institution=affiliation.institution_id, subject=affiliation)
    with acting_for(affiliation.institution):
        affiliation.delete()


@transaction.atomic
def choose_phase(*, person: Person, phase: Phase | None) -> Person:
    """Let the person decide which phase their page shows; None lets the dates decide again."""
    person.chosen_phase = phase or ""
    person.save(update_fields=["chosen_phase"])
    return person


def columns(position: PositionFields) -> dict[str, object]:
    """The position without its leave."""
    return {
        "kind": position.kind,
        "position_type": position.position_type,
        "unit": position.unit,
        "starts_on": position.starts_on,
        "ends_on": position.ends_on,
        "percentage": position.percentage,
    }


def check_leaves(position: PositionFields) -> None:
    if any(leave.starts_on < position.starts_on for leave in position.leaves):
        raise LeaveOutsidePosition(_("Leave cannot begin before the position does."))


def replace_leaves(affiliation: Affiliation, leaves: tuple[Stretch, ...]) -> None:
    affiliation.leaves.all().delete()
    Leave.objects.bulk_create(
        Leave(affiliation=affiliation, starts_on=leave.starts_on, ends_on=leave.ends_on or leave.starts_on)
        for leave in leaves
    )
