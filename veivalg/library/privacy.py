"""What the library keeps about a person."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.privacy import Kept
from veivalg.library.models import Bookmark, Revision, Step


def kept() -> list[Kept]:
    return [
        Kept(
            "library.Bookmark",
            purpose=_("To find again what you wanted to keep for later."),
            legal_basis=_("Necessary to give you what you ask for."),
            retention=_("Until you take the article away or delete your account."),
            who_sees=_("You."),
        ),
        Kept(
            "library.Step",
            purpose=_("To tell who wrote an article, who checked it and when."),
            legal_basis=_("Public task or legitimate interest of the institution."),
            retention=_("As long as the article exists; without your name once you delete your account."),
            who_sees=_("Editors. Readers see who wrote and who checked what stands there now."),
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    rows = Bookmark.objects.filter(person=person_id)
    revisions = Revision.objects.filter(Q(author=person_id) | Q(approved_by=person_id))
    return {
        "bookmarks": list(rows.values("article__slug", "created_at")),
        "articles_written_or_approved": list(revisions.values("article__slug", "number", "state", "saved_at")),
        "steps": list(Step.objects.filter(by=person_id).values("article__slug", "kind", "at")),
    }


@transaction.atomic
def erase(person_id: int) -> None:
    """Bookmarks go; articles are the institution's and stay, without the person's name."""
    Bookmark.objects.filter(person=person_id).delete()
    Revision.objects.filter(author=person_id).update(author=None)
    Revision.objects.filter(approved_by=person_id).update(approved_by=None)
    Step.objects.filter(by=person_id).update(by=None)
