"""Who finds what: anybody the public documents, those who act at an institution also its own."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from veivalg.institutions.members import Member
from veivalg.search.models import Term


def terms_visible_to(reader: Member | None) -> QuerySet[Term]:
    """Names that the reader may find; None is somebody who has not signed in."""
    visible = Q(document__public=True)
    if reader and reader.institution:
        visible |= Q(document__institution=reader.institution)
    return Term.objects.filter(visible)
