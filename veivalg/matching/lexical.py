"""Names that look like a text: cosine of weighted letter n-grams, which forgives inflection, compounds and spelling.

Everything is worked out with arrays: the letters of all names lie in one array, n-grams are hashed into buckets, and a
query adds up the postings of its n-grams.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from veivalg.matching.sparse import Floats, Sparse, from_triplets
from veivalg.text import fold

_SHORTEST, _LONGEST = 3, 5  # letters of an n-gram
_BUCKETS = 1 << 17
_PRIME = np.uint64(1_000_003)
_BETWEEN = " \n "  # a name begins and ends with a blank; no n-gram crosses the line break

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class LexicalIndex:
    """`by_gram` holds for each bucket the names (by number) with their weights; columns have length 1."""

    by_gram: Sparse  # buckets × names
    rarity: Floats  # of each bucket

    @classmethod
    def build(cls, names: Sequence[str]) -> LexicalIndex:
        """Weigh the n-grams of each name by how few names share them."""
        grams, owners = _grams(names)
        counts = from_triplets(owners, grams, np.ones(len(grams)), len(names), _BUCKETS)
        shared = np.bincount(counts.columns, minlength=_BUCKETS)
        rarity = np.log((len(names) + 1) / (shared + 0.5)).astype(np.float32)
        values = np.sqrt(counts.values) * rarity[counts.columns]
        weighted = Sparse(counts.starts, counts.columns, values, _BUCKETS).with_unit_rows()
        return cls(weighted.transposed(), rarity)

    def likeness(self, text: str) -> Floats:
        """Return the cosine of a text with every name.

        >>> index = LexicalIndex.build(["massespektrometri", "teologi"])
        >>> index.likeness("massespektrometer").round(1).tolist() == [np.float32(0.6), 0.0]
        True
        """
        grams, _owners = _grams([text])
        if not len(grams):
            return np.zeros(self.by_gram.width, np.float32)
        buckets, counts = np.unique(grams, return_counts=True)
        weights = np.sqrt(counts) * self.rarity[buckets]
        return self.by_gram.weighted_rows(buckets, weights / max(float(np.linalg.norm(weights)), 1e-6))


def standardised(scores: Floats) -> Floats:
    """Return how many standard deviations each score lies above the mean of all."""
    return np.asarray((scores - scores.mean()) / max(float(scores.std()), 1e-6), np.float32)


def _grams(names: Sequence[str]) -> tuple[Places, Places]:
    """Return the buckets of all n-grams and the number of the name each comes from."""
    letters = np.frombuffer(
        (" " + _BETWEEN.join(fold(name).replace("\n", " ") for name in names) + " ").encode("utf-32-le", "replace"),
        np.uint32,
    ).astype(np.uint64)
    ends = letters == ord("\n")
    owner = np.cumsum(ends)
    breaks = np.concatenate(([0], owner))
    buckets, owners = [], []
    hashes = np.zeros(len(letters), np.uint64)
    for length in range(1, _LONGEST + 1):
        if len(letters) < length:
            break
        hashes = hashes[: len(letters) - length + 1] * _PRIME + letters[length - 1 :]
        if length >= _SHORTEST:
            starts = np.arange(len(hashes))
            inside = breaks[starts + length] == breaks[starts]  # no line break within
            mixed = (hashes[inside] ^ (hashes[inside] >> np.uint64(23))) % np.uint64(_BUCKETS)
            buckets.append(mixed.astype(np.int64))
            owners.append(owner[starts[inside]])
    if not buckets:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(buckets), np.concatenate(owners)
