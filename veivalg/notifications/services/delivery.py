"""Out of the outbox: workers claim rows by compare-and-swap, so that two of them never send the same mail.

A claim is a lease. A worker that dies gives its mails back when the lease ends; only one that dies between the
server's yes and its own note of it sends a mail twice, with the same Message-ID.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veivalg.audit.services import record
from veivalg.core.errors import DomainError
from veivalg.institutions.models import Person
from veivalg.notifications.envelope import unpack
from veivalg.notifications.models import Mail

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=5)
#: How long to wait after the first, second … failure; after the last one the mail is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440))

EXPIRED = "expired"


class NotAccepted(Exception):
    """The transport took the mail for nobody."""


class NothingToSend(DomainError):
    """The mail has gone out meanwhile, or its words are destroyed."""


def send_due_mail(limit: int = 100) -> int:
    """Send what is due, secrets first; the number sent. Safe in several workers at once."""
    transport: BaseEmailBackend = get_connection(settings.OUTBOX_TRANSPORT)
    sent = 0
    try:
        for mail in due_mail(timezone.now())[:limit]:
            if not claim(mail):
                continue
            if not attempt(mail, transport):
                break  # most likely the server is in trouble: the others wait for the next tick
            sent += 1
    finally:
        transport.close()
    return sent


def due_mail(now: datetime) -> QuerySet[Mail]:
    """Mails to send now, and those whose worker has not come back."""
    return Mail.objects.filter(state__in=Mail.OPEN, due_at__lte=now).order_by("-secret", "due_at", "pk")


def claim(mail: Mail) -> bool:
    """Take the mail for the length of a lease; False where another worker was faster."""
    seen = Mail.objects.filter(pk=mail.pk, state=mail.state, due_at=mail.due_at)
    mail.state, mail.due_at, mail.attempts = Mail.State.SENDING, timezone.now() + LEASE, mail.attempts + 1
    return seen.update(state=mail.state, due_at=mail.due_at, attempts=mail.attempts) == 1


def attempt(mail: Mail, transport: BaseEmailBackend) -> bool:
    """Hand a claimed mail to the server and note how it went."""
    if mail.expires_at and timezone.now() >= mail.expires_at:
        close(mail, state=Mail.State.GIVEN_UP, error=EXPIRED)
        return False
    try:
        transport.open()
        if not transport.send_messages([unpack(mail.message or {})]):
            raise NotAccepted
    except Exception as error:  # noqa: BLE001 (whatever a transport raises, the mail stays in the queue)
        transport.close()
        put_off(mail, error)
        return False
    close(mail, state=Mail.State.SENT, sent_at=timezone.now())
    return True


def put_off(mail: Mail, error: Exception) -> None:
    """Try again later, or give up where that is of no use."""
    described = describe(error)
    log.warning("mail not sent", mail=mail.pk, kind=mail.kind, attempts=mail.attempts, error=described)
    next_at = timezone.now() + WAITS[min(mail.attempts, len(WAITS)) - 1]
    too_late = mail.attempts > len(WAITS) or (mail.expires_at and next_at >= mail.expires_at)
    if too_late or refused_for_good(error):
        close(mail, state=Mail.State.GIVEN_UP, error=described)
    else:
        held(mail).update(state=Mail.State.FAILED, due_at=next_at, error=described)


def close(mail: Mail, *, state: str, error: str = "", sent_at: datetime | None = None) -> None:
    """The end of a mail; a secret one is destroyed in the same stroke."""
    gone: dict[str, Any] = {"message": None, "address": ""} if mail.secret else {}
    held(mail).update(state=state, error=error, sent_at=sent_at, **gone)


def held(mail: Mail) -> QuerySet[Mail]:
    """The row, as long as it is still ours: a lease that ended may have passed it on."""
    return Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING, due_at=mail.due_at)


def refused_for_good(error: Exception) -> bool:
    """Whether the server said that no address of the mail exists."""
    return isinstance(error, SMTPRecipientsRefused) and all(code >= 500 for code, _text in error.recipients.values())


def describe(error: Exception) -> str:
    """Kind and number of an error, without the server's words.

    >>> describe(ConnectionRefusedError(111, "Connection refused by mx.example.org"))
    'ConnectionRefusedError 111'
    """
    name = type(error).__name__
    if isinstance(error, SMTPRecipientsRefused):
        return f"{name} {' '.join(sorted({str(code) for code, _text in error.recipients.values()}))}"
    number = error.smtp_code if isinstance(error, SMTPResponseException) else getattr(error, "errno", None)
    return f"{name} {number}" if number else name


@transaction.atomic
def try_again(*, mail: Mail, by: Person) -> None:
    """An operator puts a mail that failed or was given up back into the queue."""
    again = Mail.objects.filter(
        pk=mail.pk, state__in=[Mail.State.FAILED, Mail.State.GIVEN_UP], message__isnull=False
    ).update(state=Mail.State.QUEUED, attempts=0, due_at=timezone.now(), expires_at=None)
    if not again:
        raise NothingToSend(_("This mail has gone out meanwhile, or its words are no longer kept."))
    record("mail-tried-again", actor=by.pk, subject=mail)
