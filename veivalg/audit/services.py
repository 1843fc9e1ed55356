"""One function: write down what was done."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone

from veivalg.audit.models import Entry


def record(
    action: str,
    *,
    actor: int | None = None,
    institution: int | None = None,
    subject: models.Model | None = None,
    details: dict[str, Any] | None = None,
) -> Entry:
    """Append an act to the log, in the caller's transaction.

    `actor` and `institution` are ids; `details` never hold what somebody wrote.
    """
    return Entry.objects.create(
        at=timezone.now(),
        action=action,
        actor=actor,
        institution=institution,
        subject_type=subject._meta.label_lower if subject else "",
        subject=str(subject.pk) if subject else "",
        details=details or {},
    )
