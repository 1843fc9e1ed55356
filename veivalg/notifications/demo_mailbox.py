"""The way out of the outbox in a demo: a mailbox on the site itself, in place of a mail server."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from veivalg.notifications.models import DemoMail


class DemoMailbox(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            DemoMail.objects.update_or_create(
                message_id=message.extra_headers["Message-ID"],
                defaults={
                    "to": ", ".join(message.recipients())[:300],
                    "subject": str(message.subject)[:300],
                    "body": str(message.body),
                    "arrived_at": timezone.now(),
                },
            )
        return len(email_messages)
