"""What differs between two texts, in lines that a person can read: what went, what came, what stayed around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

SAME, GONE, NEW = "same", "gone", "new"
# Unchanged lines shown before and after a change.
AROUND = 1
WORD = re.compile(r"\s+|[^\s\w]|\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and what became of it."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line in pieces; `gap`: lines that stayed the same were left out before it."""

    pieces: tuple[Piece, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class FileChange:
    """The changed lines of one file."""

    name: str
    lines: list[Line]


def changes(before: dict[str, str], after: dict[str, str]) -> list[FileChange]:
    """The files that differ, with their changed lines."""
    names = dict.fromkeys([*before, *after])
    return [
        FileChange(name, list(changed_lines(before.get(name, ""), after.get(name, ""))))
        for name in names
        if before.get(name, "") != after.get(name, "")
    ]


def changed_lines(before: str, after: str) -> Iterator[Line]:
    """The lines that changed, with a little around them.

    >>> [line.pieces for line in changed_lines("one two", "one three")]
    [(Piece(state='same', text='one '), Piece(state='gone', text='two'), Piece(state='new', text='three'))]
    """
    old, new = filled(before), filled(after)
    left_out = False
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            kept = around(old[a:b], first=a == 0, last=b == len(old))
            left_out = len(kept) < b - a
            for number, text in enumerate(kept):
                yield Line((Piece(SAME, text),), gap=left_out and number == len(kept) - 1)
            continue
        for was, became in zip_longest(old[a:b], new[c:d]):
            yield Line(tuple(words(was or "", became or "")))


def filled(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def around(lines: list[str], *, first: bool, last: bool) -> list[str]:
    """The ends of a stretch that stayed the same."""
    head = [] if first else lines[:AROUND]
    tail = [] if last else lines[max(AROUND if not first else 0, len(lines) - AROUND) :]
    return [*head, *tail]


def words(was: str, became: str) -> Iterator[Piece]:
    """Word by word what differs between two lines."""
    old, new = WORD.findall(was), WORD.findall(became)
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield Piece(SAME, "".join(old[a:b]))
            continue
        if a < b:
            yield Piece(GONE, "".join(old[a:b]))
        if c < d:
            yield Piece(NEW, "".join(new[c:d]))
