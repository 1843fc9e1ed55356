"""Dense vectors of skills and occupations, worked out from who needs what (a truncated SVD of the link matrix).

Two skills are near when the same occupations need them. This is the seam for a trained static embedding: whatever
gives one vector per skill and one per occupation can take its place.
"""

from __future__ import annotations

import numpy as np

from veivalg.matching.sparse import Floats, Sparse

DIMENSIONS = 48
_SEED = 20241101  # any fixed number: equal input, equal vectors
_POWER_STEPS = 3


def skill_vectors(links: Sparse) -> Floats:
    """Return one vector of length 1 per skill (skills × dimensions); `links` is occupations × skills.

    A skill that nothing needs has the zero vector.
    """
    rank = min(DIMENSIONS, links.height, links.width)
    columns = links.transposed()
    random = np.random.default_rng(_SEED).standard_normal((links.width, rank)).astype(np.float32)
    for _ in range(_POWER_STEPS):
        random, _triangle = np.linalg.qr(columns.times(links.times(random)))
    _left, sizes, turned = np.linalg.svd(links.times(random), full_matrices=False)
    # The square root of the singular values keeps the broad fields from drowning the special ones.
    return unit_rows((random @ turned.T * np.sqrt(sizes)).astype(np.float32))


def unit_rows(matrix: Floats) -> Floats:
    """Return a dense matrix with every row scaled to length 1, apart from zero rows."""
    lengths = np.linalg.norm(matrix, axis=-1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-6), np.float32)
