"""Who may read an article, and who may write one. Hidden and missing look the same: 404."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from veivalg.institutions.members import Member
from veivalg.institutions.models import Institution
from veivalg.institutions.roles import CAPABILITIES, Can
from veivalg.library.models import Article, Bookmark, Revision
from veivalg.library.readers import Reader


def articles_visible_to(reader: Reader) -> QuerySet[Article]:
    """What stands on the reader's shelf: published, public or of their own institution."""
    visible = Q(public=True)
    if reader.institution:
        visible |= Q(institution=reader.institution)
    return Article.objects.filter(visible, state=Article.State.PUBLISHED)


def get_article(reader: Reader, slug: str) -> Article:
    """An article that the reader may open, with everything its page shows; `kept`: among what they keep for later."""
    mine = Bookmark.objects.filter(article=OuterRef("pk"), person=reader.person)
    rows = articles_visible_to(reader).select_related("author", "checked_by", "institution").annotate(kept=Exists(mine))
    return get_object_or_404(rows.prefetch_related("texts", "codes", "sources"), slug=slug)


def may_here(member: Member, capability: Can) -> bool:
    """Whether a role at the institution where the person acts gives the capability; platform roles do not count."""
    return member.institution is not None and any(capability in CAPABILITIES[role] for role in member.roles)


def articles_edited_by(member: Member, capability: Can = Can.PUBLISH_ARTICLES) -> QuerySet[Article]:
    """Articles that the person approves or writes: their institution's, and shared ones if they lead the network."""
    theirs = Q(pk__in=[])
    if may_here(member, capability):
        theirs |= Q(institution=member.institution)
    if member.can(Can.EDIT_SHARED_ARTICLES):
        theirs |= Q(institution=None)
    return Article.objects.filter(theirs)


def may(member: Member, capability: Can, article: Article) -> bool:
    """The same for one article."""
    if article.institution_id is None:
        return member.can(Can.EDIT_SHARED_ARTICLES)
    at_home = member.institution is not None and member.institution.pk == article.institution_id
    return at_home and may_here(member, capability)


def get_edited_article(member: Member, slug: str, capability: Can = Can.PUBLISH_ARTICLES) -> Article:
    rows = articles_edited_by(member, capability).select_related("institution").prefetch_related("texts")
    return get_object_or_404(rows, slug=slug)


def get_revision(member: Member, slug: str, number: int, capability: Can = Can.PUBLISH_ARTICLES) -> Revision:
    """A revision of an article that the person approves or writes."""
    rows = Revision.objects.filter(article__in=articles_edited_by(member, capability)).select_related(
        "article", "article__institution", "author", "approved_by"
    )
    return get_object_or_404(rows, article__slug=slug, number=number)


def home_of(member: Member) -> Institution | None:
    """Where a new article of this person belongs; None: to all (shared)."""
    return member.institution if may_here(member, Can.WRITE_ARTICLES) else None
