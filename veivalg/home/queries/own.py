"""The researcher's own page: phase, what matters in it, what was begun."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.functional import Promise

from veivalg.framework.catalogue import Entry
from veivalg.framework.queries import phases
from veivalg.institutions.members import Member
from veivalg.institutions.models import Affiliation, Person
from veivalg.institutions.phases import Limits, Phase, PhaseView, Stretch, Term, phase_on


@dataclass(frozen=True, slots=True)
class Stop:
    """One of the three phases on the path: `state` is done, here or ahead."""

    title: str | Promise
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything that the page shows about the person's own way."""

    view: PhaseView
    stops: list[Stop]
    entry: Entry | None

    @property
    def phase(self) -> str:
        return self.view.phase.value

    @property
    def phase_title(self) -> str | Promise:
        return self.entry.title if self.entry else Person.ChosenPhase(self.phase).label


def own_page(member: Member) -> OwnPage:
    """Two queries: positions with their leaves, and the framework's edition."""
    view = phase_view(member)
    entries = {entry.code: entry for entry in phases()}
    return OwnPage(view, stops(view.phase, entries), entries.get(view.phase.value))


def phase_view(member: Member) -> PhaseView:
    """The person's phase today and why, by the limits of the institution where they act."""
    place, person = member.institution, member.person
    limits = Limits(place.start_months, place.onward_months) if place else Limits()
    chosen = Phase(person.chosen_phase) if person.chosen_phase else None
    return phase_on(timezone.localdate(), terms(person), limits, chosen)


def terms(person: Person) -> list[Term]:
    """The person's positions as the phases read them: guest stays count only where there is nothing else."""
    rows = list(Affiliation.objects.owned_by(person).prefetch_related("leaves"))
    return [
        Term(
            f"{row.institution_id} {row.kind}",
            row.starts_on,
            row.ends_on,
            tuple(Stretch(leave.starts_on, leave.ends_on) for leave in row.leaves.all()),
        )
        for row in [row for row in rows if row.kind != Affiliation.Kind.GUEST] or rows
    ]


def stops(here: Phase, entries: dict[str, Entry]) -> list[Stop]:
    """The three phases in order; each leads to its page in the framework."""
    order = list(Phase)
    made = []
    for phase in order:
        entry = entries.get(phase.value)
        state = "here" if phase == here else "done" if order.index(phase) < order.index(here) else "ahead"
        title = entry.title if entry else Person.ChosenPhase(phase.value).label
        made.append(Stop(title, state, url_of(entry)))
    return made


def url_of(entry: Entry | None) -> str:
    try:
        return entry.url if entry else ""
    except NoReverseMatch:
        return ""
