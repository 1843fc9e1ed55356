"""Reading the log: what was done about something, and what somebody did."""

from __future__ import annotations

from django.db import models

from veivalg.audit.models import Entry


def done_about(subject: models.Model) -> models.QuerySet[Entry]:
    """What was done about a row, newest first."""
    rows = Entry.objects.filter(subject_type=subject._meta.label_lower, subject=str(subject.pk))
    return rows.order_by("-at", "-pk")


def done_by(person_id: int) -> models.QuerySet[Entry]:
    """What a person did, newest first."""
    return Entry.objects.filter(actor=person_id).order_by("-at", "-pk")
