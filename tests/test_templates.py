"""What every template owes to the strict content policy, and to those who read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted(
    path
    for pattern in ("*.html", "*.svg")
    for path in (ROOT / "veivalg").rglob(f"templates/**/{pattern}")
    if "mails" not in path.parts
)
STYLES = sorted((ROOT / "static/css").glob("*.css"))
INLINE = re.compile(r"""\sstyle\s*=|<style|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\bsrc=)""", re.I)
ICON = re.compile(r"""{%\s*icon\s+["']([A-Za-z0-9]+)["']""")
OWN_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", re.I)
MAY_NAME_COLOURS = {"theme.css"}
LONGEST_TEMPLATE, LONGEST_STYLE = 120, 250


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_style_or_script_of_its_own(path):
    found = INLINE.search(path.read_text(encoding="utf-8"))
    assert not found, f"{path.relative_to(ROOT)}: the content policy blocks {found.group()!r}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_fits_on_two_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_TEMPLATE


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_icons_that_a_template_names_exist(path):
    for name in ICON.findall(path.read_text(encoding="utf-8")):
        assert (ROOT / f"static/icons/{name}.svg").exists(), name


def test_icons_take_the_colour_of_the_text():
    for path in (ROOT / "static/icons").glob("*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_takes_its_colours_from_the_theme(path):
    text = path.read_text(encoding="utf-8")
    assert path.name in MAY_NAME_COLOURS or not OWN_COLOUR.search(text)
    assert path.name in MAY_NAME_COLOURS or len(text.splitlines()) <= LONGEST_STYLE
