"""How far a person has come: for their own pages, never for anybody else's."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from veivalg.competence.models import Act, SkillClaim, Source
from veivalg.institutions.models import Person

ENOUGH_SKILLS = 5


@dataclass(frozen=True, slots=True)
class ProfileState:
    """Counts, and the address (route name) of what to do next."""

    held: int
    suggested: int
    with_examples: int
    texts: int

    @property
    def begun(self) -> bool:
        return bool(self.held or self.suggested or self.texts)

    @property
    def next_route(self) -> str:
        if not self.begun:
            return "competence:start"
        if self.held < ENOUGH_SKILLS:
            return "competence:profile" if self.suggested else "competence:start"
        return "competence:occupations"


def profile_state(person: Person) -> ProfileState:
    """Two queries."""
    counts = SkillClaim.objects.filter(person=person).aggregate(
        held=Count("pk", filter=Q(state__in=SkillClaim.HELD), distinct=True),
        suggested=Count("pk", filter=Q(state=SkillClaim.State.SUGGESTED), distinct=True),
        with_examples=Count("examples__claim", filter=Q(state__in=SkillClaim.HELD), distinct=True),
    )
    return ProfileState(**counts, texts=Source.objects.filter(person=person).count())


def last_act(person: Person) -> Act | None:
    """What "undo" would take back."""
    return Act.objects.filter(person=person).defer("before").first()


def sources_of(person: Person) -> QuerySet[Source]:
    """The person's texts, newest first, without what they say."""
    return Source.objects.filter(person=person).defer("text").annotate(skills=Count("mentions"))
