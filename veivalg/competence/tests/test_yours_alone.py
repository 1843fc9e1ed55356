"""A profile is its owner's: nobody else reaches it, whatever their role; it is exported and erased whole."""

from __future__ import annotations

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from veivalg.competence import privacy
from veivalg.competence.models import Act, Example, Mention, SkillClaim, Source, Upload, Wishes
from veivalg.competence.services import describe_skill, state_wishes
from veivalg.competence.tests.documents import WORDS
from veivalg.competence.tests.profiles import with_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers(ingrid):
    source = with_profile(ingrid)
    claim = SkillClaim.objects.earliest("pk")
    describe_skill(person=ingrid, claim=claim, learned="work", level="", examples=["One spring in the mountains"])
    wishes = {"sector": "outside", "place": "", "norwegian": "B1", "without_licence": True, "without_clearance": False}
    state_wishes(person=ingrid, wishes=wishes)
    return source, claim


@pytest.mark.parametrize("name", ["amir", "kari", "leif", "solveig", "per", "oda"])
def test_nobody_else_reaches_a_text_or_a_skill(hers, enter, request, name):
    source, claim = hers
    browser = enter(request.getfixturevalue(name))
    text = f"/me/competence/texts/{source.public_id}/"
    assert browser.get(text).status_code == 404
    for act in ("decide", "done", "keep", "delete"):
        assert browser.post(f"{text}{act}/", {"rest": "reject"}).status_code == 404
    assert browser.get(f"/me/competence/skills/{claim.pk}/").status_code == 404
    assert browser.post(f"/me/competence/skills/{claim.pk}/", {"level": "x"}).status_code == 404
    browser.post("/me/competence/skills/", {"reject": claim.uri})
    browser.post("/me/competence/undo/")
    assert Source.objects.get() == source
    assert SkillClaim.objects.get(pk=claim.pk).state == "confirmed"


@pytest.mark.parametrize("name", ["kari", "leif", "solveig", "oda"])
def test_no_page_of_another_role_says_what_is_in_it(hers, enter, request, name):
    browser = enter(request.getfixturevalue(name))
    for address in ("/", "/me/competence/", "/me/competence/profile/", "/me/competence/occupations/"):
        page = browser.get(address).content.decode()
        assert "GC-MS" not in page
        assert "mountains" not in page


def test_everything_is_taken_along_as_json(hers, ingrid):
    exported = json.dumps(privacy.export_for(ingrid.pk), cls=DjangoJSONEncoder)
    for part in ("GC-MS", "mountains", "confirmed", "Python", "B1"):
        assert part in exported


def test_everything_is_deleted_in_one_place_after_asking(hers, ingrid, enter):
    browser = enter(ingrid)
    assert "It cannot be undone." in browser.get("/me/competence/delete/").content.decode()
    assert Source.objects.exists()
    browser.post("/me/competence/delete/")
    for model in (Source, Upload, SkillClaim, Mention, Example, Wishes, Act):
        assert not model.objects.exists(), model


def test_erasing_one_person_leaves_the_others(hers, ingrid, amir):
    with_profile(amir)
    privacy.erase(ingrid.pk)
    assert set(SkillClaim.objects.values_list("person", flat=True)) == {amir.pk}


def test_when_done_the_text_goes_and_the_skills_stay(ingrid, enter):
    browser = enter(ingrid)
    browser.post("/me/competence/paste/", {"text": WORDS})
    source = Source.objects.get()
    browser.post(f"/me/competence/texts/{source.public_id}/decide/", {"rest": "confirm"})
    browser.post(f"/me/competence/texts/{source.public_id}/done/")
    source.refresh_from_db()
    assert source.text == ""
    assert not Mention.objects.exists()
    assert SkillClaim.objects.filter(state="confirmed").exists()
    assert "This text is gone" in browser.get(f"/me/competence/texts/{source.public_id}/").content.decode()
    assert GONE not in json.dumps(list(Act.objects.values("before")))


GONE = "GC-MS"
