"""The mail backend of the product (`EMAIL_BACKEND`): all mail, also allauth's, lands in the outbox."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from veivalg.notifications.services import enqueue


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return len([enqueue(message) for message in email_messages if message.recipients()])
