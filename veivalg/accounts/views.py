"""Sign-in pages of our own; the others are allauth's."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from veivalg.accounts.access import get_demo_account
from veivalg.core.http import public


@public
@require_GET
def demo_sign_in(request: HttpRequest, demo_name: str) -> HttpResponse:
    """Enter as one of the invented people. The address exists in a demo only."""
    login(request, get_demo_account(demo_name))
    return redirect("/")
