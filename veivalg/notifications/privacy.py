"""What the outbox and the inbox keep about a person."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from veivalg.core.privacy import Kept
from veivalg.institutions.models import Person
from veivalg.notifications.models import Mail, MailPreference, Notice


def kept() -> list[Kept]:
    return [
        Kept(
            "notifications.Mail",
            purpose=_("To bring you a mail, also when the mail server is down."),
            legal_basis=_("Necessary to give you what you ask for."),
            retention=_(
                "Codes and invitations: until they are sent. Other mails: 30 days, and that they were sent, 90."
            ),
            who_sees=_("You. Whoever runs the site sees kind, time and the part of the address after the @ sign."),
        ),
        Kept(
            "notifications.Notice",
            purpose=_("To tell you what concerns you."),
            legal_basis=_("Necessary to give you what you ask for."),
            retention=_("One year, or until you delete your account."),
            who_sees=_("You."),
        ),
        Kept(
            "notifications.MailPreference",
            purpose=_("To send you only the mails that you want."),
            legal_basis=_("Your choice."),
            retention=_("Until you delete your account."),
            who_sees=_("You."),
        ),
    ]


def export_for(person_id: int) -> dict[str, Any]:
    return {
        "notices": list(
            Notice.objects.filter(person=person_id).values("kind", "title", "body", "link", "created_at", "read_at")
        ),
        "mails": list(mails_of(person_id).values("kind", "state", "address", "created_at", "sent_at")),
        "mail_preferences": list(MailPreference.objects.filter(person=person_id).values("kind", "by_mail")),
    }


@transaction.atomic
def erase(person_id: int) -> None:
    mails_of(person_id).delete()
    Notice.objects.filter(person=person_id).delete()
    MailPreference.objects.filter(person=person_id).delete()


def mails_of(person_id: int) -> QuerySet[Mail]:
    """Mails to the person, and to their address where no person was named."""
    address = Person.objects.values_list("email", flat=True).get(pk=person_id)
    return Mail.objects.filter(Q(person=person_id) | Q(address=address.lower()))
