"""The mail queue as whoever runs the site sees it: states and reasons, never addresses or words."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from veivalg.core.errors import DomainError
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can
from veivalg.notifications import queries
from veivalg.notifications.access import get_mail
from veivalg.notifications.models import Mail
from veivalg.notifications.services import try_again

PER_PAGE = 50


@requires(Can.SEE_OPERATIONS)
@require_GET
def queue(request: MemberRequest) -> HttpResponse:
    """Mails in one state, and how many there are in each."""
    counts = queries.mails_per_state()
    asked = request.GET.get("state", "")
    state = asked if asked in counts else first_that_needs_a_look(counts)
    context = {
        "state": state,
        "counts": counts.items(),
        "page": Paginator(queries.mails_in(state), PER_PAGE).get_page(request.GET.get("page")),
        "worker_is_missing": queries.worker_is_missing(),
    }
    return render(request, "notifications/queue.html", context)


def first_that_needs_a_look(counts: dict[str, int]) -> str:
    """The state to open on: trouble first."""
    order = [Mail.State.GIVEN_UP, Mail.State.FAILED, Mail.State.QUEUED]
    return next((state for state in order if counts[state]), Mail.State.SENT)


@requires(Can.SEE_OPERATIONS)
@require_POST
def again(request: MemberRequest, mail_id: int) -> HttpResponse:
    """Put a mail back into the queue."""
    try:
        try_again(mail=get_mail(mail_id), by=request.member.person)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The mail is in the queue again."))
    return redirect("notifications:queue")
