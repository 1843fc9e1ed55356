"""Who somebody is today, and where."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F

from veivalg.institutions.access import live_memberships
from veivalg.institutions.members import Member
from veivalg.institutions.models import Person
from veivalg.institutions.roles import CAPABILITIES, EVERYBODY, PLATFORM_CAPABILITIES, PlatformRole, Role


def member_for(user: AbstractBaseUser, *, slug: str | None = None) -> Member | None:
    """Who the user is, at the institution named by `slug` if they belong there, else at their first one.

    Three queries: the person with their platform roles, their live memberships, the names of these institutions.
    """
    rows = Person.objects.filter(user_id=user.pk).annotate(platform_role=F("platform_memberships__role"))
    found = list(rows)
    if not found:
        return None
    person = found[0]
    memberships = live_memberships(person)
    institutions = {row.institution.slug: row.institution for row in memberships}
    institution = institutions.get(slug or "") or next(iter(institutions.values()), None)
    roles = frozenset(Role(row.role) for row in memberships if row.institution == institution)
    platform_roles = frozenset(PlatformRole(row.platform_role) for row in found if row.platform_role)
    capabilities = EVERYBODY.union(
        *(CAPABILITIES[role] for role in roles), *(PLATFORM_CAPABILITIES[role] for role in platform_roles)
    )
    return Member(person, institution, roles, platform_roles, capabilities)
