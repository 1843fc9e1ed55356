"""The shelf, and what stands beside an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from veivalg.core.models import in_language
from veivalg.library.access import articles_visible_to
from veivalg.library.codes import TOPICS, Family
from veivalg.library.models import Article, ArticleCode, ArticleText
from veivalg.library.readers import Reader

SHOWN_OF_A_TOPIC = 4
MOST_RELATED = 5
LONGEST_SEARCH = 200
MOST_SEARCH_WORDS = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader has narrowed the shelf to; `everywhere`: rules of other kinds of institutions, too."""

    topic: str = ""
    phase: str = ""
    search: str = ""
    from_abroad: bool = False
    everywhere: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.topic or self.phase or self.search or self.from_abroad)


@dataclass(frozen=True, slots=True)
class TopicShelf:
    """A topic with its first articles, and how many there are."""

    topic: str
    articles: list[Article]
    number: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article, as a line with a link."""

    slug: str
    title: str
    language: str
    shared_topics: int
    for_some_kinds: bool
    for_my_kind: bool


def as_cards(rows: QuerySet[Article]) -> QuerySet[Article]:
    """Articles with title, lead and codes, without their long texts."""
    words = ArticleText.objects.only("article_id", "language", "title", "lead", "words")
    return rows.prefetch_related(Prefetch("texts", queryset=words), "codes")


def on_shelf(reader: Reader, wish: Wish) -> QuerySet[Article]:
    """The articles that a reader wants to see, those for other kinds of institutions left out unless wanted."""
    rows = articles_visible_to(reader).filter(kind=Article.Kind.ARTICLE)
    if reader.institution_kind and not wish.everywhere:
        rows = rows.filter(~has_kinds() | has_kinds(reader.institution_kind))
    if wish.topic:
        rows = rows.filter(codes__family=Family.TOPIC, codes__code=wish.topic)
    if wish.phase:
        rows = rows.filter(Exists(codes_of(Family.PHASE, wish.phase)))
    if wish.from_abroad:
        rows = rows.filter(from_abroad=True)
    return narrowed(rows, wish.search)


def codes_of(family: Family, code: str) -> QuerySet[ArticleCode]:
    rows = ArticleCode.objects.filter(article=OuterRef("pk"), family=family)
    return rows.filter(code=code) if code else rows


def has_kinds(kind: str = "") -> Exists:
    """Whether an article is for some kinds of institutions only, or for this one among them."""
    return Exists(codes_of(Family.INSTITUTION, kind))


def narrowed(rows: QuerySet[Article], search: str) -> QuerySet[Article]:
    """Those in which every word occurs in a title, lead, text or expected question of one language."""
    words = search.replace("\x00", "")[:LONGEST_SEARCH].split()[:MOST_SEARCH_WORDS]
    if not words:
        return rows
    texts = ArticleText.objects.filter(article=OuterRef("pk"))
    for word in words:
        texts = texts.filter(
            Q(title__icontains=word) | Q(lead__icontains=word) | Q(body__icontains=word) | Q(questions__icontains=word)
        )
    return rows.filter(Exists(texts))


def by_topic(reader: Reader, *, everywhere: bool = False) -> list[TopicShelf]:
    """The first articles of each topic, those about it in the first place before others. Four queries."""
    rows = ArticleCode.objects.filter(
        family=Family.TOPIC, article__in=on_shelf(reader, Wish(everywhere=everywhere))
    ).order_by("order", "article__slug")
    ids: dict[str, list[int]] = defaultdict(list)
    for topic, article_id in rows.values_list("code", "article_id"):
        ids[topic].append(article_id)
    wanted = {article_id for found in ids.values() for article_id in found[:SHOWN_OF_A_TOPIC]}
    articles = {article.pk: article for article in as_cards(Article.objects.filter(pk__in=wanted))}
    return [
        TopicShelf(topic, [articles[pk] for pk in ids[topic][:SHOWN_OF_A_TOPIC]], len(ids[topic]))
        for topic in TOPICS
        if topic in ids
    ]


def bookmarks(reader: Reader) -> QuerySet[Article]:
    """What the person keeps for later and can still open, newest first."""
    kept = articles_visible_to(reader).filter(bookmarks__person=reader.person).order_by("-bookmarks__created_at")
    return as_cards(kept)


def neighbours(reader: Reader, article: Article, linked: Iterable[str]) -> dict[str, Neighbour]:
    """Slug → the articles that share a topic with this one or that it links to, with their titles. One query."""
    shares = Q(article__codes__family=Family.TOPIC, article__codes__code__in=article.topics)
    kinds = ArticleCode.objects.filter(article=OuterRef("article"), family=Family.INSTITUTION)
    rows = (
        ArticleText.objects.filter(article__in=articles_visible_to(reader))
        .filter(shares | Q(article__slug__in=list(linked)))
        .exclude(article=article)
        .annotate(some=Exists(kinds), mine=Exists(kinds.filter(code=reader.institution_kind)))
        .select_related("article")
        .only("language", "title", "article__slug", "article__kind")
    )
    found: dict[str, list[ArticleText]] = defaultdict(list)
    for row in rows:
        found[row.article.slug].append(row)
    return {slug: neighbour(slug, texts) for slug, texts in sorted(found.items())}


def neighbour(slug: str, texts: list[ArticleText]) -> Neighbour:
    nearest = in_language(texts) or texts[0]
    # The join gives a row per shared topic.
    shared = sum(1 for text in texts if text.language == nearest.language)
    return Neighbour(
        slug,
        nearest.title,
        nearest.language,
        shared,
        for_some_kinds=bool(getattr(nearest, "some", False)),
        for_my_kind=bool(getattr(nearest, "mine", False)),
    )


def related_to(article: Article, near: dict[str, Neighbour]) -> list[Neighbour]:
    """The nearest by shared topics, without those that are not for the reader's kind of institution."""
    fitting = [found for found in near.values() if found.for_my_kind or not found.for_some_kinds]
    return sorted(fitting, key=lambda found: (-found.shared_topics, found.slug))[:MOST_RELATED]


def for_other_kinds(article: Article, near: dict[str, Neighbour]) -> list[Neighbour]:
    """The same rules at other kinds of institutions."""
    if not article.institution_kinds:
        return []
    return [found for found in near.values() if found.for_some_kinds]
