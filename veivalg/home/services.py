"""A person's right to take everything along, and to be forgotten."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from veivalg.audit.services import record
from veivalg.core.privacy import privacy_modules
from veivalg.institutions.models import Person


@transaction.atomic
def export_everything(*, person: Person) -> dict[str, Any]:
    """All that is kept about the person, app by app, as one moment shows it."""
    record("data-exported", actor=person.pk, subject=person)
    apps = {label: module.export_for(person.pk) for label, module in privacy_modules().items()}
    return {"exported_at": timezone.now(), **apps}


@transaction.atomic
def delete_account(*, person: Person) -> None:
    """Delete the account and all pages of the person's own, in every app or in none.

    The audit log keeps ids only: that somebody was deleted, never who it was.
    """
    record("account-deleted", actor=person.pk)
    for module in privacy_modules().values():
        module.erase(person.pk)
