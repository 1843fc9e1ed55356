from __future__ import annotations

from django.utils import translation

from veivalg.audit.services import record
from veivalg.home.queries import deeds_about


def test_what_others_did_about_a_person_is_shown_with_their_name(ingrid, kari, amir):
    record("role-given", actor=kari.pk, subject=ingrid)
    record("role-given", actor=kari.pk, subject=amir)
    record("institution-changed", actor=kari.pk)
    with translation.override("en"):
        shown = [(str(deed.what), str(deed.who)) for deed in deeds_about(ingrid)]
    assert shown == [("Gave a role", "Kari")]


def test_one_who_is_gone_is_not_named(ingrid):
    record("role-given", actor=10**9, subject=ingrid)
    record("role-ended", subject=ingrid)
    with translation.override("en"):
        shown = {str(deed.who) for deed in deeds_about(ingrid)}
    assert shown == {"somebody who has been deleted", "the system"}
