"""Articles from files: those that come with the product, and those that an editor brings along.

What somebody changed here is never overwritten: a newer edition of the product then becomes a proposal to the editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.models import Institution, Person
from veivalg.library.content import Content, from_data
from veivalg.library.files import DATA, article_folders, read_article
from veivalg.library.models import Article, Revision, Step
from veivalg.library.services.live import locked, new_revision, put_live, step
from veivalg.library.services.workflow import NotNow, begin_article, begin_revision, save_draft

State = Revision.State


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in numbers of articles."""

    published: int
    proposed: int
    unchanged: int


def load_articles(*, data: Path = DATA) -> Loaded:
    """Bring the articles of the product in; what is the same already is not written again. All of them or none."""
    contents = {folder.name: read_article(folder) for folder in article_folders(data)}
    known = dict(Article.objects.filter(slug__in=contents).values_list("slug", "shipped_digest"))
    changed = {slug: content for slug, content in contents.items() if known.get(slug) != content.digest}
    with transaction.atomic():
        live = sum(load_one(slug, content) for slug, content in changed.items())
    return Loaded(published=live, proposed=len(changed) - live, unchanged=len(contents) - len(changed))


def load_one(slug: str, content: Content) -> bool:
    """Publish an article of the product, or propose it where somebody changed it here; whether it was published."""
    Article.objects.get_or_create(slug=slug)
    article = Article.objects.select_for_update().get(slug=slug)
    untouched = is_untouched(article)
    if untouched:
        revision = new_revision(article, content, author=None, state=State.PROPOSED)
        put_live(article, revision)
        step(article, Step.Kind.LOADED, by=None, revision=revision)
    else:
        article.revisions.filter(state=State.PROPOSED).update(state=State.DROPPED)
        revision = new_revision(article, content, author=None, state=State.PROPOSED)
        step(article, Step.Kind.PROPOSED, by=None, revision=revision)
    Article.objects.filter(pk=article.pk).update(shipped_digest=content.digest)
    return untouched


def is_untouched(article: Article) -> bool:
    """Whether the article is new, or stands there as the product brought it."""
    if article.institution_id or article.state == Article.State.ARCHIVED:
        return False
    if article.revisions.filter(state__in=Revision.OPEN).exists():
        return False
    live = article.revisions.filter(state=State.PUBLISHED).first()
    return live is None or from_data(live.content).digest == article.shipped_digest


@transaction.atomic
def import_articles(*, by: Person, contents: Mapping[str, Content], institution: Institution | None) -> int:
    """Take articles in from files, each as a draft: all of them or none. The number of drafts."""
    for slug, content in contents.items():
        import_article(by=by, slug=slug, content=content, institution=institution)
    return len(contents)


def import_article(*, by: Person, slug: str, content: Content, institution: Institution | None) -> Revision:
    """A new article, or a draft of the one that has the slug at the same place."""
    article = Article.objects.filter(slug=slug).first()
    if article is None:
        return begin_article(by=by, slug=slug, institution=institution, content=content)
    if article.institution_id != (institution.pk if institution else None):
        raise NotNow(_("Another library has an article with this address."))
    revision = begin_revision(by=by, article=locked(article))
    return save_draft(by=by, revision=revision, content=content, saves=revision.saves)
