from __future__ import annotations

import re
from pathlib import Path

from django.utils import translation

import veivalg
from veivalg.audit.services import record
from veivalg.home.queries import deeds_about
from veivalg.home.queries.deeds import WORDS

RECORDED = re.compile(r"""\b(?:record|note)\(\s*"([a-z-]+)\"""")


def test_every_deed_that_a_service_records_has_words():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in Path(veivalg.__file__).parent.rglob("*.py")
        if "tests" not in path.parts
    )
    assert set(RECORDED.findall(code)) <= set(WORDS)


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
