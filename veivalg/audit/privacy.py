"""What the audit log keeps about a person: ids and acts, never what somebody wrote. It cannot be changed or erased."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veivalg.audit.models import Entry
from veivalg.core.privacy import Kept


def kept() -> list[Kept]:
    return [
        Kept(
            "audit.Entry",
            purpose=_("To be able to say afterwards who did or read what."),
            legal_basis=_("Duty to keep personal data safe."),
            retention=_("For good, as a bare number: when you delete your account, nobody can tell whose it was."),
            who_sees=_("You see what concerns you. The data protection officer may ask."),
        )
    ]


def export_for(person_id: int) -> dict[str, Any]:
    about = Q(subject_type="institutions.person", subject=str(person_id))
    rows = Entry.objects.filter(Q(actor=person_id) | about).order_by("at", "pk")
    return {"audit": list(rows.values("at", "action", "actor", "subject_type", "subject", "details"))}


def erase(person_id: int) -> None:
    """Nothing: the log holds a number that points to nobody once the person is gone."""
