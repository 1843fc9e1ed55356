"""Dictionary forms of words (simplemma), loaded when first asked for: 0.3–0.7 s and 20–70 MB per language."""

from __future__ import annotations

from functools import lru_cache

from veivalg.text.language import Language


@lru_cache(maxsize=32_768)
def lemma(word: str, language: Language) -> str:
    """Return the dictionary form of a folded word, the word itself if it is unknown.

    >>> lemma("målinger", "nb"), lemma("målingar", "nn"), lemma("studies", "en")
    ('måling', 'måling', 'study')
    """
    import simplemma  # 50 ms, and most processes never ask for a lemma

    return simplemma.lemmatize(word, lang=language).lower()


@lru_cache(maxsize=32_768)
def is_known(word: str, language: Language) -> bool:
    """Tell whether the dictionary of a language has a folded word."""
    import simplemma

    return bool(simplemma.is_known(word, lang=language))
