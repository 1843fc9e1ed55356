"""Sparse matrices in three arrays (compressed rows), as far as the engine needs them: numpy has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """Row `i` holds `values[starts[i]:starts[i + 1]]` in the columns given by `columns` at the same places."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    def row(self, index: int) -> tuple[Ints, Floats]:
        """Return the columns and values of one row."""
        part = slice(self.starts[index], self.starts[index + 1])
        return self.columns[part], self.values[part]

    def weighted_rows(self, rows: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
        """Return the weighted sum of some rows as a dense vector of `width`."""
        chosen = np.asarray(rows, np.int64)
        lengths = (self.starts[1:] - self.starts[:-1])[chosen]
        places = np.repeat(self.starts[:-1][chosen], lengths) + _counting(lengths)
        contributions = self.values[places] * np.repeat(np.asarray(weights, np.float32), lengths)
        return np.bincount(self.columns[places], contributions, self.width).astype(np.float32)

    def times(self, dense: Floats) -> Floats:
        """Return this matrix times a dense matrix (width × k), as height × k."""
        product = np.zeros((self.height, dense.shape[1]), np.float32)
        filled = np.flatnonzero(np.diff(self.starts))
        if len(filled):
            terms = dense[self.columns] * self.values[:, None]
            product[filled] = np.add.reduceat(terms, self.starts[filled], axis=0)
        return product

    def transposed(self) -> Sparse:
        """Return the matrix with rows and columns exchanged."""
        return from_triplets(self.columns, self.row_numbers(), self.values, self.width, self.height)

    def row_numbers(self) -> Ints:
        """Return the row of each value."""
        return np.repeat(np.arange(self.height, dtype=np.int32), np.diff(self.starts))

    def with_unit_rows(self) -> Sparse:
        """Return the matrix with every row scaled to length 1."""
        squares = np.bincount(self.row_numbers(), self.values.astype(np.float64) ** 2, self.height)
        lengths = np.sqrt(np.maximum(squares, 1e-12)).astype(np.float32)
        return Sparse(self.starts, self.columns, self.values / lengths[self.row_numbers()], self.width)


def from_triplets(
    rows: npt.ArrayLike, columns: npt.ArrayLike, values: npt.ArrayLike, height: int, width: int
) -> Sparse:
    """Return the matrix with the given values; values for the same place are added.

    >>> matrix = from_triplets([0, 0, 1], [2, 2, 0], [1.0, 2.0, 5.0], 2, 3)
    >>> matrix.values.tolist(), matrix.columns.tolist(), matrix.starts.tolist()
    ([3.0, 5.0], [2, 0], [0, 1, 2])
    """
    places = np.asarray(rows, np.int64) * width + np.asarray(columns, np.int64)
    unique, inverse = np.unique(places, return_inverse=True)
    sums = np.bincount(inverse, np.asarray(values, np.float64), len(unique)).astype(np.float32)
    starts = np.searchsorted(unique // width, np.arange(height + 1)).astype(np.int32)
    return Sparse(starts, (unique % width).astype(np.int32), sums, width)


def from_rows(rows: Sequence[dict[int, float]], width: int) -> Sparse:
    """Return the matrix of rows given as column → value."""
    numbers = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    columns = np.fromiter((column for row in rows for column in row), np.int64, len(numbers))
    values = np.fromiter((value for row in rows for value in row.values()), np.float64, len(numbers))
    return from_triplets(numbers, columns, values, len(rows), width)


def _counting(lengths: Ints) -> npt.NDArray[np.int64]:
    """Return 0, 1, … for each length in turn: [2, 3] → [0, 1, 0, 1, 2]."""
    ends = np.cumsum(lengths)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - lengths, lengths)
