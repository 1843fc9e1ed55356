"""The framework in the reader's language. A page that asks several things takes `current_catalogue()` once."""

from __future__ import annotations

from veivalg.framework.catalogue import Catalogue, Entry, current_catalogue
from veivalg.framework.kinds import Kind

__all__ = ["Catalogue", "Entry", "Kind", "current_catalogue", "element", "elements", "phases", "themes", "topics"]


def elements(kind: str, language: str | None = None) -> tuple[Entry, ...]:
    """All elements of a kind, in the framework's order; empty before an edition is loaded."""
    catalogue = current_catalogue(language)
    return catalogue.elements(kind) if catalogue else ()


def element(kind: str, code: str, language: str | None = None) -> Entry | None:
    """One element of the current edition, or None."""
    catalogue = current_catalogue(language)
    return catalogue.element(kind, code) if catalogue else None


def phases(language: str | None = None) -> tuple[Entry, ...]:
    """Start, underway, onward."""
    return elements(Kind.PHASE, language)


def topics(language: str | None = None) -> tuple[Entry, ...]:
    """The eleven information topics."""
    return elements(Kind.INFORMATION_TOPIC, language)


def themes(language: str | None = None) -> tuple[Entry, ...]:
    """The six activity themes."""
    return elements(Kind.ACTIVITY_THEME, language)
