"""What `veivalg match --json` prints: the engine's answer to one text as plain data (design.md §6, row *match*)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from veivalg.matching.engine import Engine
from veivalg.matching.suggesting import Suggestion
from veivalg.text import Language


def match_document(text: str, engine: Engine, language: Language | None = None, top: int = 20) -> dict[str, Any]:
    """Return status, language, skills and the `top` occupations for a text.

    The occupations of both sectors are in one list by score; where both sectors have some, the better half of either
    is kept, so that neither crowds out the other. `language` is the text's; without it, it is detected. Labels and
    reasons are in the same language.
    """
    reading = engine.read(text, language)
    occupations: list[dict[str, Any]] = []
    if reading.status == "ok":
        skills = {skill.uri: skill.score for skill in reading.skills}
        found = engine.suggest(skills, text=text, language=reading.language, top=top)
        kept = _both(found.academia, found.outside, top)
        occupations = [_occupation(engine, suggestion, reading.language) for suggestion in kept]
    return {
        "status": reading.status,
        "language": reading.language,
        "skills": [asdict(skill) for skill in reading.skills],
        "occupations": occupations,
    }


def _both(academia: tuple[Suggestion, ...], outside: tuple[Suggestion, ...], top: int) -> list[Suggestion]:
    """Return the best `top` with at least a quarter of either kind where there are so many."""
    least = max(1, top // 4)
    sure = {suggestion.uri for suggestion in (*academia[:least], *outside[:least])}
    ranked = sorted((*academia, *outside), key=lambda suggestion: (-suggestion.score, suggestion.uri))
    rest = [suggestion.uri for suggestion in ranked if suggestion.uri not in sure]
    chosen = sure.union(rest[: max(top - len(sure), 0)])
    return [suggestion for suggestion in ranked if suggestion.uri in chosen][: max(top, 0)]


def _occupation(engine: Engine, suggestion: Suggestion, language: Language) -> dict[str, Any]:
    occupation = engine.vocabulary.occupations[suggestion.uri]
    return {
        "uri": suggestion.uri,
        "title": occupation.label(language),
        "styrk08": occupation.styrk08 or occupation.isco,
        "sector": occupation.sector,
        "score": suggestion.score,
        "matched": [_skill(engine, uri, language) for uri in suggestion.matched],
        "missing": [_skill(engine, uri, language) for uri in suggestion.missing],
        "reasons": list(suggestion.reasons),
    }


def _skill(engine: Engine, uri: str, language: Language) -> dict[str, str]:
    return {"uri": uri, "label": engine.vocabulary.skills[uri].label(language)}
