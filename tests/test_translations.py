from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "veivalg").glob("*/locale/*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]")
NOT_NYNORSK = re.compile(
    r"\b(ikke|hva|hvordan|hvorfor|hvilke[nt]?|jeg|fra|noen|mer|veien|veileder\w*|forskere)\b", re.I
)
NOT_BOKMAL = re.compile(r"\b(ikkje|kva|korleis|kvifor|eg|frå|nokon|meir|vegen|rettleiar\w*|forskarar)\b", re.I)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def texts_of(value: Any) -> tuple[str, ...]:
    """The singular, or singular and plural."""
    return tuple(value) if isinstance(value, tuple | list) else (value,)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-5]}-{path.parts[-3]}")
def test_a_catalogue_is_complete_and_keeps_every_placeholder(path):
    for message in catalogue(path):
        if not message.id:
            continue
        ids, texts = texts_of(message.id), texts_of(message.string)
        assert all(texts), f"no translation of {message.id!r}"
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) <= set(PLACEHOLDER.findall(" ".join(ids))), message.id
        assert set(PLACEHOLDER.findall(ids[-1])) <= set(PLACEHOLDER.findall(texts[-1])), message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-5]}-{path.parts[-3]}")
def test_bokmal_and_nynorsk_are_not_mixed(path):
    wrong = {"nb": NOT_BOKMAL, "nn": NOT_NYNORSK}.get(path.parts[-3])
    for message in catalogue(path):
        for text in texts_of(message.string):
            assert not (wrong and wrong.search(text)), text


def test_every_app_with_texts_has_all_three_catalogues():
    languages: dict[str, set[str]] = {}
    for path in CATALOGUES:
        languages.setdefault(path.parts[-5], set()).add(path.parts[-3])
    assert all(found == {"nb", "nn", "en"} for found in languages.values()), languages
