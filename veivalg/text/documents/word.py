"""Text of a DOCX: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from veivalg.text.documents.cleaning import clean
from veivalg.text.documents.errors import UnreadableDocument

BODY = "word/document.xml"
_MOST_BYTES = 100 << 20  # unpacked, all parts together
_MOST_BODY = 30 << 20
_MOST_PARTS = 2_000
_MOST_SQUEEZED = 150  # times smaller in the zip: text reaches 20
_SMALL = 1 << 20
_ENCRYPTED = 0x1
_DEEPEST_TABLE = 5


def read_docx(data: bytes) -> str:
    """Return the text. Raises UnreadableDocument, before anything is unpacked that is larger than it may be."""
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_sizes(archive.infolist())
        document = docx.Document(io.BytesIO(data))
        return clean("\n".join(lines(document)))
    except UnreadableDocument:
        raise
    except Exception as error:
        raise UnreadableDocument("unreadable") from error


def check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """Raises UnreadableDocument for a zip bomb and for a locked file."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableDocument("encrypted")
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise UnreadableDocument("bomb")
    for part in parts:
        squeezed = part.file_size > _SMALL and part.file_size > _MOST_SQUEEZED * max(part.compress_size, 1)
        if squeezed or (part.filename == BODY and part.file_size > _MOST_BODY):
            raise UnreadableDocument("bomb")


def lines(block: Any, depth: int = 0) -> Iterator[str]:
    """Yield the paragraphs of a document or of a cell of a table."""
    for item in block.iter_inner_content():
        if hasattr(item, "rows"):
            if depth < _DEEPEST_TABLE:
                for row in item.rows:
                    cells = dict.fromkeys("\n".join(lines(cell, depth + 1)) for cell in row.cells)
                    yield "\n".join(cells)
        else:
            yield item.text
