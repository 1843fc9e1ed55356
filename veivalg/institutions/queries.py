"""Lists and look-ups of institutions and people."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F, Q
from django.utils import timezone

from veivalg.institutions.members import Member
from veivalg.institutions.models import Membership, Person
from veivalg.institutions.roles import CAPABILITIES, EVERYBODY, PLATFORM_CAPABILITIES, PlatformRole, Role


def member_for(user: AbstractBaseUser, *, slug: str | None = None) -> Member | None:
    """Who the user is, at the institution named by `slug` if they belong there, else at their first one.

    Two queries: the person, and their live memberships with institutions; a third for platform roles.
    """
    person = Person.objects.filter(user_id=user.pk).first()
    if person is None:
        return None
    memberships = live_memberships(person)
    institutions = {row.institution.slug: row.institution for row in memberships}
    institution = institutions.get(slug or "") or next(iter(institutions.values()), None)
    roles = frozenset(Role(row.role) for row in memberships if row.institution == institution)
    platform_roles = frozenset(PlatformRole(row.role) for row in person.platform_memberships.all())
    capabilities = EVERYBODY.union(
        *(CAPABILITIES[role] for role in roles), *(PLATFORM_CAPABILITIES[role] for role in platform_roles)
    )
    return Member(person, institution, roles, platform_roles, capabilities)


def live_memberships(person: Person) -> list[Membership]:
    """The person's roles today at all their institutions, oldest first."""
    today = timezone.localdate()
    rows = Membership.objects.owned_by(person).filter(Q(until=None) | Q(until__gte=today), since__lte=today)
    return list(rows.select_related("institution").order_by(F("since").asc(), "pk"))
