"""A text that a person gave the product to read, and the file it came in while it waits for the worker."""

from __future__ import annotations

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.institutions.models import Person


class Source(models.Model):
    """What was read. The text itself goes when the person is done with it, unless they asked to keep it."""

    class Kind(models.TextChoices):
        PASTED = "pasted", _("Pasted text")
        FILE = "file", _("File")
        ORCID = "orcid", _("ORCID record")

    class State(models.TextChoices):
        WAITING = "waiting", _("Being read")
        READ = "read", _("Read")
        TOO_LITTLE = "too-little", _("Too little to go on")
        FAILED = "failed", _("Could not be read")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=6, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    file_name = models.CharField(max_length=200, blank=True)
    # SHA-256 of what was handed in: the same text twice is one source.
    digest = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    keep_text = models.BooleanField(default=False)
    error = models.CharField(max_length=40, blank=True)
    error_details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="one_source_per_person_and_content"),
            models.CheckConstraint(
                condition=~Q(state="failed") | (Q(text="") & ~Q(error="")),
                name="failed_source_has_a_reason_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id}"


class Upload(models.Model):
    """The file, until the worker has read it; then it is deleted. In the database, so that any machine may read it."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="upload")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.source_id}"
