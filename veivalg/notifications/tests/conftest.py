"""The outbox in place of Django's test box, and a real mail server on a port of its own."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Letterbox:
    """Takes what a mail server is given; `answers` are given first, one per mail."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.answers: list[str] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.answers:
            return self.answers.pop(0)
        self.mails.append(message_from_bytes(envelope.original_content or b"", policy=policy.default))
        return "250 OK"

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def outbox(settings) -> None:
    """Mails go into the outbox, and from there nowhere, unless the test says so."""
    settings.EMAIL_BACKEND = "veivalg.notifications.outbox.OutboxBackend"
    settings.OUTBOX_TRANSPORT = "veivalg.notifications.demo_mailbox.DemoMailbox"


@pytest.fixture
def letterbox(outbox, settings, unused_port) -> Iterator[Letterbox]:
    """A mail server that answers."""
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=unused_port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def unused_port(settings) -> int:
    """The port to which mail is sent; nobody listens there yet."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    settings.OUTBOX_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    return port
