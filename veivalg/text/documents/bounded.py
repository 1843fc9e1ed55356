"""Reading a stranger's file in a process of its own: bounded in time and memory, and nothing it does reaches ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from veivalg.text.documents.errors import UnreadableDocument
from veivalg.text.documents.reading import Document, check_size

MOST_SECONDS = 20
MOST_MEMORY = 1 << 30
_ROOT = Path(__file__).resolve().parents[3]


def read_in_child(data: bytes, name: str, seconds: float = MOST_SECONDS) -> Document:
    """Return what `read_document` returns. Raises UnreadableDocument, also for what takes too long or too much."""
    check_size(len(data))
    try:
        child = subprocess.run(  # noqa: S603 - our own module; the name is an argument, never a command
            [sys.executable, "-m", "veivalg.text.documents", name[-200:]],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={"PYTHONPATH": os.pathsep.join([str(_ROOT), *sys.path]), "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("too_slow", seconds=int(seconds)) from error
    try:
        answer = json.loads(child.stdout)
    except ValueError as error:
        raise UnreadableDocument("unreadable") from error
    if "code" in answer:
        raise UnreadableDocument(answer["code"], **answer["details"])
    return Document(answer["kind"], answer["text"])
