"""Who somebody is today, and where."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser

from veivalg.institutions.access import live_memberships
from veivalg.institutions.members import Member
from veivalg.institutions.models import Person
from veivalg.institutions.roles import CAPABILITIES, EVERYBODY, PLATFORM_CAPABILITIES, PlatformRole, Role


def member_for(user: AbstractBaseUser, *, slug: str | None = None) -> Member | None:
    """Who the user is, at the institution named by `slug` if they belong there, else at their first one.

    Three queries: the person, their live memberships with institutions, and their platform roles.
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
