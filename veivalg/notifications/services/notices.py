"""Telling a person something: a notice in their inbox and, unless they do not want it, a mail."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone, translation

from veivalg.institutions.models import Person
from veivalg.notifications.kinds import Kind, all_kinds
from veivalg.notifications.models import MailPreference, Notice
from veivalg.notifications.queries import wants_mail
from veivalg.notifications.services.outbox import enqueue


@transaction.atomic
def notify(*, person: Person, kind: Kind, link: str = "", **about: object) -> Notice:
    """Tell a person something in their own language, in the caller's transaction.

    `about` are the words that the kind's template needs; `link` is the address on this site where they go on.
    """
    with translation.override(person.language):
        title, body = written(kind, person=person, **about)
        notice = Notice.objects.create(
            person=person,
            kind=kind.code,
            language=person.language,
            title=title,
            body=body,
            link=link,
            created_at=timezone.now(),
        )
        if wants_mail(person, kind):
            enqueue(as_mail(notice, person.email), kind=kind, person=person)
    return notice


def written(kind: Kind, **about: object) -> tuple[str, str]:
    """Subject and body of a kind in the language that is active."""
    first, _newline, rest = plain(kind.template, **about).strip().partition("\n")
    return " ".join(first.split())[:300], rest.strip()


def plain(template: str, **words: object) -> str:
    """A template as plain text: `&` stays `&`."""
    text: str = get_template(template).template.render(Context(words, autoescape=False))  # type: ignore[attr-defined]
    return text


def as_mail(notice: Notice, address: str) -> EmailMessage:
    """The notice as a mail, with the way to the page and to fewer mails."""
    site = settings.BASE_URL.rstrip("/")
    body = plain(
        "notifications/mails/frame.txt",
        body=notice.body,
        link=site + notice.link if notice.link else "",
        preferences=site + reverse("notifications:preferences"),
    )
    return EmailMessage(notice.title, body.strip() + "\n", to=[address])


def mark_read(*, person: Person, notice: Notice | None = None) -> None:
    """The person has read one notice, or all of them."""
    unread = Notice.objects.filter(person=person, read_at=None)
    if notice:
        unread = unread.filter(pk=notice.pk)
    unread.update(read_at=timezone.now())


@transaction.atomic
def choose_mails(*, person: Person, by_mail: Collection[str]) -> None:
    """The person wants these kinds by mail too, and no others but the essential ones."""
    for kind in all_kinds().values():
        if not kind.essential:
            MailPreference.objects.update_or_create(
                person=person, kind=kind.code, defaults={"by_mail": kind.code in by_mail}
            )
