"""What an institution makes of a shared article, for its own readers."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.core.errors import DomainError
from veivalg.institutions.models import Institution, Person
from veivalg.library.models import Article, Overlay, OverlayText


class NotShared(DomainError):
    """Only shared articles have a local word beside them."""


class NoReplacement(DomainError):
    """There is nothing to show instead."""


@transaction.atomic
def say_here(
    *,
    by: Person,
    institution: Institution,
    article: Article,
    kind: str,
    language: str,
    body: str = "",
    replacement: Article | None = None,
) -> Overlay:
    """Say what readers of the institution get in place of, or below, a shared article."""
    if article.institution_id is not None:
        raise NotShared(_("This article is an institution’s own: change the article itself."))
    if kind == Overlay.Kind.REPLACES and (replacement is None or replacement.institution_id != institution.pk):
        raise NoReplacement(_("Choose the article of yours to show instead."))
    if kind == Overlay.Kind.ADDS and not body.strip():
        raise NoReplacement(_("Write what should stand below the article."))
    overlay, _new = Overlay.objects.update_or_create(
        institution=institution,
        article=article,
        defaults={
            "kind": kind,
            "replacement": replacement if kind == Overlay.Kind.REPLACES else None,
            "written_by": by,
            "changed_at": timezone.now(),
        },
    )
    if kind == Overlay.Kind.ADDS:
        OverlayText.objects.update_or_create(overlay=overlay, language=language, defaults={"body": body.strip()})
    return overlay


@transaction.atomic
def say_nothing_here(*, institution: Institution, article: Article) -> None:
    """Show the shared article as it is again."""
    Overlay.objects.filter(institution=institution, article=article).delete()
