"""What an account keeps about a person. The person is known by the id in `institutions`."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from veivalg.accounts.models import User
from veivalg.core.privacy import Kept


def kept() -> list[Kept]:
    return [
        Kept(
            "accounts.User",
            purpose=_("To let you sign in, and nobody else."),
            legal_basis=_("Necessary to give you what you ask for."),
            retention=_("Until you delete your account."),
            who_sees=_("You."),
        )
    ]


def export_for(person_id: int) -> dict[str, Any]:
    return {
        "accounts": [
            {"email": user.email, "joined_at": user.joined_at} for user in User.objects.filter(person=person_id)
        ]
    }


def erase(person_id: int) -> None:
    User.objects.filter(person=person_id).delete()
