from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_language_is_called_by_its_own_name_whatever_the_page_speaks(db, language):
    page = Client(headers={"Accept-Language": language}).get("/about/").content.decode()
    for code, name in (("nb", "bokmål"), ("nn", "nynorsk"), ("en", "English")):
        assert f'value="{code}" lang="{code}"' in page
        assert f">{name}</button>" in page


def test_choosing_a_language_keeps_the_reader_on_the_page(db, client):
    answer = client.post("/language/", {"language": "nn", "next": "/about/privacy/?a=1"})
    assert answer.url == "/about/privacy/?a=1"
    assert '<html lang="nn"' in client.get("/about/privacy/").content.decode()


def test_an_unknown_language_changes_nothing(db, client):
    client.post("/language/", {"language": "xx", "next": "/"})
    assert '<html lang="nb"' in client.get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_switch_never_leads_away_from_the_site(db, client, elsewhere):
    for where in ("/language/", "/theme/"):
        assert client.post(where, {"language": "nb", "theme": "dark", "next": elsewhere}).url == "/"


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_theme_is_kept_and_shown_as_chosen(db, client, theme):
    client.post("/theme/", {"theme": "light"})
    client.post("/theme/", {"theme": theme})
    page = client.get("/about/").content.decode()
    assert f'data-color-scheme="{theme}"' in page
    assert f'value="{theme}" aria-pressed="true"' in page
    assert page.count('aria-pressed="true"') == 1


def test_a_theme_nobody_offered_is_not_kept(db, client):
    client.post("/theme/", {"theme": '"><script>'})
    assert 'data-color-scheme="auto"' in client.get("/about/").content.decode()


def test_a_telephone_finds_name_and_icon(db, client):
    answer = client.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert answer.json()["icons"][0]["src"].endswith("brand/icon.svg")
