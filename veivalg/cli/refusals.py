"""Refusals in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def document_refusal(code: str, details: Mapping[str, Any], language: str) -> str:
    """Why a document could not be read, and how to mend it."""
    return f"cannot be read: {code} {dict(details) or ''}".strip()


def taxonomy_refusal(code: str, details: Mapping[str, Any], language: str) -> str:
    """Why a taxonomy could not be read."""
    return f"cannot be read: {code} {dict(details) or ''}".strip()
