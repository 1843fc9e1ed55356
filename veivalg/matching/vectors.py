"""Dense vectors of skills and occupations, worked out from who needs what (a truncated SVD of the link matrix).

Two skills are near when the same occupations need them. This is the seam for a trained static embedding: whatever
gives one vector per skill and one per occupation can take its place.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from veivalg.matching.sparse import Floats, Sparse

DIMENSIONS = 48
_SEED = 20241101  # any fixed number: equal input, equal vectors
_POWER_STEPS = 3
_TINY = 1e-12  # of the largest: below it, a direction is only rounding

Doubles = npt.NDArray[np.float64]


def skill_vectors(links: Sparse) -> Floats:
    """Return one vector of length 1 per skill (skills × dimensions); `links` is occupations × skills.

    A skill that nothing needs has the zero vector.
    """
    rank = min(DIMENSIONS, links.height, links.width)
    columns = links.transposed()
    basis = np.random.default_rng(_SEED).standard_normal((links.width, rank)).astype(np.float32)
    for _ in range(_POWER_STEPS):
        product = columns.times(links.times(basis))
        squares, turned = np.linalg.eigh(_gram(product))
        basis = _times(product, turned / np.sqrt(np.maximum(squares, _TINY * squares[-1:])))
    squares, turned = np.linalg.eigh(_gram(links.times(basis)))
    # The square root of the singular values keeps the broad fields from drowning the special ones.
    return unit_rows(_times(basis, turned * np.maximum(squares, 0.0) ** 0.25))


def _gram(matrix: Floats) -> Doubles:
    """Return the products of the columns with each other.

    Not with `@`: for a matrix of this size BLAS starts threads, which on busy cores wait for each other for seconds.
    """
    return np.asarray(np.einsum("ki,kj->ij", matrix, matrix, dtype=np.float64))


def _times(matrix: Floats, small: Doubles) -> Floats:
    return np.asarray(np.einsum("ki,ij->kj", matrix, small), np.float32)


def unit_rows(matrix: Floats) -> Floats:
    """Return a dense matrix with every row scaled to length 1, apart from zero rows."""
    lengths = np.linalg.norm(matrix, axis=-1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-6), np.float32)
