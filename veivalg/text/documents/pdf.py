"""Text of a PDF, page by page."""

from __future__ import annotations

import io
import logging

from veivalg.text.documents.cleaning import clean
from veivalg.text.documents.errors import UnreadableDocument

MOST_PAGES = 60
_LEAST_LETTERS = 20  # fewer in a whole file: it is pictures of text


def read_pdf(data: bytes) -> str:
    """Return the text. Raises UnreadableDocument."""
    import pypdf

    # What it says about damaged files helps nobody here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument("encrypted")
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise UnreadableDocument("too_many_pages", pages=count, most=MOST_PAGES)
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except UnreadableDocument:
        raise
    except Exception as error:
        raise UnreadableDocument("unreadable") from error
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        raise UnreadableDocument("image_only")
    return clean(text)
