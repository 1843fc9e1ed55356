"""The framework in the reader's language. A page that asks several things takes `current_catalogue()` once."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from veivalg.framework.catalogue import Catalogue, Entry, current_catalogue
from veivalg.framework.kinds import Kind

__all__ = ["Catalogue", "Entry", "Kind", "current_catalogue", "element", "elements", "phases", "themes", "topics"]

# The four fields of the picture, from the outermost in.
FIELDS = ("outcomes", "conditions", "offering-content", "inputs")


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


def trail_to(catalogue: Catalogue, entry: Entry) -> list[tuple[str | Promise, str]]:
    """The way from the framework's front page to the element, as titles and addresses."""
    above: list[tuple[str | Promise, str]] = [(found.title, found.url) for found in catalogue.ancestors(entry)]
    if not above:
        above = [(entry.kind.plural, reverse("framework:kind", args=[entry.kind]))]
    return [(_("The framework"), reverse("framework:model")), *above, (entry.title, entry.url)]


def place_of(catalogue: Catalogue, entry: Entry) -> str:
    """The field of the picture that the element lies in, or nothing where it lies in none."""
    above = {found.code for found in (*catalogue.ancestors(entry), entry) if found.kind == Kind.MODEL_PART}
    return next((field for field in FIELDS if field in above), "")


def kind_sections(catalogue: Catalogue, entry: Entry) -> list[tuple[Kind, list[Entry]]]:
    """What lies below the element, kind by kind."""
    below: dict[Kind, list[Entry]] = {}
    for child in catalogue.children(entry):
        below.setdefault(child.kind, []).append(child)
    return [(kind, below[kind]) for kind in Kind if kind in below]
