"""What is destroyed when. A secret goes the moment its mail is closed (`delivery`); the rest is looked after here."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from veivalg.notifications.models import DemoMail, Mail, Notice

WORDS_KEPT = timedelta(days=30)
ROWS_KEPT = timedelta(days=90)
NOTICES_KEPT = timedelta(days=365)
DEMO_KEPT = timedelta(days=1)


def destroy_old_mail() -> None:
    """Destroy the words and addresses of old mails, later the rows too. Runs every hour and may run twice."""
    now = timezone.now()
    closed = Mail.objects.filter(state__in=[Mail.State.SENT, Mail.State.GIVEN_UP])
    closed.filter(created_at__lt=now - WORDS_KEPT, message__isnull=False).update(message=None, address="")
    closed.filter(created_at__lt=now - ROWS_KEPT).delete()
    Notice.objects.filter(created_at__lt=now - NOTICES_KEPT).delete()
    DemoMail.objects.filter(arrived_at__lt=now - DEMO_KEPT).delete()
