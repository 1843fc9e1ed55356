"""The shelf and the page of an article, open to everybody; what a person keeps for later is theirs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from veivalg.core.http import public
from veivalg.core.models import in_language
from veivalg.framework.queries import current_catalogue
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.models import Institution
from veivalg.institutions.roles import Can
from veivalg.library import queries, services
from veivalg.library.access import get_article, may_here, replacement_here
from veivalg.library.codes import PHASES, TOPICS, Family, namer
from veivalg.library.markdown import articles_in, render_plain
from veivalg.library.markdown import render as rendered
from veivalg.library.models import Article
from veivalg.library.readers import Reader, reader_of

PER_PAGE = 24
ANSWERED = "library-answered"


def reader_behind(request: HttpRequest) -> Reader:
    return reader_of(getattr(request, "member", None))


def wish_of(request: HttpRequest) -> queries.Wish:
    """What the address asks for; unknown codes count as nothing."""
    asked = request.GET
    return queries.Wish(
        topic=asked.get("topic", "") if asked.get("topic") in TOPICS else "",
        phase=asked.get("phase", "") if asked.get("phase") in PHASES else "",
        search=" ".join(asked.get("q", "").split())[: queries.LONGEST_SEARCH],
        from_abroad="abroad" in asked,
        everywhere="everywhere" in asked,
    )


@public
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    """All articles by topic, or those that the reader asks for."""
    reader, wish = reader_behind(request), wish_of(request)
    name_of = namer(current_catalogue())
    context: dict[str, Any] = {
        "wish": wish,
        "topics": [(code, name_of(Family.TOPIC, code)) for code in TOPICS],
        "phases": [(code, name_of(Family.PHASE, code)) for code in PHASES],
        "kind": Institution.Kind(reader.institution_kind).label if reader.institution_kind else "",
    }
    if wish.is_narrow:
        rows = queries.as_cards(queries.on_shelf(reader, wish))
        context["page"] = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    else:
        shelves = queries.by_topic(reader, everywhere=wish.everywhere)
        context["shelves"] = [(name_of(Family.TOPIC, found.topic), found) for found in shelves]
    return render(request, "library/shelf.html", context)


@public
@require_GET
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """One article to read in peace."""
    reader = reader_behind(request)
    try:
        found = get_article(reader, slug)
    except Http404:
        instead = replacement_here(reader, slug)
        if instead:
            return redirect("library:article", slug=instead)
        raise
    text = in_language(found.texts.all())
    linked = articles_in(text.body) if text else set()
    near = queries.neighbours(reader, found, linked)
    name_of = namer(current_catalogue())
    kinds = found.institution_kinds
    context = {
        "article": found,
        "text": text,
        "rendered": rendered(text.body, frozenset(linked - set(near) - {slug})) if text else None,
        "topics": [(code, name_of(Family.TOPIC, code)) for code in found.topics],
        "phases": [name_of(Family.PHASE, code) for code in found.phases],
        "kinds": [Institution.Kind(kind).label for kind in kinds],
        "for_others": bool(kinds) and bool(reader.institution_kind) and reader.institution_kind not in kinds,
        "variants": queries.for_other_kinds(found, near),
        "related": queries.related_to(found, near),
        "kept": getattr(found, "kept", False),
        "answered": slug in request.session.get(ANSWERED, []),
        "contact": reader.institution,
        "added": render_plain(getattr(found, "added", None) or ""),
        "added_language": getattr(found, "added_language", ""),
        "may_say_here": may_say_here(request, found),
    }
    return render(request, "library/article.html", context)


def may_say_here(request: HttpRequest, article: Article) -> bool:
    """Whether the reader may add their institution's own rules to a shared article."""
    member = getattr(request, "member", None)
    return member is not None and article.institution_id is None and may_here(member, Can.WRITE_ARTICLES)


@public
@require_POST
def helpful(request: HttpRequest, slug: str) -> HttpResponse:
    """Count an answer, once per session and article."""
    found = get_article(reader_behind(request), slug)
    answered = request.session.get(ANSWERED, [])
    if slug not in answered and request.POST.get("helped") in {"yes", "no"}:
        services.answer_helpful(article=found, helped=request.POST["helped"] == "yes")
        request.session[ANSWERED] = [*answered, slug][-200:]
    return redirect_to(found, "helpful")


@requires(Can.USE_OWN_PAGES)
@require_POST
def keep(request: MemberRequest, slug: str) -> HttpResponse:
    """Keep the article for later, or no longer."""
    found = get_article(reader_behind(request), slug)
    if request.POST.get("keep") == "no":
        services.let_go(person=request.member.person, article=found)
        messages.info(request, _("No longer among what you keep."))
    else:
        services.keep(person=request.member.person, article=found)
        messages.success(request, _("Kept for later. Only you see it."))
    return redirect("library:article", slug=slug)


@requires(Can.USE_OWN_PAGES)
@require_GET
def kept(request: MemberRequest) -> HttpResponse:
    """What the person keeps for later."""
    page = Paginator(queries.bookmarks(reader_behind(request)), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "library/kept.html", {"page": page})


def redirect_to(article: Article, part: str) -> HttpResponse:
    answer = redirect("library:article", slug=article.slug)
    answer["Location"] += f"#{part}"
    return answer
