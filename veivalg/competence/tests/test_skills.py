"""The profile and the type-ahead."""

from __future__ import annotations

import pytest

from veivalg.competence.models import Concept, ConceptLabel, Example, SkillClaim
from veivalg.competence.services import add_skill
from veivalg.competence.tests.profiles import with_profile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "typed", "label"), [("nb", "statisti", "statistikk"), ("en", "pytho", "Python")])
def test_a_skill_is_found_by_its_beginning_and_added(ingrid, enter, language, typed, label):
    browser = enter(ingrid, language)
    page = browser.get("/me/competence/skills/add/", {"q": typed}).content.decode()
    assert label in page
    uri = page.split('name="uri" value="')[1].split('"')[0]
    browser.post("/me/competence/skills/add/", {"uri": uri})
    browser.post("/me/competence/skills/add/", {"uri": uri})
    assert SkillClaim.objects.get().state == "added"


@pytest.mark.parametrize("typed", ["", " ", "%_\\", '" OR 1=1', "ø" * 10_000, "\u202e\U0001f600", "qqqq"])
def test_strange_input_finds_nothing_and_breaks_nothing(ingrid, enter, typed):
    assert enter(ingrid).get("/me/competence/skills/add/", {"q": typed}).status_code == 200


def test_a_part_of_the_page_answers_htmx(ingrid, enter):
    answer = enter(ingrid).get("/me/competence/skills/add/", {"q": "python"}, headers={"HX-Request": "true"})
    assert answer.content.decode().lstrip().startswith('<div id="hits"')


def test_a_fourth_example_does_not_exist_and_a_long_one_is_refused_in_words(ingrid, enter):
    with_profile(ingrid)
    claim = SkillClaim.objects.earliest("pk")
    answer = enter(ingrid).post(f"/me/competence/skills/{claim.pk}/", {"example_1": "x" * 601, "example_2": "kept"})
    assert answer.status_code == 422
    assert "kept" in answer.content.decode()
    assert not Example.objects.exists()


def test_a_skill_that_left_the_taxonomy_keeps_its_name(ingrid, enter):
    old = Concept.objects.create(uri="urn:old:skill", kind="skill", source="esco", retired=True)
    ConceptLabel.objects.create(concept=old, language="en", text="telegraphy", preferred=True)
    SkillClaim.objects.create(person=ingrid, uri="urn:old:skill", state="confirmed")
    page = enter(ingrid, "nb").get("/me/competence/profile/").content.decode()
    assert '<a href="' in page
    assert 'lang="en">telegraphy</a>' in page


def test_the_profile_groups_skills_by_area_and_counts_them(ingrid, enter):
    with_profile(ingrid)
    page = enter(ingrid).get("/me/competence/profile/").content.decode()
    assert 'id="making-an-impact"' in page
    assert "ResearchComp" in page
    assert "<table" in page


def test_adding_what_was_set_aside_confirms_it(ingrid, enter):
    with_profile(ingrid)
    claim = SkillClaim.objects.earliest("pk")
    enter(ingrid).post("/me/competence/skills/", {"reject": claim.uri})
    assert add_skill(person=ingrid, uri=claim.uri).state == "confirmed"
