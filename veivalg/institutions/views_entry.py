"""The first visit: an invitation, or the domain of one's address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.accounts.models import User
from veivalg.accounts.queries import name_from_feide
from veivalg.core.errors import DomainError
from veivalg.core.http import public, signed_in
from veivalg.institutions.access import get_invitation_by_link
from veivalg.institutions.forms import NameForm
from veivalg.institutions.members import ACTIVE_INSTITUTION, Member
from veivalg.institutions.models import Invitation
from veivalg.institutions.queries import institution_for_address
from veivalg.institutions.roles import Role
from veivalg.institutions.services import accept_invitation, claim_person, digest, enter_by_domain


def account(request: HttpRequest) -> User:
    """The account behind a view that `signed_in` guards."""
    assert isinstance(request.user, User)  # noqa: S101 (tells the type; the guard has asked already)
    return request.user


def member_of(request: HttpRequest) -> Member | None:
    member: Member | None = getattr(request, "member", None)
    return member


@public
@never_cache
@require_GET
def invitation(request: HttpRequest, slug: str, secret: str) -> HttpResponse:
    """What the invitation is about, and the next step: a code by mail, or yes."""
    found = get_invitation_by_link(slug, digest(secret))
    return invitation_page(request, found, secret, name_form(request, found))


def invitation_page(request: HttpRequest, found: Invitation, secret: str, form: NameForm | None) -> HttpResponse:
    user = request.user
    right_person = isinstance(user, AnonymousUser) or user.email.lower() == found.email
    context = {
        "invitation": found,
        "secret": secret,
        "form": form,
        "open": not found.accepted_at and not found.withdrawn_at and found.expires_at > timezone.now(),
        "right_person": right_person,
    }
    return render(request, "institutions/invitation.html", context)


def name_form(request: HttpRequest, found: Invitation | None = None) -> NameForm | None:
    """Asked once, of an account that has no person yet."""
    if not request.user.is_authenticated or member_of(request):
        return None
    known = (found.name if found else "") or name_from_feide(account(request))
    first = {"name": known, "language": translation.get_language()}
    return NameForm(request.POST or None, initial=first)


@require_POST
@signed_in
def invitation_accept(request: HttpRequest, slug: str, secret: str) -> HttpResponse:
    """Say yes."""
    found = get_invitation_by_link(slug, digest(secret))
    form, member = name_form(request, found), member_of(request)
    if form and not form.is_valid():
        return invitation_page(request, found, secret, form)
    fields = form.cleaned_data if form else {"name": "", "language": ""}
    try:
        accept_invitation(invitation=found, user=account(request), person=member.person if member else None, **fields)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("institutions:invitation", slug, secret)
    request.session[ACTIVE_INSTITUTION] = slug
    messages.success(request, _("Welcome to %(institution)s.") % {"institution": found.institution.name})
    return redirect_after_entry(found.role, slug)


def redirect_after_entry(role: str, slug: str) -> HttpResponse:
    """Researchers are asked for their position, which they may skip; others go to their page."""
    return redirect("institutions:position-new", slug) if role == Role.RESEARCHER else redirect("/")


@require_http_methods(["GET", "POST"])
@signed_in
def welcome(request: HttpRequest) -> HttpResponse:
    """The first visit of an account whose address ends with an approved domain."""
    user = account(request)
    if member_of(request) or claim_person(user=user):
        return redirect("/")
    institution = institution_for_address(user.email)
    if institution is None:
        return redirect("account_signup")
    form = name_form(request)
    if form and form.is_valid():
        try:
            enter_by_domain(user=user, institution=institution, **form.cleaned_data)
        except DomainError:  # a double click: the first one let them in
            return redirect("/")
        return redirect_after_entry(Role.RESEARCHER, institution.slug)
    return render(request, "institutions/welcome.html", {"form": form, "institution": institution})
