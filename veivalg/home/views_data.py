"""My data: what is kept, who did what with it, take it along, delete it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.core.privacy import privacy_modules
from veivalg.home.forms import DeleteAccountForm
from veivalg.home.queries import deeds_about
from veivalg.home.services import delete_account, export_everything
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can


@require_GET
@requires(Can.USE_OWN_PAGES)
def data(request: MemberRequest) -> HttpResponse:
    """Everything about one's own data on one page."""
    kept = [row for module in privacy_modules().values() for row in module.kept()]
    return render(request, "home/data/data.html", {"kept": kept, "deeds": deeds_about(request.member.person)})


@require_POST
@never_cache
@requires(Can.USE_OWN_PAGES)
def export(request: MemberRequest) -> HttpResponse:
    """All of it as one file that a person and a program can read."""
    everything = export_everything(person=request.member.person)
    name = f"veivalg-{timezone.localdate():%Y-%m-%d}.json"
    answer = JsonResponse(everything, encoder=DjangoJSONEncoder, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "POST"])
@requires(Can.USE_OWN_PAGES)
def delete(request: MemberRequest) -> HttpResponse:
    """Delete the account and all one's own pages."""
    form = DeleteAccountForm(request.POST or None)
    if form.is_valid():
        delete_account(person=request.member.person)
        logout(request)
        messages.success(request, _("Your account and your pages are deleted. Thank you for the time you were here."))
        return redirect("home:front")
    return render(request, "home/data/delete.html", {"form": form}, status=422 if form.errors else 200)
