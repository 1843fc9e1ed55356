"""The way back: each step writes down how the rows it touches were; undoing puts them back, newest step first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.competence.models import Act, Example, OccupationMark, SkillClaim, Wishes
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person

STEPS_KEPT = 30
CLAIM_FIELDS = ("state", "learned", "level")
WISH_FIELDS = ("sector", "place", "norwegian", "without_licence", "without_clearance")


class NothingToUndo(DomainError):
    """There is no step left to take back."""


def lock(person: Person) -> None:
    """Let the steps of one person follow each other: two browsers, a double click."""
    Person.objects.select_for_update().get(pk=person.pk)


def remember(person: Person, kind: Act.Kind, before: dict[str, Any]) -> None:
    """Write down a step and forget the one that is too long ago."""
    Act.objects.create(person=person, kind=kind, before=before)
    old = Act.objects.filter(person=person).values_list("pk", flat=True)[STEPS_KEPT:]
    Act.objects.filter(pk__in=list(old)).delete()


def claims_before(claims: Iterable[SkillClaim], uris: Collection[str]) -> dict[str, Any]:
    """How claims are now, by URI; None for a skill that the person has not claimed."""
    known = {claim.uri: claim for claim in claims}
    return {
        uri: {
            **{field: getattr(known[uri], field) for field in CLAIM_FIELDS},
            "examples": [example.text for example in known[uri].examples.all()],
        }
        if uri in known
        else None
        for uri in uris
    }


@transaction.atomic
def undo_last_act(*, person: Person) -> Act:
    """Put back what the person's newest step changed."""
    lock(person)
    act = Act.objects.filter(person=person).first()
    if act is None:
        raise NothingToUndo(_("There is nothing to undo."))
    for uri, before in act.before.get("claims", {}).items():
        put_claim_back(person, uri, before)
    for uri, opinion in act.before.get("marks", {}).items():
        put_mark_back(person, uri, opinion)
    if "wishes" in act.before:
        Wishes.objects.update_or_create(person=person, defaults=act.before["wishes"])
    act.delete()
    return act


def put_claim_back(person: Person, uri: str, before: dict[str, Any] | None) -> None:
    if before is None:
        SkillClaim.objects.filter(person=person, uri=uri).delete()
        return
    fields = {field: before[field] for field in CLAIM_FIELDS}
    claim, _new = SkillClaim.objects.update_or_create(person=person, uri=uri, defaults=fields)
    write_examples(claim, before["examples"])


def put_mark_back(person: Person, uri: str, opinion: str | None) -> None:
    if opinion is None:
        OccupationMark.objects.filter(person=person, uri=uri).delete()
    else:
        OccupationMark.objects.update_or_create(person=person, uri=uri, defaults={"opinion": opinion})


def write_examples(claim: SkillClaim, texts: Iterable[str]) -> None:
    """Replace the examples of a claim."""
    claim.examples.all().delete()
    Example.objects.bulk_create(
        [Example(claim=claim, number=number, text=text) for number, text in enumerate(texts, start=1)]
    )
