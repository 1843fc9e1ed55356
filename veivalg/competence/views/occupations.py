"""Occupations that fit, and what the person thinks of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.competence import queries, services
from veivalg.competence.forms import WishesForm
from veivalg.core.errors import DomainError
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can


@requires(Can.USE_OWN_PAGES)
@require_GET
def occupations(request: MemberRequest) -> HttpResponse:
    """Both lists, with reasons, gaps and the way to a person."""
    return occupations_page(request)


def occupations_page(request: MemberRequest) -> HttpResponse:
    person = request.member.person
    more = "more" in (request.POST if request.method == "POST" else request.GET)
    matches = queries.matches_for(person, more=more)
    context = {
        "matches": matches,
        "more": more,
        "wishes_form": WishesForm(instance=matches.wishes),
        "last_act": queries.last_act(person),
    }
    page = "competence/occupations.html" + ("#lists" if request.htmx else "")
    return render(request, page, context)


@requires(Can.USE_OWN_PAGES)
@require_POST
def mark(request: MemberRequest) -> HttpResponse:
    """Interesting, not for me, or neither."""
    try:
        services.mark_occupation(
            person=request.member.person,
            uri=request.POST.get("uri", ""),
            opinion=request.POST.get("opinion", ""),
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return occupations_page(request) if request.htmx else redirect(after_marking(request))


def after_marking(request: MemberRequest) -> str:
    """Back to the lists, as many as were shown."""
    return reverse("competence:occupations") + ("?more=yes" if "more" in request.POST else "") + "#lists"


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def wishes(request: MemberRequest) -> HttpResponse:
    """What matters to me: a page of its own, and a form beside the list."""
    person = request.member.person
    form = WishesForm(request.POST or None, instance=queries.wishes_of(person))
    if request.method == "POST" and form.is_valid():
        services.state_wishes(person=person, wishes=form.cleaned_data)
        beside_list = request.GET.get("to") == "occupations"
        return redirect("competence:occupations" if beside_list else "competence:start")
    return render(request, "competence/wishes.html", {"form": form}, status=422 if form.errors else 200)
