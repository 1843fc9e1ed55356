"""The child of `bounded.read_in_child`: a file on standard input, its text or the reason why not as JSON on output."""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from veivalg.text.documents.bounded import MOST_MEMORY, MOST_SECONDS
from veivalg.text.documents.errors import UnreadableDocument
from veivalg.text.documents.reading import read_document


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        document = read_document(sys.stdin.buffer.read(), sys.argv[1])
        answer: dict[str, Any] = {"kind": document.kind, "text": document.text}
    except UnreadableDocument as refusal:
        answer = {"code": refusal.code, "details": refusal.details}
    except MemoryError:
        answer = {"code": "bomb", "details": {}}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
