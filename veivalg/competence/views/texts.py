"""Handing in a text and going through what was found in it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.competence import access, queries, services, tasks
from veivalg.competence.forms import FileForm, PasteForm
from veivalg.competence.models import Source
from veivalg.competence.refusals import refusal_text
from veivalg.competence.views.going_back import back
from veivalg.core.errors import DomainError
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can

UNPROCESSABLE = 422
# Two forms on one page, with fields of the same name.
PASTE_ID, FILE_ID = "paste_%s", "file_%s"


@requires(Can.USE_OWN_PAGES)
@require_GET
def start(request: MemberRequest) -> HttpResponse:
    """What one gets, and the three ways in."""
    return start_page(request, PasteForm(auto_id=PASTE_ID), FileForm(auto_id=FILE_ID))


def start_page(request: MemberRequest, paste: PasteForm, file: FileForm, status: int = 200) -> HttpResponse:
    person = request.member.person
    context = {
        "paste": paste,
        "file": file,
        "state": queries.profile_state(person),
        "sources": queries.sources_of(person),
    }
    return render(request, "competence/start.html", context, status=status)


@requires(Can.USE_OWN_PAGES)
@require_POST
def paste(request: MemberRequest) -> HttpResponse:
    """Read a pasted text at once."""
    form = PasteForm(request.POST, auto_id=PASTE_ID)
    if form.is_valid():
        try:
            source = services.paste_text(
                person=request.member.person, text=form.cleaned_data["text"], keep=form.cleaned_data["keep"]
            )
            return redirect("competence:text", source.public_id)
        except DomainError as refusal:
            form.add_error("text", str(refusal))
    return start_page(request, form, FileForm(auto_id=FILE_ID), status=UNPROCESSABLE)


@requires(Can.USE_OWN_PAGES)
@require_POST
def upload(request: MemberRequest) -> HttpResponse:
    """Take in a file for the worker."""
    form = FileForm(request.POST, request.FILES, auto_id=FILE_ID)
    if not form.is_valid():
        return start_page(request, PasteForm(auto_id=PASTE_ID), form, status=UNPROCESSABLE)
    file = form.cleaned_data["file"]
    with transaction.atomic():
        source = services.hand_in_file(
            person=request.member.person, content=file.read(), name=file.name, keep=form.cleaned_data["keep"]
        )
        transaction.on_commit(lambda: tasks.read_file.enqueue(source.pk))
    return redirect("competence:text", source.public_id)


@requires(Can.USE_OWN_PAGES)
@require_GET
def text(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The text with its skills; while the worker reads it, a page that asks again until it is there."""
    source = access.get_source(request.member.person, public_id)
    if source.state == Source.State.WAITING:
        return render(request, "competence/waiting.html" + ("#progress" if request.htmx else ""), {"source": source})
    if request.htmx:
        return go_to(reverse("competence:text", args=[source.public_id]))
    return text_page(request, source)


def text_page(request: MemberRequest, source: Source) -> HttpResponse:
    context = {
        "source": source,
        "review": queries.review_of(source) if source.text else None,
        "refusal": refusal_text(source.error, source.error_details) if source.error else "",
        "last_act": queries.last_act(request.member.person),
        # The button is gone with what it decided on: a keyboard goes on from the heading.
        "decided_rest": "rest" in request.POST,
    }
    return render(request, "competence/text.html" + ("#review" if request.htmx else ""), context)


@requires(Can.USE_OWN_PAGES)
@require_POST
def decide(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Confirm or set aside one skill (its own button), or all that are left."""
    person = request.member.person
    source = access.get_source(person, public_id)
    for name, service in DECISIONS.items():
        uris = decided(request, name, source)
        if uris:
            service(person=person, uris=uris)
    if request.htmx:
        return text_page(request, source)
    return redirect("competence:text", source.public_id)


DECISIONS = {
    "confirm": services.confirm_skills,
    "reject": services.reject_skills,
    "restore": services.restore_skills,
}


def decided(request: MemberRequest, name: str, source: Source) -> list[str]:
    """URIs for a decision: by the button of a skill, or all that are left undecided."""
    one = request.POST.getlist(name)
    if request.POST.get("rest") == name:
        return [*one, *access.undecided_in(source)]
    return one


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["POST"])
def done(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """On to the profile; the text goes unless it is to be kept."""
    person = request.member.person
    services.finish_text(person=person, source=access.get_source(person, public_id))
    return redirect("competence:profile")


@requires(Can.USE_OWN_PAGES)
@require_POST
def keep(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Keep a text, or let it go when done."""
    person = request.member.person
    source = access.get_source(person, public_id)
    services.keep_text(person=person, source=source, keep=request.POST.get("keep") == "yes")
    return redirect("competence:text", source.public_id)


@requires(Can.USE_OWN_PAGES)
@require_POST
def delete(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Delete a text and the suggestions that only it gave."""
    person = request.member.person
    services.delete_source(person=person, source=access.get_source(person, public_id))
    return back(request, "competence:start")


def go_to(address: str) -> HttpResponse:
    """A part of a page asked for something that is a page of its own now: let the browser go there."""
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer
