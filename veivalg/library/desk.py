"""What lies on an editor's desk."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.members import Member
from veivalg.library.access import articles_edited_by
from veivalg.library.compare import FileChange, changes
from veivalg.library.content import from_data
from veivalg.library.files import to_files
from veivalg.library.models import Article, ArticleText, Revision

State = Revision.State


class Pile(models.TextChoices):
    """A part of the desk; the value stands in addresses."""

    ALL = "all", _("Everything")
    REVIEW = "review", _("Wait for a second person")
    DRAFT = "draft", _("Drafts")
    SCHEDULED = "scheduled", _("Wait for their day")
    PROPOSED = "proposed", _("Newer editions proposed")
    STALE = "stale", _("Should be looked over again")
    UNCHECKED = "unchecked", _("Not yet checked by a second person")
    ARCHIVED = "archived", _("Archived")


def condition(pile: Pile) -> Q:
    """Which articles lie on a pile."""
    in_state = Revision.objects.filter(article=OuterRef("pk"), state=pile.value)
    published = Q(state=Article.State.PUBLISHED)
    return {
        Pile.ALL: ~Q(pk=None),
        Pile.STALE: published & Q(review_on__lt=timezone.localdate()),
        Pile.UNCHECKED: published & Q(checked_at=None),
        Pile.ARCHIVED: Q(state=Article.State.ARCHIVED),
    }.get(pile) or Q(Exists(in_state))


def piles(member: Member) -> dict[Pile, int]:
    """How many articles lie on each pile. One query."""
    counted: dict[str, int] = articles_edited_by(member).aggregate(
        **{f"on_{pile.value}": Count("pk", filter=condition(pile)) for pile in Pile}
    )
    return {pile: counted[f"on_{pile.value}"] for pile in Pile}


def on_desk(member: Member, pile: Pile) -> QuerySet[Article]:
    """The articles of a pile, those touched last first, with title and open revision."""
    words = ArticleText.objects.only("article_id", "language", "title")
    opened = Revision.objects.filter(state__in=[*Revision.OPEN, State.PROPOSED]).only(
        "article_id", "number", "state", "saved_at"
    )
    rows = articles_edited_by(member).filter(condition(pile)).annotate(touched=models.Max("revisions__saved_at"))
    return rows.order_by("-touched", "slug").prefetch_related(
        Prefetch("texts", queryset=words), Prefetch("revisions", queryset=opened, to_attr="waiting")
    )


def newest(article: Article) -> Revision:
    """The words an editor would go on with: the open draft, else what stands there, else the last ones."""
    opened = article.revisions.filter(state__in=Revision.OPEN).first()
    live = article.revisions.filter(state=State.PUBLISHED).first()
    return opened or live or article.revisions.earliest("-number")


def changes_of(revision: Revision) -> list[FileChange]:
    """What a revision changes in what readers see now; nothing where there is nothing to compare."""
    live = revision.article.revisions.filter(state=State.PUBLISHED).exclude(pk=revision.pk).first()
    if live is None:
        return []
    return changes(to_files(from_data(live.content)), to_files(from_data(revision.content)))
