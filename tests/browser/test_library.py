"""An editor writes, a second person approves; it appears, is found, is archived, is gone."""

from __future__ import annotations

from playwright.sync_api import Page

EDITOR, SECOND = "eva-editor-nordhavn", "kari-coordinator-nordhavn"
TITLE = "Skiing to work at Nordhavn"


def write(page: Page) -> None:
    """Begin an article and write its words, with the keyboard."""
    page.goto("/library/desk/new/")
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Address").fill("skiing-to-work")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Introduction").fill("How to get here in winter.")
    body = page.locator("#id_body")
    body.fill("Wax")
    body.press("Control+a")
    body.press("Control+b")
    assert body.input_value() == "**Wax**"
    page.locator(".desk-write .library-text strong").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()


def file_and_send(page: Page) -> None:
    """Say where it belongs, and ask a second person."""
    page.get_by_role("link", name="Topics, phases and sources").click()
    page.locator("input[name=topics][value=vacancies]").check()
    page.locator("input[name=phases][value=start]").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Send to a second person").click()


def hits(page: Page) -> int:
    page.goto("/library/?q=skiing+nordhavn")
    return page.locator("main").get_by_role("link", name=TITLE).count()


def test_an_article_from_draft_to_archive(visitor):
    writer, second = visitor("en", who=EDITOR), visitor("en", who=SECOND)
    write(writer)
    file_and_send(writer)
    writer.goto("/library/desk/skiing-to-work/1/")
    assert writer.get_by_role("button", name="Approve").count() == 0
    assert hits(writer) == 0

    second.goto("/library/desk/skiing-to-work/1/")
    second.get_by_role("button", name="Approve").click()
    assert hits(writer) == 1
    writer.locator("main").get_by_role("link", name=TITLE).click()
    assert "Checked by" in writer.inner_text("main")

    second.goto("/library/desk/skiing-to-work/")
    second.get_by_role("button", name="Archive").click()
    assert hits(writer) == 0
