"""The worker as it runs: a process of its own on a database of its own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the database of these tests lies; made once."""
    made: Path = tmp_path_factory.mktemp("worker")
    finished(manage(made, "migrate", "-v", "0"))
    return made


def manage(folder: Path, *words: str) -> subprocess.Popen[str]:
    """`manage.py` with demo settings and a database of its own."""
    ours = {"DEMO": "1", "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "veivalg.config.settings"}
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.Popen(  # noqa: S603 (our own command)
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=inherited | ours,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> None:
    said, _nothing = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert "Traceback" not in said


def wait_until_all_is_sent(folder: Path) -> None:
    deadline = time.monotonic() + 30
    with closing(sqlite3.connect(folder / "veivalg.sqlite3", timeout=20)) as database:
        while set(database.execute("SELECT state FROM notifications_mail")) != {("sent",)}:
            assert time.monotonic() < deadline
            time.sleep(0.05)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_sends_what_waits_and_stops_cleanly(folder, stop):
    finished(manage(folder, "sendtestemail", "ingrid@example.org"))
    worker = manage(folder, "work", "--interval", "0.2")
    try:
        wait_until_all_is_sent(folder)
    finally:
        worker.send_signal(stop)
        finished(worker)


def test_it_can_do_what_is_due_once_and_end(folder):
    finished(manage(folder, "sendtestemail", "ingrid@example.org"))
    finished(manage(folder, "work", "--once"))
    wait_until_all_is_sent(folder)
