"""Sign in, paste, confirm, see occupations, mark, sign out."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.looks import looks_in
from tests.browser.road import decide, mark, paste, press, sign_in_by_code, sign_out

ADDRESSES = {"nb": "jonas@nordhavn.example", "nn": "tuva@nordhavn.example", "en": "sofia@nordhavn.example"}


@pytest.mark.parametrize("language", ADDRESSES)
def test_the_whole_road_in_every_language(visitor, look_at, language):
    page, looks = visitor(language), looks_in(language)
    sign_in_by_code(page, ADDRESSES[language])
    look_at(page, looks)
    paste(page, language)
    look_at(page, looks)
    decide(page)
    look_at(page, looks)
    press(page, "form[action$='/done/'] button")
    look_at(page, looks)
    press(page, "main a[href='/me/competence/occupations/']")
    for place in ("outside", "academia"):
        assert page.locator(f"#{place} article.occupation").count() >= 1
        assert page.locator(f"#{place} article.occupation .tags li").count() >= 1
    look_at(page, looks)
    mark(page)
    look_at(page, looks)
    sign_out(page)
    look_at(page, looks)


def test_the_road_works_without_javascript(visitor):
    page = visitor("nb", who="aslak-researcher-nordhavn", java_script_enabled=False)
    paste(page, "nb")
    decide(page)
    press(page, "form[action$='/done/'] button")
    press(page, "main a[href='/me/competence/occupations/']")
    mark(page)
    sign_out(page)


def test_trying_without_an_account_stores_nothing(visitor, look_at):
    page, looks = visitor("en"), looks_in("en")
    page.goto("/")
    press(page, "main a[href='/try/']")
    page.fill("textarea[name=text]", "I have used Python, R and machine learning, and taught statistics to students.")
    press(page, "form:has(textarea[name=text]) button[type=submit]")
    look_at(page, looks)
    press(page, "button[name=occupations]")
    expect(page.locator("article.occupation").first).to_be_visible()
    look_at(page, looks)
    assert "sessionid" not in {cookie["name"] for cookie in page.context.cookies()}
