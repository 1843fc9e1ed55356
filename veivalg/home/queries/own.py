"""The researcher's own page: phase, what matters in it, what was begun."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from veivalg.competence.queries import ProfileState, profile_state
from veivalg.framework.catalogue import Entry
from veivalg.framework.queries import phases
from veivalg.institutions.members import Member
from veivalg.institutions.models import Person
from veivalg.institutions.phases import Phase, PhaseView
from veivalg.institutions.queries import phase_of


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
    competence: ProfileState

    @property
    def phase(self) -> str:
        return self.view.phase.value

    @property
    def phase_title(self) -> str | Promise:
        return self.entry.title if self.entry else Person.ChosenPhase(self.phase).label


def own_page(member: Member) -> OwnPage:
    """Three queries: positions with their leave, the framework's edition, and how far the profile has come."""
    view = phase_of(member.person, institution=member.institution)
    entries = {entry.code: entry for entry in phases()}
    return OwnPage(view, stops(view.phase, entries), entries.get(view.phase.value), profile_state(member.person))


def stops(here: Phase, entries: dict[str, Entry]) -> list[Stop]:
    """The three phases in order; each leads to its page in the framework."""
    order = list(Phase)
    made = []
    for phase in order:
        entry = entries.get(phase.value)
        state = "here" if phase == here else "done" if order.index(phase) < order.index(here) else "ahead"
        title = entry.title if entry else Person.ChosenPhase(phase.value).label
        made.append(Stop(title, state, entry.url if entry else ""))
    return made
