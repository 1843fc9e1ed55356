"""The framework is public: whoever asks may read it. What does not exist is 404."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404
from django.utils import translation

from veivalg.framework.catalogue import Catalogue, Entry, Key, current_catalogue, entries_of
from veivalg.framework.kinds import Kind
from veivalg.framework.models import Element


def get_catalogue() -> Catalogue:
    """The current edition in the reader's language."""
    catalogue = current_catalogue()
    if catalogue is None:
        raise Http404("No edition of the framework is loaded.")
    return catalogue


def get_kind(name: str) -> Kind:
    """A kind by the name it has in addresses."""
    if name not in Kind.values:
        raise Http404(f"There is no kind {name!r} in the framework.")
    return Kind(name)


def get_entry(catalogue: Catalogue, kind: str, code: str) -> Entry:
    """An element of the edition; a retired one answers too, so that an old link leads somewhere."""
    found = catalogue.entries.get(Key(kind, code))
    if found is None:
        retired = Element.objects.filter(edition__is_current=True, kind=kind, code=code)
        found = next(iter(entries_of(retired, translation.get_language() or settings.LANGUAGE_CODE)), None)
    if found is None:
        raise Http404(f"There is no {kind}/{code} in the framework.")
    return found
