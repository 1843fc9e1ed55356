"""The page after sign-in: for a researcher by phase, for each other role what there is to do.

Each tile stands once in `TILES`; a person with several roles sees them all, each once. Tiles whose page does not exist
are not written here: no dead links, no "coming soon".
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.members import Member
from veivalg.institutions.roles import Can, PlatformRole, Role


@dataclass(frozen=True, slots=True)
class Tile:
    """Something that a role can do, as a link with one sentence."""

    title: str | Promise
    text: str | Promise
    route: str
    icon: str
    roles: frozenset[Role | PlatformRole]
    args: tuple[str, ...] = ()
    capability: Can | None = None

    @property
    def url(self) -> str:
        return reverse(self.route, args=self.args)

    def is_for(self, member: Member) -> bool:
        held = bool(self.roles & (member.roles | member.platform_roles))
        return held and (self.capability is None or member.can(self.capability))


def framework_role(code: str, *roles: Role) -> Tile:
    """The framework's own page about a role near the researcher."""
    return Tile(
        _("What you can do for a researcher"),
        _("What is yours to say, what is not, and whom you can point to."),
        "framework:element",
        "Handshake",
        frozenset(roles),
        args=("role", code),
    )


COORDINATOR, OPERATOR = frozenset({Role.COORDINATOR}), frozenset({PlatformRole.OPERATOR})
EVERY_STAFF_ROLE = frozenset(Role) - {Role.RESEARCHER}

TILES = [
    Tile(
        _("Invite people"),
        _("Send an invitation, or approve the e-mail domain that your researchers use."),
        "institutions:people",
        "PersonGroup",
        COORDINATOR,
        capability=Can.MANAGE_PEOPLE,
    ),
    Tile(
        _("The institution's settings"),
        _("Name, contact, units, and how many months the phases last here."),
        "institutions:settings",
        "Cog",
        COORDINATOR,
        capability=Can.MANAGE_INSTITUTION,
    ),
    framework_role("counsellor", Role.COUNSELLOR),
    framework_role("immediate-leader", Role.LEADER),
    framework_role("supervisor", Role.SUPERVISOR),
    framework_role("hr", Role.HR),
    Tile(
        _("Mail queue"),
        _("What waits, what was sent and what failed. Never what a mail says."),
        "notifications:queue",
        "EnvelopeClosed",
        OPERATOR,
        capability=Can.SEE_OPERATIONS,
    ),
    Tile(
        _("Occupations and skills"),
        _("Which taxonomy is in use, and importing a newer one."),
        "competence:taxonomy",
        "Tasklist",
        OPERATOR,
        capability=Can.IMPORT_TAXONOMY,
    ),
    Tile(
        _("What is kept, why and for how long"),
        _("The list of personal data in the product, made from its own code."),
        "home:privacy",
        "Shield",
        frozenset({Role.DPO}),
    ),
    Tile(
        _("The framework as a picture"),
        _("Goals, conditions, phases and the nine recommendations, part by part."),
        "framework:model",
        "Compass",
        EVERY_STAFF_ROLE | frozenset(PlatformRole),
    ),
]

# What somebody in the role sees of researchers: said at once, so that nobody wonders.
ROLE_WORDS: dict[Role | PlatformRole, str | Promise] = {
    Role.COUNSELLOR: _("You see nothing of what researchers keep on their own pages, unless they show it to you."),
    Role.COORDINATOR: _("You see names, roles and since when. What researchers write, map or plan is theirs."),
    Role.LEADER: _("You see nothing about a single researcher here, neither whether they use Veivalg nor what for."),
    PlatformRole.OPERATOR: _("You keep the site running: states and numbers, never what anybody wrote."),
    Role.DPO: _("You see what is kept and why, never the content."),
}
SAME_WORDS = {Role.SUPERVISOR: Role.LEADER, Role.HR: Role.LEADER}


def words_for(member: Member) -> list[str | Promise]:
    """The sentences for the person's roles, each once."""
    roles = [SAME_WORDS.get(role, role) if isinstance(role, Role) else role for role in held_roles(member)]
    return [ROLE_WORDS[role] for role in dict.fromkeys(roles) if role in ROLE_WORDS]


def held_roles(member: Member) -> list[Role | PlatformRole]:
    """Staff roles in the order of the table of roles."""
    return [role for role in (*Role, *PlatformRole) if role in member.roles | member.platform_roles]


def tiles_for(member: Member) -> list[Tile]:
    """What the person's roles, other than that of a researcher, can do here."""
    return [tile for tile in TILES if tile.is_for(member)]


def is_researcher(member: Member) -> bool:
    """Whether the page should speak of the person's own way: so for everybody without a staff role, too."""
    return Role.RESEARCHER in member.roles or not (member.roles or member.platform_roles)
