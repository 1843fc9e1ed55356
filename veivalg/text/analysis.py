"""Words of a text with dictionary form and parts, for whoever searches or compares texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from veivalg.text.compounds import parts
from veivalg.text.language import Language, detect
from veivalg.text.lemmas import is_known, lemma
from veivalg.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text: `text[start:end]` as written, folded, its dictionary form and the parts of a compound."""

    start: int
    end: int
    folded: str
    lemma: str
    parts: tuple[str, ...]


def analyse(text: str, language: Language | None = None, is_word: Callable[[str], bool] | None = None) -> list[Word]:
    """Return the words of a text with lemma and compound parts (lemmas too).

    The language is detected when it is not given. `is_word` says which words compounds are made of; without it the
    dictionary does.

    >>> [(w.lemma, w.parts) for w in analyse("Forskningsprosjekter", "nb")]
    [('forskningsprosjekt', ('forskning', 'prosjekt'))]
    """
    chosen = language or detect(text).language
    return [
        Word(token.start, token.end, token.folded, *_lemma_and_parts(token.folded, chosen, is_word))
        for token in tokenise(text)
    ]


@lru_cache(maxsize=32_768)
def _lemma_and_parts(
    word: str, language: Language, is_word: Callable[[str], bool] | None
) -> tuple[str, tuple[str, ...]]:
    found = lemma(word, language)
    if language == "en":
        return found, ()
    known = is_word or partial(_is_part, language=language)
    return found, tuple(lemma(part, language) for part in parts(found, known))


def _is_part(word: str, language: Language) -> bool:
    return len(word) >= 3 and is_known(word, language)
