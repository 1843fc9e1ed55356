"""Back to the page that a form stood on, and undoing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from veivalg.competence import services
from veivalg.core.errors import DomainError
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To where the form says it stood, if that is ours."""
    where = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(where, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(where if ours else reverse(otherwise))


@requires(Can.USE_OWN_PAGES)
@require_POST
def undo(request: MemberRequest) -> HttpResponse:
    """Take back the last step."""
    try:
        services.undo_last_act(person=request.member.person)
        messages.success(request, _("Undone."))
    except DomainError as refusal:
        messages.info(request, str(refusal))
    return back(request, "competence:profile")
