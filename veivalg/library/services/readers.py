"""What readers leave behind."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from veivalg.institutions.models import Person
from veivalg.library.models import Article, Bookmark, Helpful


@transaction.atomic
def answer_helpful(*, article: Article, helped: bool) -> None:
    """Count one answer to "Did this help?". Nothing is kept about who gave it."""
    Helpful.objects.get_or_create(article=article)
    if helped:
        Helpful.objects.filter(article=article).update(yes=F("yes") + 1)
    else:
        Helpful.objects.filter(article=article).update(no=F("no") + 1)


@transaction.atomic
def keep(*, person: Person, article: Article) -> None:
    """Keep an article for later."""
    Bookmark.objects.get_or_create(person=person, article=article)


@transaction.atomic
def let_go(*, person: Person, article: Article) -> None:
    """Keep it no longer."""
    Bookmark.objects.filter(person=person, article=article).delete()
