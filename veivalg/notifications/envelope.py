"""A mail as JSON and back, so that it can wait in the database and leave through any of Django's mail backends."""

from __future__ import annotations

from base64 import b64decode, b64encode
from email.mime.base import MIMEBase
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives

#: Bodies and attachments of one mail together, in bytes.
LARGEST = 5 * 1024 * 1024


class MailTooLarge(ValueError):
    """The mail would not fit in the outbox: whoever attaches must bound what they attach."""


def pack(message: EmailMessage) -> dict[str, Any]:
    """Everything that is needed to send the message later."""
    packed = {
        "subject": str(message.subject),
        "body": str(message.body),
        "subtype": message.content_subtype,
        "from_email": str(message.from_email),
        "to": [str(address) for address in message.to],
        "cc": [str(address) for address in message.cc],
        "bcc": [str(address) for address in message.bcc],
        "reply_to": [str(address) for address in message.reply_to],
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "alternatives": [[str(content), mimetype] for content, mimetype in getattr(message, "alternatives", [])],
        "attachments": [pack_attachment(attachment) for attachment in message.attachments],
    }
    if size(packed) > LARGEST:
        raise MailTooLarge(f"A mail may hold {LARGEST} bytes.")
    return packed


def unpack(packed: dict[str, Any]) -> EmailMultiAlternatives:
    """The message as it was given to `pack`."""
    names = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to", "headers")
    message = EmailMultiAlternatives(**{name: packed[name] for name in names})
    message.content_subtype = packed["subtype"]
    for content, mimetype in packed["alternatives"]:
        message.attach_alternative(content, mimetype)
    for name, content, mimetype in packed["attachments"]:
        message.attach(name, b64decode(content), mimetype)
    return message


def pack_attachment(attachment: Any) -> list[str | None]:
    """Name, content in base64, type."""
    if isinstance(attachment, MIMEBase):
        name, mimetype = attachment.get_filename(), attachment.get_content_type()
        content: Any = attachment.get_payload(decode=True)
    else:
        name, content, mimetype = attachment
    if not isinstance(content, str | bytes):
        raise TypeError("Attach as (name, text or bytes, type).")
    raw = content.encode() if isinstance(content, str) else content
    return [name, b64encode(raw).decode("ascii"), mimetype]


def size(packed: dict[str, Any]) -> int:
    """Bytes of bodies and attachments."""
    texts = [packed["body"], *(content for content, _mimetype in packed["alternatives"])]
    return sum(len(text.encode()) for text in texts) + sum(len(part[1]) * 3 // 4 for part in packed["attachments"])
