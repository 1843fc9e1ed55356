"""The taxonomy (reference data) and what a person says about themselves (their own)."""

from __future__ import annotations

from veivalg.competence.models.profile import Act, Example, Mention, OccupationMark, SkillClaim, Wishes
from veivalg.competence.models.taxonomy import Concept, ConceptLabel, Edition, Link, TaxonomyImport
from veivalg.competence.models.texts import Source, Upload

__all__ = [
    "Act",
    "Concept",
    "ConceptLabel",
    "Edition",
    "Example",
    "Link",
    "Mention",
    "OccupationMark",
    "SkillClaim",
    "Source",
    "TaxonomyImport",
    "Upload",
    "Wishes",
]
