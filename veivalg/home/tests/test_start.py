from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import employ, person
from veivalg.competence.models import SkillClaim
from veivalg.institutions.roles import Role

PATH = "/"


def start_page(client: Client) -> str:
    return client.get(PATH).content.decode()


def here(page: str) -> str:
    """The stop that says "you are here"."""
    return page[page.index('aria-current="step"') :].split("</li>")[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Hei, Ingrid", "Underveis", "Du er her", "Hva som er viktig nå")),
        ("nn", ("Hei, Ingrid", "Undervegs", "Du er her", "Kva som er viktig no")),
        ("en", ("Hello, Ingrid", "Underway", "You are here", "What matters now")),
    ],
)
def test_a_researcher_sees_where_on_the_path_they_are(framework, ingrid, enter, language, words):
    page = start_page(enter(ingrid, language))
    assert all(word in page for word in words)
    assert page.count('aria-current="step"') == 1


def test_the_page_says_why_it_thinks_so(framework, amir, enter):
    page = start_page(enter(amir))
    assert "Start" in here(page)
    assert "You began on" in page


def test_what_the_person_has_chosen_wins(framework, amir, enter):
    amir.chosen_phase = "onward"
    amir.save()
    page = start_page(enter(amir))
    assert "You chose this phase yourself." in page
    assert 'data-phase="onward"' in page


def test_after_the_end_the_pages_are_still_there(framework, nordhavn, enter):
    gone = person("Wim", nordhavn, Role.RESEARCHER)
    today = timezone.localdate()
    employ(gone, nordhavn, "postdoc", today - timedelta(days=900), today - timedelta(days=20))
    page = start_page(enter(gone))
    assert "The term ended on" in page
    assert 'data-phase="onward"' in page


def test_without_dates_the_page_admits_that_it_does_not_know(framework, nordhavn, enter):
    page = start_page(enter(person("Wim", nordhavn, Role.RESEARCHER)))
    assert "No last day is known" in page


def test_the_way_to_a_person_is_always_there(framework, ingrid, nordhavn, enter):
    assert "karriereveiledning.no" in start_page(enter(ingrid))
    assert "has not named a contact" in start_page(enter(ingrid))
    nordhavn.contact_email = "karriere@nordhavn.example"
    nordhavn.save()
    assert "mailto:karriere@nordhavn.example" in start_page(enter(ingrid))


def test_the_page_stands_before_the_framework_is_loaded(ingrid, enter):
    assert "Underway" in start_page(enter(ingrid))


@pytest.mark.parametrize("who", ["solveig", "kari", "leif", "oda"])
def test_somebody_in_another_role_is_told_what_they_do_not_see(framework, request, enter, who):
    page = start_page(enter(request.getfixturevalue(who)))
    assert "phase-path" not in page.split("</head>")[1]
    assert any(words in page for words in ("You see", "You keep the site running"))


def test_the_page_asks_eight_times_at_most(framework, ingrid, enter, django_assert_max_num_queries):
    client = enter(ingrid)
    start_page(client)
    with django_assert_max_num_queries(8):
        start_page(client)


def test_the_next_step_follows_what_was_begun(framework, ingrid, enter):
    client = enter(ingrid)
    assert "Begin with your competence" in start_page(client)
    SkillClaim.objects.create(person=ingrid, uri="urn:x:1", state=SkillClaim.State.SUGGESTED)
    page = start_page(client)
    assert "1 suggestion waits for your answer." in page
    assert "Go on where you left off" in page
    SkillClaim.objects.bulk_create(
        SkillClaim(person=ingrid, uri=f"urn:y:{n}", state=SkillClaim.State.CONFIRMED) for n in range(6)
    )
    page = start_page(client)
    assert "You have confirmed 6 skills." in page
    assert "See occupations that fit" in page
