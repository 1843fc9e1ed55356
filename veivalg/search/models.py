"""What can be found by typing its beginning. Other apps push it here in their own transaction; the truth is theirs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from veivalg.core.models import InLanguage
from veivalg.institutions.models import Institution


class Document(models.Model):
    """Something with names: a skill, an occupation, an activity. What a person owns is never a document."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=300)
    # Public: anybody finds it. Otherwise those who act at its institution do.
    public = models.BooleanField()
    institution = models.ForeignKey(Institution, null=True, on_delete=models.CASCADE, related_name="+")
    extra = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_document_per_key"),
            models.CheckConstraint(
                condition=Q(public=True) | Q(institution__isnull=False), name="document_has_somebody_to_find_it"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Term(InLanguage):
    """A name of a document, folded, as seen from one of its words on.

    The database compares `term` byte by byte (a migration says so to PostgreSQL), so that a beginning is a range of the
    index and both databases sort alike.
    """

    class Tier(models.IntegerChoices):
        TITLE = 0
        ALIAS = 1
        WORD_OF_TITLE = 2
        WORD_OF_ALIAS = 3

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=100)
    tier = models.PositiveSmallIntegerField(choices=Tier)
    name = models.CharField(max_length=300)

    class Meta:
        indexes = [
            models.Index(fields=["term"], name="term_beginning"),
            models.Index(fields=["language", "tier", "term"], name="term_beginning_in_language"),
        ]

    def __str__(self) -> str:
        return self.term


class Slip(models.Model):
    """The first letters of terms, filed also with each one letter left out: a typing error meets them there."""

    form = models.CharField(max_length=6)
    head = models.CharField(max_length=6)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "head"], name="one_slip_per_form_and_head")]

    def __str__(self) -> str:
        return f"{self.form} → {self.head}"
