"""Trying it without an account: an answer, and no trace."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.test import Client

from veivalg.competence.tests.documents import WORDS
from veivalg.competence.tests.test_road import TEXTS

pytestmark = pytest.mark.django_db


def rows():
    return {
        model._meta.label: model._default_manager.count() for model in apps.get_app_config("competence").get_models()
    }


@pytest.mark.parametrize("language", TEXTS)
def test_skills_and_then_occupations_and_nothing_is_stored(language, django_assert_max_num_queries):
    browser = Client(headers={"Accept-Language": language})
    before = rows()
    with django_assert_max_num_queries(1):
        page = browser.post("/try/", {"text": TEXTS[language]}).content.decode()
    assert f'<html lang="{language}"' in page
    chosen = [part.split('"')[0] for part in page.split('name="skill" value="')[1:]]
    with django_assert_max_num_queries(1):
        page = browser.post("/try/", {"text": TEXTS[language], "skill": chosen, "occupations": "yes"}).content.decode()
    assert page.count('class="occupation') >= 8
    assert rows() == before
    assert "sessionid" not in browser.cookies
    assert "Interesting:" not in page


def test_a_tick_taken_away_counts(ingrid):
    def titles(skills):
        page = Client().post("/try/", {"text": WORDS, "skill": skills, "occupations": "yes"}).content.decode()
        return page.count('class="occupation')

    assert titles([]) == 0
    assert titles(["http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d"]) > 0


def test_too_little_and_too_much_are_told_in_words():
    browser = Client(headers={"Accept-Language": "en"})
    assert "There is too little here" in browser.post("/try/", {"text": "milk and eggs"}).content.decode()
    answer = browser.post("/try/", {"text": "word " * 5_000})
    assert answer.status_code == 422
    assert "without an account we read up to 20000" in answer.content.decode()
    assert browser.post("/try/", {"text": ""}).status_code == 422


def test_html_in_the_text_is_text():
    page = Client().post("/try/", {"text": f"</textarea><img src=x> {WORDS}"}).content.decode()
    assert "<img src=x>" not in page
