"""All names of all skills as a sorted table of hashes, and where they occur in a text.

A name is a sequence of word keys (stems or roots, Norwegian or English) hashed to 64 bits. All windows of a text of up
to six words are hashed the same way at once and looked up together: the time does not grow with the vocabulary, and
the table can be mapped from a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from veivalg.matching.sparse import Ints, Keys
from veivalg.text.stems import root_english, root_norwegian, stem_english, stem_norwegian
from veivalg.text.tokens import folded_words

LONGEST_NAME = 6  # words


class Scheme(IntEnum):
    """How words are made into keys."""

    NORWEGIAN_STEM = 0
    ENGLISH_STEM = 1
    NORWEGIAN_ROOT = 2
    ENGLISH_ROOT = 3

    @property
    def is_root(self) -> bool:
        """Whether derived words count as the same."""
        return self >= Scheme.NORWEGIAN_ROOT

    @property
    def is_english(self) -> bool:
        """Whether the words are taken for English ones."""
        return self in (Scheme.ENGLISH_STEM, Scheme.ENGLISH_ROOT)


KEY_OF: dict[Scheme, Callable[[str], str]] = {
    Scheme.NORWEGIAN_STEM: stem_norwegian,
    Scheme.ENGLISH_STEM: stem_english,
    Scheme.NORWEGIAN_ROOT: root_norwegian,
    Scheme.ENGLISH_ROOT: root_english,
}
_FACTOR_INT = 0x9E3779B97F4A7C15
_FACTOR = np.uint64(_FACTOR_INT)
_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a concept: `concept` is its number."""

    concept: int
    written: str
    english: bool
    is_label: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` up to and including `last` are a name (by number) under a scheme."""

    first: int
    last: int
    name: int
    scheme: Scheme


@dataclass(frozen=True, slots=True, eq=False)
class PhraseTable:
    """Sorted hashes with the number of the name each belongs to."""

    hashes: Keys
    names: Ints

    @classmethod
    def build(cls, names: Sequence[Name]) -> PhraseTable:
        """Hash every name under the stem and the root scheme of its language."""
        hashes: list[int] = []
        numbers: list[int] = []
        for number, name in enumerate(names):
            for words in _spellings(name.written):
                for scheme in _schemes(name.english):
                    hashes.append(phrase_hash(words, scheme))
                    numbers.append(number)
        order = np.lexsort((numbers, hashes))
        return cls(np.array(hashes, np.uint64)[order], np.array(numbers, np.int32)[order])

    def find(self, words: Sequence[str], joined: npt.NDArray[np.bool_]) -> list[Hit]:
        """Return all names among the folded words; `joined[i]` says that word i + 1 may follow i in a name."""
        return [hit for scheme in Scheme for hit in self._find(words, joined, scheme)]

    def look_up(self, hashes: Keys) -> tuple[npt.NDArray[np.int64], Ints]:
        """Return pairs (place in `hashes`, number of a name) for all that are in the table."""
        left = np.searchsorted(self.hashes, hashes, "left")
        counts = np.searchsorted(self.hashes, hashes, "right") - left
        found = np.flatnonzero(counts)
        places = np.repeat(found, counts[found])
        within = np.arange(len(places)) - np.repeat(np.cumsum(counts[found]) - counts[found], counts[found])
        return places, self.names[np.repeat(left[found], counts[found]) + within]

    def _find(self, words: Sequence[str], joined: npt.NDArray[np.bool_], scheme: Scheme) -> Iterable[Hit]:
        keys = word_keys(words, scheme)
        hashes = np.full(len(keys), _seed(scheme))
        allowed = np.ones(len(keys), bool)
        for length in range(1, LONGEST_NAME + 1):
            if length > len(keys):
                return
            count = len(keys) - length + 1
            if length > 1:
                allowed = allowed[:count] & joined[length - 2 : length - 2 + count]
            hashes = _mixed(hashes[:count], keys[length - 1 :])
            starts = np.flatnonzero(allowed)
            places, names = self.look_up(hashes[starts])
            for place, name in zip(starts[places].tolist(), names.tolist(), strict=True):
                yield Hit(place, place + length - 1, name, scheme)


def phrase_hash(words: Sequence[str], scheme: Scheme) -> int:
    """Return the hash of folded words under a scheme."""
    value = int(_seed(scheme))
    for word in words:
        # The same as _mixed, without the cost of an array for each word.
        value = (((value ^ hashed(KEY_OF[scheme](word))) * _FACTOR_INT) & _MASK) ^ (value >> 29)
    return value


def word_keys(words: Sequence[str], scheme: Scheme) -> Keys:
    """Return the keys of folded words under a scheme."""
    key_of = KEY_OF[scheme]
    return np.fromiter((hashed(key_of(word)) for word in words), np.uint64, len(words))


@lru_cache(maxsize=131_072)
def hashed(word: str) -> int:
    """Return a 64-bit hash of a word that is the same in every process."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _mixed(hashes: Keys, keys: Keys) -> Keys:
    return ((hashes ^ keys) * _FACTOR) ^ (hashes >> np.uint64(29))


def _seed(scheme: Scheme) -> np.uint64:
    return np.uint64(((scheme + 1) * _FACTOR_INT) & _MASK)


def _schemes(english: bool) -> tuple[Scheme, Scheme]:
    if english:
        return Scheme.ENGLISH_STEM, Scheme.ENGLISH_ROOT
    return Scheme.NORWEGIAN_STEM, Scheme.NORWEGIAN_ROOT


@lru_cache(maxsize=32_768)
def words_of(written: str) -> tuple[str, ...]:
    """Return the folded words of a name or label. While an index is built, each is asked for several times."""
    return tuple(folded_words(written))


def _spellings(written: str) -> list[tuple[str, ...]]:
    """Return the words of a name; "RNA-seq" is also written "RNAseq"."""
    words = words_of(written)
    if "-" in written and " " not in written and len(words) == 2:
        return [words, ("".join(words),)]
    return [words] if 0 < len(words) <= LONGEST_NAME else []
