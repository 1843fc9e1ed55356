"""Pages made of several apps."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from veivalg.core.http import public


@public
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Before sign-in: what this is; after: the person's own page."""
    return render(request, "home/front.html")
