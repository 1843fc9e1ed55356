"""The main road, step by step: from sign-in to marked occupations and out again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

CODE = re.compile(r"<p>([A-Z0-9][A-Z0-9-]{5,9})</p>")
TEXTS = {
    "nb": (
        "Jeg er vitenskapelig assistent i sosiologi. Jeg har intervjuet tretti unge, ledet fokusgrupper og analysert "
        "materialet tematisk i NVivo. En spørreundersøkelse til 600 elever har jeg analysert i R med regresjon og "
        "faktoranalyse. Jeg har undervist i kvalitativ metode, skrevet en rapport for kommunen og holdt foredrag for "
        "lærere. Jeg har ledet et lite prosjekt med budsjett og frivillige."
    ),
    "nn": (
        "Eg er stipendiat i språkvitskap. Eg har samla inn og transkribert opptak frå fem dialektområde, bygd eit "
        "korpus og analysert det i R og Python. Eg har undervist på bachelornivå, rettleia studentar og skrive to "
        "artiklar. Eg omset og er språkvaskar for eit tidsskrift, skriv kronikkar og har planlagt ein konferanse med "
        "80 deltakarar. Eg likar å formidle til folk utanfor universitetet."
    ),
    "en": (
        "I am a postdoc in geochemistry. I have led fieldwork on glaciers, measured isotopes by mass spectrometry and "
        "analysed the data in R and MATLAB. I have built maps in QGIS, supervised two master students, taught "
        "laboratory courses and written a grant application that was funded. I review for journals, present at "
        "conferences and have worked on risk assessments together with a consultancy."
    ),
}


def press(page: Page, selector: str) -> None:
    """Press a button or link and wait for what it leads to."""
    page.locator(selector).first.click()
    page.wait_for_load_state()


def sign_in_by_code(page: Page, address: str) -> None:
    """Ask for a code by mail, read it in the demo's mailbox, type it in."""
    page.goto("/accounts/login/")
    page.fill("input[name=email]", address)
    press(page, "form:has(input[name=email]) button[type=submit]")
    page.fill("input[name=code]", code_sent_to(page, address))
    press(page, "form:has(input[name=code]) button[type=submit]")


def code_sent_to(page: Page, address: str) -> str:
    """The code in the newest mail to the address, once the worker has sent it."""
    for _ in range(60):
        mails = page.request.get("/demo/mail/").text().split("<article")[1:]
        for mail in mails:
            found = CODE.search(mail)
            if address in mail and found:
                return found.group(1)
        page.wait_for_timeout(500)
    raise AssertionError(f"no code for {address} within half a minute")


def paste(page: Page, language: str) -> None:
    """Hand in a text; its skills are then shown in it."""
    page.goto("/me/competence/")
    page.fill("textarea[name=text]", TEXTS[language])
    press(page, "form:has(textarea[name=text]) button[type=submit]")
    expect(page).to_have_url(re.compile("/me/competence/texts/"))
    shown = page.locator("a.found").all_inner_texts()
    assert len(shown) >= 4, shown
    assert all(passage in TEXTS[language] for passage in shown)


def decide(page: Page) -> None:
    """Set one skill aside, take that back, confirm one, then all that are left."""
    press(page, ".review button[name=reject]")
    expect(page.locator(".skills li[data-state=rejected]")).to_have_count(1)
    press(page, "form.undo button")
    expect(page.locator(".skills li[data-state=rejected]")).to_have_count(0)
    press(page, ".review button[name=confirm]")
    expect(page.locator(".skills li[data-state=confirmed]")).to_have_count(1)
    press(page, "#rest-yes")
    expect(page.locator(".skills li[data-state=suggested]")).to_have_count(0)


def mark(page: Page) -> None:
    """Say what is interesting and what is not, and take the second back."""
    best = page.locator("article.occupation").first.get_attribute("data-uri")
    press(page, "#outside-1-star")
    expect(page.locator(f'[data-uri="{best}"] button[aria-pressed=true]')).to_be_visible()
    press(page, "#outside-2-no")
    expect(page.locator("#not-for-me li")).to_have_count(1)
    press(page, "form.undo button")
    expect(page.locator("#not-for-me")).to_have_count(0)
    expect(page.locator(f'[data-uri="{best}"] button[aria-pressed=true]')).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    press(page, "main form button[type=submit]")
    page.goto("/me/competence/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
