"""Light stemmers for matching words without a dictionary: Norwegian (bokmål and nynorsk alike) and English.

Two strengths. A *stem* joins the inflected forms of one word (målinger, målingane → måling). A *root* also joins
words made of each other (statistikk, statistisk → statist). Both only need to treat two forms alike: they are keys,
never shown to anybody. They cost microseconds and no memory, and work on texts that mix languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from veivalg.text.wordlists import word_list

_SHORTEST_GENITIVE = 6  # "demens" is no form of "dem"
_SHORTEST = 4  # shorter words are left alone: "data", "kurs", "lab"

# Of -ering, -ing and -else only the ending goes, see _ending.
_NORWEGIAN_ENDINGS = word_list(
    """
    eringane eringene eringar eringer eringa eringen ingane ingene ingar inger inga ingen elsene elser elsen else
    erende erande ertes erte erer erar erast eres ert ere era
    ane ene ande ende ens ets ers ars ar er en et te de as es s a e
    """
)
_VERBAL = ("erte", "ert", "ere", "era")
_KEPT = {"ering": "ering", "ing": "ing", "els": "els"}
_NORWEGIAN_END = re.compile(rf"(?:{'|'.join(sorted(_NORWEGIAN_ENDINGS, key=len, reverse=True))})$")
_GENITIVE = re.compile(r"[^sui]s$")
_DOUBLED_EL = re.compile(r"([bdfgkmpst])\1el$")
_ADJECTIVE_T = re.compile(r"(iv|ig|leg|lig|sk|nn|al|ell|ær|an)t$")

_NORWEGIAN_ROOT = re.compile(r"(?:(?:er)?ing|ning|els|iske?|ikk|ikar|ikk?er|i|asjon|ativ|ell|ar|t)$")
_ENGLISH_ROOT = re.compile(
    r"(?:isation|ization|ising|izing|ised|ized|ical(?:ly)?|ics?|ations?|ated?|ating|ing|ed|ies|y|al|ly|er|e)$"
)


@lru_cache(maxsize=65_536)
def stem_norwegian(word: str) -> str:
    """Return the key shared by the inflected forms of a folded Norwegian word.

    >>> {stem_norwegian(w) for w in ("måling", "målinger", "målingane", "målinga", "målingenes")}
    {'måling'}
    >>> {stem_norwegian(w) for w in ("analyse", "analysar", "analysene", "analyserte", "analysert", "analysera")}
    {'analys'}
    >>> stem_norwegian("programmer"), stem_norwegian("programmerer")
    ('program', 'programm')
    >>> {stem_norwegian(w) for w in ("artikkel", "artikler", "artiklane")}, stem_norwegian("laboratorium")
    ({'artikl'}, 'laboratori')
    """
    if len(word) <= _SHORTEST or word.endswith("ies"):  # "karies" is no form of "kari"
        return word
    if len(word) > _SHORTEST_GENITIVE and _GENITIVE.search(word) and _NORWEGIAN_END.search(word[:-1]):
        word = word[:-1]
    word = _DOUBLED_EL.sub(r"\1l", word)
    if word.endswith(("ium", "eum")):
        return word[:-2]
    word = _ADJECTIVE_T.sub(r"\1", word)
    match = _NORWEGIAN_END.search(word)
    if match and match.start() >= _SHORTEST - 1:
        word = word[: match.start()] + _ending(match.group())
    # "programmer" is of "program", "programmerer" is not.
    doubled = word.endswith("mm") and not (match and match.group().startswith(_VERBAL))
    return word[:-1] if doubled else _DOUBLED_EL.sub(r"\1l", word)


def _ending(ending: str) -> str:
    """Return what stays of an ending: the noun in -ing or -else is kept, its inflection goes."""
    return next((kept for start, kept in _KEPT.items() if ending.startswith(start)), "")


@lru_cache(maxsize=65_536)
def root_norwegian(word: str) -> str:
    """Return the key shared by a folded Norwegian word and those derived from it.

    >>> {root_norwegian(w) for w in ("statistikk", "statistisk", "statistiske")}
    {'statist'}
    >>> {root_norwegian(w) for w in ("undervisning", "underviste", "undervise", "underviser")}
    {'undervis'}
    """
    return _cut(stem_norwegian(word), _NORWEGIAN_ROOT)


@lru_cache(maxsize=65_536)
def stem_english(word: str) -> str:
    """Return the key shared by the singular and plural of a folded English word.

    >>> stem_english("studies"), stem_english("analyses") == stem_english("analysis"), stem_english("physics")
    ('study', True, 'physics')
    """
    if len(word) <= _SHORTEST - 1 or not word.endswith("s") or word.endswith(("ss", "us", "ics")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("yses", "ysis", "eses", "esis")):
        return word[:-2]
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if not word.endswith("is") else word


@lru_cache(maxsize=65_536)
def root_english(word: str) -> str:
    """Return the key shared by a folded English word and those derived from it.

    >>> {root_english(w) for w in ("statistics", "statistical", "statistically")}
    {'statist'}
    >>> {root_english(w) for w in ("analyse", "analysed", "analysing", "analysis", "analyzed")}
    {'analys'}
    """
    word = stem_english(word).replace("lyz", "lys")
    cut = _cut(word, _ENGLISH_ROOT)
    # "modelling" and "planned" double the last letter, "model" and "plan" do not.
    return cut[:-1] if len(cut) > _SHORTEST and cut[-1] == cut[-2] and cut[-1] in "lmnprt" else cut


def _cut(word: str, ending: re.Pattern[str]) -> str:
    match = ending.search(word)
    return word[: match.start()] if match and match.start() >= _SHORTEST else word
