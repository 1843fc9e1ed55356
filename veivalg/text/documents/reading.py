"""Which kind of document it is, by its first bytes and not by its name."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Literal

from veivalg.text.documents.errors import UnreadableDocument
from veivalg.text.documents.orcid import read_orcid
from veivalg.text.documents.pdf import read_pdf
from veivalg.text.documents.plain import looks_like_html, read_plain
from veivalg.text.documents.word import BODY, read_docx

Kind = Literal["text", "pdf", "docx", "orcid"]

MOST_BYTES = 10 << 20
MOST_CHARACTERS = 200_000
_MEGABYTE = 1 << 20
_SEARCHED_FOR_PDF = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES_AND_PROGRAMS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"{\\rtf", b"\x7fELF", b"MZ")
_ENDINGS: dict[str, Kind] = {
    "pdf": "pdf",
    "docx": "docx",
    "json": "orcid",
    "txt": "text",
    "text": "text",
    "md": "text",
}
_READERS = {"pdf": read_pdf, "docx": read_docx, "orcid": read_orcid, "text": read_plain}


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and the kind of document it was."""

    kind: Kind
    text: str


def read_document(data: bytes, name: str) -> Document:
    """Return the text of a .txt, .pdf, .docx or an ORCID record .json. Raises UnreadableDocument."""
    check_size(len(data))
    if not data.strip():
        raise UnreadableDocument("empty")
    kind = kind_of(data, name)
    text = _READERS[kind](data)
    if not text.strip():
        raise UnreadableDocument("empty")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDocument("too_long", characters=len(text), most=MOST_CHARACTERS)
    return Document(kind, text)


def check_size(size: int) -> None:
    """Raises UnreadableDocument for a file that is empty or too large, before anything of it is read."""
    if size == 0:
        raise UnreadableDocument("empty")
    if size > MOST_BYTES:
        raise UnreadableDocument("too_large", megabytes=-(-size // _MEGABYTE), most=MOST_BYTES // _MEGABYTE)


def kind_of(data: bytes, name: str) -> Kind:
    """Return what the bytes are. Raises UnreadableDocument where we do not read that, or the name says otherwise."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    said = _ENDINGS.get(ending)
    if ending and said is None:
        raise UnreadableDocument("old_word" if ending in ("doc", "odt", "rtf", "pages") else "unsupported")
    found = _found(data)
    if found == "text" and said == "orcid":
        return "orcid"
    if said is not None and found != said:
        raise UnreadableDocument("mislabelled", said=ending, found=found)
    return found


def _found(data: bytes) -> Kind:
    if b"%PDF-" in data[:_SEARCHED_FOR_PDF]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _docx(data)
    if data.startswith(_OLE):
        raise UnreadableDocument("encrypted" if _LOCKED in data else "old_word")
    if data.startswith(_PICTURES_AND_PROGRAMS):
        raise UnreadableDocument("unsupported")
    if looks_like_html(data):
        raise UnreadableDocument("html")
    return "text"


def _docx(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if BODY in archive.namelist():
                return "docx"
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableDocument("unreadable") from error
    raise UnreadableDocument("unsupported")
