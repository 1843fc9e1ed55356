"""The kinds of elements that the framework is made of, and the marks that say where a text comes from."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What an element is. The value stands in addresses, data files and JSON, and never changes."""

    CONCEPT = "concept", _("Concept")
    GOAL = "goal", _("Goal")
    MODEL_PART = "model-part", _("Part of the model")
    PHASE = "phase", _("Phase")
    OFFERING_TYPE = "offering-type", _("Type of offering")
    INFORMATION_TOPIC = "information-topic", _("Information topic")
    ACTIVITY_THEME = "activity-theme", _("Activity theme")
    ACTIVITY_FORMAT = "activity-format", _("Activity format")
    GUIDANCE_FUNCTION = "guidance-function", _("What guidance is for")
    GUIDANCE_THEME = "guidance-theme", _("Guidance theme")
    COUNSELLOR_STRENGTH = "counsellor-strength", _("Strength of a counsellor")
    DIVERSITY_DIMENSION = "diversity-dimension", _("Side of diversity")
    CONDITION = "condition", _("Condition")
    CONDITION_POINT = "condition-point", _("Point of a condition")
    QUALITY_MEASURE = "quality-measure", _("Quality measure")
    RECOMMENDATION = "recommendation", _("Recommendation")
    ROLE = "role", _("Role near the researcher")
    LEVEL = "level", _("Level of the institution")
    NEEDS_STEP = "needs-step", _("Step of the needs staircase")
    INSTITUTION_KIND = "institution-kind", _("Kind of institution")

    @property
    def plural(self) -> str | Promise:
        """The heading above all of them."""
        return PLURALS[self]


PLURALS = {
    Kind.CONCEPT: _("Concepts"),
    Kind.GOAL: _("Goals"),
    Kind.MODEL_PART: _("Parts of the model"),
    Kind.PHASE: _("Phases"),
    Kind.OFFERING_TYPE: _("Types of offering"),
    Kind.INFORMATION_TOPIC: _("Information topics"),
    Kind.ACTIVITY_THEME: _("Activity themes"),
    Kind.ACTIVITY_FORMAT: _("Activity formats"),
    Kind.GUIDANCE_FUNCTION: _("What individual guidance is for"),
    Kind.GUIDANCE_THEME: _("Guidance themes"),
    Kind.COUNSELLOR_STRENGTH: _("Why a competent counsellor"),
    Kind.DIVERSITY_DIMENSION: _("Sides of diversity"),
    Kind.CONDITION: _("Conditions"),
    Kind.CONDITION_POINT: _("Points of the conditions"),
    Kind.QUALITY_MEASURE: _("Quality measures"),
    Kind.RECOMMENDATION: _("Recommendations"),
    Kind.ROLE: _("Roles near the researcher"),
    Kind.LEVEL: _("Levels of the institution"),
    Kind.NEEDS_STEP: _("The needs staircase"),
    Kind.INSTITUTION_KIND: _("Kinds of institutions"),
}


class Mark(models.TextChoices):
    """How sure a reader can be of where an element comes from."""

    SLIDES = "S", _("From HK-dir’s presentation of the framework")
    VERIFIED = "V", _("Read and checked in HK-dir’s own pages")
    NOT_VERIFIED = "NV", _("Not checked against the source yet")
    PROPOSAL = "P", _("Our own proposal")


class Points(models.TextChoices):
    """The short lists that may stand below an element's text; the value is the key in the data files."""

    MATTERS = "matters", _("What matters now")
    QUESTIONS = "questions", _("Questions worth asking")
    CAN = "can", _("What you can do")
    REFER = "refer", _("Where you can point the way")
