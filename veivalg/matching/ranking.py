"""Occupations for a person: several ways of seeing who fits where, fused by rank.

- *exact*: the cosine of the confirmed skills with what an occupation needs, rare skills counting more;
- *kindred*: the likeness of the skills' mean vector with an occupation, for near misses of the exact term;
- *words*: the likeness of the text with the occupation's texts in the language of the text;
- *profession*: whether the person says to have the profession that an occupation is for;
- *taste*: nearness to what the person marked as interesting, distance to what is not for them.

From *kindred* and *words* the mean over all occupations is subtracted, else those in the middle would fit everybody.
Reciprocal-rank fusion needs no common scale, so a further signal (a trained embedding) is one more entry.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from veivalg.matching.document import Document
from veivalg.matching.index import Index
from veivalg.matching.professions import own_professions
from veivalg.matching.sparse import Floats, Ints

_FLATTEN = 60  # k of reciprocal-rank fusion: how little the very first places matter
_WEIGHTS = {"exact": 1.0, "kindred": 1.0, "words": 1.0, "profession": 0.5, "taste": 1.0}
_BROADER = 0.5  # how much a skill also speaks for the broader one
_DISLIKE = 0.7  # how much "not for me" counts against "interesting"


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """`order` are occupation numbers, best first; `scores` (0–1) and `signals` follow the numbers."""

    order: Ints
    scores: Floats
    signals: Mapping[str, Floats]
    professions: tuple[int, ...] = ()  # that the person says to have


def rank(
    index: Index,
    skills: Mapping[int, float],
    broader: Mapping[int, float],
    document: Document | None = None,
    interesting: Collection[int] = (),
    not_for_me: Collection[int] = (),
) -> Ranking:
    """Rank all occupations for weighted skills (by number); `broader` are skills implied by narrower ones."""
    signals = {"exact": exact(index, skills)}
    signals["kindred"] = _kindred(index, skills, broader)
    professions: list[int] = []
    if document is not None:
        words = [word for word, denied in zip(document.words, document.denied, strict=True) if not denied]
        signals["words"] = index.terms[document.language].likeness(words, document.language)
        professions = own_professions(document)
        if professions:
            signals["profession"] = index.professions.weighted_rows(professions, [1.0] * len(professions))
    if interesting or not_for_me:
        signals["taste"] = _taste(index.occupation_vectors, interesting, not_for_me)
    scores = fused(signals)
    order = np.lexsort((np.arange(len(scores)), -signals["exact"], -scores)).astype(np.int32)
    return Ranking(order, scores, signals, tuple(professions))


def exact(index: Index, skills: Mapping[int, float]) -> Floats:
    """Return for each occupation the sum of its shares of the skills, each by weight and rarity.

    This is a cosine without the person's own length, which is the same for all occupations: so a further skill never
    lowers an occupation that needs it against one that does not.
    """
    numbers = np.array(sorted(skills), np.int64)
    weights = np.array([skills[number] for number in numbers.tolist()], np.float32)
    return index.needs.weighted_rows(numbers, weights * index.rarity[numbers])


def fused(signals: Mapping[str, Floats]) -> Floats:
    """Return the reciprocal-rank fusion of signals, scaled so that the first in all of them has 1."""
    total = np.zeros(len(next(iter(signals.values()))), np.float64)
    for name, values in signals.items():
        total += _WEIGHTS[name] * (_FLATTEN + 1) / (_FLATTEN + _places(values))
    return (total / sum(_WEIGHTS[name] for name in signals)).astype(np.float32)


def at_most_per_group(numbers: Iterable[int], group_of: Callable[[int], str], most: int, top: int) -> list[int]:
    """Return the first `top` numbers with at most `most` of each group; those without a group are not limited.

    >>> at_most_per_group([0, 1, 2, 3], "aaab".__getitem__, 2, 3)
    [0, 1, 3]
    """
    count: dict[str, int] = {}
    chosen: list[int] = []
    for number in numbers:
        if len(chosen) == top:
            break
        group = group_of(number)
        count[group] = count.get(group, 0) + 1
        if not group or count[group] <= most:
            chosen.append(number)
    return chosen


def _kindred(index: Index, skills: Mapping[int, float], broader: Mapping[int, float]) -> Floats:
    weights = {number: weight * _BROADER for number, weight in broader.items()} | dict(skills)
    numbers = np.array(sorted(weights), np.int64)
    pulls = np.array([weights[number] for number in numbers.tolist()], np.float32) * index.rarity[numbers]
    mean = pulls @ index.skill_vectors[numbers]
    length = float(np.linalg.norm(mean))
    likeness = index.occupation_vectors @ (mean / length if length else mean)
    return np.asarray(likeness - index.kindred_prior, np.float32)


def _taste(vectors: Floats, interesting: Collection[int], not_for_me: Collection[int]) -> Floats:
    direction = np.zeros(vectors.shape[1], np.float32)
    if interesting:
        direction += vectors[sorted(interesting)].mean(axis=0)
    if not_for_me:
        direction -= np.float32(_DISLIKE) * vectors[sorted(not_for_me)].mean(axis=0)
    return np.asarray(vectors @ direction, np.float32)


def _places(values: Floats) -> npt.NDArray[np.int64]:
    """Return the place of each value from 1 on; equal values share the best place."""
    rounded = np.round(values.astype(np.float64), 6)
    ascending = np.sort(-rounded)
    return np.searchsorted(ascending, -rounded, "left") + 1
