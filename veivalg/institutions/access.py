"""Which rows somebody may reach. Hidden and missing look the same: 404."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import F, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from veivalg.institutions.models import (
    Affiliation,
    ApprovedDomain,
    Institution,
    Invitation,
    Membership,
    Person,
    Unit,
)
from veivalg.institutions.scoping import acting_for


def live_on(day: date) -> Q:
    """Roles held on a day. `until` is the first day without the role, so that ending one works at once."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def live_memberships(person: Person) -> list[Membership]:
    """The person's roles today at all their institutions, oldest first."""
    rows = Membership.objects.owned_by(person).filter(live_on(timezone.localdate()))
    return list(
        rows.select_related("institution").prefetch_related("institution__names").order_by(F("since").asc(), "pk")
    )


def own_affiliations(person: Person) -> QuerySet[Affiliation]:
    """The person's own positions at all institutions, newest first, with what a page shows of them."""
    return (
        Affiliation.objects.owned_by(person)
        .select_related("institution", "position_type", "unit")
        .prefetch_related("leaves", "institution__names", "position_type__names", "unit__names")
        .order_by("-starts_on", "pk")
    )


def get_public_institution(slug: str) -> Institution:
    """An institution that shows itself to everybody."""
    return get_object_or_404(Institution.objects.prefetch_related("names"), slug=slug, is_public=True)


def get_invitation_by_link(slug: str, digest: str) -> Invitation:
    """The invitation that a link points to, whatever has become of it."""
    institution = get_object_or_404(Institution.objects.prefetch_related("names"), slug=slug)
    with acting_for(institution):
        invitation = get_object_or_404(Invitation.objects.select_related("invited_by"), digest=digest)
    invitation.institution = institution
    return invitation


def get_invitation(invitation_id: int) -> Invitation:
    """One of the institution's own invitations."""
    return get_object_or_404(Invitation.objects.select_related("institution"), pk=invitation_id)


def get_colleague(institution: Institution, public_id: uuid.UUID) -> Person:
    """Somebody who holds or has held a role at this institution."""
    here = Membership.objects.filter(institution=institution).values("person")
    return get_object_or_404(Person.objects.filter(pk__in=here), public_id=public_id)


def get_membership(membership_id: int) -> Membership:
    """One of the institution's own roles."""
    return get_object_or_404(Membership.objects.select_related("institution", "person"), pk=membership_id)


def get_domain(domain_id: int) -> ApprovedDomain:
    return get_object_or_404(ApprovedDomain.objects.select_related("institution"), pk=domain_id)


def get_unit(unit_id: int) -> Unit:
    return get_object_or_404(Unit.objects.prefetch_related("names"), pk=unit_id)


def get_own_affiliation(person: Person, affiliation_id: int) -> Affiliation:
    """One of the person's own positions, at whichever institution."""
    return get_object_or_404(own_affiliations(person), pk=affiliation_id)


def get_own_institution(person: Person, slug: str) -> Institution:
    """An institution where the person holds a role today."""
    for membership in live_memberships(person):
        if membership.institution.slug == slug:
            return membership.institution
    raise Http404
