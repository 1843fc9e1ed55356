"""The same pages by keyboard alone, and on paper."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.road import TEXTS, paste, press

MOST_STOPS = 120


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that the focus can be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"the focus on {selector} cannot be seen"
            return
    raise AssertionError(f"{selector} cannot be reached with Tab on {page.url}")


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(visitor):
    page = visitor("nb")
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_the_road_can_be_walked_by_keyboard_alone(visitor):
    page = visitor("en", who="david-researcher-nordhavn")
    page.goto("/me/competence/")
    tab_to(page, "textarea[name=text]")
    page.keyboard.insert_text(TEXTS["en"])
    tab_to(page, "form[action$='/paste/'] button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/**")
    tab_to(page, ".review button[name=confirm]")
    page.keyboard.press("Space")
    expect(page.locator(".skills li[data-state=confirmed]")).to_have_count(1)
    focused = page.evaluate("() => document.activeElement !== document.body")
    assert focused, "after a decision the keyboard stands nowhere"
    tab_to(page, "#rest-yes")
    page.keyboard.press("Enter")
    expect(page.locator(".skills li[data-state=suggested]")).to_have_count(0)
    tab_to(page, "form[action$='/done/'] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profile/")
    tab_to(page, "main a[href='/me/competence/occupations/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/occupations/")
    tab_to(page, "#outside-1-star")
    page.keyboard.press("Space")
    expect(page.locator("#outside-1-star[aria-pressed=true]")).to_be_visible()


def test_a_printed_list_of_occupations_holds_the_list_and_no_buttons(visitor):
    page = visitor("nn", who="yuki-researcher-nordhavn")
    paste(page, "nn")
    press(page, "#rest-yes")
    expect(page.locator(".skills li[data-state=suggested]")).to_have_count(0)
    page.goto("/me/competence/occupations/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 between its margins
    expect(page.locator("article.occupation").first).to_be_visible()
    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("#outside-1-star")).to_be_hidden()
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
