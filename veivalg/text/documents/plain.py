"""Plain text in the encodings that people's machines write."""

from __future__ import annotations

import codecs
import re

from veivalg.text.documents.cleaning import clean, share_of_noise
from veivalg.text.documents.errors import UnreadableDocument

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MOST_NOISE = 0.02


def looks_like_html(data: bytes) -> bool:
    """Tell whether this is a web page.

    >>> looks_like_html(b"<!DOCTYPE html><title>x</title>"), looks_like_html(b"p < 0.05")
    (True, False)
    """
    return _HTML.match(data[:4096].removeprefix(codecs.BOM_UTF8)) is not None


def read_plain(data: bytes) -> str:
    """Return the text. Raises UnreadableDocument for a web page and for what is no text."""
    if looks_like_html(data):
        raise UnreadableDocument("html")
    text = decoded(data)
    if share_of_noise(text) > _MOST_NOISE:
        raise UnreadableDocument("unreadable")
    return clean(text)


def decoded(data: bytes) -> str:
    """Return bytes as text: by the mark at the beginning, else UTF-8, else Windows' Western European."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
