"""How far a person has come: for their own pages, never for anybody else's."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from veivalg.competence.models import Act, SkillClaim, Source
from veivalg.institutions.models import Person

ENOUGH_SKILLS = 5


@dataclass(frozen=True, slots=True)
class ProfileState:
    """Counts, and the address (route name) of what to do next."""

    held: int
    suggested: int

    @property
    def begun(self) -> bool:
        return bool(self.held or self.suggested)

    @property
    def next_route(self) -> str:
        if not self.begun:
            return "competence:start"
        if self.held < ENOUGH_SKILLS:
            return "competence:profile" if self.suggested else "competence:start"
        return "competence:occupations"


def profile_state(person: Person) -> ProfileState:
    """One small query: the page that everybody opens first asks for it."""
    rows = SkillClaim.objects.filter(person=person).order_by().values_list("state").annotate(Count("pk"))
    counts: dict[str, int] = dict(rows)
    held = sum(counts.get(state, 0) for state in SkillClaim.HELD)
    return ProfileState(held, counts.get(SkillClaim.State.SUGGESTED, 0))


def last_act(person: Person) -> Act | None:
    """What "undo" would take back."""
    return Act.objects.filter(person=person).defer("before").first()


def sources_of(person: Person) -> QuerySet[Source]:
    """The person's texts, newest first, without what they say."""
    return Source.objects.filter(person=person).defer("text").annotate(skills=Count("mentions"))
