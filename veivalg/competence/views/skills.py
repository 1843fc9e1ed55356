"""The profile: skills by area, adding one by hand, describing one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from veivalg.competence import access, queries, services
from veivalg.competence.engines import current_engine, reader_language
from veivalg.competence.forms import DescribeForm
from veivalg.competence.models import SkillClaim
from veivalg.competence.views.going_back import back
from veivalg.core.errors import DomainError
from veivalg.institutions.http import requires
from veivalg.institutions.members import MemberRequest
from veivalg.institutions.roles import Can

HITS = 8
LONGEST_QUERY = 100


@requires(Can.USE_OWN_PAGES)
@require_GET
def profile(request: MemberRequest) -> HttpResponse:
    """What one can do, by area."""
    person = request.member.person
    context = {"profile": queries.profile_of(person), "last_act": queries.last_act(person)}
    return render(request, "competence/profile.html", context)


@requires(Can.USE_OWN_PAGES)
@require_POST
def decide(request: MemberRequest) -> HttpResponse:
    """Confirm, set aside or take back skills from the profile."""
    person = request.member.person
    for name, service in (
        ("confirm", services.confirm_skills),
        ("reject", services.reject_skills),
        ("restore", services.restore_skills),
    ):
        uris = request.POST.getlist(name)
        if uris:
            service(person=person, uris=uris)
    return back(request, "competence:profile")


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def add(request: MemberRequest) -> HttpResponse:
    """Find a skill by the beginning of its name, and add it."""
    person = request.member.person
    refusal = ""
    if request.method == "POST":
        try:
            services.add_skill(person=person, uri=request.POST.get("uri", ""))
            return back(request, "competence:add")
        except DomainError as error:
            refusal = str(error)
    typed = request.GET.get("q", "")[:LONGEST_QUERY]
    context = {
        "typed": typed,
        "hits": current_engine().complete(typed, reader_language(), kind="skill", limit=HITS) if typed.strip() else [],
        "held": set(access.claims_of(person).filter(state__in=SkillClaim.HELD).values_list("uri", flat=True)),
        "refusal": refusal,
        "next": request.GET.get("next", ""),
        "last_act": queries.last_act(person),
    }
    return render(request, "competence/add.html" + ("#hits" if request.htmx else ""), context)


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def skill(request: MemberRequest, claim_id: int) -> HttpResponse:
    """How a skill was learned, how well one knows it, examples."""
    person = request.member.person
    claim = access.get_claim(person, claim_id)
    examples = {f"example_{example.number}": example.text for example in claim.examples.all()}
    form = DescribeForm(request.POST or None, initial={"learned": claim.learned, "level": claim.level, **examples})
    if request.method == "POST" and form.is_valid():
        services.describe_skill(
            person=person,
            claim=claim,
            learned=form.cleaned_data["learned"],
            level=form.cleaned_data["level"],
            examples=form.examples,
        )
        return redirect("competence:profile")
    context = {"claim": claim, "form": form, "name": queries.name_of_claim(claim), "quotes": queries.quotes_of(claim)}
    return render(request, "competence/skill.html", context, status=422 if form.errors else 200)


@requires(Can.USE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def delete_all(request: MemberRequest) -> HttpResponse:
    """Ask, then delete everything."""
    if request.method == "POST":
        services.delete_everything(person=request.member.person)
        return redirect("competence:start")
    person = request.member.person
    context = {"state": queries.profile_state(person), "texts": len(queries.sources_of(person))}
    return render(request, "competence/delete.html", context)
