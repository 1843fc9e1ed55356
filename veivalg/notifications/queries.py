"""Lists and counts of notices and mails."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.utils import timezone

from veivalg.core.schedule import worker_seen_at
from veivalg.institutions.models import Person
from veivalg.notifications.access import mails_without_words, notices_of
from veivalg.notifications.kinds import Kind, all_kinds
from veivalg.notifications.models import DemoMail, Mail, MailPreference, Notice

#: A worker shows a sign of life twice a minute.
WORKER_MISSED_AFTER = timedelta(minutes=2)


def inbox(person: Person) -> QuerySet[Notice]:
    """The person's notices, newest first."""
    return notices_of(person).order_by("-created_at", "-pk")


def unread_count(person: Person) -> int:
    return notices_of(person).filter(read_at=None).count()


def wants_mail(person: Person, kind: Kind) -> bool:
    """Whether a notice of this kind also goes out by mail."""
    unwanted = MailPreference.objects.filter(person=person, kind=kind.code, by_mail=False)
    return kind.essential or not unwanted.exists()


def chosen_by_mail(person: Person) -> list[str]:
    """Codes of the kinds that the person gets by mail although they could do without."""
    unwanted = set(MailPreference.objects.filter(person=person, by_mail=False).values_list("kind", flat=True))
    return [kind.code for kind in all_kinds().values() if not kind.essential and kind.code not in unwanted]


def mails_per_state() -> dict[str, int]:
    """State → number of mails, every state being there."""
    counted = dict(Mail.objects.values_list("state").annotate(number=Count("pk")))
    return {state: counted.get(state, 0) for state in Mail.State.values}


def mails_in(state: str) -> QuerySet[Mail]:
    """Mails in a state, newest first, each with `can_try_again`."""
    waits = Q(state__in=[Mail.State.FAILED, Mail.State.GIVEN_UP], message__isnull=False)
    rows = mails_without_words().filter(state=state)
    return rows.annotate(can_try_again=ExpressionWrapper(waits, BooleanField())).order_by("-created_at", "-pk")


def worker_is_missing() -> bool:
    """Whether no worker has shown a sign of life lately: then no mail goes out."""
    seen = worker_seen_at()
    return seen is None or timezone.now() - seen > WORKER_MISSED_AFTER


def demo_mails() -> QuerySet[DemoMail]:
    """What arrived in the demo's mailbox, newest first."""
    return DemoMail.objects.order_by("-arrived_at", "-pk")[:50]
