"""Many strings in two arrays, decoded when asked for: they can be mapped from a file and cost nothing until used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import overload

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class StringTable(Sequence[str]):
    """String `i` is the UTF-8 text in `blob[offsets[i]:offsets[i + 1]]`.

    >>> table = StringTable.build(["én", "to"])
    >>> list(table), len(table)
    (['én', 'to'], 2)
    """

    blob: Bytes
    offsets: Offsets

    @classmethod
    def build(cls, strings: Iterable[str]) -> StringTable:
        """Pack strings."""
        encoded = [string.encode() for string in strings]
        offsets = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
        return cls(np.frombuffer(b"".join(encoded), np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __iter__(self) -> Iterator[str]:
        content, ends = self.blob.tobytes(), self.offsets.tolist()
        return (content[start:end].decode() for start, end in pairwise(ends))

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        start = index % len(self)
        return self.blob[self.offsets[start] : self.offsets[start + 1]].tobytes().decode()
