"""Who may open a row: one's own notices; mails, without their words, for whoever runs the site."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from veivalg.institutions.models import Person
from veivalg.notifications.models import Mail, Notice


def notices_of(person: Person) -> QuerySet[Notice]:
    return Notice.objects.filter(person=person)


def get_notice(person: Person, notice_id: int) -> Notice:
    return get_object_or_404(notices_of(person), pk=notice_id)


def mails_without_words() -> QuerySet[Mail]:
    """What an operator may see of the outbox: never an address, a person, a subject or a body."""
    return Mail.objects.only(
        "kind", "domain", "state", "attempts", "due_at", "error", "created_at", "sent_at", "secret"
    )


def get_mail(mail_id: int) -> Mail:
    return get_object_or_404(mails_without_words(), pk=mail_id)
