"""Norwegian compounds: "spektroskopimålinger" is spektroskopi + målinger.

Splitting asks a lexicon which words exist. Whoever searches a vocabulary passes its words and is told of the parts that
matter; others pass the dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LINKS = ("", "s", "e")
_SHORTEST_PART = 3
_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 8, 60
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """A compound seen as modifier and head; `word[:modifier_end]` and `word[head_start:]` (a link may lie between)."""

    modifier: str
    head: str


def cuts(word: str) -> Iterator[Cut]:
    """Yield the ways to cut a folded word in two, the longest modifier first.

    >>> [c for c in cuts("fagbokforfatter") if c.modifier == "fagbok"]
    [Cut(modifier='fagbok', head='forfatter')]
    """
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND or not word.isalpha():
        return
    for middle in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        for link in _LINKS:
            modifier = word[: middle - len(link)]
            if word.endswith(link, 0, middle) and len(modifier) >= _SHORTEST_PART:
                yield Cut(modifier, word[middle:])


def parts(word: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of a compound, fewest and then most even first, or nothing when it is none.

    >>> parts("spektroskopimålinger", {"spektroskopi", "målinger", "måling"}.__contains__)
    ('spektroskopi', 'målinger')
    >>> parts("forskningsrådgiver", {"forskning", "råd", "giver", "rådgiver"}.__contains__)
    ('forskning', 'rådgiver')
    >>> parts("teologi", {"te", "ologi"}.__contains__)
    ()
    """
    found = _split(word, is_word, _MOST_PARTS)
    return found if found is not None and len(found) > 1 else ()


def _split(word: str, is_word: Callable[[str], bool], most: int) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = None
    if most > 1:
        for cut in cuts(word):
            if not is_word(cut.modifier):
                continue
            rest = (cut.head,) if is_word(cut.head) else _split(cut.head, is_word, most - 1)
            if rest is not None and (best is None or _badness((cut.modifier, *rest)) < _badness(best)):
                best = (cut.modifier, *rest)
    return best


def _badness(split: tuple[str, ...]) -> tuple[int, int]:
    return len(split), max(map(len, split))
