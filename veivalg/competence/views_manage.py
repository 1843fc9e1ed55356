"""The operator's pages: which taxonomy is in use, importing ESCO, going back to an earlier edition."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.competence import access, queries, services, tasks
from veivalg.competence.forms import BundleForm
from veivalg.competence.refusals import skip_text, taxonomy_text
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can


@requires(Can.IMPORT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def taxonomy(request: MemberRequest) -> HttpResponse:
    """Editions, runs, and a form for zips."""
    form = BundleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            run = services.request_import(files=form.cleaned_data["bundles"], by=request.member.person)
            transaction.on_commit(lambda: tasks.run_import.enqueue(run.pk))
        return redirect("competence:import", run.pk)
    context = {"form": form, "editions": queries.editions(), "runs": queries.newest_runs()}
    return render(request, "competence/manage/taxonomy.html", context, status=422 if form.errors else 200)


@requires(Can.IMPORT_TAXONOMY)
@require_GET
def import_page(request: MemberRequest, import_id: int) -> HttpResponse:
    """How far a run has come; afterwards what it did and what it skipped."""
    run = access.get_import(import_id)
    context = {
        "run": run,
        "refusal": taxonomy_text(run.error, run.error_details) if run.error else "",
        "skipped": [(file, skip_text(reason), count) for file, reason, count in run.skipped],
    }
    answer = render(request, "competence/manage/import.html" + ("#run" if request.htmx else ""), context)
    return answer


@requires(Can.IMPORT_TAXONOMY)
@require_POST
def cancel(request: MemberRequest, import_id: int) -> HttpResponse:
    """Stop a run; nothing of it will show."""
    services.cancel_import(run=access.get_import(import_id), by=request.member.person)
    return redirect("competence:import", import_id)


@requires(Can.IMPORT_TAXONOMY)
@require_POST
def restart(request: MemberRequest, import_id: int) -> HttpResponse:
    """Start a run again whose worker died."""
    with transaction.atomic():
        if services.restart_import(run=access.get_import(import_id), by=request.member.person):
            transaction.on_commit(lambda: tasks.run_import.enqueue(import_id))
        else:
            messages.info(request, _("This import has not stopped, or its files are gone. Upload them again."))
    return redirect("competence:import", import_id)


@requires(Can.IMPORT_TAXONOMY)
@require_POST
def use_edition(request: MemberRequest, edition_id: int) -> HttpResponse:
    """Let every page work with this edition."""
    services.take_into_use(edition=access.get_edition(edition_id), by=request.member.person)
    messages.success(request, _("The edition is in use."))
    return redirect(reverse("competence:taxonomy"))
