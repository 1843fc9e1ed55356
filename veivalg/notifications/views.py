"""A person's own inbox and choices, and the mailbox of the demo."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.core.http import public
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can
from veivalg.notifications import queries
from veivalg.notifications.access import get_notice
from veivalg.notifications.forms import MailsForm
from veivalg.notifications.kinds import all_kinds
from veivalg.notifications.services import choose_mails, mark_read

PER_PAGE = 20


@requires(Can.USE_OWN_PAGES)
@require_GET
def inbox(request: MemberRequest) -> HttpResponse:
    """What the person was told, newest first."""
    person = request.member.person
    page = Paginator(queries.inbox(person), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "notifications/inbox.html", {"page": page, "unread": queries.unread_count(person)})


@requires(Can.USE_OWN_PAGES)
@require_POST
def read(request: MemberRequest, notice_id: int) -> HttpResponse:
    """Mark one notice as read and go where it leads."""
    notice = get_notice(request.member.person, notice_id)
    mark_read(person=request.member.person, notice=notice)
    return redirect(notice.link or "notifications:inbox")


@requires(Can.USE_OWN_PAGES)
@require_POST
def read_all(request: MemberRequest) -> HttpResponse:
    mark_read(person=request.member.person)
    return redirect("notifications:inbox")


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def preferences(request: MemberRequest) -> HttpResponse:
    """Which kinds also come by mail."""
    person = request.member.person
    form = MailsForm(request.POST or None, initial={"by_mail": queries.chosen_by_mail(person)})
    if request.method == "POST":
        form = MailsForm(request.POST)
        if form.is_valid():
            choose_mails(person=person, by_mail=form.cleaned_data["by_mail"])
            messages.success(request, _("Saved."))
            return redirect("notifications:preferences")
    essential = [kind for kind in all_kinds().values() if kind.essential]
    return render(request, "notifications/preferences.html", {"form": form, "essential": essential})


@public
@require_GET
def demo_mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail that the demo sent: the address exists in a demo only."""
    return render(request, "notifications/demo_mailbox.html", {"mails": queries.demo_mails()})
