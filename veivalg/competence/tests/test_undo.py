"""Every step can be taken back, and two browsers never meet an error."""

from __future__ import annotations

import pytest

from veivalg.competence.models import Act, OccupationMark, SkillClaim, Wishes
from veivalg.competence.queries import matches_for
from veivalg.competence.tests.profiles import with_profile

pytestmark = pytest.mark.django_db
UNDO = "/me/competence/undo/"


def states():
    return dict(SkillClaim.objects.values_list("uri", "state"))


@pytest.fixture
def browser(ingrid, enter):
    with_profile(ingrid)
    Act.objects.all().delete()
    return enter(ingrid)


def test_setting_aside_confirming_and_taking_back_are_undone_one_by_one(browser):
    before = states()
    first, second = list(before)[:2]
    browser.post("/me/competence/skills/", {"reject": [first, second]})
    browser.post("/me/competence/skills/", {"restore": first})
    assert (states()[first], states()[second]) == ("suggested", "rejected")
    page = browser.get("/me/competence/profile/").content.decode()
    assert "1 skill set aside" in page
    browser.post(UNDO)
    assert states()[first] == "rejected"
    browser.post(UNDO)
    assert states() == before
    assert "There is nothing to undo." in browser.post(UNDO, follow=True).content.decode()


def test_an_added_skill_goes_again(browser):
    uri = "urn:veivalg:skill:organic-geochemistry"
    browser.post("/me/competence/skills/add/", {"uri": uri})
    assert states()[uri] == "added"
    browser.post(UNDO)
    assert uri not in states()


def test_a_description_with_examples_is_put_back_as_it_was(browser):
    claim = SkillClaim.objects.earliest("pk")
    address = f"/me/competence/skills/{claim.pk}/"
    browser.post(address, {"learned": "work", "level": "daily", "example_1": "Once I did", "example_3": "And again"})
    browser.post(address, {"learned": "own", "level": "", "example_1": ""})
    browser.post(UNDO)
    claim.refresh_from_db()
    assert (claim.learned, claim.level) == ("work", "daily")
    assert [(example.number, example.text) for example in claim.examples.all()] == [(1, "Once I did"), (2, "And again")]


def test_saving_the_same_description_again_is_no_step(browser):
    address = f"/me/competence/skills/{SkillClaim.objects.earliest('pk').pk}/"
    for _time in range(2):
        browser.post(address, {"learned": "work"})
    assert Act.objects.count() == 1


def test_marks_and_wishes_are_undone(browser, ingrid):
    uri = matches_for(ingrid).outside[0].uri
    browser.post("/me/competence/occupations/mark/", {"uri": uri, "opinion": "interesting"})
    browser.post("/me/competence/occupations/mark/", {"uri": uri, "opinion": "not-for-me"})
    browser.post("/me/competence/wishes/", {"sector": "outside", "without_licence": "on"})
    assert Wishes.objects.get().without_licence
    for _step in range(2):
        browser.post(UNDO)
    assert not Wishes.objects.get().without_licence
    assert OccupationMark.objects.get().opinion == "interesting"
    browser.post(UNDO)
    assert not OccupationMark.objects.exists()


def test_confirming_and_setting_aside_at_once_is_no_error_and_the_last_word_holds(browser):
    uri = next(iter(states()))
    for decision in ("reject", "confirm", "confirm", "reject"):
        assert browser.post("/me/competence/skills/", {decision: uri}).status_code == 302
    assert states()[uri] == "rejected"


def test_unknown_skills_and_occupations_are_refused_in_words(browser):
    page = browser.post("/me/competence/skills/add/", {"uri": "urn:nothing"}).content.decode()
    assert "We do not know that skill." in page
    answer = browser.post("/me/competence/occupations/mark/", {"uri": "urn:x", "opinion": "interesting"}, follow=True)
    assert "We do not know that occupation." in answer.content.decode()
    browser.post("/me/competence/skills/", {"confirm": "urn:nothing"})
    assert "urn:nothing" not in states()


def test_only_the_last_thirty_steps_are_kept(browser):
    uri = next(iter(states()))
    for number in range(34):
        browser.post("/me/competence/skills/", {"reject" if number % 2 == 0 else "confirm": uri})
    assert Act.objects.count() == 30
