"""The first page: before sign-in what this is, after it the person's own start."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from veivalg.core.http import public
from veivalg.home import queries, start
from veivalg.institutions.members import Member
from veivalg.institutions.roles import Role


@public
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Where everybody comes in."""
    member: Member | None = getattr(request, "member", None)
    if member is None:
        return render(request, "home/front.html", {"demo_people": queries.demo_people() if settings.DEMO else []})
    context = {
        "member": member,
        "own": queries.own_page(member) if start.is_researcher(member) else None,
        "tiles": start.tiles_for(member),
        "role_names": [role.label for role in start.held_roles(member) if role != Role.RESEARCHER],
        "role_words": start.words_for(member),
    }
    return render(request, "home/start/start.html", context)
