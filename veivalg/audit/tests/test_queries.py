from __future__ import annotations

from veivalg.audit.queries import done_about, done_by
from veivalg.audit.services import record


def test_one_can_ask_what_was_done_about_something_and_by_whom(nordhavn, fjellheim):
    record("renamed", actor=7, subject=nordhavn)
    record("opened", actor=8, subject=nordhavn)
    record("renamed", actor=7, subject=fjellheim)
    assert [(entry.action, entry.actor) for entry in done_about(nordhavn)] == [("opened", 8), ("renamed", 7)]
    assert [entry.subject for entry in done_by(7)] == [str(fjellheim.pk), str(nordhavn.pk)]
