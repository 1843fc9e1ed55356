"""What a person says about their skills."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.competence.engines import current_engine
from veivalg.competence.models import Act, SkillClaim
from veivalg.competence.models.profile import MOST_EXAMPLES
from veivalg.competence.services.acts import claims_before, lock, remember, write_examples
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person

State = SkillClaim.State


class UnknownSkill(DomainError):
    """The taxonomy in use does not have it."""


class TooManyExamples(DomainError):
    """One to three are enough to show a skill."""


def confirm_skills(*, person: Person, uris: Collection[str]) -> int:
    """Say "that is me" to skills that were suggested or set aside; how many changed."""
    return decide(person, uris, State.CONFIRMED, Act.Kind.CONFIRMED)


def reject_skills(*, person: Person, uris: Collection[str]) -> int:
    """Set skills aside; they are listed and can be taken back. How many changed."""
    return decide(person, uris, State.REJECTED, Act.Kind.REJECTED)


def restore_skills(*, person: Person, uris: Collection[str]) -> int:
    """Take back skills that were set aside: they are suggestions again."""
    return decide(person, uris, State.SUGGESTED, Act.Kind.RESTORED)


@transaction.atomic
def decide(person: Person, uris: Collection[str], state: State, kind: Act.Kind) -> int:
    """Give the person's claims on these skills a state. What they never claimed is passed over; the last word holds."""
    lock(person)
    claims = list(
        SkillClaim.objects.filter(person=person, uri__in=uris).exclude(state=state).prefetch_related("examples")
    )
    if state == State.CONFIRMED:
        claims = [claim for claim in claims if claim.state != State.ADDED]
    if claims:
        remember(person, kind, {"claims": claims_before(claims, [claim.uri for claim in claims])})
        SkillClaim.objects.filter(pk__in=[claim.pk for claim in claims]).update(state=state, changed_at=timezone.now())
    return len(claims)


@transaction.atomic
def add_skill(*, person: Person, uri: str) -> SkillClaim:
    """Add a skill by hand. Adding one that is there already changes nothing; a suggested one is confirmed."""
    if uri not in current_engine().vocabulary.skills:
        raise UnknownSkill(_("We do not know that skill. Choose one from the list."))
    lock(person)
    claim = SkillClaim.objects.filter(person=person, uri=uri).prefetch_related("examples").first()
    if claim and claim.is_held:
        return claim
    remember(person, Act.Kind.ADDED, {"claims": claims_before([claim] if claim else [], [uri])})
    state = State.CONFIRMED if claim else State.ADDED
    claim, _new = SkillClaim.objects.update_or_create(person=person, uri=uri, defaults={"state": state})
    return claim


@transaction.atomic
def describe_skill(
    *, person: Person, claim: SkillClaim, learned: str, level: str, examples: Sequence[str]
) -> SkillClaim:
    """Say how a skill was learned, how well one knows it, and give up to three own examples."""
    lock(person)
    texts = [text.strip() for text in examples if text.strip()]
    if len(texts) > MOST_EXAMPLES:
        raise TooManyExamples(_("Three examples are enough."))
    now = SkillClaim.objects.prefetch_related("examples").get(pk=claim.pk)
    before = claims_before([now], [now.uri])
    after = {now.uri: {"state": now.state, "learned": learned, "level": level.strip(), "examples": texts}}
    if after == before:
        return now
    remember(person, Act.Kind.DESCRIBED, {"claims": before})
    now.learned, now.level = learned, level.strip()
    now.save(update_fields=["learned", "level", "changed_at"])
    write_examples(now, texts)
    return now
