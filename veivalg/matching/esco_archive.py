"""Opening folders and zips that somebody uploaded: bounded, and nothing is ever unpacked to disk.

Every failure is a TaxonomyError with a code, so that a page can say what is wrong in the reader's language.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

MOST_BYTES = 512 << 20  # of one file; the largest official one has 40 MB
MOST_BYTES_TOGETHER = 4 << 30
MOST_FILES = 5_000
MOST_SQUEEZED = 200  # times smaller in the zip: a list of URIs reaches 40, a bomb 1,000
_SMALL = 1 << 20  # below this nothing can be a bomb
_ENCRYPTED = 0x1
_DEEPEST_FOLDER = 4


class TaxonomyError(ValueError):
    """A taxonomy cannot be read. `code` names the reason, `details` the file and what else helps to mend it.

    Codes: missing, not_a_zip, damaged, encrypted, unsafe_name, too_large, too_many_files, bomb, wrong_header, encoding,
    malformed, no_files.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a folder or in a zip. `name` is its path within, `size` the bytes it claims to have."""

    source: Path
    name: str
    size: int
    in_zip: bool

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open for reading; reading more than it claims, or than is allowed, raises TaxonomyError."""
        with _damage_explained(self.source.name):
            if not self.in_zip:
                with (self.source / self.name).open("rb") as file:
                    yield io.BufferedReader(_Bounded(file, MOST_BYTES, self.name))
                return
            with zipfile.ZipFile(self.source) as archive, archive.open(self.name) as file:
                yield io.BufferedReader(_Bounded(file, self.size, self.name))


def members(paths: Sequence[Path]) -> list[Member]:
    """Return the files in folders and zips; zips in a folder count as its subfolders.

    Raises TaxonomyError, also for files too many or too large together.
    """
    found = [member for path in paths for member in _members(path)]
    if len(found) > MOST_FILES:
        raise TaxonomyError("too_many_files", count=len(found), most=MOST_FILES)
    total = sum(member.size for member in found)
    if total > MOST_BYTES_TOGETHER:
        raise TaxonomyError("too_large", bytes=total, most=MOST_BYTES_TOGETHER)
    return found


def _members(path: Path) -> Iterator[Member]:
    if path.is_dir():
        yield from _in_folder(path)
    elif path.is_file():
        yield from _in_zip(path)
    else:
        raise TaxonomyError("missing", file=path.name)


def _in_folder(folder: Path) -> Iterator[Member]:
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        depth = len(path.relative_to(folder).parts)
        if depth > _DEEPEST_FOLDER or not path.is_file() or not path.resolve().is_relative_to(root):
            continue
        if path.suffix.lower() == ".zip":
            yield from _in_zip(path)
        else:
            size = path.stat().st_size
            _check_size(path.name, size)
            yield Member(folder, str(path.relative_to(folder)), size, in_zip=False)


def _in_zip(path: Path) -> Iterator[Member]:
    with _damage_explained(path.name):
        if not zipfile.is_zipfile(path):
            raise TaxonomyError("not_a_zip", file=path.name)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise TaxonomyError("too_many_files", file=path.name, count=len(entries), most=MOST_FILES)
    for entry in entries:
        if not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16):
            _check_entry(path.name, entry)
            yield Member(path, entry.filename, entry.file_size, in_zip=True)


def _check_entry(archive: str, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    pure = PurePosixPath(name.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts or ":" in name or "\0" in name:
        raise TaxonomyError("unsafe_name", file=archive, member=name[:200])
    if entry.flag_bits & _ENCRYPTED:
        raise TaxonomyError("encrypted", file=archive, member=name)
    _check_size(name, entry.file_size)
    if entry.file_size > _SMALL and entry.file_size > MOST_SQUEEZED * max(entry.compress_size, 1):
        raise TaxonomyError("bomb", file=archive, member=name)


def _check_size(name: str, size: int) -> None:
    if size > MOST_BYTES:
        raise TaxonomyError("too_large", file=name, bytes=size, most=MOST_BYTES)


@contextmanager
def _damage_explained(name: str) -> Iterator[None]:
    """Turn what the standard library says about a damaged file into a TaxonomyError."""
    try:
        yield
    except TaxonomyError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise TaxonomyError("damaged", file=name) from error


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more bytes than allowed: the sizes in a zip may lie."""

    def __init__(self, file: IO[bytes], most: int, name: str) -> None:
        self._file = file
        self._left = most
        self._given = 0
        self._name = name

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # the base class says WriteableBuffer
        data = self._file.read(len(buffer))
        self._left -= len(data)
        self._given += len(data)
        if self._left < 0:
            raise TaxonomyError("bomb", file=self._name)
        buffer[: len(data)] = data
        return len(data)
