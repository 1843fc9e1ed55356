"""How a page is looked at: in which languages, widths and themes, and what must be true of every page."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = ("nb", "nn", "en")
WIDTHS = (320, 1280)
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page."""

    language: str
    width: int
    theme: str

    def __str__(self) -> str:
        return f"{self.language}-{self.width}-{self.theme}"


EVERY_LOOK = [Look(language, width, theme) for language in LANGUAGES for width in WIDTHS for theme in THEMES]
# Six of the twelve, in which every two of language, width and theme meet.
PAIRWISE = [look for number, look in enumerate(EVERY_LOOK) if number in {0, 3, 5, 6, 8, 11}]
LOOKS = EVERY_LOOK if os.environ.get("MATRIX") == "full" else PAIRWISE


def looks_in(language: str) -> list[Look]:
    return [look for look in LOOKS if look.language == language]


def put_on(page: Page, look: Look) -> None:
    """Give the window a width and the machine a theme; the page may be open already."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme="dark" if look.theme == "dark" else "light")


def faults(page: Page, language: str) -> list[str]:
    """What is wrong with the page as it stands: accessibility, sideways scroll, language, headings."""
    found = [f"{rule}: {where}" for rule, where in axe(page)]
    seen = page.evaluate(
        """() => ({
            scroll: document.documentElement.scrollWidth - window.innerWidth,
            language: document.documentElement.lang,
            headings: document.querySelectorAll('h1').length,
            title: document.title,
        })"""
    )
    if seen["scroll"] > 0:
        found.append(f"scrolls sideways by {seen['scroll']} px")
    if seen["language"] != language:
        found.append(f"says that it is in {seen['language']!r}")
    if seen["headings"] != 1:
        found.append(f"has {seen['headings']} first-level headings")
    if not seen["title"].strip():
        found.append("has no title")
    return found


def axe(page: Page) -> list[tuple[str, str]]:
    """Violations found by axe-core: the rule with its explanation, and where."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        (f"{violation['id']} ({violation['help']})", ", ".join(str(node["target"]) for node in violation["nodes"][:4]))
        for violation in result["violations"]
    ]
