"""Records in an order, by URI and by number: in memory, or packed as JSON and decoded one by one when asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar, overload

from veivalg.matching.strings import StringTable
from veivalg.matching.vocabulary import Occupation, Skill

R = TypeVar("R", Skill, Occupation)


class PackedRecords(Mapping[str, R], Generic[R]):
    """A mapping by URI whose values are decoded at first use and then kept."""

    def __init__(self, uris: Sequence[str], packed: StringTable, decode: Callable[[dict[str, Any]], R]) -> None:
        self._places = {uri: number for number, uri in enumerate(uris)}
        self._packed = packed
        self._decode: Callable[[dict[str, Any]], R] = decode
        self._decoded: dict[int, R] = {}

    def __getitem__(self, uri: str) -> R:
        return self.at(self._places[uri])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def at(self, number: int) -> R:
        """Return the record with a number (its place in the order)."""
        record = self._decoded.get(number)
        if record is None:
            record = self._decoded[number] = self._decode(json.loads(self._packed[number]))
        return record


class Numbered(Sequence[R], Generic[R]):
    """The records of a mapping in their order; records packed in a file stay packed until they are asked for."""

    def __init__(self, records: Mapping[str, R]) -> None:
        self._at: Callable[[int], R] = (
            records.at if isinstance(records, PackedRecords) else list(records.values()).__getitem__
        )
        self.number_of: Mapping[str, int] = {uri: number for number, uri in enumerate(records)}

    @overload
    def __getitem__(self, number: int) -> R: ...
    @overload
    def __getitem__(self, number: slice) -> list[R]: ...
    def __getitem__(self, number: int | slice) -> R | list[R]:
        if isinstance(number, slice):
            return [self._at(place) for place in range(*number.indices(len(self)))]
        return self._at(number)

    def __len__(self) -> int:
        return len(self.number_of)

    def number(self, uri: str) -> int | None:
        """Return the number of a URI, None if it is unknown."""
        return self.number_of.get(uri)

    def numbers(self, uris: Iterable[str]) -> list[int]:
        """Return the numbers of the known ones among some URIs."""
        return [self.number_of[uri] for uri in uris if uri in self.number_of]


def packed(record: Skill | Occupation) -> str:
    """Return a record as JSON."""
    content = {field.name: getattr(record, field.name) for field in fields(record)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def skill_from(data: dict[str, Any]) -> Skill:
    """Return the skill that `packed` wrote."""
    return Skill(**_with_tuples(data))


def occupation_from(data: dict[str, Any]) -> Occupation:
    """Return the occupation that `packed` wrote."""
    return Occupation(**_with_tuples(data))


def _with_tuples(data: dict[str, Any]) -> dict[str, Any]:
    """JSON knows lists only; records hold tuples."""
    changed = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    changed["aliases"] = {language: tuple(names) for language, names in data["aliases"].items()}
    return changed
