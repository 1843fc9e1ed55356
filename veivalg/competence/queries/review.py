"""A text with its skills marked in it, and the list beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from veivalg.competence.engines import current_engine
from veivalg.competence.models import Mention, SkillClaim, Source
from veivalg.competence.words import Words, name_of
from veivalg.matching import Engine, Reading

State = SkillClaim.State
# Where skills overlap, the passage looks like the one that says most.
_STRENGTH = {State.ADDED: 3, State.CONFIRMED: 3, State.SUGGESTED: 2, State.REJECTED: 1}


@dataclass(frozen=True, slots=True)
class Line:
    """A skill in the list beside the text. `number` joins it to its passage."""

    number: int
    uri: str
    name: Words
    state: str
    quote: str
    start: int
    end: int

    @property
    def is_held(self) -> bool:
        return self.state in SkillClaim.HELD

    @property
    def is_rejected(self) -> bool:
        return self.state == State.REJECTED


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text; `line` is the skill it shows, None for what lies between."""

    text: str
    line: Line | None = None
    #: Skills whose first words are here, so that the list can point at them.
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The text in passages, and its skills in the engine's order."""

    passages: list[Passage]
    lines: list[Line]
    language: str = ""
    counts: dict[str, int] = field(default_factory=dict)


def review_of(source: Source) -> Review:
    """Two queries: the edition in use and the mentions."""
    engine = current_engine()
    lines = []
    for mention in Mention.objects.filter(source=source).select_related("claim"):
        claim = mention.claim
        quote = source.text[mention.start : mention.end]
        name = claim_name(engine, claim.uri)
        lines.append(Line(mention.rank, claim.uri, name, claim.state, quote, mention.start, mention.end))
    return build(source.text, lines, source.language)


def text_review(engine: Engine, text: str, reading: Reading, states: Mapping[str, str]) -> Review:
    """The same for a text that is stored nowhere."""
    lines = [
        Line(
            number,
            skill.uri,
            claim_name(engine, skill.uri),
            states.get(skill.uri, State.SUGGESTED),
            skill.quote,
            skill.start,
            skill.end,
        )
        for number, skill in enumerate(reading.skills)
    ]
    return build(text, lines, reading.language)


def claim_name(engine: Engine, uri: str) -> Words:
    skill = engine.vocabulary.skills.get(uri)
    return name_of(skill) if skill else Words(uri, "")


def build(text: str, lines: list[Line], language: str) -> Review:
    counts = {
        "suggested": sum(line.state == State.SUGGESTED for line in lines),
        "held": sum(line.is_held for line in lines),
        "rejected": sum(line.state == State.REJECTED for line in lines),
    }
    return Review(passages(text, lines), lines, language, counts)


def passages(text: str, lines: Sequence[Line]) -> list[Passage]:
    """Cut a text where skills begin and end; together the passages are the text.

    >>> line = Line(0, "urn:x", Words("x", "en"), "suggested", "bc", 1, 3)
    >>> [(passage.text, passage.line is not None) for passage in passages("abcd", [line])]
    [('a', False), ('bc', True), ('d', False)]
    """
    cuts = sorted({0, len(text), *(line.start for line in lines), *(line.end for line in lines)})
    found = []
    for start, end in pairwise(cuts):
        here = [line for line in lines if line.start <= start and end <= line.end]
        strongest = max(here, key=strength, default=None)
        begins = tuple(line.number for line in lines if line.start == start)
        found.append(Passage(text[start:end], strongest, begins))
    return found


def strength(line: Line) -> tuple[int, int]:
    """What is decided before what is not, short passages before long ones."""
    return _STRENGTH[State(line.state)], line.start - line.end
