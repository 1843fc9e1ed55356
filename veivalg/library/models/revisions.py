"""What is being written, what waits for a second person, and what once stood there."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.models import Person
from veivalg.library.models.articles import Article


class Revision(models.Model):
    """A whole article at one time, as the content of its files (`library.content`)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("Waits for a second person")
        SCHEDULED = "scheduled", _("Approved, waits for its day")
        PUBLISHED = "published", _("Published")
        REPLACED = "replaced", _("Replaced")
        PROPOSED = "proposed", _("Proposed: a newer edition came with the product")
        DROPPED = "dropped", _("Dropped")

    OPEN = (State.DRAFT, State.REVIEW, State.SCHEDULED)

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    content = models.JSONField()
    # Counts every save, so that of two browsers the second learns that the first one was quicker.
    saves = models.PositiveIntegerField(default=0)
    # Empty: it came with the product.
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    publish_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_revision_per_number"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state__in=["draft", "review", "scheduled"]),
                name="one_open_revision_per_article",
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(state="published"), name="one_published_revision_per_article"
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(state="proposed"), name="one_proposed_revision_per_article"
            ),
            models.CheckConstraint(
                condition=Q(author=None) | Q(approved_by=None) | ~Q(author=F("approved_by")),
                name="revision_is_approved_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(publish_at__isnull=False), name="scheduled_revision_has_its_time"
            ),
        ]
        indexes = [
            models.Index(fields=["publish_at"], condition=Q(state="scheduled"), name="revision_due"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.number} {self.state}"


class Step(models.Model):
    """One step in an article's life, never changed."""

    class Kind(models.TextChoices):
        BEGUN = "begun", _("Begun")
        SAVED = "saved", _("Saved")
        SENT = "sent", _("Sent to a second person")
        RETURNED = "returned", _("Sent back")
        APPROVED = "approved", _("Approved")
        PUBLISHED = "published", _("Published")
        ARCHIVED = "archived", _("Archived")
        REVIVED = "revived", _("Shown again")
        LOADED = "loaded", _("Came with the product")
        PROPOSED = "proposed", _("Proposed by the product")
        DROPPED = "dropped", _("Dropped")
        CONFIRMED = "confirmed", _("Looked over and confirmed")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="steps")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article_id} {self.kind}"
