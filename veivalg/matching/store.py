"""A vocabulary and its index in one file that is mapped into memory.

Layout: a magic line, the length of a JSON header, the header (version, then name, type, shape and place of each array),
then the arrays, each aligned. Nothing in the file is ever executed. The file is a cache: written by one version of the
engine, refused by the others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from veivalg.matching.complete import CompletionTable
from veivalg.matching.index import Index
from veivalg.matching.names import NameTable
from veivalg.matching.phrases import PhraseTable
from veivalg.matching.records import PackedRecords, occupation_from, packed, skill_from
from veivalg.matching.scattered import ScatteredTable
from veivalg.matching.sparse import Sparse
from veivalg.matching.strings import StringTable
from veivalg.matching.terms import TermIndex
from veivalg.matching.vocabulary import Vocabulary
from veivalg.text import LANGUAGES
from veivalg.text.typos import SpellingIndex

_MAGIC = b"veivalg-matching\n"
_VERSION = 3  # raise it whenever what is stored changes
_LENGTH_BYTES = 8
_ALIGNMENT = 64
_LONGEST_HEADER = 1 << 20

Arrays = Mapping[str, npt.NDArray[Any]]


class StoreError(ValueError):
    """The file is damaged, of another kind or written by another version of the engine."""


def save_engine(path: Path, vocabulary: Vocabulary, index: Index, completion: CompletionTable) -> None:
    """Write everything; a reader sees the old file or the whole new one."""
    arrays = {**dict(_flattened("index", index)), **dict(_flattened("completion", completion))}
    for kind, records in (("skills", vocabulary.skills), ("occupations", vocabulary.occupations)):
        arrays |= _flattened(f"{kind}.uris", StringTable.build(records))
        arrays |= _flattened(f"{kind}.packed", StringTable.build(map(packed, records.values())))
    header: dict[str, Any] = {"version": _VERSION, "vocabulary": vocabulary.version, "arrays": {}}
    place = 0
    for name, array in arrays.items():
        header["arrays"][name] = [array.dtype.str, array.shape, place]
        place += -(-array.nbytes // _ALIGNMENT) * _ALIGNMENT
    encoded = json.dumps(header).encode()
    encoded += b" " * (-(len(_MAGIC) + _LENGTH_BYTES + len(encoded)) % _ALIGNMENT)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    with temporary.open("wb") as file:
        file.write(_MAGIC + len(encoded).to_bytes(_LENGTH_BYTES, "little") + encoded)
        for array in arrays.values():
            file.write(array.tobytes())
            file.write(b"\0" * (-array.nbytes % _ALIGNMENT))
    temporary.replace(path)


def load_engine(path: Path) -> tuple[Vocabulary, Index, CompletionTable]:
    """Return what `save_engine` wrote. Raises StoreError; OSError when there is no such file."""
    try:
        header, arrays = _mapped(path)
        skills = PackedRecords(_strings(arrays, "skills.uris"), _strings(arrays, "skills.packed"), skill_from)
        occupations = PackedRecords(
            _strings(arrays, "occupations.uris"), _strings(arrays, "occupations.packed"), occupation_from
        )
        vocabulary = Vocabulary(skills, occupations, version=header["vocabulary"])
        return vocabulary, _index(arrays), _completion(arrays)
    except (KeyError, ValueError, TypeError, UnicodeDecodeError) as error:
        raise StoreError(f"{path.name}: {error}") from error


def _flattened(name: str, value: object) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    """Yield the arrays and numbers of a tree of dataclasses and mappings, named by their path."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _flattened(f"{name}.{field.name}", getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _flattened(f"{name}.{key}", part)
    else:
        yield name, np.ascontiguousarray(value)


def _mapped(path: Path) -> tuple[dict[str, Any], Arrays]:
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise StoreError(f"{path.name}: not a file of the matching engine")
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        if length > _LONGEST_HEADER:
            raise StoreError(f"{path.name}: damaged")
        header = json.loads(file.read(length))
        if header["version"] != _VERSION:
            raise StoreError(f"{path.name}: written by another version")
        start = file.tell()
    content = np.memmap(path, np.uint8, "r")
    arrays = {}
    for name, (dtype, shape, place) in header["arrays"].items():
        first = start + place
        size = int(np.dtype(dtype).itemsize * np.prod(shape, dtype=np.int64))
        if first + size > len(content):
            raise StoreError(f"{path.name}: cut short")
        arrays[name] = content[first : first + size].view(dtype).reshape(shape).view(np.ndarray)
    return header, arrays


def _index(arrays: Arrays) -> Index:
    return Index(
        names=_names(arrays, "index.names"),
        rarity=arrays["index.rarity"],
        needs=_sparse(arrays, "index.needs"),
        skill_vectors=arrays["index.skill_vectors"],
        occupation_vectors=arrays["index.occupation_vectors"],
        kindred_prior=arrays["index.kindred_prior"],
        terms={language: _terms(arrays, f"index.terms.{language}") for language in LANGUAGES},
        professions=_sparse(arrays, "index.professions"),
    )


def _names(arrays: Arrays, name: str) -> NameTable:
    spelling = f"{name}.spelling"
    return NameTable(
        concepts=arrays[f"{name}.concepts"],
        written=_strings(arrays, f"{name}.written"),
        english=arrays[f"{name}.english"],
        is_label=arrays[f"{name}.is_label"],
        guards=arrays[f"{name}.guards"],
        phrases=PhraseTable(arrays[f"{name}.phrases.hashes"], arrays[f"{name}.phrases.names"]),
        scattered={english: _scattered(arrays, f"{name}.scattered.{english}") for english in (False, True)},
        spelling=SpellingIndex(
            _strings(arrays, f"{spelling}.words"), arrays[f"{spelling}.keys"], arrays[f"{spelling}.numbers"]
        ),
    )


def _scattered(arrays: Arrays, name: str) -> ScatteredTable:
    return ScatteredTable(arrays[f"{name}.anchors"], arrays[f"{name}.names"], arrays[f"{name}.others"])


def _terms(arrays: Arrays, name: str) -> TermIndex:
    return TermIndex(
        arrays[f"{name}.roots"], arrays[f"{name}.weights"], _sparse(arrays, f"{name}.by_root"), arrays[f"{name}.prior"]
    )


def _sparse(arrays: Arrays, name: str) -> Sparse:
    return Sparse(
        arrays[f"{name}.starts"],
        arrays[f"{name}.columns"],
        arrays[f"{name}.values"],
        int(arrays[f"{name}.width"].item()),
    )


def _completion(arrays: Arrays) -> CompletionTable:
    return CompletionTable(
        _strings(arrays, "completion.names"),
        *(arrays[f"completion.{name}"] for name in ("concepts", "kinds", "languages", "is_label", "entries", "starts")),
    )


def _strings(arrays: Arrays, name: str) -> StringTable:
    return StringTable(arrays[f"{name}.blob"], arrays[f"{name}.offsets"])
