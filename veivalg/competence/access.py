"""Who may see a row of the competence app: texts and skills are seen by the person they are about, and nobody else."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from veivalg.competence.models import Edition, SkillClaim, Source, TaxonomyImport
from veivalg.institutions.models import Person


def get_source(person: Person, public_id: UUID) -> Source:
    return get_object_or_404(Source, person=person, public_id=public_id)


def undecided_in(source: Source) -> list[str]:
    """URIs of the skills of a text that its owner has not decided on."""
    claims = SkillClaim.objects.filter(mentions__source=source, state=SkillClaim.State.SUGGESTED)
    return list(claims.values_list("uri", flat=True))


def claims_of(person: Person) -> QuerySet[SkillClaim]:
    return SkillClaim.objects.filter(person=person)


def get_claim(person: Person, claim_id: int) -> SkillClaim:
    return get_object_or_404(claims_of(person).prefetch_related("examples", "mentions__source"), pk=claim_id)


def get_import(import_id: int) -> TaxonomyImport:
    return get_object_or_404(TaxonomyImport.objects.select_related("started_by"), pk=import_id)


def get_edition(edition_id: int) -> Edition:
    return get_object_or_404(Edition.objects.defer("content"), pk=edition_id)
