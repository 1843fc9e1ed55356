"""What institutions keep about a person."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.privacy import Kept
from veivalg.institutions.models import Affiliation, Invitation, Membership, Person, Relation
from veivalg.institutions.scoping import across_institutions

PUBLIC_TASK = _("Public task or legitimate interest of the institution.")
UNTIL_DELETED = _("Until you delete your account.")


def kept() -> list[Kept]:
    return [
        Kept(
            "institutions.Person",
            purpose=_("To know who you are and which language you read."),
            legal_basis=_("Public task or legitimate interest of the institution; for your own pages, your choice."),
            retention=UNTIL_DELETED,
            who_sees=_("You. Coordinators see your name and role."),
        ),
        Kept(
            "institutions.Affiliation",
            purpose=_("To show what fits your phase, and to know who the offering is for."),
            legal_basis=PUBLIC_TASK,
            retention=_("Until you or the institution deletes it."),
            who_sees=_("You. Others see figures only, never small ones."),
        ),
        Kept(
            "institutions.Leave",
            purpose=_("To move the end of your term and to leave you in peace. Dates only, never why."),
            legal_basis=PUBLIC_TASK,
            retention=_("As long as the position it belongs to."),
            who_sees=_("You."),
        ),
        Kept(
            "institutions.Membership",
            purpose=_("To know what you may do here."),
            legal_basis=PUBLIC_TASK,
            retention=UNTIL_DELETED,
            who_sees=_("You and the coordinators of your institution."),
        ),
        Kept(
            "institutions.PlatformMembership",
            purpose=_("To know what you may do on the whole site."),
            legal_basis=PUBLIC_TASK,
            retention=UNTIL_DELETED,
            who_sees=_("You and whoever runs the site."),
        ),
        Kept(
            "institutions.Relation",
            purpose=_("To keep guidance neutral: nobody is guided by their own leader or supervisor."),
            legal_basis=PUBLIC_TASK,
            retention=UNTIL_DELETED,
            who_sees=_("You and the other person."),
        ),
        Kept(
            "institutions.Invitation",
            purpose=_("To let you in by a link that was sent to your address."),
            legal_basis=PUBLIC_TASK,
            retention=_("Until you delete your account; one that was never used, a year."),
            who_sees=_("The coordinators of the institution that sent it."),
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    person = Person.objects.get(pk=person_id)
    return {
        "person": {
            "name": person.name,
            "email": person.email,
            "language": person.language,
            "chosen_phase": person.chosen_phase,
            "reminders_during_leave": person.reminders_during_leave,
        },
        "affiliations": [affiliation_as_data(row) for row in own_positions(person)],
        "roles": [
            {"institution": row.institution.slug, "role": row.role, "since": row.since, "until": row.until}
            for row in Membership.objects.owned_by(person).select_related("institution")
        ],
        "platform_roles": list(person.platform_memberships.values_list("role", flat=True)),
        **rows_at_institutions(person),
    }


def own_positions(person: Person) -> Any:
    rows = Affiliation.objects.owned_by(person).select_related("institution", "position_type", "unit")
    return rows.prefetch_related("leaves")


def affiliation_as_data(row: Affiliation) -> dict[str, Any]:
    return {
        "institution": row.institution.slug,
        "kind": row.kind,
        "position_type": row.position_type.code if row.position_type else None,
        "unit": row.unit.code if row.unit else None,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "percentage": row.percentage,
        "source": row.source,
        "leave": [{"starts_on": leave.starts_on, "ends_on": leave.ends_on} for leave in row.leaves.all()],
    }


def rows_at_institutions(person: Person) -> dict[str, Any]:
    """Relations and invitations lie with the institutions; the person gets theirs all the same."""
    with across_institutions(reason="export for the person", actor=person):
        relations = Relation.objects.filter(Q(from_person=person) | Q(to_person=person))
        invitations = Invitation.objects.filter(email__iexact=person.email)
        return {
            "relations": list(
                relations.values("institution__slug", "kind", "from_person__name", "to_person__name", "since", "until")
            ),
            "invitations": list(
                invitations.values("institution__slug", "role", "created_at", "accepted_at", "withdrawn_at")
            ),
        }


@transaction.atomic
def erase(person_id: int) -> None:
    """The person with positions, roles and relations, and the invitations that carried their address."""
    person = Person.objects.get(pk=person_id)
    with across_institutions(reason="erasure", actor=person):
        Invitation.objects.filter(email__iexact=person.email).delete()
        person.delete()
