"""Trying it without an account. Nothing is stored: the text travels in the form, and is gone with the answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veivalg.competence import queries
from veivalg.competence.engines import current_engine, reader_language
from veivalg.competence.forms import TryForm
from veivalg.competence.models import SkillClaim
from veivalg.core.http import public
from veivalg.matching import Engine


@public
@require_http_methods(["GET", "POST"])
def try_it(request: HttpRequest) -> HttpResponse:
    """A text in, skills and occupations out: one request each, and no trace."""
    form = TryForm(request.POST or None)
    if not form.is_bound:
        return render(request, "competence/try.html", {"form": form})
    if not form.is_valid():
        return render(request, "competence/try.html", {"form": form}, status=422)
    engine = current_engine()
    text = form.cleaned_data["text"]
    reading = engine.read(text)
    chosen = request.POST.getlist("skill") if "occupations" in request.POST else [s.uri for s in reading.skills]
    states = dict.fromkeys(chosen, SkillClaim.State.CONFIRMED)
    context = {
        "form": form,
        "text": text,
        "too_little": reading.status == "too_little",
        "review": queries.text_review(engine, text, reading, states),
        "chosen": set(chosen),
    }
    if "occupations" in request.POST and reading.status == "ok":
        context |= lists(engine, text, {skill.uri: skill.score for skill in reading.skills if skill.uri in states})
    return render(request, "competence/try.html", context)


def lists(engine: Engine, text: str, skills: dict[str, float]) -> dict[str, object]:
    found = engine.suggest(skills, text=text, language=reader_language(), top=8)
    academia, outside = queries.cards_for(engine, found, {})
    return {"academia": academia, "outside": outside, "asked": True}
