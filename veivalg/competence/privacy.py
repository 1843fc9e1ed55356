"""What is kept about a person's competence. All of it is theirs alone."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.competence.engines import current_engine
from veivalg.competence.models import OccupationMark, SkillClaim, Source, TaxonomyImport, Wishes
from veivalg.competence.queries.profile import claim_names
from veivalg.competence.services import delete_everything
from veivalg.core.privacy import Kept
from veivalg.institutions.models import Person

CHOICE = _("Your own choice: you hand it in, and you can take it away.")
YOU = _("You, and nobody else in the product: no leader, no coordinator, no counsellor.")


def kept() -> list[Kept]:
    return [
        Kept(
            "competence.Source",
            purpose=_("To find skills in a text that you gave us."),
            legal_basis=CHOICE,
            retention=_("The text goes when you are done with it, at the latest after a week, unless you keep it."),
            who_sees=YOU,
        ),
        Kept(
            "competence.SkillClaim",
            purpose=_("To show you what you can do, with your own examples, and occupations that fit."),
            legal_basis=CHOICE,
            retention=_("Until you delete it."),
            who_sees=YOU,
        ),
        Kept(
            "competence.OccupationMark",
            purpose=_("To bring occupations forward that are like those you find interesting."),
            legal_basis=CHOICE,
            retention=_("Until you delete it."),
            who_sees=YOU,
        ),
        Kept(
            "competence.Wishes",
            purpose=_("To leave out occupations that do not fit what matters to you."),
            legal_basis=CHOICE,
            retention=_("Until you delete it."),
            who_sees=YOU,
        ),
        Kept(
            "competence.Act",
            purpose=_("To let you undo your last steps."),
            legal_basis=CHOICE,
            retention=_("Your last thirty steps."),
            who_sees=YOU,
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    claims = list(SkillClaim.objects.filter(person=person_id).prefetch_related("examples"))
    names = claim_names(current_engine(), claims)
    return {
        "texts": [
            {"kind": row.kind, "file_name": row.file_name, "read_at": row.read_at, "text": row.text}
            for row in Source.objects.filter(person=person_id)
        ],
        "skills": [
            {
                "uri": row.uri,
                "name": names[row.uri].text,
                "state": row.state,
                "learned": row.learned,
                "level": row.level,
                "examples": [example.text for example in row.examples.all()],
            }
            for row in claims
        ],
        "occupations": list(OccupationMark.objects.filter(person=person_id).values("uri", "opinion")),
        "wishes": list(
            Wishes.objects.filter(person=person_id).values(
                "sector", "place", "norwegian", "without_licence", "without_clearance"
            )
        ),
    }


@transaction.atomic
def erase(person_id: int) -> None:
    delete_everything(person=Person.objects.get(pk=person_id))
    TaxonomyImport.objects.filter(started_by=person_id).update(started_by=None)
