"""Who may read an article, and who may write one. Hidden and missing look the same: 404."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from veivalg.core.models import fallbacks
from veivalg.institutions.members import Member
from veivalg.institutions.models import Institution
from veivalg.institutions.roles import CAPABILITIES, Can
from veivalg.library.models import Article, Bookmark, Overlay, OverlayText, Revision
from veivalg.library.readers import Reader


def articles_visible_to(reader: Reader) -> QuerySet[Article]:
    """What stands on the reader's shelf: published, public or of their own institution."""
    visible = Q(public=True)
    if reader.institution:
        visible |= Q(institution=reader.institution)
    rows = Article.objects.filter(visible, state=Article.State.PUBLISHED)
    return rows.exclude(pk__in=not_shown_at(reader.institution).values("article")) if reader.institution else rows


def not_shown_at(institution: Institution) -> QuerySet[Overlay]:
    """Shared articles that the institution hides, or shows one of its own instead of."""
    here = Overlay.objects.filter(institution=institution)
    replaced = Q(kind=Overlay.Kind.REPLACES, replacement__state=Article.State.PUBLISHED)
    return here.filter(Q(kind=Overlay.Kind.HIDES) | replaced)


def get_article(reader: Reader, slug: str) -> Article:
    """An article that the reader may open, with everything its page shows; `kept`: among what they keep for later."""
    mine = Bookmark.objects.filter(article=OuterRef("pk"), person=reader.person)
    rows = articles_visible_to(reader).select_related("author", "checked_by", "institution").annotate(kept=Exists(mine))
    if reader.institution:
        rows = rows.annotate(**words_here(reader.institution))
    return get_object_or_404(rows.prefetch_related("texts", "codes", "sources"), slug=slug)


def words_here(institution: Institution) -> dict[str, Subquery]:
    """What the institution adds to an article, in the reader's language or the nearest one, without a query more."""
    language = get_language() or institution.default_language
    order = [language, *fallbacks(language)]
    away = Case(*(When(language=code, then=number) for number, code in enumerate(order)), default=len(order))
    words = OverlayText.objects.filter(
        overlay__article=OuterRef("pk"), overlay__institution=institution, overlay__kind=Overlay.Kind.ADDS
    ).order_by(away)
    return {"added": Subquery(words.values("body")[:1]), "added_language": Subquery(words.values("language")[:1])}


def replacement_here(reader: Reader, slug: str) -> str:
    """The slug of the institution's own article that stands in for a shared one; empty where there is none."""
    if reader.institution is None:
        return ""
    here = Overlay.objects.filter(article__slug=slug, kind=Overlay.Kind.REPLACES)
    found = here.filter(replacement__in=articles_visible_to(reader)).values_list("replacement__slug", flat=True)
    return found.first() or ""


def require_here(member: Member, capability: Can) -> None:
    """Refuse those whom no role at this institution lets do it."""
    if not may_here(member, capability):
        raise PermissionDenied


def get_shared_article(slug: str) -> Article:
    shared = Article.objects.filter(institution=None, state=Article.State.PUBLISHED).prefetch_related("texts")
    return get_object_or_404(shared, slug=slug)


def get_overlay(article: Article) -> Overlay | None:
    """What the open institution says about a shared article."""
    return Overlay.objects.filter(article=article).prefetch_related("texts").first()


def own_articles(institution: Institution) -> QuerySet[Article]:
    """The institution's own articles on the shelf."""
    return Article.objects.filter(institution=institution, state=Article.State.PUBLISHED)


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
