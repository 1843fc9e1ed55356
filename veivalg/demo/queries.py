"""Who can be visited in the demo."""

from __future__ import annotations

from dataclasses import dataclass

from veivalg.accounts.models import User
from veivalg.demo.world import DemoPerson, read_world
from veivalg.institutions.roles import PlatformRole, Role


@dataclass(frozen=True, slots=True)
class SignIn:
    """A line of the list: `role` in the active language, `institution` empty for those of the platform."""

    name: str
    role: str
    institution: str
    sign_in: str

    @property
    def path(self) -> str:
        return f"/accounts/demo/{self.sign_in}/"


def sign_ins() -> list[SignIn]:
    """The invented people that have been made, in the order of the file."""
    made = set(User.objects.exclude(demo_name=None).values_list("demo_name", flat=True))
    return [line_for(person) for person in read_world().people if person.sign_in in made]


def line_for(person: DemoPerson) -> SignIn:
    roles = [Role(role).label for _slug, role in person.roles[:1]]
    roles += [PlatformRole(role).label for role in person.platform_roles]
    return SignIn(
        name=person.name,
        role=", ".join(str(role) for role in roles),
        institution=", ".join(slug for slug, _role in person.roles),
        sign_in=person.sign_in,
    )
