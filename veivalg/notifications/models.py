"""Mail that waits to be sent, what a person was told, and which mails they want."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from veivalg.institutions.models import Person
from veivalg.notifications.kinds import title_of


class Mail(models.Model):
    """A mail in the outbox, complete as it shall be sent. Written in the transaction of what it tells about."""

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"  # a worker holds it until `due_at`
        FAILED = "failed"  # it did not go out, and is tried again at `due_at`
        SENT = "sent"
        GIVEN_UP = "given-up"

    OPEN = (State.QUEUED, State.SENDING, State.FAILED)

    # Empty where the mail was not written to somebody who has a page here: a code for signing up, an invitation.
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=60)
    address = models.EmailField(blank=True, db_index=True)
    domain = models.CharField(max_length=255)
    message = models.JSONField(null=True)
    message_id = models.CharField(max_length=255, unique=True)
    secret = models.BooleanField()
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    # A code that has run out is not worth sending.
    expires_at = models.DateTimeField(null=True)
    # The kind of error and its number; never the server's words, which may quote the mail.
    error = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state__in=["queued", "sending", "failed"]), name="mail_due"),
            models.Index(fields=["state", "created_at"], name="mail_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["queued", "sending", "failed", "sent", "given-up"]), name="mail_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at=None)),
                name="mail_has_a_time_when_sent",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "given-up"]) | Q(message__isnull=False), name="mail_to_send_is_complete"
            ),
            models.CheckConstraint(
                condition=Q(secret=False) | Q(message__isnull=True) | Q(state__in=["queued", "sending", "failed"]),
                name="secret_mail_is_destroyed_once_closed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def title(self) -> str:
        """The kind in the reader's words."""
        return title_of(self.kind)


class Notice(models.Model):
    """What a person was told, as they read it then, kept in their inbox."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    body = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at", "-id"], name="notice_inbox")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class MailPreference(models.Model):
    """A person's choice whether a kind of notice also comes by mail; no row: it does."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mail_preferences")
    kind = models.CharField(max_length=60)
    by_mail = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_mail_preference_per_kind")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.by_mail}"


class DemoMail(models.Model):
    """A mail as it arrived in the demo's mailbox, which every visitor of the demo may read. Empty elsewhere."""

    to = models.CharField(max_length=300)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    message_id = models.CharField(max_length=255, unique=True)
    arrived_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
