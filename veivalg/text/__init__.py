"""Words of bokmål, nynorsk and English: pure Python, knows nothing of the domain.

>>> from veivalg.text import detect, sentences, tokenise
"""

from __future__ import annotations

from veivalg.text.analysis import Word, analyse
from veivalg.text.folding import fold
from veivalg.text.language import LANGUAGES, Detection, Language, detect
from veivalg.text.sentences import Span, clauses, sentences
from veivalg.text.tokens import Token, tokenise

__all__ = [
    "LANGUAGES",
    "Detection",
    "Language",
    "Span",
    "Token",
    "Word",
    "analyse",
    "clauses",
    "detect",
    "fold",
    "sentences",
    "tokenise",
]
