"""Professions that a person says to have: "utdannet veterinær", "is a trained nurse", "jobbet som psykolog".

Whoever names a profession as their own may enter the occupations that carry its name or need its licence. A profession
that is denied, wished for or somebody else's is none. Forms that name a gender are treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from veivalg.matching.document import Document
from veivalg.matching.sparse import Sparse, from_rows
from veivalg.matching.vocabulary import Occupation
from veivalg.text import Language, fold
from veivalg.text.tokens import folded_words

_SHORTEST_HEAD = 5  # letters: "kommunepsykolog" is a psykolog, "offentlege" is no lege
_UNIVERSITY_TEACHERS = "2310"  # ISCO: no profession leads there, whatever the titles are called


@dataclass(frozen=True, slots=True)
class Profession:
    """`names` are by language; the first is shown."""

    names: dict[Language, tuple[str, ...]]
    licence: str | None = None


def _profession(nb: str, nn: str, en: str, licence: str | None = None) -> Profession:
    names: dict[Language, tuple[str, ...]] = {
        "nb": tuple(nb.split("/")),
        "nn": tuple(nn.split("/")),
        "en": tuple(en.split("/")),
    }
    return Profession(names, licence)


PROFESSIONS = (
    _profession("psykolog", "psykolog", "psychologist", "psychologist"),
    _profession("veterinær/dyrlege", "veterinær/dyrlege", "veterinarian/veterinary surgeon/vet", "veterinarian"),
    _profession(
        "lege/overlege/fastlege/kommuneoverlege/bedriftslege",
        "lege/overlege/fastlege/kommuneoverlege/bedriftslege",
        "physician/medical doctor",
    ),
    _profession("sykepleier", "sjukepleiar", "nurse"),
    _profession("jordmor", "jordmor", "midwife"),
    _profession("fysioterapeut", "fysioterapeut", "physiotherapist"),
    _profession("ergoterapeut", "ergoterapeut", "occupational therapist"),
    _profession("farmasøyt", "farmasøyt", "pharmacist"),
    _profession("tannlege", "tannlege", "dentist"),
    _profession("bioingeniør", "bioingeniør", "biomedical laboratory scientist"),
    _profession("radiograf", "radiograf", "radiographer"),
    _profession("klinisk ernæringsfysiolog", "klinisk ernæringsfysiolog", "clinical dietitian/dietitian"),
    _profession("advokat", "advokat", "attorney/lawyer", "lawyer"),
    _profession("lærer", "lærar", "teacher/schoolteacher", "teacher"),
    _profession("prest", "prest", "priest/pastor", "priest"),
    _profession("journalist", "journalist", "journalist"),
    _profession("oversetter", "omsetjar", "translator"),
    _profession("bibliotekar", "bibliotekar", "librarian"),
)


def practised_by(occupations: Sequence[Occupation]) -> Sparse:
    """Return professions × occupations: 1 where an occupation carries the name or needs the licence."""
    words = [_title_words(occupation) for occupation in occupations]
    rows: list[dict[int, float]] = [
        {
            number: 1.0
            for number, occupation in enumerate(occupations)
            if (profession.licence and occupation.licence == profession.licence)
            or (
                occupation.isco != _UNIVERSITY_TEACHERS and any(_is_named(profession, title) for title in words[number])
            )
        }
        for profession in PROFESSIONS
    ]
    return from_rows(rows, len(occupations))


def own_professions(document: Document) -> list[int]:
    """Return the professions (by number) that the person has or had."""
    found: dict[int, None] = {}
    for match in _own().finditer(document.text):
        start, end = match.span("title")
        inside = [number for number, token in enumerate(document.tokens) if start <= token.start < end]
        if not document.denied[inside].any() and not _FOREIGN.search(_before(document.text, match.start())):
            found[_number_of()[fold(match["title"])]] = None
    return sorted(found)


def name_of(number: int, language: Language) -> str:
    """Return the name of a profession."""
    return PROFESSIONS[number].names[language][0]


def _title_words(occupation: Occupation) -> list[list[str]]:
    languages: tuple[Language, ...] = ("nb", "nn", "en")
    return [folded_words(title) for language in languages for title in occupation.titles(language)]


def _is_named(profession: Profession, title: Sequence[str]) -> bool:
    """Tell whether a title is that of the profession: "psykolog BUP", "kommunepsykolog"."""
    names = [name for names in profession.names.values() for name in names]
    joined = f" {' '.join(title)} "
    return any(f" {name} " in joined for name in names) or any(
        len(name) >= _SHORTEST_HEAD and word.endswith(name)
        for name in (*profession.names["nb"], *profession.names["nn"])
        for word in title
    )


@lru_cache(maxsize=1)
def _number_of() -> dict[str, int]:
    return {
        name: number
        for number, profession in enumerate(PROFESSIONS)
        for names in profession.names.values()
        for name in names
    }


_BE = r"(?:er|var|har\s+vært|har\s+vore|am|was|have\s+been|has\s+been|is|['’]m)"
_WHO = r"(?:jeg|eg|I|hun|han|hen|ho|she|he|they)"
_QUALIFIED = (
    r"utdannet|utdanna|autorisert|godkjent|ferdig|tidligere|tidlegare|opprinnelig|opphavleg|praktiserende|praktiserande"
    r"|trained|qualified|licen[sc]ed|registered|certified|practi[sc]ing|former"
)
_ARTICLE = r"(?:an?|en|ein|ei|the)"


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    """Return a pattern for a profession as a person's own, or as a line of a CV ("2015–2018: Psykolog, BUP")."""
    titles = "|".join(re.escape(name) for name in sorted(_number_of(), key=len, reverse=True))
    blank = r"[^\S\n]+"
    return re.compile(
        rf"""
        (?:
            \b{_WHO}(?:{blank}\w+)?(?:{blank})?{_BE}{blank}(?:{_ARTICLE}{blank})?(?:\w+{blank}(?:og|and){blank}(?:{_ARTICLE}{blank})?)?
          | \b(?:som|as){blank}(?:{_ARTICLE}{blank})?
          | \b(?:{_QUALIFIED}){blank}
          | ^[\W\d]*(?=[\wæøå]+[^\S\n]*(?:,|\b(?:ved|på|i|at|in|hos|for)\b))
        )
        (?:(?:{_QUALIFIED}|[\w-]*(?:sk|ic|cal|ert|ed)|as|som){blank}(?:{_ARTICLE}{blank})?){{0,2}}
        (?P<title>{titles})\b
        """,
        re.IGNORECASE | re.VERBOSE | re.MULTILINE,
    )


# Before the profession in its sentence: somebody else, a wish, a comparison or a denial.
_FOREIGN = re.compile(
    r"\b(?:min|mine|mi|vår|våre|my|our|hennes|hans|deres)\s+(?:\w+\s+)?\w+(?:\s+\w+)?\s*$"
    r"|\b(?:ikke|ikkje|aldri|not|never|ingen|vil|ønsk\w+|ynskj\w+|drømm\w+|drøym\w+|kunne\s+tenk\w+|bli|blive|becom\w+"
    r"|want\w*|would|hope\w*|wish\w*|dream\w*|kolleg\w+|colleague\w*|veileder\w*|rettleiar\w*|supervisor\w*|ektefelle"
    r"|samboer|sambuar|mann|kone|husband|wife|partner\w*|mor|far|mother|father|venn\w*|friend\w*|søster|bror|sister"
    r"|brother|such|slik\w*|student\w*|pasient\w*|patient\w*|informant\w*)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;:\n]|\b(?:men|but)\b", re.IGNORECASE)
_LOOKED_BACK = 80  # characters


def _before(text: str, place: int) -> str:
    """Return what stands before a place in its sentence, as far as it matters."""
    return _STOP.split(text[max(0, place - _LOOKED_BACK) : place])[-1]
