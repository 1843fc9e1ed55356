"""Who did or read what. Append-only; plain ids and no foreign keys, so that erasing a person never touches the log."""

from __future__ import annotations

from typing import Any, NoReturn

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Entry(models.Model):
    """One act. The database refuses to change or delete it (triggers in the second migration)."""

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60)
    actor = models.BigIntegerField(null=True, help_text="Person id; empty when the system acted.")
    institution = models.BigIntegerField(null=True)
    subject_type = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject"], name="audit_by_subject"),
            models.Index(fields=["actor"], name="audit_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("The audit log is append-only.")
