"""What a command says: results go to standard output, everything else to standard error."""

from __future__ import annotations

import sys


def step(what: str) -> None:
    """A line of progress."""
    print(f"  {what} …", file=sys.stderr, flush=True)


def complain(what: str, code: int = 1) -> int:
    """Say what is wrong; the exit code."""
    print(what, file=sys.stderr, flush=True)
    return code
