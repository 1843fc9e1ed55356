"""The coordinator's pages: who may do what here, how people come in, and what the institution says of itself."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.core.errors import DomainError
from veivalg.institutions.access import (
    get_colleague,
    get_domain,
    get_invitation,
    get_membership,
    get_unit,
)
from veivalg.institutions.forms_manage import (
    DomainForm,
    InstitutionForm,
    InvitationForm,
    RoleForm,
    UnitForm,
    UnitNamesForm,
)
from veivalg.institutions.http import requires, where
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.queries import (
    approved_domains,
    as_rows,
    member_rows,
    open_invitations,
    roles_of,
    unit_tree,
)
from veivalg.institutions.roles import Can, Role
from veivalg.institutions.services import (
    add_unit,
    approve_domain,
    change_institution,
    end_role,
    give_role,
    invite_all,
    rename_unit,
    resend_invitation,
    withdraw_domain,
    withdraw_invitation,
)

PER_PAGE = 50


@require_GET
@requires(Can.MANAGE_PEOPLE)
def people(request: MemberRequest) -> HttpResponse:
    """Names, roles and since when; open invitations."""
    role, name = request.GET.get("role", ""), request.GET.get("name", "").strip()[:100]
    page = Paginator(member_rows(where(request), role=role, name=name), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": as_rows(list(page)),
        "role": role,
        "name": name,
        "roles": Role.choices,
        "invitations": open_invitations(),
        "now": timezone.now(),
    }
    return render(request, "institutions/manage/people.html", context)


@require_http_methods(["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def invite_people(request: MemberRequest) -> HttpResponse:
    """Send invitations to one or many."""
    institution = where(request)
    form = InvitationForm(request.POST or None, initial={"language": institution.default_language})
    if not form.is_valid():
        return render(request, "institutions/manage/invite.html", {"form": form})
    sent, refused = invite_all(institution=institution, by=request.member.person, **form.cleaned_data)
    for error in refused:
        messages.warning(request, str(error))
    if sent:
        text = ngettext("%(count)s invitation is on its way.", "%(count)s invitations are on their way.", len(sent))
        messages.success(request, text % {"count": len(sent)})
    return redirect("institutions:people")


@require_POST
@requires(Can.MANAGE_PEOPLE)
def invitation_resend(request: MemberRequest, invitation_id: int) -> HttpResponse:
    """Send the invitation again, with a new link."""
    invitation = get_invitation(invitation_id)
    try:
        resend_invitation(invitation=invitation, by=request.member.person)
        messages.success(request, _("A new link is on its way to %(email)s.") % {"email": invitation.email})
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("institutions:people")


@require_POST
@requires(Can.MANAGE_PEOPLE)
def invitation_withdraw(request: MemberRequest, invitation_id: int) -> HttpResponse:
    """Make the link useless."""
    invitation = get_invitation(invitation_id)
    try:
        withdraw_invitation(invitation=invitation, by=request.member.person)
        messages.success(request, _("The invitation to %(email)s is withdrawn.") % {"email": invitation.email})
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("institutions:people")


@require_GET
@requires(Can.MANAGE_PEOPLE)
def colleague(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """The roles that somebody holds and has held here."""
    person = get_colleague(where(request), public_id)
    context = {"colleague": person, "memberships": roles_of(person, where(request)), "form": RoleForm()}
    return render(request, "institutions/manage/colleague.html", context)


@require_POST
@requires(Can.MANAGE_PEOPLE)
def role_give(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Give somebody another role."""
    person, form = get_colleague(where(request), public_id), RoleForm(request.POST)
    if form.is_valid():
        give_role(
            institution=where(request), person=person, role=Role(form.cleaned_data["role"]), by=request.member.person
        )
        messages.success(request, _("Saved."))
    return redirect("institutions:colleague", public_id)


@require_POST
@requires(Can.MANAGE_PEOPLE)
def role_end(request: MemberRequest, membership_id: int) -> HttpResponse:
    """End a role today."""
    membership = get_membership(membership_id)
    try:
        end_role(membership=membership, by=request.member.person)
        messages.success(request, _("The role has ended."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("institutions:colleague", membership.person.public_id)


@require_http_methods(["GET", "POST"])
@requires(Can.MANAGE_INSTITUTION)
def institution_settings(request: MemberRequest) -> HttpResponse:
    """Names, contact, the limits of the phases."""
    institution = where(request)
    form = InstitutionForm(request.POST or None, instance=institution)
    if form.is_valid():
        change_institution(institution=institution, by=request.member.person, names=form.names(), **form.columns())
        messages.success(request, _("Saved."))
        return redirect("institutions:settings")
    return render(request, "institutions/manage/settings.html", {"form": form, "institution": institution})


@require_http_methods(["GET", "POST"])
@requires(Can.MANAGE_INSTITUTION)
def domains(request: MemberRequest) -> HttpResponse:
    """The e-mail domains at which people may come in by themselves."""
    institution = where(request)
    form = DomainForm(request.POST or None)
    if form.is_valid():
        try:
            approve_domain(institution=institution, domain=form.cleaned_data["domain"], by=request.member.person)
        except DomainError as error:
            form.add_error("domain", str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("institutions:domains")
    return render(request, "institutions/manage/domains.html", {"form": form, "domains": approved_domains()})


@require_POST
@requires(Can.MANAGE_INSTITUTION)
def domain_withdraw(request: MemberRequest, domain_id: int) -> HttpResponse:
    """Let nobody new in by this domain."""
    withdraw_domain(domain=get_domain(domain_id), by=request.member.person)
    messages.success(request, _("Nobody new can come in with this domain. Those who are here stay."))
    return redirect("institutions:domains")


@require_http_methods(["GET", "POST"])
@requires(Can.MANAGE_INSTITUTION)
def units(request: MemberRequest) -> HttpResponse:
    """Faculties, departments, centres, clinics."""
    institution = where(request)
    form = UnitForm(request.POST or None, institution=institution)
    if form.is_valid():
        fields = form.cleaned_data
        try:
            add_unit(
                institution=institution,
                code=fields["code"],
                parent=fields["parent"],
                names=form.names(),
                by=request.member.person,
            )
        except DomainError as error:
            form.add_error("code", str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("institutions:units")
    return render(request, "institutions/manage/units.html", {"form": form, "units": unit_tree(institution)})


@require_http_methods(["GET", "POST"])
@requires(Can.MANAGE_INSTITUTION)
def unit_rename(request: MemberRequest, unit_id: int) -> HttpResponse:
    """Change what a unit is called."""
    unit = get_unit(unit_id)
    form = UnitNamesForm(request.POST or None, unit=unit)
    if form.is_valid():
        rename_unit(unit=unit, names=form.names(), by=request.member.person)
        messages.success(request, _("Saved."))
        return redirect("institutions:units")
    return render(request, "institutions/manage/unit.html", {"form": form, "unit": unit})
