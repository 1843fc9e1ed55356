"""Into the outbox: a mail is a row in the caller's transaction, so that what is undone is never told."""

from __future__ import annotations

from email.utils import formatdate, parseaddr
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from veivalg.institutions.models import Person
from veivalg.notifications.envelope import pack, unpack
from veivalg.notifications.kinds import Kind, all_kinds
from veivalg.notifications.models import Mail
from veivalg.notifications.notices import ACCOUNT

#: A sender who knows no `Kind` names one by its code in this header; it is taken off again.
KIND_HEADER = "X-Veivalg-Kind"


@transaction.atomic
def enqueue(message: EmailMessage, *, kind: Kind | None = None, person: Person | None = None) -> Mail:
    """Put a mail into the outbox. The worker sends it once the caller's transaction is done."""
    now = timezone.now()
    packed = pack(message)
    named = packed["headers"].pop(KIND_HEADER, "")
    kind = kind or all_kinds().get(named, ACCOUNT)
    message_id = stable_message_id()
    packed["headers"] |= {"Message-ID": message_id, "Date": formatdate(localtime=True)}
    unpack(packed).message()  # a header or address that no server would take is the caller's error, not the worker's
    address = parseaddr(message.recipients()[0])[1].lower()
    return Mail.objects.create(
        person=person,
        kind=kind.code,
        address=address,
        domain=address.rpartition("@")[2],
        message=packed,
        message_id=message_id,
        secret=kind.secret,
        due_at=now,
        expires_at=now + kind.lives_for if kind.lives_for else None,
        created_at=now,
    )


def stable_message_id() -> str:
    """Made once per mail: a repeat after a crash carries the same one, and mail programs show a single mail."""
    return f"<{uuid4()}@{urlsplit(settings.BASE_URL).hostname}>"
