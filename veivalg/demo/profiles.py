"""Competence profiles of demo people: made as a person makes one, from a text to marked occupations."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from veivalg.competence.models import SkillClaim, Source
from veivalg.competence.queries import matches_for
from veivalg.competence.services import (
    confirm_skills,
    describe_skill,
    finish_text,
    mark_occupation,
    paste_text,
    reject_skills,
)
from veivalg.demo.world import DATA, read_one
from veivalg.institutions.models import Person


def build_profile(person: Person, name: str) -> None:
    """Let the person paste their text, decide on skills, add examples and mark occupations."""
    plan = read_one("profiles")[name]
    text = (DATA / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    with translation.override(person.language):
        source = paste_text(person=person, text=text, keep=plan["keep_text"])
        decide(person, source, plan)
        give_examples(person, source, plan["examples"])
        mark(person, plan)
        finish_text(person=person, source=source)


def decide(person: Person, source: Source, plan: dict[str, Any]) -> None:
    """Set aside what the plan names, leave the last ones open, confirm the others."""
    passages = {
        mention.claim.uri: source.text[mention.start : mention.end]
        for mention in source.mentions.select_related("claim")
    }
    aside = [uri for uri, passage in passages.items() if passage in plan["set_aside"]]
    rest = [uri for uri in passages if uri not in aside]
    reject_skills(person=person, uris=aside)
    confirm_skills(person=person, uris=rest[: len(rest) - plan["undecided"]])


def give_examples(person: Person, source: Source, examples: list[dict[str, str]]) -> None:
    """Add an example to the skill that was found in certain words; none where the engine reads them otherwise."""
    for example in examples:
        start = source.text.find(example["words"])
        claim = SkillClaim.objects.filter(
            person=person, mentions__source=source, mentions__start__lte=start, mentions__end__gt=start
        ).first()
        if claim:
            describe_skill(person=person, claim=claim, learned=example["learned"], level="", examples=[example["text"]])


def mark(person: Person, plan: dict[str, Any]) -> None:
    """Mark occupations by their place in the list as it stood before."""
    listed = [card.uri for card in matches_for(person).outside]
    for opinion in ("interesting", "not-for-me"):
        for place in plan[opinion.replace("-", "_")]:
            if place <= len(listed):
                mark_occupation(person=person, uri=listed[place - 1], opinion=opinion)
