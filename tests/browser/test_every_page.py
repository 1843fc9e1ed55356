"""Every page that can be reached by links, as everybody who can reach it."""

from __future__ import annotations

import os
from itertools import cycle, product

import pytest

from tests.browser.crawling import samples, walk
from tests.browser.looks import LANGUAGES, faults, looks_in, put_on

NOBODY = None
# These see pages that most others do not.
PEOPLE = [
    NOBODY,
    "ingrid-researcher-nordhavn",
    "sunniva-researcher-nordhavn",
    "kari-coordinator-nordhavn",
    "oda-operator",
]
# These differ in their start page and menu: one language each, in turn, unless all is asked for.
MORE_PEOPLE = [
    "marit-researcher-nordhavn",
    "linh-researcher-nordhavn",
    "chiara-researcher-nordhavn",
    "solveig-counsellor-nordhavn",
    "leif-leader-nordhavn",
    "hanne-hr-nordhavn",
    "nils-dpo-nordhavn",
    "eva-editor-nordhavn",
    "oskar-organiser-nordhavn",
    "sigrid-supervisor-nordhavn",
    "per-counsellor-fjellheim",
    "nora-network-lead",
]
ALL = os.environ.get("MATRIX") == "full"
OF_EACH = 1000 if ALL else 2
VISITS = [
    *product(PEOPLE, LANGUAGES),
    *(product(MORE_PEOPLE, LANGUAGES) if ALL else zip(MORE_PEOPLE, cycle(LANGUAGES), strict=False)),
]


@pytest.mark.parametrize(("who", "language"), VISITS)
def test_no_link_is_dead_and_every_page_is_accessible(visitor, base_url, who, language):
    page = visitor(language, who=who)
    found = walk(page.request, base_url, language, public=who is NOBODY)
    wrong = found.wrong
    for path in samples(found.pages, of_each=OF_EACH, own_only=who is not NOBODY):
        page.goto(path)
        for look in looks_in(language):
            put_on(page, look)
            wrong += [f"{path} {look}: {fault}" for fault in faults(page, language)]
    assert not wrong, "\n".join(wrong)
