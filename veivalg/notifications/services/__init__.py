"""Writing: into the outbox, out of it, notices to people, and what is destroyed when."""

from __future__ import annotations

from veivalg.notifications.services.delivery import NothingToSend, send_due_mail, try_again
from veivalg.notifications.services.notices import choose_mails, mark_read, notify
from veivalg.notifications.services.outbox import enqueue
from veivalg.notifications.services.retention import destroy_old_mail

__all__ = [
    "NothingToSend",
    "choose_mails",
    "destroy_old_mail",
    "enqueue",
    "mark_read",
    "notify",
    "send_due_mail",
    "try_again",
]
