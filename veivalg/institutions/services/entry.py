"""How an account becomes a person: by a row that was waiting for it, or by the domain of its address."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Affiliation, Institution, Membership, Person, Relation
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import across_institutions
from veivalg.institutions.services.people import give_role, make_person


class AlreadyHere(DomainError):
    """The account has a person."""


@transaction.atomic
def claim_person(*, user: User) -> Person | None:
    """Join the account to the person whom the institution entered under the same, verified address."""
    claimed = Person.objects.filter(email__iexact=user.email, user=None).update(user=user)
    person = Person.objects.filter(user=user).first()
    if claimed and person:
        record("person-claimed", actor=person.pk, subject=person)
    return person


@transaction.atomic
def enter_by_domain(*, user: User, institution: Institution, name: str, language: str) -> Person:
    """Come in as a researcher at the institution whose domain the address ends with."""
    # A double click must not make two persons: the account's row is the lock.
    User.objects.select_for_update().get(pk=user.pk)
    if Person.objects.filter(user=user).exists():
        raise AlreadyHere(_("You are in already."))
    person = make_person(name=name, email=user.email, language=language, user=user)
    give_role(institution=institution, person=person, role=Role.RESEARCHER)
    record("entered-by-domain", actor=person.pk, institution=institution.pk, subject=person)
    return person


@transaction.atomic
def follow_address(*, user: User) -> None:
    """Let the person's address be the one they sign in with now.

    Where an institution had entered the same human under that address, the two become one.
    """
    person = Person.objects.filter(user=user).first()
    if person is None:
        return
    double = Person.objects.filter(email__iexact=user.email, user=None).first()
    if double:
        absorb(double, into=person)
    Person.objects.filter(pk=person.pk).update(email=user.email.lower())
    record("address-changed", actor=person.pk, subject=person)


def absorb(double: Person, *, into: Person) -> None:
    """Hand positions and roles over, then let the empty row go."""
    with across_institutions(reason="two rows of one person become one", actor=into):
        Affiliation.objects.filter(person=double).update(person=into)
        held = set(Membership.objects.filter(person=into, until=None).values_list("institution_id", "role"))
        for membership in Membership.objects.filter(person=double):
            if membership.until or (membership.institution_id, membership.role) not in held:
                Membership.objects.filter(pk=membership.pk).update(person=into)
        Relation.objects.filter(from_person=double).exclude(to_person=into).update(from_person=into)
        Relation.objects.filter(to_person=double).exclude(from_person=into).update(to_person=into)
        double.delete()
