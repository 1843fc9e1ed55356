"""Pages made of several apps."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from veivalg.core.http import public
from veivalg.home import queries


@public
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Before sign-in: what this is; after: the person's own page."""
    return render(request, "home/front.html", {"demo_people": queries.demo_people() if settings.DEMO else []})
