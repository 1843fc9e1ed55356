"""What an article is filed under. The codes are stable: they stand in data, addresses and JSON."""

from __future__ import annotations

from collections.abc import Callable

from django.db import models

from veivalg.framework.queries import Catalogue
from veivalg.institutions.models import Institution


class Family(models.TextChoices):
    """Which kind of code. Topics, themes and phases come from the framework, the others from `institutions`."""

    TOPIC = "topic"
    THEME = "theme"
    PHASE = "phase"
    POSITION = "position"
    INSTITUTION = "institution"


TOPICS = (
    "employment-rules",
    "job-search-process",
    "opportunities",
    "same-background",
    "position-types",
    "vacancies",
    "international-mobility",
    "application-procedures",
    "cv-application-interview",
    "courses-education",
    "labour-market-pay",
)
THEMES = (
    "competence-mapping",
    "career-paths",
    "recruitment-job-search",
    "abroad",
    "career-choice",
    "meet-employers",
    "self-insight",
    "choices",
    "career-plan",
    "possibilities",
    "limitations",
    "next-step",
)
PHASES = ("start", "underway", "onward")
POSITIONS = ("phd-candidate", "postdoc", "research-assistant", "specialist-candidate", "temporary-researcher")
INSTITUTIONS = tuple(kind.value for kind in Institution.Kind)

ALLOWED: dict[Family, tuple[str, ...]] = {
    Family.TOPIC: TOPICS,
    Family.THEME: THEMES,
    Family.PHASE: PHASES,
    Family.POSITION: POSITIONS,
    Family.INSTITUTION: INSTITUTIONS,
}
# Where the framework holds the name of a code, nearest first.
FRAMEWORK_KINDS = {
    Family.TOPIC: ("information-topic",),
    Family.THEME: ("activity-theme", "guidance-theme"),
    Family.PHASE: ("phase",),
}


def namer(catalogue: Catalogue | None) -> Callable[[str, str], str]:
    """A function (family, code) → the framework's name in the reader's language, or the code before it is loaded."""

    def name_of(family: str, code: str) -> str:
        for kind in FRAMEWORK_KINDS.get(Family(family), ()):
            entry = catalogue.element(kind, code) if catalogue else None
            if entry:
                return entry.title
        return str(Institution.Kind(code).label) if family == Family.INSTITUTION else code

    return name_of
