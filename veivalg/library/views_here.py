"""A shared article at one institution: own rules below it, an own article instead, or not shown."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from veivalg.core.errors import DomainError
from veivalg.core.models import in_language
from veivalg.institutions.http import requires, where
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can
from veivalg.library import services
from veivalg.library.access import get_overlay, get_shared_article, own_articles, require_here
from veivalg.library.forms import HereForm


@requires(Can.WRITE_ARTICLES)
@require_http_methods(["GET", "POST"])
def here(request: MemberRequest, slug: str) -> HttpResponse:
    """Say what readers of this institution get."""
    institution = where(request)
    require_here(request.member, Can.WRITE_ARTICLES)
    found = get_shared_article(slug)
    overlay = get_overlay(found)
    language = translation.get_language() or institution.default_language
    text = in_language(overlay.texts.all(), language) if overlay else None
    initial = {"kind": overlay.kind, "replacement": overlay.replacement_id} if overlay else {}
    form = HereForm(request.POST or None, initial={**initial, "body": text.body if text else ""})
    form.offer(own_articles(institution))
    if request.method == "POST" and "as_it_is" in request.POST:
        services.say_nothing_here(institution=institution, article=found)
        messages.success(request, _("Shown as it is again."))
        return redirect("library:article", slug=slug)
    if request.method == "POST" and form.is_valid():
        try:
            services.say_here(
                by=request.member.person, institution=institution, article=found, language=language, **form.cleaned_data
            )
            messages.success(request, _("Saved."))
            return redirect("library:here", slug=slug)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "article": found, "text": in_language(found.texts.all()), "overlay": overlay}
    return render(request, "library/here.html", context)
