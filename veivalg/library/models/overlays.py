"""What an institution makes of a shared article: own rules below it, an own article instead, or not shown."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.core.models import InLanguage
from veivalg.institutions.models import Person
from veivalg.institutions.scoping import InstitutionOwned
from veivalg.library.models.articles import Article


class Overlay(InstitutionOwned):
    """One institution's word on one shared article; readers of others see the article as it is."""

    class Kind(models.TextChoices):
        ADDS = "adds", _("Show it with our own rules or contact below")
        REPLACES = "replaces", _("Show our own article instead")
        HIDES = "hides", _("Do not show it here")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    replacement = models.ForeignKey(Article, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField()

    class Meta(InstitutionOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["institution", "article"], name="one_overlay_per_article"),
            models.CheckConstraint(
                condition=Q(kind="replaces", replacement__isnull=False) | (~Q(kind="replaces") & Q(replacement=None)),
                name="overlay_replaces_by_an_article",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.kind}"


class OverlayText(InLanguage):
    """What the institution adds, in one language, as Markdown."""

    overlay = models.ForeignKey(Overlay, on_delete=models.CASCADE, related_name="texts")
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["overlay", "language"], name="one_overlay_text_per_language")]

    def __str__(self) -> str:
        return self.body[:40]
