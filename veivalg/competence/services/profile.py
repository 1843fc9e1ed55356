"""Taking everything away again."""

from __future__ import annotations

from django.db import transaction

from veivalg.competence.models import Act, OccupationMark, SkillClaim, Source, Wishes
from veivalg.competence.services.acts import lock
from veivalg.institutions.models import Person


@transaction.atomic
def delete_everything(*, person: Person) -> None:
    """Delete all that the person told about their competence: texts, skills, examples, marks, wishes. Final."""
    lock(person)
    for model in (Act, OccupationMark, Wishes, SkillClaim, Source):
        model._default_manager.filter(person=person).delete()
