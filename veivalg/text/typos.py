"""Words one slip of the hand away from a known word: a letter too many, too few, wrong, or two swapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

SHORTEST = 6  # a shorter word is one slip away from too many others
LONGEST = 60  # whatever is longer is no word; the work grows with the square of the length


@dataclass(frozen=True, slots=True, eq=False)
class SpellingIndex:
    """Finds the known words at edit distance 1 of a misspelt one.

    Every known word is filed under itself and under itself with one letter removed: a slip of any kind meets it there.
    `keys` are the sorted checksums of those, `numbers` the words they belong to.

    >>> index = SpellingIndex.build(["statistikk", "genetikk"])
    >>> index.near("statistkk"), index.near("geografi"), index.knows("genetikk")
    ('statistikk', None, True)
    """

    words: Sequence[str]
    keys: npt.NDArray[np.uint32]
    numbers: npt.NDArray[np.int32]

    @classmethod
    def build(cls, words: Sequence[str]) -> SpellingIndex:
        """File the words that are long enough."""
        keys: list[int] = []
        numbers: list[int] = []
        for number, word in enumerate(words):
            filed = (word, *deletions(word)) if SHORTEST <= len(word) <= LONGEST and word.isalpha() else (word,)
            keys.extend(map(crc32, map(str.encode, filed)))
            numbers.extend([number] * len(filed))
        order = np.lexsort((numbers, keys))
        return cls(words, np.array(keys, np.uint32)[order], np.array(numbers, np.int32)[order])

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is a known one."""
        return word in self._filed_under([word])

    def near(self, word: str) -> str | None:
        """Return the known word nearest to a misspelt one of six letters or more, if any.

        The first letter must be right: people seldom miss it, and other words often differ there.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or self.knows(word):
            return None
        candidates = (
            known
            for known in self._filed_under([word, *deletions(word)])
            if len(known) >= SHORTEST and known[0] == word[0] and one_slip(word, known)
        )
        return min(candidates, key=lambda known: (abs(len(known) - len(word)), known), default=None)

    def _filed_under(self, forms: Sequence[str]) -> set[str]:
        sought = np.array([crc32(form.encode("utf-8", "surrogatepass")) for form in forms], np.uint32)
        left = np.searchsorted(self.keys, sought, "left").tolist()
        right = np.searchsorted(self.keys, sought, "right").tolist()
        places = (place for first, last in zip(left, right, strict=True) for place in range(first, last))
        return {self.words[int(self.numbers[place])] for place in places}


def deletions(word: str) -> set[str]:
    """Return the words that arise by removing one letter."""
    return {word[:index] + word[index + 1 :] for index in range(len(word))}


def one_slip(written: str, meant: str) -> bool:
    """Tell whether two words differ by one insertion, deletion, substitution or swap of neighbours.

    >>> one_slip("teh", "the"), one_slip("genetik", "genetikk"), one_slip("abcd", "abdce")
    (True, True, False)
    """
    if written == meant:
        return False
    if len(written) != len(meant):
        longer, shorter = (written, meant) if len(written) > len(meant) else (meant, written)
        return shorter in deletions(longer)
    wrong = [index for index, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    first, last = wrong[0], wrong[-1]
    return len(wrong) == 2 and last == first + 1 and written[first] == meant[last] and written[last] == meant[first]
