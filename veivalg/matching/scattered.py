"""Names of several words that stand apart or turned round in a clause: "analysed our data statistically".

Every such name is filed under its rarest root; where that root occurs, the others must be near.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from veivalg.matching.guards import is_general
from veivalg.matching.phrases import KEY_OF, Name, Scheme, hashed, words_of
from veivalg.matching.sparse import Ints, Keys
from veivalg.matching.stopwords import STOPWORDS

_MOST_ROOTS = 4
_REACH = 6  # words between the first and the last


@dataclass(frozen=True, slots=True)
class ScatteredHit:
    """The words at `places` together are a name (by number)."""

    places: tuple[int, ...]
    name: int


@dataclass(frozen=True, slots=True, eq=False)
class ScatteredTable:
    """`anchors` are sorted root hashes; row i of `others` lists the roots a name needs besides, by their hash."""

    anchors: Keys
    names: Ints
    others: Keys  # names × (_MOST_ROOTS - 1), 0 where there is none

    @classmethod
    def build(cls, names: Sequence[Name], english: bool) -> ScatteredTable:
        """File the names of one language that have two to four content words."""
        roots = [(number, _roots(name)) for number, name in enumerate(names) if name.english == english]
        wanted = [(number, found) for number, found in roots if 2 <= len(found) <= _MOST_ROOTS]
        frequency = Counter(root for _, found in wanted for root in found)
        rows = sorted(
            (*sorted(map(hashed, found), key=lambda key: 0 if key == anchor else 1), number)
            for number, found in wanted
            for anchor in [hashed(min(found, key=lambda root: (frequency[root], root)))]
        )
        others = np.zeros((len(rows), _MOST_ROOTS - 1), np.uint64)
        for place, row in enumerate(rows):
            others[place, : len(row) - 2] = row[1:-1]
        return cls(np.array([row[0] for row in rows], np.uint64), np.array([row[-1] for row in rows], np.int32), others)

    def find(self, roots: Mapping[int, list[int]]) -> Iterator[ScatteredHit]:
        """Yield the names whose roots lie near each other; `roots` gives the places of each root hash in a clause."""
        keys = np.fromiter(roots, np.uint64, len(roots))
        left = np.searchsorted(self.anchors, keys, "left")
        right = np.searchsorted(self.anchors, keys, "right")
        for place in np.flatnonzero(right > left).tolist():
            for row in range(int(left[place]), int(right[place])):
                needed = [int(key) for key in self.others[row] if key]
                if all(key in roots for key in needed):
                    hit = _nearest([roots[int(keys[place])], *(roots[key] for key in needed)], int(self.names[row]))
                    if hit:
                        yield hit


def _nearest(places: list[list[int]], name: int) -> ScatteredHit | None:
    """Return the closest way to choose one place for each root, if they are near enough and differ."""
    choices = (choice for choice in product(*(some[:4] for some in places)) if len(set(choice)) == len(choice))
    best = min(choices, key=lambda choice: (max(choice) - min(choice), choice), default=None)
    if best is None or max(best) - min(best) > _REACH:
        return None
    return ScatteredHit(tuple(sorted(best)), name)


def _roots(name: Name) -> list[str]:
    scheme = Scheme.ENGLISH_ROOT if name.english else Scheme.NORWEGIAN_ROOT
    words = words_of(name.written)
    roots = dict.fromkeys(KEY_OF[scheme](word) for word in words if word not in STOPWORDS and len(word) > 2)
    content = [word for word in words if word not in STOPWORDS]
    # All words short ("MS/MS") or all general ("data analysis") would be met by chance.
    return [] if len(roots) < len(content) or all(map(is_general, roots)) else list(roots)
