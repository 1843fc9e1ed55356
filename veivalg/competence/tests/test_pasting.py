"""Pasted text: too long, HTML, control characters, twice, meaningless."""

from __future__ import annotations

import pytest

from veivalg.competence.models import Mention, SkillClaim, Source
from veivalg.competence.services import forget_old_texts
from veivalg.competence.tests.documents import WORDS

pytestmark = pytest.mark.django_db


def paste(browser, text, **more):
    return browser.post("/me/competence/paste/", {"text": text, **more}, follow=True)


def test_a_megabyte_is_refused_in_words_and_nothing_is_lost(ingrid, enter):
    answer = paste(enter(ingrid), "words " * 170_000)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "we read up to 50000 at a time" in page
    assert page.count("words words") > 1_000
    assert not Source.objects.exists()


def test_an_empty_text_is_refused_in_words(ingrid, enter):
    assert "Write or paste something first." in paste(enter(ingrid), " \n\x00 ").content.decode()


def test_html_is_text_and_control_characters_go(ingrid, enter):
    page = paste(enter(ingrid), f"<script>alert(1)</script>\x00\x1b\u202e {WORDS}").content.decode()
    assert "<script>alert" not in page
    assert "&lt;/" in page
    assert "\x1b" not in page


def test_each_skill_points_at_its_words(ingrid, enter):
    page = paste(enter(ingrid), f"{WORDS}\r\nI also use R.\r\n").content.decode()
    source = Source.objects.get()
    quotes = {source.text[mention.start : mention.end] for mention in Mention.objects.all()}
    assert {"Python", "GC-MS", "statistics"} <= quotes
    for quote in quotes:
        assert f">{quote}</a>" in page


def test_the_same_text_twice_is_one_text(ingrid, enter):
    browser = enter(ingrid)
    paste(browser, WORDS)
    claims = SkillClaim.objects.count()
    paste(browser, f"  {WORDS}\r\n")
    assert Source.objects.count() == 1
    assert SkillClaim.objects.count() == claims


@pytest.mark.parametrize("text", ["asdf asdf asdf", "milk, eggs, bread", "lorem ipsum dolor sit amet", "hei"])
def test_too_little_to_go_on_says_kindly_what_helps(ingrid, enter, text):
    browser = enter(ingrid)
    page = paste(browser, text).content.decode()
    assert "There is too little here for us to go on." in page
    assert "methods, instruments, programs" in page
    assert 'class="occupation' not in browser.get("/me/competence/occupations/").content.decode()


def test_a_decision_survives_reading_the_skill_again(ingrid, enter):
    browser = enter(ingrid)
    paste(browser, WORDS)
    claim = SkillClaim.objects.earliest("pk")
    browser.post("/me/competence/skills/", {"reject": claim.uri})
    paste(browser, f"{WORDS} I do this every day.")
    claim.refresh_from_db()
    assert claim.state == "rejected"


def test_deleting_a_text_takes_its_undecided_suggestions_along(ingrid, enter):
    browser = enter(ingrid)
    paste(browser, WORDS)
    kept = SkillClaim.objects.earliest("pk")
    browser.post("/me/competence/skills/", {"confirm": kept.uri})
    browser.post(f"/me/competence/texts/{Source.objects.get().public_id}/delete/")
    assert list(SkillClaim.objects.all()) == [kept]


def test_a_text_that_nobody_keeps_goes_after_a_week(ingrid, amir, enter):
    paste(enter(ingrid), WORDS)
    paste(enter(amir), WORDS, keep="on")
    assert forget_old_texts() == 0
    Source.objects.update(read_at="2020-01-01T00:00Z")
    assert forget_old_texts() == 1
    assert Source.objects.exclude(text="").get().person == amir
    assert SkillClaim.objects.filter(person=ingrid).exists()
