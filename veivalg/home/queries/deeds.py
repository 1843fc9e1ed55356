"""What the log of deeds says about a person, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.audit.models import Entry
from veivalg.institutions.models import Person

MOST_SHOWN = 50
# One line for every deed that the services record; a test fails where one is missing.
WORDS: dict[str, str | Promise] = {
    "account-deleted": _("Deleted an account"),
    "across-institutions": _("Read across institutions, for a stated reason"),
    "address-changed": _("Changed the sign-in address"),
    "data-exported": _("Took a copy of all data"),
    "domain-approved": _("Approved an e-mail domain"),
    "domain-withdrawn": _("Withdrew an e-mail domain"),
    "entered-by-domain": _("Came in with an approved e-mail address"),
    "institution-changed": _("Changed the institution's settings"),
    "institution-founded": _("Set up the institution"),
    "invitation-accepted": _("Accepted an invitation"),
    "invitation-sent": _("Sent an invitation"),
    "invitation-resent": _("Sent an invitation again"),
    "invitation-withdrawn": _("Withdrew an invitation"),
    "mail-tried-again": _("Let a mail be tried again"),
    "person-claimed": _("Took over what the institution had entered"),
    "position-changed": _("Changed a position"),
    "position-removed": _("Removed a position"),
    "position-stated": _("Stated a position"),
    "role-ended": _("Ended a role"),
    "role-given": _("Gave a role"),
    "taxonomy-import-cancelled": _("Stopped an import of a taxonomy"),
    "taxonomy-import-requested": _("Asked for a taxonomy to be imported"),
    "taxonomy-import-restarted": _("Started an import of a taxonomy again"),
    "taxonomy-edition-in-use": _("Put an edition of the taxonomy to use"),
    "unit-added": _("Added a unit"),
    "unit-renamed": _("Renamed a unit"),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One line: when, what and by whom."""

    at: datetime
    what: str | Promise
    who: str | Promise


def deeds_about(person: Person) -> list[Deed]:
    """What was done or read about the person, by themselves or others, newest first. Two queries."""
    about = Q(subject_type=person._meta.label_lower, subject=str(person.pk))
    entries = list(Entry.objects.filter(about | Q(actor=person.pk)).order_by("-at", "-pk")[:MOST_SHOWN])
    names = dict(Person.objects.filter(pk__in={entry.actor for entry in entries}).values_list("pk", "name"))
    return [Deed(entry.at, WORDS.get(entry.action, entry.action), by(entry, person, names)) for entry in entries]


def by(entry: Entry, person: Person, names: dict[int, str]) -> str | Promise:
    if entry.actor is None:
        return _("the system")
    if entry.actor == person.pk:
        return _("you")
    return names.get(entry.actor, _("somebody who has been deleted"))
