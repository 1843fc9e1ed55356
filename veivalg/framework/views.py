"""The framework to look at: a picture one can walk through, and a page for each of its elements."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET

from veivalg.core.http import public
from veivalg.framework.access import get_catalogue, get_entry, get_kind
from veivalg.framework.glossary import read_glossary
from veivalg.framework.kinds import Kind
from veivalg.framework.queries import current_catalogue, kind_sections, place_of, trail_to

# Shown in the picture itself, so the list below it need not name them again.
IN_THE_PICTURE = {Kind.MODEL_PART, Kind.PHASE, Kind.OFFERING_TYPE, Kind.CONDITION, Kind.RECOMMENDATION, Kind.GOAL}


@public
@require_GET
def model(request: HttpRequest) -> HttpResponse:
    """The whole framework on one page; every part of the picture is a link."""
    catalogue = current_catalogue()
    if catalogue is None:
        return render(request, "framework/not_loaded.html", status=503)
    context = {
        "edition": catalogue.edition,
        "parts": {kind.name.lower(): catalogue.elements(kind) for kind in Kind},
        "model": {entry.code.replace("-", "_"): entry for entry in catalogue.elements(Kind.MODEL_PART)},
        "more": [(kind, catalogue.elements(kind)) for kind in Kind if kind not in IN_THE_PICTURE],
    }
    return render(request, "framework/model.html", context)


@public
@require_GET
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """All elements of one kind."""
    known = get_kind(kind)
    catalogue = get_catalogue()
    context = {"edition": catalogue.edition, "kind": known, "entries": catalogue.elements(known)}
    return render(request, "framework/kind.html", context)


@public
@require_GET
def element(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """One element: its words, its place in the model, its neighbours, and where it comes from."""
    catalogue = get_catalogue()
    entry = get_entry(catalogue, kind, code)
    before, after = catalogue.neighbours(entry)
    context = {
        "edition": catalogue.edition,
        "entry": entry,
        "trail": trail_to(catalogue, entry),
        "place": place_of(catalogue, entry),
        "sections": kind_sections(catalogue, entry),
        "related": catalogue.related(entry),
        "before": before,
        "after": after,
        "siblings": len(catalogue.siblings(entry)),
    }
    return render(request, "framework/element.html", context)


@public
@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """The words of the domain in the three languages."""
    languages = [translation.get_language_info(code) for code, _name in settings.LANGUAGES]
    rows = [
        (word, [(language, word.terms.get(language["code"], "")) for language in languages]) for word in read_glossary()
    ]
    return render(request, "framework/words.html", {"words": rows, "columns": languages})
