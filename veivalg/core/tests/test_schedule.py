from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from veivalg.core import schedule
from veivalg.core.models import RecurringJob

pytestmark = pytest.mark.django_db
RAN: list[str] = []


@pytest.fixture(autouse=True)
def jobs(settings):
    RAN.clear()
    settings.EVERY_TICK = [f"{__name__}.each"]
    settings.SCHEDULE = {f"{__name__}.breaks": 60, f"{__name__}.hourly": 3600}


def each() -> None:
    RAN.append("each")


def hourly() -> None:
    RAN.append("hourly")


def breaks() -> None:
    raise RuntimeError


def test_a_job_runs_once_in_its_period_and_one_that_fails_leaves_the_others_alone():
    schedule.tick()
    schedule.tick()
    assert RAN == ["each", "hourly", "each"]
    with time_machine.travel(timezone.now() + timedelta(hours=50), tick=False):
        schedule.tick()
        schedule.tick()
    assert RAN.count("hourly") == 2


def test_of_two_workers_one_runs_the_job(monkeypatch):
    """The other one moves the row between our look and our claim."""
    schedule.tick()
    name = f"{__name__}.hourly"
    real = RecurringJob.objects.get_or_create
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        seen = real(name=name)
        assert schedule.claim(name, timedelta(hours=1))
        monkeypatch.setattr(RecurringJob.objects, "get_or_create", lambda **_: seen)
        assert not schedule.claim(name, timedelta(hours=1))


def test_one_can_see_when_the_worker_last_lived():
    assert schedule.worker_seen_at() is None
    schedule.tick()
    seen = schedule.worker_seen_at()
    assert seen
    assert timezone.now() - seen < timedelta(seconds=5)


def test_tidying_may_run_on_an_empty_database():
    schedule.tidy()


def test_every_job_of_the_settings_exists():
    for name in [*settings.EVERY_TICK, *settings.SCHEDULE]:
        assert callable(import_string(name))
