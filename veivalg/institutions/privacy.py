"""What institutions keep about a person."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.core.privacy import Kept
from veivalg.institutions.models import Affiliation, Membership, Person
from veivalg.institutions.scoping import across_institutions


def kept() -> list[Kept]:
    return [
        Kept(
            "institutions.Person",
            purpose=_("To know who you are and which language you read."),
            legal_basis=_("Public task or legitimate interest of the institution; for your own pages, your choice."),
            retention=_("Until you delete your account."),
            who_sees=_("You. Coordinators see your name and role."),
        ),
        Kept(
            "institutions.Affiliation",
            purpose=_("To show what fits your phase, and to know who the offering is for."),
            legal_basis=_("Public task or legitimate interest of the institution."),
            retention=_("Until you or the institution deletes it."),
            who_sees=_("You. Others see figures only, never small ones."),
        ),
        Kept(
            "institutions.Membership",
            purpose=_("To know what you may do here."),
            legal_basis=_("Public task or legitimate interest of the institution."),
            retention=_("Until you delete your account."),
            who_sees=_("You and the coordinators of your institution."),
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    person = Person.objects.get(pk=person_id)
    return {
        "person": {"name": person.name, "email": person.email, "language": person.language},
        "affiliations": [
            {
                "institution": row.institution.slug,
                "kind": row.kind,
                "starts_on": row.starts_on,
                "ends_on": row.ends_on,
                "percentage": row.percentage,
                "leave": [{"starts_on": leave.starts_on, "ends_on": leave.ends_on} for leave in row.leaves.all()],
            }
            for row in Affiliation.objects.owned_by(person).select_related("institution").prefetch_related("leaves")
        ],
        "roles": [
            {"institution": row.institution.slug, "role": row.role, "since": row.since, "until": row.until}
            for row in Membership.objects.owned_by(person).select_related("institution")
        ],
    }


@transaction.atomic
def erase(person_id: int) -> None:
    person = Person.objects.get(pk=person_id)
    with across_institutions(reason="erasure", actor=person):
        person.delete()
