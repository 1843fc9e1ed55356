from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from veivalg.audit.models import Entry
from veivalg.audit.services import record


def test_what_was_done_is_written_down(db):
    entry = record("phase-chosen", actor=7, institution=3, details={"phase": "onward"})
    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.action, kept.actor, kept.institution, kept.details) == ("phase-chosen", 7, 3, {"phase": "onward"})


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET actor = 1", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_delete_it(db, statement):
    record("phase-chosen", actor=7)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().actor == 7


def test_an_entry_cannot_be_deleted_through_the_model(db):
    with pytest.raises(TypeError, match="append-only"):
        record("phase-chosen").delete()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_the_log_is_empty_again_after_a_test_with_real_transactions(time):
    assert not Entry.objects.exists()
    record("phase-chosen")
