"""The person's profile: skills by area of ResearchComp, and what lies aside."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from veivalg.competence.engines import current_engine, reader_language
from veivalg.competence.models import Concept, SkillClaim
from veivalg.competence.words import Area, Words, area_of_competence, name_of, researchcomp
from veivalg.institutions.models import Person
from veivalg.matching import Engine
from veivalg.matching.vocabulary import in_language

# Methods, tools and knowledge of a field belong to the framework's "disciplinary expertise", whichever way of thinking
# they train besides; so do skills that the framework does not place, as most from ESCO.
FIELD_AREA = "doing-research"
OF_A_FIELD = frozenset({"method", "tool", "knowledge"})
THINKING_AREA = "cognitive-abilities"
# A language is for talking with people, whichever field it was learned in.
LANGUAGE_AREA = "working-with-others"


@dataclass(frozen=True, slots=True)
class Owned:
    """A skill of the person, with the names of the competences it belongs to."""

    claim: SkillClaim
    name: Words
    competences: list[str]

    @property
    def examples(self) -> int:
        return len(self.claim.examples.all())


@dataclass(frozen=True, slots=True)
class AreaShare:
    """An area with the person's skills in it; `share` is 0–100 of the fullest area."""

    code: str
    name: str
    about: str
    skills: list[Owned]
    share: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that the profile page shows."""

    areas: list[AreaShare]
    suggested: list[Owned]
    rejected: list[Owned]
    held: int
    with_examples: int

    @property
    def filled(self) -> list[AreaShare]:
        return [area for area in self.areas if area.skills]

    @property
    def empty(self) -> list[AreaShare]:
        return [area for area in self.areas if not area.skills]


def profile_of(person: Person) -> Profile:
    """Three queries, a fourth where a skill has left the taxonomy."""
    engine = current_engine()
    claims = list(SkillClaim.objects.filter(person=person).prefetch_related("examples").order_by("pk"))
    names = claim_names(engine, claims)
    by_area: dict[str, list[Owned]] = defaultdict(list)
    aside: dict[str, list[Owned]] = defaultdict(list)
    for claim in claims:
        competences = competences_of(engine, claim.uri)
        owned = Owned(claim, names[claim.uri], [competence_name(code) for code in competences])
        if claim.is_held:
            by_area[area_for(engine, claim.uri)].append(owned)
        else:
            aside[claim.state].append(owned)
    held = [owned for skills in by_area.values() for owned in skills]
    return Profile(
        areas=shares(by_area),
        suggested=aside[SkillClaim.State.SUGGESTED],
        rejected=aside[SkillClaim.State.REJECTED],
        held=len(held),
        with_examples=sum(owned.examples > 0 for owned in held),
    )


def shares(by_area: dict[str, list[Owned]]) -> list[AreaShare]:
    language = reader_language()
    most = max((len(skills) for skills in by_area.values()), default=0)
    return [
        AreaShare(
            code=area.code,
            name=in_language(area.names, language),
            about=in_language(area.about, language),
            skills=sorted(by_area[area.code], key=lambda owned: owned.name.text.casefold()),
            share=100 * len(by_area[area.code]) // most if most else 0,
        )
        for area in researchcomp()
    ]


def competences_of(engine: Engine, uri: str) -> list[str]:
    skill = engine.vocabulary.skills.get(uri)
    return list(skill.researchcomp) if skill else []


def area_for(engine: Engine, uri: str) -> str:
    """A skill stands in the area of its first competence; a method is not a way of thinking."""
    skill = engine.vocabulary.skills.get(uri)
    if skill is not None and skill.kind == "language":
        return LANGUAGE_AREA
    if skill is None or not skill.researchcomp:
        return FIELD_AREA
    area = area_of_competence().get(skill.researchcomp[0], FIELD_AREA)
    return FIELD_AREA if area == THINKING_AREA and skill.kind in OF_A_FIELD else area


def competence_name(code: str) -> str:
    areas: tuple[Area, ...] = researchcomp()
    found = next((area.competences[code] for area in areas if code in area.competences), {})
    return in_language(found, reader_language()) or code


def claim_names(engine: Engine, claims: list[SkillClaim]) -> dict[str, Words]:
    """URI → name. A skill that the edition in use does not have keeps the name that an earlier one gave it."""
    known = engine.vocabulary.skills
    names = {claim.uri: name_of(known[claim.uri]) for claim in claims if claim.uri in known}
    gone = [claim.uri for claim in claims if claim.uri not in known]
    if gone:
        for concept in Concept.objects.filter(uri__in=gone).prefetch_related("labels"):
            labels = {label.language: label.text for label in concept.labels.all() if label.preferred}
            language = next((code for code in (reader_language(), *labels) if code in labels), "")
            names[concept.uri] = Words(labels.get(language, concept.uri), language)
    return {claim.uri: names.get(claim.uri, Words(claim.uri, "")) for claim in claims}


def name_of_claim(claim: SkillClaim) -> Words:
    return claim_names(current_engine(), [claim])[claim.uri]


def quotes_of(claim: SkillClaim) -> list[str]:
    """The words in which the skill was found, in texts that are still there. Prefetch `mentions__source`."""
    found = [mention.source.text[mention.start : mention.end] for mention in claim.mentions.all()]
    return [quote for quote in found if quote]
