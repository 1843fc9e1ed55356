from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import employ, person
from veivalg.institutions.models import Affiliation, Membership
from veivalg.institutions.queries import may_use_offering, phase_of
from veivalg.institutions.roles import Role
from veivalg.institutions.scoping import acting_for


def test_the_page_says_why_it_thinks_so(amir, ingrid, enter):
    page = enter(amir).get("/me/positions/").content.decode()
    assert "Start" in page
    assert "and the first months count as start" in page
    assert "not yet in the last ones" in enter(ingrid).get("/me/positions/").content.decode()


def test_the_persons_own_choice_wins_and_is_shown_as_such(amir, enter):
    client = enter(amir)
    offered = re.findall(r'name="phase" value="(\w*)"', client.get("/me/positions/").content.decode())
    assert offered == ["underway", "onward"]
    client.post("/me/phase/", {"phase": "onward"})
    page = client.get("/me/positions/").content.decode()
    assert "You chose this phase yourself." in page
    assert "By the dates alone it would be" in page
    client.post("/me/phase/", {"phase": ""})
    amir.refresh_from_db()
    assert phase_of(amir).phase == "start"
    client.post("/me/phase/", {"phase": "retired"})
    amir.refresh_from_db()
    assert amir.chosen_phase == ""


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    ("starts", "ends"), [(-30, 900), (-500, 900), (-900, 100), (-900, -10), (20, 900), (-100, None), (None, None)]
)
def test_every_reason_has_its_sentence_in_every_language(nordhavn, enter, language, starts, ends):
    siv, today = person("Siv", nordhavn, Role.RESEARCHER), timezone.localdate()
    if starts is not None:
        last = None if ends is None else today + timedelta(days=ends)
        employ(siv, nordhavn, "postdoc", today + timedelta(days=starts), last)
    answer = enter(siv, language).get("/me/positions/")
    assert answer.status_code == 200
    assert answer.context["view"].reason != "chosen"


def test_the_limits_are_the_institutions_own(amir, nordhavn):
    nordhavn.start_months = 0
    assert phase_of(amir, institution=nordhavn).phase == "underway"


def test_a_guest_stay_counts_only_where_there_is_nothing_else(ingrid, nordhavn):
    today = timezone.localdate()
    before = phase_of(ingrid)
    guest = employ(ingrid, nordhavn, "postdoc", today, today + timedelta(days=3000))
    with acting_for(nordhavn):
        Affiliation.objects.filter(pk=guest.pk).update(kind="guest")
    assert phase_of(ingrid) == before


def test_after_the_end_the_offering_stays_open_for_as_long_as_the_institution_says(nordhavn, fjellheim):
    siv, today = person("Siv", nordhavn, Role.RESEARCHER), timezone.localdate()
    assert may_use_offering(siv, nordhavn, today), "a researcher who has not stated a position yet"
    assert not may_use_offering(siv, fjellheim, today)
    employ(siv, nordhavn, "postdoc", today - timedelta(days=900), today - timedelta(days=30))
    assert may_use_offering(siv, nordhavn, today)
    assert may_use_offering(siv, nordhavn, today + timedelta(days=300))
    assert not may_use_offering(siv, nordhavn, today + timedelta(days=400))
    nordhavn.months_after_end = 0
    assert not may_use_offering(siv, nordhavn, today)


def test_after_the_end_of_everything_sign_in_and_own_pages_stay(ingrid, nordhavn, enter):
    with acting_for(nordhavn):
        Membership.objects.filter(person=ingrid).update(until=timezone.localdate())
        Affiliation.objects.filter(person=ingrid).update(ends_on=timezone.localdate() - timedelta(days=1))
    client = enter(ingrid)
    page = client.get("/me/positions/")
    assert page.status_code == 200
    assert "The term ended on" in page.content.decode()
    assert client.get("/me/settings/").status_code == 200
    assert client.get("/people/").status_code == 403
