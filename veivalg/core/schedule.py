"""Recurring jobs. Two settings name them by dotted path, so that this layer calls upper ones without knowing them.

`EVERY_TICK` are looked for about every second by each worker and must bear company (they claim their rows).
`SCHEDULE` maps a job to its period in seconds; each period belongs to the one worker that moves the job's row.
A job that was missed while no worker ran is run once, not once for each period missed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

import structlog
from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from veivalg.core.models import RecurringJob

log = structlog.get_logger(__name__)

FINISHED_JOBS_KEPT = timedelta(days=7)


def tick() -> None:
    """Run everything that is due just now; one that fails leaves the others alone."""
    for name in settings.EVERY_TICK:
        run(name)
    for name, seconds in settings.SCHEDULE.items():
        if claim(name, timedelta(seconds=seconds)):
            run(name)


def claim(name: str, period: timedelta) -> bool:
    """Whether the job's next run is due and belongs to this worker."""
    now = timezone.now()
    job, new = RecurringJob.objects.get_or_create(name=name, defaults={"began_at": now})
    if new:
        return True
    if job.began_at > now - period:
        return False
    return RecurringJob.objects.filter(pk=job.pk, began_at=job.began_at).update(began_at=now) == 1


def run(name: str) -> None:
    try:
        import_string(name)()
    except Exception:
        log.exception("recurring job failed", job=name)


def sign_of_life() -> None:
    """Does nothing: that it began is what `worker_seen_at` tells."""


def worker_seen_at() -> datetime | None:
    """When a worker last began a recurring job; None where none ever ran."""
    last: datetime | None = RecurringJob.objects.aggregate(last=Max("began_at"))["last"]
    return last


def tidy() -> None:
    """Forget jobs that finished long ago and sessions that have run out."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - FINISHED_JOBS_KEPT).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
