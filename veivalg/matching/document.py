"""A person's text prepared for recognising: words, what may stand together, languages, what is denied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from veivalg.text import Language, Span, Token, clauses, sentences, tokenise
from veivalg.text.language import detect_words, sentence_language
from veivalg.text.scopes import denied_spans

# Between two words of one name: blanks, a hyphen, a slash, quotes or a line break, never a comma or a full stop.
_GLUE = re.compile(r"[^\S\r\n]*(?:[-\u2010-\u2013/&'\"’“”»«]|\r\n|\r|\n)?[^\S\r\n]*")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """`joined[i]`: word i + 1 may follow word i in a name. `denied[i]`: the person says word i is not theirs."""

    text: str
    language: Language
    confidence: float
    tokens: Sequence[Token]
    words: Sequence[str]  # folded
    languages: Sequence[Language]  # of each word
    clauses: Sequence[range]  # numbers of the words in each
    joined: npt.NDArray[np.bool_]
    denied: npt.NDArray[np.bool_]


def read_document(text: str, language: Language | None = None) -> Document:
    """Prepare a text. The language is that of the whole; single sentences may be in another one."""
    tokens = tokenise(text)
    words = [token.folded for token in tokens]
    starts = [token.start for token in tokens]
    spans = sentences(text)
    found = detect_words(words)
    whole = language or found.language
    ranges = [_words_in(starts, span) for span in spans]
    languages: list[Language] = [whole] * len(tokens)
    for sentence in ranges:
        of_sentence = sentence_language(words[sentence.start : sentence.stop], whole)
        languages[sentence.start : sentence.stop] = [of_sentence] * len(sentence)
    return Document(
        text,
        whole,
        found.confidence,
        tokens,
        words,
        languages,
        [_words_in(starts, clause) for span in spans for clause in clauses(text, span)],
        _joined(text, tokens, ranges),
        _denied(text, spans, starts),
    )


def _words_in(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _joined(text: str, tokens: Sequence[Token], ranges: Sequence[range]) -> npt.NDArray[np.bool_]:
    joined = np.zeros(max(len(tokens), 1), bool)
    for words in ranges:
        for number in range(words.start, words.stop - 1):
            between = _GLUE.fullmatch(text, tokens[number].end, tokens[number + 1].start)
            joined[number] = between is not None
    return joined


def _denied(text: str, spans: Sequence[Span], starts: Sequence[int]) -> npt.NDArray[np.bool_]:
    denied = np.zeros(len(starts), bool)
    for span in denied_spans(text, spans):
        words = _words_in(starts, span)
        denied[words.start : words.stop] = True
    return denied
