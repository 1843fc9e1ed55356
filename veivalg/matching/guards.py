"""Names that are easily mistaken: abbreviations, given names and everyday words that are also skills.

"R" in "R. Hansen", "gis" in Norwegian, "Julia" the colleague: shown as a skill, each would cost trust.
"""

from __future__ import annotations

from enum import IntEnum

from veivalg.text.wordlists import word_list


class Guard(IntEnum):
    """What a name in a text must fulfil beyond having the right letters."""

    NONE = 0
    SAME_CASE = 1  # written with the same capitals: "MS", "GIS"
    COMPANY = 2  # the same, and other skills of its kind in the text: "R", "Julia", "Excel"


_VOWELS = set("aeiouyæøå")

# Skills that are also given names or ordinary words in one of the languages.
_MISTAKEN = word_list(
    """
    vegan julia ada ruby pascal maple stan elisa maya lisa sofia sage spark excel word access swift rust go flask
    spring origin scratch teams outlook express react arc comet prism oracle unity
    """
)
_SPELLED = frozenset({"LaTeX"})  # the capitals tell it from the everyday word

# Roots that say too little on their own: only the inflected word itself counts.
_GENERAL_ROOTS = word_list(
    """
    program model model modell design plan present report rapport rapporter organis utvikl develop process
    proses system utdann forsk lesing research communicat kommunik analys manag leder leid koordin coordinat
    test sampl prøv publis publish public nation region internasj internat operat produk product industri servic
    tjenest politi polit person profes social sosial natur natural materi medi medic kultur cultur histor music
    musi art museum formid inform norsk norweg english engelsk konsul consult admin govern instrum experiment
    eksperiment observ literat litterat institut prototyp campaign utred inventor
    """
)


def guard_of(written: str) -> Guard:
    """Return the guard of a name.

    >>> [guard_of(name).name for name in ("R", "GIS", "fMRI", "SPSS", "Julia", "etikk", "NVivo")]
    ['COMPANY', 'SAME_CASE', 'NONE', 'NONE', 'COMPANY', 'NONE', 'NONE']
    """
    if " " in written or "-" in written:
        return Guard.NONE
    if len(written) == 1 or written.lower() in _MISTAKEN:
        return Guard.COMPANY
    letters = [letter for letter in written if letter.isalpha()]
    if written in _SPELLED:
        return Guard.SAME_CASE
    short = len(letters) <= 3 or (len(letters) <= 5 and bool(_VOWELS & set(written.lower())))
    return Guard.SAME_CASE if short and all(letter.isupper() for letter in letters) else Guard.NONE


def is_general(root: str) -> bool:
    """Tell whether a root says too little to stand for a skill by itself."""
    return len(root) < 6 or root in _GENERAL_ROOTS
