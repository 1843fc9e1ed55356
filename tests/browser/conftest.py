"""A real browser before a running site (`tools/browser.sh` starts it and sets BASE_URL)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.looks import Look, faults, put_on

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def base_url() -> str:
    address = os.environ.get("BASE_URL")
    assert address, "Run these with `make test-browser`: it starts the site."
    return address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Open a window, `visitor("nn", who="ingrid-researcher-nordhavn")`; errors in its console fail the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_window(language: str, *, who: str | None = None, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=base_url, locale=language, extra_http_headers={"Accept-Language": language}, **options
        )
        contexts.append(context)
        context.add_cookies([{"name": "django_language", "value": language, "url": base_url}])
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        if who:
            page.goto(f"/accounts/demo/{who}/")
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not said, f"The browser's console said: {said}"


@pytest.fixture
def look_at() -> Callable[[Page, list[Look]], None]:
    """Look at the open page in the given ways and fail with everything that is wrong with it."""

    def look(page: Page, looks: list[Look]) -> None:
        wrong = []
        for way in looks:
            put_on(page, way)
            wrong += [f"{page.url} {way}: {fault}" for fault in faults(page, way.language)]
        assert not wrong, "\n".join(wrong)

    return look
