"""Writing: a new article, its words language by language, how it is filed, and what comes in as files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from veivalg.core.errors import DomainError
from veivalg.framework.queries import current_catalogue
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can
from veivalg.library import services
from veivalg.library.access import get_edited_article, get_revision, home_of
from veivalg.library.archives import unpack
from veivalg.library.codes import namer
from veivalg.library.content import FAMILY_FIELDS, Content, Words, from_data
from veivalg.library.forms import (
    FilingForm,
    ImportForm,
    NewForm,
    SourcesFormSet,
    WordsForm,
    filing_initial,
    sources_of,
    words_initial,
)
from veivalg.library.markdown import render_plain
from veivalg.library.models import Revision
from veivalg.library.views_desk import taken


@requires(Can.WRITE_ARTICLES)
@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Begin an article."""
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        language = translation.get_language() or settings.LANGUAGE_CODE
        try:
            made = services.begin_article(
                by=request.member.person,
                slug=form.cleaned_data["slug"].lower(),
                institution=home_of(request.member),
                content=Content(words={language: Words(form.cleaned_data["title"], "", "")}),
            )
            return redirect("library:desk-words", slug=made.article.slug, number=made.number, language=language)
        except DomainError as refusal:
            form.add_error("slug", str(refusal))
    return render(request, "library/desk/new.html", {"form": form, "import_form": ImportForm()})


@requires(Can.WRITE_ARTICLES)
@require_http_methods(["GET", "POST"])
def words(request: MemberRequest, slug: str, number: int, language: str) -> HttpResponse:
    """Write the article in one language. What was typed stays in the form, whatever happens."""
    found, content = draft(request, slug, number)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    form = WordsForm(request.POST or None, initial=words_initial(content.words.get(language), found.saves))
    if request.method == "POST" and form.is_valid():
        changed = replace(content, words={**content.words, language: form.words()})
        if saved(request, form, found, changed):
            return redirect("library:desk-revision", slug=slug, number=number)
    context = {"form": form, "revision": found, "article": found.article, "language": language, "content": content}
    return render(request, "library/desk/words.html", context, status=409 if form.non_field_errors() else 200)


@requires(Can.WRITE_ARTICLES)
@require_http_methods(["GET", "POST"])
def filing(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Say where the article belongs and where its facts can be checked."""
    found, content = draft(request, slug, number)
    name_of = namer(current_catalogue())
    form = FilingForm(request.POST or None, initial=filing_initial(content, found.saves), name_of=name_of)
    shown = [
        {"who": s.who, "title": s.title, "url": s.url, "date": s.date, "checked": s.checked} for s in content.sources
    ]
    sources = SourcesFormSet(request.POST or None, initial=shown, prefix="sources")
    if request.method == "POST" and form.is_valid() and sources.is_valid():
        said: dict[str, Any] = {name: tuple(form.cleaned_data[name]) for name in FAMILY_FIELDS.values()}
        changed = replace(
            content,
            **said,
            from_abroad=form.cleaned_data["from_abroad"],
            review_after_months=form.cleaned_data["review_after_months"],
            sources=sources_of(sources),
        )
        if saved(request, form, found, changed):
            return redirect("library:desk-revision", slug=slug, number=number)
    context = {"form": form, "sources": sources, "revision": found, "article": found.article, "content": content}
    return render(request, "library/desk/filing.html", context, status=409 if form.non_field_errors() else 200)


def draft(request: MemberRequest, slug: str, number: int) -> tuple[Revision, Content]:
    """An open draft that the person may write in."""
    found = get_revision(request.member, slug, number, Can.WRITE_ARTICLES)
    return found, from_data(found.content)


def saved(request: MemberRequest, form: WordsForm | FilingForm, revision: Revision, content: Content) -> bool:
    """Save; a refusal stands above the form, which still holds what was written."""
    try:
        services.save_draft(
            by=request.member.person, revision=revision, content=content, saves=form.cleaned_data["saves"]
        )
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


@requires(Can.WRITE_ARTICLES)
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The typed Markdown as readers would see it, for the part of the page beside it."""
    return render(request, "library/desk/preview.html", {"html": render_plain(request.POST.get("body", "")[:40_000])})


@requires(Can.WRITE_ARTICLES)
@require_POST
def begin(request: MemberRequest, slug: str) -> HttpResponse:
    """Go on writing on an article."""
    found = get_edited_article(request.member, slug, Can.WRITE_ARTICLES)
    try:
        made = services.begin_revision(by=request.member.person, article=found)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect("library:desk-article", slug=slug)
    return redirect("library:desk-revision", slug=slug, number=made.number)


@requires(Can.WRITE_ARTICLES)
@require_POST
def send(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    found = get_revision(request.member, slug, number, Can.WRITE_ARTICLES)

    def step() -> str:
        services.send_to_review(by=request.member.person, revision=found)
        return _("Sent to a second person.")

    return taken(request, found.article, step)


@requires(Can.WRITE_ARTICLES)
@require_POST
def drop(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    found = get_revision(request.member, slug, number, Can.WRITE_ARTICLES)

    def step() -> str:
        services.drop(by=request.member.person, revision=found)
        return _("Dropped. Its words stay in the history.")

    return taken(request, found.article, step)


@requires(Can.WRITE_ARTICLES)
@require_POST
def restore(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    found = get_revision(request.member, slug, number, Can.WRITE_ARTICLES)

    def step() -> str:
        services.restore(by=request.member.person, revision=found)
        return _("A new draft holds these words.")

    return taken(request, found.article, step)


@requires(Can.WRITE_ARTICLES)
@require_POST
def bring(request: MemberRequest) -> HttpResponse:
    """Take articles in from a zip file: each becomes a draft, all of them or none."""
    form = ImportForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            number = services.import_articles(
                by=request.member.person,
                contents=unpack(form.cleaned_data["file"]),
                institution=home_of(request.member),
            )
            messages.success(request, _("Drafts made: %(number)s") % {"number": number})
            return redirect("library:desk")
        except DomainError as refusal:
            form.add_error("file", str(refusal))
    return render(request, "library/desk/new.html", {"form": NewForm(), "import_form": form}, status=422)
