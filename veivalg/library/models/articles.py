"""An article as it stands: what is published now. What is being written lies in `Revision`."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.core.models import InLanguage, in_language
from veivalg.institutions.models import Institution, Person
from veivalg.library.codes import Family

WORDS_PER_MINUTE = 200


class Article(models.Model):
    """Something to read. Without an institution it is shared: every institution shows it unless it says otherwise."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article")
        STORY = "story", _("Career story")

    class State(models.TextChoices):
        DRAFT = "draft", _("Not published")
        PUBLISHED = "published", _("Published")
        ARCHIVED = "archived", _("Archived")

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ARTICLE)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Whether anybody may read it; otherwise those who act at its institution.
    public = models.BooleanField(default=True)
    from_abroad = models.BooleanField(default=False)
    # Both empty for what came with the product: it says so itself.
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField(null=True)
    review_after_months = models.PositiveSmallIntegerField(default=12)
    review_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True, help_text="When the published words last changed.")
    # The digest of the edition that came with the product, when it was last taken in or proposed.
    shipped_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["slug"]
        indexes = [models.Index(fields=["state", "kind"], name="article_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(public=True) | Q(institution__isnull=False), name="article_has_somebody_to_read_it"
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False), name="published_article_has_its_day"
            ),
            models.CheckConstraint(
                condition=Q(author=None) | Q(checked_by=None) | ~Q(author=F("checked_by")),
                name="article_is_checked_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def text(self) -> ArticleText | None:
        """Its words in the reader's language or the nearest one; prefetch `texts` before listing several."""
        return in_language(self.texts.all())

    @property
    def came_with_the_product(self) -> bool:
        return bool(self.shipped_digest)

    @property
    def is_checked(self) -> bool:
        return self.checked_at is not None

    def is_stale(self, day: date | None = None) -> bool:
        """Whether somebody should look it over again."""
        return self.review_on is not None and self.review_on < (day or timezone.localdate())

    def codes_of(self, family: str) -> list[str]:
        return [row.code for row in self.codes.all() if row.family == family]

    @property
    def topics(self) -> list[str]:
        return self.codes_of(Family.TOPIC)

    @property
    def phases(self) -> list[str]:
        return self.codes_of(Family.PHASE)

    @property
    def institution_kinds(self) -> list[str]:
        return self.codes_of(Family.INSTITUTION)


class ArticleText(InLanguage):
    """The published words in one language. `body` is Markdown."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(max_length=200)
    lead = models.TextField()
    body = models.TextField()
    neutrality = models.TextField(blank=True, help_text="A note where an outside party is involved.")
    questions = models.JSONField(default=list, help_text="How somebody might ask for it; feeds the search.")
    words = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_article_text_per_language"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def minutes(self) -> int:
        """Reading time at an even pace."""
        return max(1, round(self.words / WORDS_PER_MINUTE))


class ArticleCode(models.Model):
    """One thing that the article is filed under. The first topic, by `order`, is the main one."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="codes")
    family = models.CharField(max_length=12, choices=Family)
    code = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["family", "order"]
        constraints = [
            models.UniqueConstraint(fields=["article", "family", "code"], name="one_article_code"),
        ]
        indexes = [models.Index(fields=["family", "code"], name="article_by_code")]

    def __str__(self) -> str:
        return f"{self.family}:{self.code}"


class Source(models.Model):
    """Where the article's facts can be checked. `seen` is a month, as written: 2026-11."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sources")
    order = models.PositiveSmallIntegerField(default=0)
    who = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True)
    seen = models.CharField(max_length=10, blank=True)
    # Whether somebody opened it then and found what the article says.
    checked = models.BooleanField(default=False)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.who}: {self.title}"
