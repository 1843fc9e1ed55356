"""People and the roles they hold."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.access import live_on
from veivalg.institutions.models import Institution, Membership, Person, Relation
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for


class LastCoordinator(DomainError):
    """An institution without a coordinator could not let anybody in."""


class RoleHasEnded(DomainError):
    """Somebody was quicker."""


@transaction.atomic
def make_person(*, name: str, email: str, language: str = "nb", user: User | None = None) -> Person:
    """Add somebody who is not here yet; without an account until they sign in."""
    return Person.objects.create(name=name, email=email.strip().lower(), language=language, user=user)


@transaction.atomic
def change_own_settings(*, person: Person, name: str, language: str, reminders_during_leave: bool) -> Person:
    """Change the name, the language of pages and mails, and whether reminders come while on leave."""
    person.name, person.language = name, language
    person.reminders_during_leave = reminders_during_leave
    person.save(update_fields=["name", "language", "reminders_during_leave"])
    return person


@transaction.atomic
def give_role(
    *, institution: Institution, person: Person, role: Role, by: Person | None = None, since: date | None = None
) -> Membership:
    """Let the person act in a role from a day on (today where none is given); a role they hold already stays."""
    with acting_for(institution):
        membership, new = Membership.objects.get_or_create(
            institution=institution,
            person=person,
            role=role,
            until=None,
            defaults={"since": since or timezone.localdate()},
        )
    if new:
        record(
            "role-given",
            actor=by.pk if by else None,
            institution=institution.pk,
            subject=person,
            details={"role": role},
        )
    return membership


@transaction.atomic
def end_role(*, membership: Membership, by: Person) -> Membership:
    """Take a role away from today on. The row stays as history; the last coordinator cannot go."""
    institution, today = membership.institution, timezone.localdate()
    # Two coordinators who end each other at the same moment must not both succeed.
    Institution.objects.select_for_update().get(pk=institution.pk)
    with acting_for(institution):
        if membership.role == Role.COORDINATOR and not other_coordinators(membership, today):
            raise LastCoordinator(_("There must be at least one coordinator. Give somebody else the role first."))
        ended = Membership.objects.filter(pk=membership.pk, until=None).update(until=max(today, membership.since))
    if not ended:
        raise RoleHasEnded(_("That role had already ended."))
    record(
        "role-ended",
        actor=by.pk,
        institution=institution.pk,
        subject=membership.person,
        details={"role": membership.role},
    )
    membership.refresh_from_db(from_queryset=Membership.objects.owned_by(membership.person))
    return membership


def other_coordinators(membership: Membership, today: date) -> bool:
    """Whether somebody else who has an account coordinates today."""
    return (
        Membership.objects.filter(live_on(today), role=Role.COORDINATOR, person__user__isnull=False)
        .exclude(person_id=membership.person_id)
        .exists()
    )


@transaction.atomic
def relate(
    *,
    institution: Institution,
    kind: str,
    from_person: Person,
    to_person: Person,
    source: str,
    since: date | None = None,
) -> Relation:
    """Write down who leads, supervises or mentors whom; neutrality of counsellors rests on it."""
    with acting_for(institution):
        relation, _new = Relation.objects.get_or_create(
            institution=institution,
            kind=kind,
            from_person=from_person,
            to_person=to_person,
            until=None,
            defaults={"source": source, "since": since or timezone.localdate()},
        )
    return relation
