"""Texts as weighted bags of word roots: what an occupation's texts and a person's text have in common.

Only words that the vocabulary itself uses count, so that names, places and ways of speaking change nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from veivalg.matching.phrases import hashed, words_of
from veivalg.matching.sparse import Floats, Keys, Sparse, from_rows
from veivalg.matching.stopwords import STOPWORDS
from veivalg.matching.vocabulary import FALLBACK, Occupation, Skill
from veivalg.text import Language
from veivalg.text.compounds import cuts
from veivalg.text.stems import root_english, root_norwegian

_TITLE, _SUMMARY, _ESSENTIAL, _USEFUL = 2.0, 1.0, 1.0, 0.4
_SHORTEST_PART = 5

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class TermIndex:
    """Occupations as unit vectors over word roots in one language. `roots` are sorted hashes, one per column."""

    roots: Keys
    weights: Floats
    by_root: Sparse  # roots × occupations
    prior: Floats  # the mean likeness of an occupation with all the others

    @classmethod
    def build(cls, bags: Sequence[Bag]) -> TermIndex:
        """Weigh the roots of each occupation by how few occupations share them."""
        frequency = Counter(root for bag in bags for root in bag)
        ordered = sorted(frequency, key=hashed)
        column = {root: number for number, root in enumerate(ordered)}
        weights = np.array([math.log(1 + len(bags) / frequency[root]) for root in ordered], np.float32)
        rows = [
            {column[root]: (1 + math.log1p(count)) * float(weights[column[root]]) for root, count in bag.items()}
            for bag in bags
        ]
        matrix = from_rows(rows, len(ordered)).with_unit_rows()
        by_root = matrix.transposed()
        mean = (np.bincount(matrix.columns, matrix.values, matrix.width) / max(len(bags), 1)).astype(np.float32)
        prior = matrix.times(mean[:, None])[:, 0]
        return cls(np.array([hashed(root) for root in ordered], np.uint64), weights, by_root, prior)

    def likeness(self, words: Iterable[str], language: Language) -> Floats:
        """Return the cosine of folded words with every occupation, less the occupation's prior."""
        counts = Counter(root for word in words for root in self._roots(word, language))
        columns = np.array([self._column(root) for root in counts], np.int64)
        weights = np.array([1 + math.log(count) for count in counts.values()], np.float32)
        weights, columns = weights[columns >= 0], columns[columns >= 0]
        if not len(columns):
            return np.zeros(self.by_root.width, np.float32)
        weights = weights * self.weights[columns]
        scores = self.by_root.weighted_rows(columns, weights / np.linalg.norm(weights))
        return np.asarray(scores - self.prior, np.float32)

    def _roots(self, word: str, language: Language) -> Iterable[str]:
        """Return the root of a word, or those of the parts of an unknown compound."""
        if word in STOPWORDS:
            return ()
        root = root_of(word, language)
        if language == "en" or self._column(root) >= 0:
            return (root,)
        for cut in cuts(word):
            parts = [root_of(part, language) for part in (cut.modifier, cut.head) if len(part) >= _SHORTEST_PART]
            if len(parts) == 2 and all(self._column(part) >= 0 for part in parts):
                return parts
        return ()

    def _column(self, root: str) -> int:
        key = np.uint64(hashed(root))
        place = int(np.searchsorted(self.roots, key))
        return place if place < len(self.roots) and self.roots[place] == key else -1


def root_of(word: str, language: Language) -> str:
    """Return the root of a folded word in a language."""
    return root_english(word) if language == "en" else root_norwegian(word)


def occupation_bags(
    occupations: Sequence[Occupation], skills: Mapping[str, Skill], language: Language
) -> list[dict[str, float]]:
    """Return the roots of each occupation's titles, summary and skills in a language, with their weight."""
    of_skill = {uri: _bag([in_some(skill.labels, language)], language) for uri, skill in skills.items()}
    return [_occupation_bag(occupation, of_skill, language) for occupation in occupations]


def in_some(texts: Mapping[str, str], language: Language) -> str:
    """Return a text in the language or the nearest one."""
    return next((texts[code] for code in FALLBACK[language] if texts.get(code)), "")


def _occupation_bag(occupation: Occupation, of_skill: Mapping[str, Bag], language: Language) -> dict[str, float]:
    bag: dict[str, float] = {}
    titles = occupation.titles(language) or (in_some(occupation.labels, language),)
    _add(bag, _bag(titles[:8], language), _TITLE)
    _add(bag, _bag([in_some(occupation.summary, language)], language), _SUMMARY)
    for uris, weight in ((occupation.essential, _ESSENTIAL), (occupation.useful, _USEFUL)):
        for uri in uris:
            _add(bag, of_skill[uri], weight)
    return bag


def _add(bag: dict[str, float], other: Bag, weight: float) -> None:
    for root, count in other.items():
        bag[root] = bag.get(root, 0.0) + weight * count


def _bag(texts: Iterable[str], language: Language) -> Bag:
    words = (word for text in texts for word in words_of(text))
    return Counter(root_of(word, language) for word in words if word not in STOPWORDS and len(word) > 2)
