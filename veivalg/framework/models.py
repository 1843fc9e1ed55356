"""HK-dir's framework as versioned reference data: an edition, its elements, and their words in each language.

Rows are written by `services.load_framework` from the files in `data/`, and by nothing else.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from veivalg.core.models import InLanguage
from veivalg.framework.kinds import Kind, Mark


class Edition(models.Model):
    """One published version of the framework. An older one stays when a newer comes."""

    code = models.SlugField(unique=True)
    title = models.CharField(max_length=200, help_text="In the language it was published in.")
    title_language = models.CharField(max_length=10, default="nb")
    publisher = models.CharField(max_length=100)
    source_url = models.URLField(blank=True)
    published_on = models.DateField()
    is_current = models.BooleanField(default=False)
    # Names what the files said at the last load: the same digest means that nothing needs to be written, and that
    # what a process has read already still holds.
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-published_on"]
        constraints = [
            models.UniqueConstraint(fields=["is_current"], condition=Q(is_current=True), name="one_current_edition")
        ]

    def __str__(self) -> str:
        return self.code


class Element(models.Model):
    """A goal, phase, topic, recommendation … of one edition. One that an edition drops is retired, never deleted."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="elements")
    kind = models.CharField(max_length=30, choices=Kind)
    code = models.SlugField()
    order = models.PositiveSmallIntegerField(help_text="Place among its kind, from 1.")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    related = models.ManyToManyField("self", blank=True)
    mark = models.CharField(max_length=2, choices=Mark)
    source = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(blank=True)
    ours = models.JSONField(default=list, blank=True, help_text="Lists of this element that are our own proposal.")
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "order"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind", "code"], name="one_element_per_edition_kind_and_code"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="element_of_a_known_kind"),
            models.CheckConstraint(condition=Q(mark__in=Mark.values), name="element_with_a_known_mark"),
            models.CheckConstraint(condition=~Q(code=""), name="element_has_a_code"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="element_is_not_its_own_parent"),
            models.CheckConstraint(
                condition=Q(mark=Mark.PROPOSAL) | ~Q(source=""), name="element_of_others_names_its_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.code}"


class ElementText(InLanguage):
    """An element's words in one language; `points` holds its short lists by the keys of `kinds.Points`."""

    element = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(max_length=150)
    summary = models.TextField()
    body = models.TextField(blank=True)
    points = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["element", "language"], name="one_element_text_per_language"),
            models.CheckConstraint(condition=~Q(title=""), name="element_text_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
