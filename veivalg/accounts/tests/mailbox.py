"""Reading the mails that sign-in sends."""

from __future__ import annotations

import re

from django.core import mail
from django.test import Client


def take_mail() -> mail.EmailMessage:
    """The one mail in the box, taken out."""
    assert len(mail.outbox) == 1, [message.subject for message in mail.outbox]
    return mail.outbox.pop()


def take_code() -> str:
    """The code of the one mail in the box."""
    found = re.search(r"^([0-9A-Z]{3,4}-?[0-9A-Z]{3,4})$", str(take_mail().body), re.MULTILINE)
    assert found
    return found[1]


def ask_for_code(client: Client, email: str, **more: str) -> None:
    answer = client.post("/accounts/login/", {"email": email, **more})
    assert answer.status_code == 302, answer.content.decode()


def type_code(client: Client, code: str, **more: str):
    return client.post("/accounts/login/code/", {"code": code, "action": "verify", **more})


def sign_in(client: Client, email: str) -> str:
    """Come in by code; the address one is led to."""
    ask_for_code(client, email)
    answer = type_code(client, take_code())
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])
