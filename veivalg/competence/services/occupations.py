"""What a person thinks of occupations, and what matters to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.competence.engines import current_engine
from veivalg.competence.models import Act, OccupationMark, Wishes
from veivalg.competence.services.acts import WISH_FIELDS, lock, remember
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person

Opinion = OccupationMark.Opinion


class UnknownOccupation(DomainError):
    """The taxonomy in use does not have it."""


@transaction.atomic
def mark_occupation(*, person: Person, uri: str, opinion: str) -> None:
    """Mark an occupation as interesting or as not for me; an empty opinion takes the mark away."""
    lock(person)
    mark = OccupationMark.objects.filter(person=person, uri=uri).first()
    before = mark.opinion if mark else None
    if (opinion or None) == before:
        return
    if opinion and (opinion not in Opinion.values or uri not in current_engine().vocabulary.occupations):
        raise UnknownOccupation(_("We do not know that occupation."))
    kind = Act.Kind(opinion) if opinion else Act.Kind.UNMARKED
    remember(person, kind, {"marks": {uri: before}})
    if opinion:
        OccupationMark.objects.update_or_create(person=person, uri=uri, defaults={"opinion": opinion})
    else:
        OccupationMark.objects.filter(person=person, uri=uri).delete()


@transaction.atomic
def state_wishes(*, person: Person, wishes: Mapping[str, Any]) -> Wishes:
    """Write down what matters to the person; all of it may be empty."""
    lock(person)
    now = Wishes.objects.filter(person=person).first() or Wishes(person=person)
    before = {field: getattr(now, field) for field in WISH_FIELDS}
    after = {field: wishes[field] for field in WISH_FIELDS}
    if after != before or now.pk is None:
        if now.pk or after != before:
            remember(person, Act.Kind.WISHED, {"wishes": before})
        now, _new = Wishes.objects.update_or_create(person=person, defaults=after)
    return now
