"""A profile to begin a test with."""

from __future__ import annotations

from veivalg.competence.models import SkillClaim, Source
from veivalg.competence.services import confirm_skills, paste_text
from veivalg.competence.tests.documents import WORDS
from veivalg.institutions.models import Person


def with_profile(person: Person, text: str = WORDS) -> Source:
    """Read a text for somebody and confirm what is found."""
    source = paste_text(person=person, text=text, keep=True)
    confirm_skills(person=person, uris=list(SkillClaim.objects.filter(person=person).values_list("uri", flat=True)))
    return source
