"""Every page that can be reached by links, as everybody who can reach it."""

from __future__ import annotations

import os

import pytest

from tests.browser.crawling import samples, walk
from tests.browser.looks import LANGUAGES, faults, looks_in, put_on

NOBODY = None
PEOPLE = [
    NOBODY,
    "ingrid-researcher-nordhavn",
    "sunniva-researcher-nordhavn",
    "marit-researcher-nordhavn",
    "linh-researcher-nordhavn",
    "solveig-counsellor-nordhavn",
    "kari-coordinator-nordhavn",
    "leif-leader-nordhavn",
    "hanne-hr-nordhavn",
    "nils-dpo-nordhavn",
    "eva-editor-nordhavn",
    "oskar-organiser-nordhavn",
    "sigrid-supervisor-nordhavn",
    "per-counsellor-fjellheim",
    "nora-network-lead",
    "oda-operator",
]
OF_EACH = 1000 if os.environ.get("MATRIX") == "full" else 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", PEOPLE)
def test_no_link_is_dead_and_every_page_is_accessible(visitor, base_url, who, language):
    page = visitor(language, who=who)
    found = walk(page.request, base_url, language)
    wrong = found.wrong
    for path in samples(found.pages, of_each=OF_EACH, own_only=who is not NOBODY):
        page.goto(path)
        for look in looks_in(language):
            put_on(page, look)
            wrong += [f"{path} {look}: {fault}" for fault in faults(page, language)]
    assert not wrong, "\n".join(wrong)
