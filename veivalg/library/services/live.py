"""From a revision to what readers see: the rows of the article, written anew in one transaction."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max
from django.utils import timezone

from veivalg.institutions.models import Person
from veivalg.library.codes import Family
from veivalg.library.content import Content, as_data, from_data
from veivalg.library.found import push
from veivalg.library.markdown import count_words
from veivalg.library.models import Article, ArticleCode, ArticleText, Revision, Source, Step

DAYS_IN_A_MONTH = 365.25 / 12


def put_live(article: Article, revision: Revision) -> None:
    """Make a revision what the article says; the one before it becomes history."""
    now = timezone.now()
    content = from_data(revision.content)
    article.revisions.filter(state=Revision.State.PUBLISHED).update(state=Revision.State.REPLACED)
    Revision.objects.filter(pk=revision.pk).update(state=Revision.State.PUBLISHED, published_at=now)
    write_words(article, content)
    write_codes(article, content)
    write_sources(article, content)
    article.state = Article.State.PUBLISHED
    article.from_abroad = content.from_abroad
    article.author = revision.author
    article.checked_by = revision.approved_by
    article.checked_at = now if revision.approved_by else None
    article.review_after_months = content.review_after_months
    article.review_on = review_day(content, now.date())
    article.published_at = article.published_at or now
    article.changed_at = now
    article.save()
    push(article)


def review_day(content: Content, since: date) -> date:
    """When somebody should look the article over again."""
    return since + timedelta(days=round(content.review_after_months * DAYS_IN_A_MONTH))


def write_words(article: Article, content: Content) -> None:
    article.texts.all().delete()
    ArticleText.objects.bulk_create(
        ArticleText(
            article=article,
            language=language,
            title=said.title,
            lead=said.lead,
            body=said.body,
            neutrality=said.neutrality,
            questions=list(said.questions),
            words=count_words(f"{said.title} {said.lead} {said.body}"),
        )
        for language, said in content.words.items()
    )


def write_codes(article: Article, content: Content) -> None:
    article.codes.all().delete()
    ArticleCode.objects.bulk_create(
        ArticleCode(article=article, family=family, code=code, order=order)
        for family in Family
        for order, code in enumerate(dict.fromkeys(content.codes(family)))
    )


def write_sources(article: Article, content: Content) -> None:
    article.sources.all().delete()
    Source.objects.bulk_create(
        Source(
            article=article,
            order=order,
            who=row.who,
            title=row.title,
            url=row.url,
            seen=row.date,
            checked=row.checked,
        )
        for order, row in enumerate(content.sources)
    )


def new_revision(article: Article, content: Content, *, author: Person | None, state: str) -> Revision:
    """A revision with the next number. The article's row is locked by the caller."""
    last = article.revisions.aggregate(last=Max("number"))["last"] or 0
    now = timezone.now()
    return Revision.objects.create(
        article=article,
        number=last + 1,
        state=state,
        content=as_data(content),
        author=author,
        created_at=now,
        saved_at=now,
    )


def step(article: Article, kind: Step.Kind, *, by: Person | None, revision: Revision | None, note: str = "") -> Step:
    """Write down one step in the article's life."""
    return Step.objects.create(
        article=article, revision=revision, kind=kind, by=by, at=timezone.now(), note=note.strip()
    )


def locked(article: Article) -> Article:
    """The article's row, held until the transaction ends: steps of one article never overtake each other."""
    return Article.objects.select_for_update().get(pk=article.pk)
