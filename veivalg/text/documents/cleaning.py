"""Text as it may be kept and shown: one kind of line end, no control characters, nothing that cannot be encoded."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, lone surrogates, and marks that turn the direction of what follows.
_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_MANY_LINES = re.compile(r"\n{4,}")


def clean(text: str) -> str:
    """Return a text without what no reader sees; words and their order stay.

    >>> clean("one\\r\\ntwo\\x00three")
    'one\\ntwo three'
    """
    return _MANY_LINES.sub("\n\n\n", _NOT_TEXT.sub(" ", _LINE_ENDS.sub("\n", text))).strip()


def share_of_noise(text: str) -> float:
    """Return how much of a text is control characters, 0–1.

    >>> share_of_noise("a\\x00")
    0.5
    """
    return len(_NOT_TEXT.findall(text)) / max(len(text), 1)
