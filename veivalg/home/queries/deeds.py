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
WORDS: dict[str, str | Promise] = {
    "data-exported": _("Took a copy of all data"),
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
