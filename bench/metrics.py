"""Measures of ranked lists: small functions over "is this place a hit?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def precision_at(hits: Sequence[bool], depth: int) -> float:
    """Return the share of hits among the first `depth` places; places that are not filled count as misses.

    >>> precision_at([True, False, True], 10)
    0.2
    """
    return sum(hits[:depth]) / depth


def recall_precision_at(hits: Sequence[bool], depth: int, relevant: int) -> float:
    """Return hits among the first `depth` places by how many there could be (RP@k).

    >>> recall_precision_at([True, False, True], 5, 2)
    1.0
    """
    return sum(hits[:depth]) / min(depth, relevant)


def reciprocal_rank(hits: Iterable[bool]) -> float:
    """Return 1 / the place of the first hit, 0 without one.

    >>> reciprocal_rank([False, True]), reciprocal_rank([])
    (0.5, 0.0)
    """
    return next((1 / place for place, hit in enumerate(hits, start=1) if hit), 0.0)


def average_precision(hits: Iterable[bool], relevant: int) -> float:
    """Return the mean of the precision at each relevant item; those not ranked count as 0.

    >>> round(average_precision([True, False, True], 2), 3)
    0.833
    """
    found, total = 0, 0.0
    for place, hit in enumerate(hits, start=1):
        if hit:
            found += 1
            total += found / place
    return total / relevant


def mean(values: Iterable[float]) -> float:
    """Return the mean, 0 of nothing.

    >>> mean([1, 2]), mean([])
    (1.5, 0.0)
    """
    known = list(values)
    return sum(known) / len(known) if known else 0.0
