"""`manage.py work`: the worker.

Jobs from the queue run in the main thread, recurring jobs and mail in a second one: a long import never holds back a
sign-in code.
"""

from __future__ import annotations

import logging
import threading
from argparse import ArgumentParser
from typing import Any

import structlog
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from veivalg.core.schedule import tick

log = structlog.get_logger(__name__)
#: How long a stop waits for a mail that is just going out.
PATIENCE_SECONDS = 8


class Ticker(threading.Thread):
    """Calls `tick` about every second until told to stop."""

    def __init__(self, interval: float) -> None:
        super().__init__(name="ticker", daemon=True)
        self.interval = interval
        self.stopping = threading.Event()

    def run(self) -> None:
        while not self.stopping.is_set():
            close_old_connections()
            try:
                tick()
            except DatabaseError:
                log.exception("the database does not answer")
            self.stopping.wait(self.interval)
        connections.close_all()

    def stop(self) -> None:
        self.stopping.set()
        self.join(PATIENCE_SECONDS)


class Command(BaseCommand):
    help = "Runs queued jobs, recurring jobs and mail until SIGTERM or Ctrl-C."
    # The web processes check all addresses when they start; the worker starts without them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=1, help="seconds between two looks at the queues")
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, interval: float, once: bool, **options: Any) -> None:
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        jobs = jobs_worker(interval, once)
        if once:
            tick()
            jobs.run()
            return
        ticker = Ticker(interval)
        jobs.configure_signals()
        ticker.start()
        try:
            jobs.run()
        finally:
            ticker.stop()


def jobs_worker(interval: float, once: bool) -> Worker:
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=interval,
        batch=once,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
