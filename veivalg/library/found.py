"""Which articles can be found by searching: pushed in the transaction that changes what is on the shelf."""

from __future__ import annotations

from django.urls import reverse

from veivalg.library.codes import Family
from veivalg.library.models import Article
from veivalg.search.services import Entry, Names, index, remove

KIND = "article"


def push(article: Article) -> None:
    """Let the article be found as it stands now, or not at all."""
    row = Article.objects.prefetch_related("texts", "codes").select_related("institution").get(pk=article.pk)
    if row.state != Article.State.PUBLISHED:
        remove(kind=KIND, key=row.slug)
        return
    index(kind=KIND, entry=entry_of(row))


def entry_of(article: Article) -> Entry:
    """Titles to type, and in `extra` what a list of hits shows and filters by."""
    return Entry(
        key=article.slug,
        names={text.language: Names(text.title) for text in article.texts.all()},
        public=article.public,
        institution=article.institution,
        extra={
            "url": reverse("library:article", args=[article.slug]),
            "topics": article.codes_of(Family.TOPIC),
            "themes": article.codes_of(Family.THEME),
            "phases": article.codes_of(Family.PHASE),
        },
    )
