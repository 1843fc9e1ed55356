"""Word lists in the code, written as running text."""

from __future__ import annotations


def word_list(text: str) -> frozenset[str]:
    """Return the words of a list.

    >>> sorted(word_list("og i på"))
    ['i', 'og', 'på']
    """
    return frozenset(text.split())
