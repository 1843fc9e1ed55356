from __future__ import annotations

from django.db import DatabaseError, connection
from django.test import Client


def test_a_process_that_reaches_its_database_is_ready(db):
    assert Client().get("/health/live").status_code == 200
    assert Client().get("/health/ready").status_code == 200


def test_without_a_database_it_is_alive_and_not_ready(db):
    def refuse(*_call):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        assert Client().get("/health/ready").status_code == 503
        assert Client().get("/health/live").status_code == 200
