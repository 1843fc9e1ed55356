from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from veivalg.core import health


def test_a_process_that_reaches_its_database_is_ready(db):
    assert Client().get("/health/live").status_code == 200
    assert Client().get("/health/ready").status_code == 200


def test_without_a_database_it_is_alive_and_not_ready(db):
    def refuse(*_call):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        assert Client().get("/health/ready").status_code == 503
        assert Client().get("/health/live").status_code == 200


def test_with_a_database_older_than_the_code_it_is_not_ready_yet(db, monkeypatch):
    monkeypatch.setitem(health._seen, "migrated", False)
    MigrationRecorder(connection).record_unapplied("audit", "0002_append_only")
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()) == (503, {"status": "migrations"})
