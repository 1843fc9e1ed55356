"""The person's own pages: positions, phase, settings, the first visit. And the institution's page for everybody."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.core.errors import DomainError
from veivalg.core.http import public
from veivalg.institutions.access import (
    get_own_affiliation,
    get_own_institution,
    get_public_institution,
    live_memberships,
    own_affiliations,
)
from veivalg.institutions.forms import OwnSettingsForm, PhaseForm, PositionForm, leave_forms
from veivalg.institutions.http import requires
from veivalg.institutions.members import ACTIVE_INSTITUTION, MemberRequest
from veivalg.institutions.models import Affiliation, Institution
from veivalg.institutions.phases import Phase
from veivalg.institutions.queries import derived_phase, phase_of
from veivalg.institutions.roles import Can
from veivalg.institutions.scoping import acting_for
from veivalg.institutions.services import (
    change_own_settings,
    change_position,
    choose_phase,
    remove_position,
    state_position,
)


@public
@require_GET
def institution_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What anybody may know: name, kind and whom to turn to."""
    return render(request, "institutions/institution.html", {"institution": get_public_institution(slug)})


@require_GET
@requires(Can.USE_OWN_PAGES)
def positions(request: MemberRequest) -> HttpResponse:
    """Everything that is kept about the person's positions, and the phase that follows from it."""
    person, institution = request.member.person, request.member.institution
    affiliations = list(own_affiliations(person))
    memberships = live_memberships(person)
    context = {
        "affiliations": affiliations,
        "view": phase_of(person, affiliations=affiliations, institution=institution),
        "derived": derived_phase(affiliations, institution),
        "phases": list(Phase),
        "institutions": list({row.institution.pk: row.institution for row in memberships}.values()),
        "active": institution,
        "own_source": Affiliation.Source.SELF_STATED,
    }
    return render(request, "institutions/positions.html", context)


@require_POST
@requires(Can.USE_OWN_PAGES)
def phase(request: MemberRequest) -> HttpResponse:
    """Choose another phase, or let the dates decide again."""
    form = PhaseForm(request.POST)
    if form.is_valid():
        chosen = form.cleaned_data["phase"]
        choose_phase(person=request.member.person, phase=Phase(chosen) if chosen else None)
        messages.success(request, _("Your page now follows this.") if chosen else _("The dates decide again."))
    return redirect("institutions:positions")


@require_http_methods(["GET", "POST"])
@requires(Can.USE_OWN_PAGES)
def position_new(request: MemberRequest, slug: str) -> HttpResponseBase:
    """State a position at an institution where one holds a role."""
    institution = get_own_institution(request.member.person, slug)
    return position_page(request, institution, None)


@require_http_methods(["GET", "POST"])
@requires(Can.USE_OWN_PAGES)
def position_edit(request: MemberRequest, affiliation_id: int) -> HttpResponseBase:
    """Correct one's own position, or its leave."""
    affiliation = get_own_affiliation(request.member.person, affiliation_id)
    return position_page(request, affiliation.institution, affiliation)


def position_page(request: MemberRequest, institution: Institution, affiliation: Affiliation | None) -> HttpResponse:
    with acting_for(institution):
        form = PositionForm(request.POST or None, institution=institution, affiliation=affiliation)
        leaves = leave_forms(request.POST or None, leave_dates(affiliation))
        if request.method == "POST" and form.is_valid() and leaves.is_valid():
            position = form.position(leaves.stretches())
            person = request.member.person
            try:
                if affiliation:
                    change_position(affiliation=affiliation, by=person, position=position)
                else:
                    state_position(person=person, institution=institution, position=position)
            except DomainError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Saved."))
                return redirect("institutions:positions")
        context = {"form": form, "leaves": leaves, "institution": institution, "affiliation": affiliation}
        return render(request, "institutions/position.html", context)


def leave_dates(affiliation: Affiliation | None) -> list[dict[str, object]]:
    rows = affiliation.leaves.all() if affiliation else []
    return [{"starts_on": leave.starts_on, "ends_on": leave.ends_on} for leave in rows]


@require_POST
@requires(Can.USE_OWN_PAGES)
def position_remove(request: MemberRequest, affiliation_id: int) -> HttpResponse:
    """Take away a position that one has stated oneself."""
    affiliation = get_own_affiliation(request.member.person, affiliation_id)
    try:
        remove_position(affiliation=affiliation, by=request.member.person)
        messages.success(request, _("The position is gone."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("institutions:positions")


@require_http_methods(["GET", "POST"])
@requires(Can.USE_OWN_PAGES)
def own_settings(request: MemberRequest) -> HttpResponse:
    """Name, language, reminders in leave; the way to sign-in and security."""
    person = request.member.person
    kept = {
        "name": person.name,
        "language": person.language,
        "reminders_during_leave": person.reminders_during_leave,
    }
    form = OwnSettingsForm(request.POST or None, initial=kept)
    if form.is_valid():
        change_own_settings(person=person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("institutions:own-settings")
    return render(request, "institutions/own_settings.html", {"form": form, "person": person})


@require_POST
@requires(Can.USE_OWN_PAGES)
def switch(request: MemberRequest) -> HttpResponse:
    """Act at another of one's institutions from now on."""
    institution = get_own_institution(request.member.person, request.POST.get("institution", ""))
    request.session[ACTIVE_INSTITUTION] = institution.slug
    return redirect("/")
