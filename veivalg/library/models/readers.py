"""What readers leave behind: bookmarks of their own, and counts without any person."""

from __future__ import annotations

from django.db import models

from veivalg.institutions.models import Person
from veivalg.library.models.articles import Article


class Bookmark(models.Model):
    """An article that a person keeps for later. Nobody else sees it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bookmarks")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["person", "article"], name="one_bookmark_per_article")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.article_id}"


class Helpful(models.Model):
    """How many found an article helpful, and how many did not. Counts only: there is no row per answer."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="helpful")
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "helpful"

    def __str__(self) -> str:
        return f"{self.article_id}: {self.yes}/{self.no}"
