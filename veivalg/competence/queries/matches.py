"""Occupations for a person, as cards: why, what is missing, what to search for, who employs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from veivalg.competence.engines import current_engine, reader_language
from veivalg.competence.models import OccupationMark, SkillClaim, Source, Wishes
from veivalg.competence.words import Words, name_of, word_for, words_for
from veivalg.institutions.models import Person
from veivalg.matching import Engine, Filters, Occupation, Suggestion, Suggestions
from veivalg.matching.vocabulary import in_language
from veivalg.text import LANGUAGES

SHOWN_PER_SECTOR, MORE_PER_SECTOR = 6, 15
ADVERTS_ARE_IN = ("nb", "en")
# So much of a text is enough to sharpen the order, and is read in a few milliseconds.
TEXT_USED = 6_000


@dataclass(frozen=True, slots=True)
class Titles:
    """What to search for in job adverts of one language."""

    language: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An occupation as the page shows it."""

    uri: str
    title: Words
    other_titles: list[Words]
    search_for: list[Titles]
    styrk08: str
    sector: str
    summary: str
    matched: list[Words]
    missing: list[Words]
    reasons: Sequence[str]
    employers: list[str]
    norwegian: str
    licence: str
    clearance: str
    opinion: str


@dataclass(frozen=True, slots=True)
class Matches:
    """Both lists, and what the person said no to."""

    academia: list[Card]
    outside: list[Card]
    interesting: list[Card]
    not_for_me: list[Card]
    held: int
    shown: int
    wishes: Wishes


def matches_for(person: Person, *, more: bool = False) -> Matches:
    """Five queries: edition, skills, marks, wishes, the newest text that is kept."""
    engine = current_engine()
    shown = MORE_PER_SECTOR if more else SHOWN_PER_SECTOR
    uris = SkillClaim.objects.filter(person=person, state__in=SkillClaim.HELD).values_list("uri", flat=True)
    skills = dict.fromkeys(uris, 1.0)
    marks = dict(OccupationMark.objects.filter(person=person).values_list("uri", "opinion"))
    wishes = wishes_of(person)
    found = engine.suggest(
        skills,
        language=reader_language(),
        text=newest_text(person),
        interesting=marked(marks, OccupationMark.Opinion.INTERESTING),
        not_for_me=marked(marks, OccupationMark.Opinion.NOT_FOR_ME),
        filters=filters_from(wishes),
        top=shown,
    )
    academia, outside = cards_for(engine, found, marks)
    return Matches(
        academia=academia,
        outside=outside,
        interesting=[
            card_for(engine, engine.compare(skills, uri, language=reader_language()), marks)
            for uri in marked(marks, OccupationMark.Opinion.INTERESTING)
            if uri in engine.vocabulary.occupations
        ],
        not_for_me=[
            card_for(engine, engine.compare(skills, uri, language=reader_language()), marks)
            for uri in marked(marks, OccupationMark.Opinion.NOT_FOR_ME)
            if uri in engine.vocabulary.occupations
        ],
        held=len(skills),
        shown=shown,
        wishes=wishes,
    )


def wishes_of(person: Person) -> Wishes:
    """What the person said matters to them; empty wishes where they said nothing."""
    return Wishes.objects.filter(person=person).first() or Wishes(person=person)


def newest_text(person: Person) -> str | None:
    texts = Source.objects.filter(person=person, state=Source.State.READ).exclude(text="")
    text = texts.values_list("text", flat=True).first()
    return text[:TEXT_USED] if text else None


def marked(marks: Mapping[str, str], opinion: str) -> list[str]:
    return [uri for uri, said in marks.items() if said == opinion]


def filters_from(wishes: Wishes) -> Filters:
    return Filters(
        norwegian_at_most=wishes.norwegian or None,
        without_licence=wishes.without_licence,
        without_clearance=wishes.without_clearance,
    )


def cards_for(engine: Engine, found: Suggestions, marks: Mapping[str, str]) -> tuple[list[Card], list[Card]]:
    """Cards inside and outside academia."""
    return (
        [card_for(engine, suggestion, marks) for suggestion in found.academia],
        [card_for(engine, suggestion, marks) for suggestion in found.outside],
    )


def card_for(engine: Engine, suggestion: Suggestion, marks: Mapping[str, str]) -> Card:
    occupation = engine.vocabulary.occupations[suggestion.uri]
    title = name_of(occupation)
    return Card(
        uri=occupation.uri,
        title=title,
        other_titles=other_titles(occupation, title),
        search_for=search_titles(occupation),
        styrk08=occupation.styrk08,
        sector=occupation.sector,
        summary=in_language(occupation.summary, reader_language()),
        matched=skill_names(engine, suggestion.matched),
        missing=skill_names(engine, suggestion.missing),
        reasons=suggestion.reasons,
        employers=words_for("employers", occupation.employers),
        norwegian=word_for("norwegian", occupation.norwegian) if occupation.norwegian else "",
        licence=word_for("licences", occupation.licence) if occupation.licence else "",
        clearance=word_for("clearance", occupation.clearance) if occupation.clearance != "none" else "",
        opinion=marks.get(occupation.uri, ""),
    )


def other_titles(occupation: Occupation, title: Words) -> list[Words]:
    """The title in the other languages; one that is spelt alike in several is said once."""
    found = {
        occupation.labels[code]: Words(occupation.labels[code], code) for code in LANGUAGES if code in occupation.labels
    }
    return [words for text, words in found.items() if text != title.text]


def search_titles(occupation: Occupation) -> list[Titles]:
    """Titles by language: the reader's first, then those that adverts are mostly written in."""
    order = dict.fromkeys((reader_language(), *ADVERTS_ARE_IN, *LANGUAGES))
    return [Titles(code, occupation.titles(code)) for code in order if occupation.titles(code)]


def skill_names(engine: Engine, uris: Iterable[str]) -> list[Words]:
    return [name_of(engine.vocabulary.skills[uri]) for uri in uris]
