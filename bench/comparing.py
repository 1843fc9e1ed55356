"""Whether one run is better than another: the same texts, resampled in pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

_ROUNDS = 10_000
_SEED = 20241101
_OUTSIDE = (2.5, 97.5)  # percentiles between which 95 of 100 resamplings lie

ByText = Mapping[str, Mapping[str, float]]  # name of a figure → text → value


def paired_bootstrap(now: Mapping[str, float], before: Mapping[str, float]) -> tuple[float, float, float]:
    """Return the mean difference over the texts that both have, and the interval that holds 95 % of resamplings.

    >>> paired_bootstrap({"a": 0.5, "b": 0.7}, {"a": 0.4, "b": 0.6, "c": 1.0})
    (0.1, 0.1, 0.1)
    """
    both = sorted(set(now) & set(before))
    if not both:
        return 0.0, 0.0, 0.0
    differences = np.array([now[text] - before[text] for text in both])
    drawn = np.random.default_rng(_SEED).integers(0, len(both), (_ROUNDS, len(both)))
    low, high = np.percentile(differences[drawn].mean(axis=1), _OUTSIDE)
    return round(float(differences.mean()), 4), round(float(low), 4), round(float(high), 4)


def comparison(now: ByText, before: ByText) -> Iterator[str]:
    """Yield a line for each figure that both runs have."""
    for name in now:
        if name in before:
            difference, low, high = paired_bootstrap(now[name], before[name])
            telling = "" if low <= 0 <= high else "  *"
            yield f"{name}: {difference:+.3f} [{low:+.3f}, {high:+.3f}]{telling}"


def save(path: Path, by_text: ByText) -> None:
    """Write the values of a run, to compare a later one with."""
    path.write_text(json.dumps(by_text, indent=1, sort_keys=True), "utf-8")


def load(path: Path) -> ByText:
    """Return what `save` wrote."""
    loaded: ByText = json.loads(path.read_text("utf-8"))
    return loaded
