from __future__ import annotations

import io
import json
import logging

import pytest
import structlog
from django.test import Client

from veivalg.core.logs import SHARED


@pytest.fixture
def written():
    """The lines that the processes write, as they leave."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=SHARED,
        )
    )
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)


def test_a_request_leaves_its_route_and_neither_path_nor_person(db, written):
    Client().get("/", {"secret": "in-the-address"}, headers={"X-Forwarded-For": "10.1.2.3"})
    line = next(line for line in written() if line["event"] == "answered")
    assert (line["method"], line["route"], line["status"]) == ("GET", "", 200)
    assert not {"path", "ip", "user_id"} & set(line)
    assert "in-the-address" not in json.dumps(written())


def test_a_failure_shows_where_and_not_what(written):
    def fail(diary="a worry that nobody else should read"):
        raise ValueError("broken")

    try:
        fail()
    except ValueError:
        structlog.get_logger("veivalg.requests").error("failed", exc_info=True)
    assert "ValueError" in json.dumps(written())
    assert "worry" not in json.dumps(written())
