"""From mentions to the skills that are shown: grouped, the most telling first, at most 25."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from veivalg.matching.context import Context
from veivalg.matching.document import Document
from veivalg.matching.index import Index
from veivalg.matching.mentions import Mention, find_mentions
from veivalg.matching.vocabulary import Skill
from veivalg.text import Language

Status = Literal["ok", "too_little"]

MOST_SHOWN = 25
_LEAST_SCORE = 0.6
# Specific skills first: they are what distinguishes a person. So many of each kind are shown at most.
_ORDER = {"method": 0, "tool": 0, "knowledge": 0, "research": 1, "transferable": 2, "language": 3}
_MOST_OF_ORDER = {0: 18, 1: 6, 2: 6, 3: 3}


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill and the words that evidence it: `quote == text[start:end]`; `score` is 0–1."""

    uri: str
    label: str
    start: int
    end: int
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text shows. With `too_little` the skills found so far may be shown, but nothing be built on them."""

    status: Status
    language: Language
    skills: tuple[FoundSkill, ...]


def recognise(document: Document, skills: Sequence[Skill], index: Index) -> Reading:
    """Return the skills that a text shows, most telling first."""
    mentions = find_mentions(document, index.names)
    believed = Context.of(mentions, document, skills, index).believed(mentions)
    shown = _ordered(believed, skills, index)
    found = tuple(_found(mention, document, skills) for mention in shown)
    return Reading(_status(document, shown, skills), document.language, found)


def _ordered(mentions: Sequence[Mention], skills: Sequence[Skill], index: Index) -> list[Mention]:
    """Return one mention per skill, grouped by kind, the best evidenced and rarest first, at most 25."""
    of_skill: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_skill[mention.skill].append(mention)
    shown = []
    for same in of_skill.values():
        best = max(same, key=lambda mention: (mention.score, mention.length, -mention.first))
        if best.score >= _LEAST_SCORE:
            shown.append((replace(best, score=min(1.0, best.score + 0.01 * (len(same) - 1))), len(same)))
    shown.sort(key=lambda pair: _rank(pair[0], pair[1], skills, index))
    return _capped([mention for mention, _count in shown], skills)


def _rank(mention: Mention, count: int, skills: Sequence[Skill], index: Index) -> tuple[int, float, int]:
    telling = mention.score * (1 + 0.25 * float(np.log(count))) * (1 + 0.1 * float(index.rarity[mention.skill]))
    return _ORDER.get(skills[mention.skill].kind, 0), -round(telling, 6), mention.first


def _capped(mentions: Sequence[Mention], skills: Sequence[Skill]) -> list[Mention]:
    room: Mapping[int, int] = _MOST_OF_ORDER
    kept: list[Mention] = []
    late: list[Mention] = []
    count: dict[int, int] = defaultdict(int)
    for mention in mentions:
        group = _ORDER.get(skills[mention.skill].kind, 0)
        count[group] += 1
        (kept if count[group] <= room[group] else late).append(mention)
    chosen = set((kept + late)[:MOST_SHOWN])
    return [mention for mention in mentions if mention in chosen]


def _found(mention: Mention, document: Document, skills: Sequence[Skill]) -> FoundSkill:
    start, end = document.tokens[mention.first].start, document.tokens[mention.last].end
    skill = skills[mention.skill]
    quote = document.text[start:end]
    return FoundSkill(skill.uri, skill.label(document.language), start, end, quote, round(mention.score, 3))


def _status(document: Document, shown: Sequence[Mention], skills: Sequence[Skill]) -> Status:
    """Tell whether there is enough to suggest occupations from: two telling skills, or one in a real text."""
    telling = sum(skills[mention.skill].kind not in ("transferable", "language") for mention in shown)
    words = len(document.tokens)
    if telling >= 3 or (telling >= 2 and words >= 10):
        return "ok"
    real_text = words >= 40 and document.confidence >= 0.15
    return "ok" if real_text and len(shown) >= 2 else "too_little"
