"""The person behind a request: where they act just now, with which roles."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from veivalg.institutions.models import Institution, Person
from veivalg.institutions.roles import Can, PlatformRole, Role

# The key of the session under which the chosen institution lies.
ACTIVE_INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Member:
    """A person, the institution they act at (None where they belong to none), and what they may do there."""

    person: Person
    institution: Institution | None
    roles: frozenset[Role]
    platform_roles: frozenset[PlatformRole]
    capabilities: frozenset[Can]

    def can(self, capability: Can) -> bool:
        return capability in self.capabilities


class MemberRequest(HttpRequest):
    """A request that `requires` has let in: `member` is there."""

    member: Member
    htmx: HtmxDetails
