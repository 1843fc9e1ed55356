"""Refusals in words: the sentences that readers of the pages see, from the product's catalogues."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from veivalg.cli.django_setup import setup


def document_refusal(code: str, details: Mapping[str, Any], language: str) -> str:
    """Why a document could not be read, and how to mend it."""
    start_catalogues(language)
    from veivalg.competence.refusals import refusal_text

    return refusal_text(code, details)


def taxonomy_refusal(code: str, details: Mapping[str, Any], language: str) -> str:
    """Why a taxonomy could not be read."""
    start_catalogues(language)
    from veivalg.competence.refusals import taxonomy_text

    return taxonomy_text(code, details)


def start_catalogues(language: str) -> None:
    """Start Django as far as its catalogues: nothing is signed, no database is opened."""
    os.environ.setdefault("SECRET_KEY", "nothing is signed here")
    setup()
    from django.utils import translation

    translation.activate(language)
