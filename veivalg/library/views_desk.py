"""The editors' desk: what waits for whom, an article's history, and the steps a second person takes."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from veivalg.core.errors import DomainError
from veivalg.core.models import in_language
from veivalg.framework.queries import current_catalogue
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can
from veivalg.library import desk, services
from veivalg.library.access import get_edited_article, get_revision, may
from veivalg.library.archives import pack
from veivalg.library.codes import Family, namer
from veivalg.library.compare import changes
from veivalg.library.content import from_data
from veivalg.library.files import to_files
from veivalg.library.forms import ApproveForm, ReturnForm
from veivalg.library.markdown import render as rendered
from veivalg.library.models import Article, Revision

PER_PAGE = 30


@requires(Can.PUBLISH_ARTICLES)
@require_GET
def overview(request: MemberRequest) -> HttpResponse:
    """Everything on the desk, or one pile of it."""
    pile = desk.Pile(request.GET["pile"]) if request.GET.get("pile") in desk.Pile.values else desk.Pile.ALL
    page = Paginator(desk.on_desk(request.member, pile), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pile": pile,
        "piles": [(one, number) for one, number in desk.piles(request.member).items()],
        "may_write": request.member.can(Can.WRITE_ARTICLES),
    }
    return render(request, "library/desk/overview.html", context)


@requires(Can.PUBLISH_ARTICLES)
@require_GET
def article(request: MemberRequest, slug: str) -> HttpResponse:
    """One article on the desk: its state, its revisions and every step."""
    found = get_edited_article(request.member, slug)
    revisions = list(found.revisions.select_related("author", "approved_by").defer("content"))
    context = {
        "article": found,
        "text": in_language(found.texts.all()),
        "revisions": revisions,
        "open": next((row for row in revisions if row.state in Revision.OPEN), None),
        "proposal": next((row for row in revisions if row.state == Revision.State.PROPOSED), None),
        "steps": found.steps.select_related("by", "revision").defer("revision__content"),
        "may_write": may(request.member, Can.WRITE_ARTICLES, found),
    }
    return render(request, "library/desk/article.html", context)


@requires(Can.PUBLISH_ARTICLES)
@require_GET
def revision(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """A revision as readers would see it, what it changes, and what can be done with it."""
    found = get_revision(request.member, slug, number)
    content = from_data(found.content)
    language = request.GET.get("language") or translation.get_language() or ""
    said = content.words.get(language) or next(iter(content.words.values()), None)
    name_of = namer(current_catalogue())
    context = {
        "article": found.article,
        "revision": found,
        "content": content,
        "language": next((code for code, words in content.words.items() if words is said), ""),
        "said": said,
        "rendered": rendered(said.body) if said else None,
        "topics": [name_of(Family.TOPIC, code) for code in content.topics],
        "phases": [name_of(Family.PHASE, code) for code in content.phases],
        "changes": desk.changes_of(found),
        "before": number - 1,
        "approve_form": ApproveForm(),
        "return_form": ReturnForm(),
        "may_write": may(request.member, Can.WRITE_ARTICLES, found.article),
        "wrote": services.wrote(request.member.person, found),
    }
    return render(request, "library/desk/revision.html", context)


@requires(Can.PUBLISH_ARTICLES)
@require_GET
def compare(request: MemberRequest, slug: str, number: int, other: int) -> HttpResponse:
    """What changed from one revision to another."""
    before, after = get_revision(request.member, slug, number), get_revision(request.member, slug, other)
    context = {
        "article": after.article,
        "before": before,
        "after": after,
        "changes": changes(to_files(from_data(before.content)), to_files(from_data(after.content))),
    }
    return render(request, "library/desk/compare.html", context)


@requires(Can.PUBLISH_ARTICLES)
@require_POST
def approve(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    found = get_revision(request.member, slug, number)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the time as day and hour, or leave it empty."))
        return redirect("library:desk-revision", slug=slug, number=number)

    def step() -> str:
        done = services.approve(by=request.member.person, revision=found, publish_at=form.when())
        scheduled = done.state == Revision.State.SCHEDULED
        return _("Approved. It appears when its time comes.") if scheduled else _("Approved and published.")

    return taken(request, found.article, step)


@requires(Can.PUBLISH_ARTICLES)
@require_POST
def send_back(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    found = get_revision(request.member, slug, number)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tell the author what should change."))
        return redirect("library:desk-revision", slug=slug, number=number)

    def step() -> str:
        services.send_back(by=request.member.person, revision=found, note=form.cleaned_data["note"])
        return _("Sent back to the author.")

    return taken(request, found.article, step)


@requires(Can.PUBLISH_ARTICLES)
@require_POST
def archive(request: MemberRequest, slug: str) -> HttpResponse:
    found = get_edited_article(request.member, slug)

    def step() -> str:
        services.archive(by=request.member.person, article=found)
        return _("Archived. Readers no longer see it.")

    return taken(request, found, step)


@requires(Can.PUBLISH_ARTICLES)
@require_POST
def revive(request: MemberRequest, slug: str) -> HttpResponse:
    found = get_edited_article(request.member, slug)

    def step() -> str:
        services.revive(by=request.member.person, article=found)
        return _("Back on the shelf.")

    return taken(request, found, step)


@requires(Can.PUBLISH_ARTICLES)
@require_POST
def confirm(request: MemberRequest, slug: str) -> HttpResponse:
    found = get_edited_article(request.member, slug)

    def step() -> str:
        services.confirm(by=request.member.person, article=found)
        return _("Thank you. Readers see that you have checked it.")

    return taken(request, found, step)


@requires(Can.PUBLISH_ARTICLES)
@require_GET
def export(request: MemberRequest, slug: str) -> HttpResponse:
    """The newest words of one article as files."""
    found = get_edited_article(request.member, slug)
    newest = desk.newest(found)
    answer = HttpResponse(pack({slug: to_files(from_data(newest.content))}), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{slug}.zip"'
    return answer


def taken(request: MemberRequest, article: Article, step: Callable[[], str]) -> HttpResponse:
    """Take a step and say how it went, on the article's page of the desk."""
    try:
        messages.success(request, step())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect("library:desk-article", slug=article.slug)
