"""What readers are told: what this is, who sees what, how accessible it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from veivalg.core.http import public
from veivalg.core.privacy import privacy_modules
from veivalg.home.sight import SIGHT


@public
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "home/about/about.html")


@public
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """The list of what is kept comes from the apps themselves, so that it cannot fall behind."""
    kept = [row for module in privacy_modules().values() for row in module.kept()]
    return render(request, "home/about/privacy.html", {"sight": SIGHT, "kept": kept})


@public
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "home/about/accessibility.html")
