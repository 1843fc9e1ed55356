"""Setting an institution up: names, contact, units, and the position types that all institutions share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.models import (
    Institution,
    InstitutionName,
    Person,
    PositionType,
    PositionTypeName,
    Unit,
    UnitName,
)
from veivalg.institutions.scoping import acting_for

POSITION_TYPES = Path(__file__).resolve().parent.parent / "data" / "position_types.yaml"


class SlugTaken(DomainError):
    """Two institutions with the same short name."""


class UnitCodeTaken(DomainError):
    """Two units of one institution with the same code."""


@transaction.atomic
def load_position_types() -> int:
    """Bring the position types in line with `data/position_types.yaml`; the number of them. Safe to run again."""
    rows = yaml.safe_load(POSITION_TYPES.read_text(encoding="utf-8"))
    for order, row in enumerate(rows):
        position_type, _new = PositionType.objects.update_or_create(
            code=row["code"],
            defaults={
                "duty_in_regulation": row["duty"],
                "in_target_group": row["target"],
                "state_codes": row["state_codes"],
                "order": order,
            },
        )
        for language, name in row["names"].items():
            PositionTypeName.objects.update_or_create(
                position_type=position_type, language=language, defaults={"name": name}
            )
    return len(rows)


@transaction.atomic
def found_institution(*, slug: str, kind: str, names: dict[str, str], **fields: Any) -> Institution:
    """Make an institution with its names by language; `fields` are columns of `Institution`."""
    if Institution.objects.filter(slug=slug).exists():
        raise SlugTaken(_("There is already an institution called %(slug)s.") % {"slug": slug})
    institution = Institution.objects.create(slug=slug, kind=kind, **fields)
    set_names(institution, names)
    record("institution-founded", institution=institution.pk, subject=institution)
    return institution


@transaction.atomic
def change_institution(*, institution: Institution, by: Person, names: dict[str, str], **fields: Any) -> Institution:
    """Change names, contact, the limits of the phases, and whether the public page is shown."""
    for field, value in fields.items():
        setattr(institution, field, value)
    institution.save(update_fields=list(fields))
    set_names(institution, names)
    record(
        "institution-changed",
        actor=by.pk,
        institution=institution.pk,
        subject=institution,
        details={"fields": sorted(fields)},
    )
    return institution


def set_names(institution: Institution, names: dict[str, str]) -> None:
    """One row a language; an empty name takes the row away."""
    for language, name in names.items():
        if name:
            InstitutionName.objects.update_or_create(
                institution=institution, language=language, defaults={"name": name}
            )
        else:
            InstitutionName.objects.filter(institution=institution, language=language).delete()


@transaction.atomic
def add_unit(
    *,
    institution: Institution,
    code: str,
    names: dict[str, str],
    parent: Unit | None = None,
    by: Person | None = None,
) -> Unit:
    """Add a faculty, department, centre or clinic below `parent`."""
    with acting_for(institution):
        if Unit.objects.filter(code=code).exists():
            raise UnitCodeTaken(_("There is already a unit with the code %(code)s.") % {"code": code})
        unit = Unit.objects.create(institution=institution, code=code, parent=parent)
    set_unit_names(unit, names)
    record("unit-added", actor=by.pk if by else None, institution=institution.pk, subject=unit)
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, names: dict[str, str], by: Person) -> Unit:
    """Change what a unit is called."""
    set_unit_names(unit, names)
    record("unit-renamed", actor=by.pk, institution=unit.institution_id, subject=unit)
    return unit


def set_unit_names(unit: Unit, names: dict[str, str]) -> None:
    for language, name in names.items():
        if name:
            UnitName.objects.update_or_create(unit=unit, language=language, defaults={"name": name})
        else:
            UnitName.objects.filter(unit=unit, language=language).delete()
