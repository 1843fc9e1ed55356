"""Who may do what: roles, capabilities and the one table between them. `docs/roles.md` is made from this file."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Can(StrEnum):
    """A capability. Views ask for one with `@requires(Can.X)`."""

    USE_OWN_PAGES = "use own pages"
    SEE_INSTITUTION = "see the institution's own pages"
    MANAGE_PEOPLE = "invite people and give roles"
    MANAGE_INSTITUTION = "change the institution's settings"
    SEE_OPERATIONS = "see mail queue, jobs and versions"
    IMPORT_TAXONOMY = "import a taxonomy"
    WRITE_ARTICLES = "write articles of the library"
    PUBLISH_ARTICLES = "approve and archive articles that somebody else wrote"
    EDIT_SHARED_ARTICLES = "write and approve articles that all institutions share"


class Role(models.TextChoices):
    """A role that a person holds at an institution."""

    RESEARCHER = "researcher", _("Researcher")
    COUNSELLOR = "counsellor", _("Career counsellor")
    ORGANISER = "organiser", _("Organiser")
    EDITOR = "editor", _("Editor")
    COORDINATOR = "coordinator", _("Coordinator")
    LEADER = "leader", _("Leader")
    SUPERVISOR = "supervisor", _("Supervisor")
    HR = "hr", _("HR")
    DPO = "dpo", _("Data protection officer")


class PlatformRole(models.TextChoices):
    """A role that is not tied to one institution."""

    NETWORK_LEAD = "network-lead", _("Network lead")
    OPERATOR = "operator", _("Operator")


# Everybody who has an account, whatever becomes of their employment.
EVERYBODY = frozenset({Can.USE_OWN_PAGES})

CAPABILITIES: dict[Role, frozenset[Can]] = {
    Role.RESEARCHER: frozenset({Can.SEE_INSTITUTION}),
    Role.COUNSELLOR: frozenset({Can.SEE_INSTITUTION, Can.PUBLISH_ARTICLES}),
    Role.ORGANISER: frozenset({Can.SEE_INSTITUTION}),
    Role.EDITOR: frozenset({Can.SEE_INSTITUTION, Can.WRITE_ARTICLES, Can.PUBLISH_ARTICLES}),
    Role.COORDINATOR: frozenset(
        {
            Can.SEE_INSTITUTION,
            Can.MANAGE_PEOPLE,
            Can.MANAGE_INSTITUTION,
            Can.WRITE_ARTICLES,
            Can.PUBLISH_ARTICLES,
        }
    ),
    Role.LEADER: frozenset({Can.SEE_INSTITUTION}),
    Role.SUPERVISOR: frozenset({Can.SEE_INSTITUTION}),
    Role.HR: frozenset({Can.SEE_INSTITUTION}),
    Role.DPO: frozenset({Can.SEE_INSTITUTION}),
}
PLATFORM_CAPABILITIES: dict[PlatformRole, frozenset[Can]] = {
    PlatformRole.NETWORK_LEAD: frozenset({Can.WRITE_ARTICLES, Can.PUBLISH_ARTICLES, Can.EDIT_SHARED_ARTICLES}),
    PlatformRole.OPERATOR: frozenset({Can.SEE_OPERATIONS, Can.IMPORT_TAXONOMY}),
}
