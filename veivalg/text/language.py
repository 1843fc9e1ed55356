"""Which of the product's languages a text or a sentence is written in: bokmål, nynorsk or English.

A small own profile: function words and word endings that tell the three apart. Words that name a gender (han, hun,
ho, he, she …) are left out on purpose, so that a text about a woman and one about a man are read alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from veivalg.text.tokens import tokenise
from veivalg.text.wordlists import word_list

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_BOTH_NORWEGIAN = word_list(
    """
    og i på av for med til som er har den det om var kan vil skal ved også ha de men eller under over nå har hadde
    fått får mine min mitt vår vårt år ut inn opp blant alle andre så da når seg disse noen etter både arbeid
    arbeidet bruk brukt brukte innen innan flere norsk studie studier
    """
)
_PROFILE: Mapping[Language, frozenset[str]] = {
    "nb": word_list(
        """
        jeg ikke en et fra hvert hverandre hvor hva hvordan hvilke hvilken noe mye være vært ble blir blitt gjennom
        mellom hver uten selv kun bare meg mitt sammen flere også fordi dette deres dere vi mange forskjellige mer
        noen jobber jobbet forskning forskningen veiledet veileder veiledning undervisning undervist skrevet
        hovedsakelig nåværende erfaring kunnskap utdanning ansvarlig hovedfag særlig tidligere gjort gjøre fikk
        ønsker holder liker stilling språk prosjektleder ulike muligheter studenter høyskole sykehus offentlig ved
        siden nylig snart henholdsvis samtidig
        """
    ),
    "nn": word_list(
        """
        eg ikkje ein ei eit frå kvart kvarandre kor kva korleis kva for kven noko mykje vere vore vart blei blir
        vorte vert gjennom mellom kvar utan sjølv berre saman fleire òg då no enno dei dykk me ulike andre nokre
        nokon hjå desse arbeider arbeidd arbeidde forsking forskinga rettleia rettleiing undervisning skrive
        hovudsakleg noverande røynsle erfaring kunnskap utdanning ansvarleg særleg tidlegare gjort gjere fekk
        ønskjer held likar stilling språk prosjektleiar moglegheiter studentar høgskule sjukehus offentleg ynskjer
        skreiv sidan leia leiar heile lærte jobba dessutan eigen eige eigne meir fyrste tre gonger òg nytta vidare
        større
        """
    ),
    "en": word_list(
        """
        teaching writing supervision skills methods fieldwork the and of to in for with on is are was were i my we
        our have has had been from by as at that this which be an a it not or also into such using used through
        between their more than other about research experience work worked working well during both within these
        can will would who how what where me but so all most some
        """
    ),
}
_ENDINGS: dict[Language, tuple[str, ...]] = {
    "nb": (
        "lig",
        "lige",
        "ene",
        "else",
        "elser",
        "het",
        "heter",
        "ede",
        "inger",
        "ingen",
        "sjon",
        "ing",
        "sk",
        "logi",
        "metri",
        "grafi",
        "ikk",
        "skap",
        "beid",
        "eri",
    ),
    "nn": (
        "leg",
        "lege",
        "ane",
        "ingar",
        "inga",
        "heit",
        "ande",
        "ingane",
        "ar",
        "sjon",
        "ing",
        "sk",
        "ast",
        "logi",
        "metri",
        "grafi",
        "ikk",
        "skap",
        "beid",
        "eri",
    ),
    "en": (
        "tion",
        "tions",
        "ing",
        "ity",
        "ment",
        "ed",
        "ies",
        "ly",
        "ical",
        "ics",
        "ous",
        "ness",
        "ance",
        "ence",
        "th",
        "logy",
        "phy",
        "metry",
        "ive",
    ),
}
_WORD_WEIGHT, _SHARED_WEIGHT, _ENDING_WEIGHT, _LETTER_WEIGHT = 1.0, 0.4, 0.25, 0.5
_TELLING_WORDS, _TELLING_SHARE = 4, 0.17  # what it takes to say that a sentence is in another language than the text


def _weights() -> dict[str, dict[Language, float]]:
    """Give each word its weight per language: what belongs to one language says most."""
    owners: dict[str, set[Language]] = {}
    for language in LANGUAGES:
        for word in _PROFILE[language]:
            owners.setdefault(word, set()).add(language)
    for word in _BOTH_NORWEGIAN:
        owners.setdefault(word, set()).update(("nb", "nn"))
    return {
        word: dict.fromkeys(languages, _WORD_WEIGHT if len(languages) == 1 else _SHARED_WEIGHT)
        for word, languages in owners.items()
    }


_WORDS = _weights()


@dataclass(frozen=True, slots=True)
class Detection:
    """A language and the share (0–1) of words that are ordinary words of it; 0 means a guess."""

    language: Language
    confidence: float


def detect(text: str, fallback: Language = "nb") -> Detection:
    """Return the language of a text; without any evidence the fallback with confidence 0.

    >>> [detect(t).language for t in ("Jeg har ikke programmert", "Eg har ikkje programmert", "I have programmed")]
    ['nb', 'nn', 'en']
    """
    return detect_words((token.folded for token in tokenise(text)), fallback)


def detect_words(folded: Iterable[str], fallback: Language = "nb") -> Detection:
    """Return the language of a sequence of folded words."""
    score: dict[Language, float] = dict.fromkeys(LANGUAGES, 0.0)
    known = total = 0
    for word, count in Counter(folded).items():
        total += count
        known += count * (word in _WORDS)
        # A word said often counts less each time, so that one topic word does not decide.
        weight = min(count, 3)
        for language, evidence in _evidence(word).items():
            score[language] += weight * evidence
    if not any(score.values()):
        return Detection(fallback, 0.0)
    best = max(LANGUAGES, key=lambda language: (score[language], language == fallback))
    return Detection(best, known / total)


def sentence_language(folded: Sequence[str], whole: Language) -> Language:
    """Return the language of one sentence of a text; one with little evidence has the language of the whole."""
    found = detect_words(folded, whole)
    return found.language if len(folded) >= _TELLING_WORDS and found.confidence >= _TELLING_SHARE else whole


def _evidence(word: str) -> dict[Language, float]:
    known = _WORDS.get(word)
    if known is not None:
        return known
    evidence: dict[Language, float] = {}
    if len(word) >= 5:
        for language, endings in _ENDINGS.items():
            if word.endswith(endings):
                evidence[language] = _ENDING_WEIGHT
    if any(letter in word for letter in "æøå"):
        evidence["nb"] = evidence.get("nb", 0.0) + _LETTER_WEIGHT
        evidence["nn"] = evidence.get("nn", 0.0) + _LETTER_WEIGHT
    return evidence
