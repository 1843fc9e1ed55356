"""Files as people hand them in, good and bad, made for the tests."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WORDS = "I analysed biomarkers with GC-MS, programmed in Python, taught statistics and supervised master students."


def pdf(text: str = WORDS, *, pages: int = 1, password: str = "") -> bytes:
    """A PDF whose pages say `text`; without text, blank pages as a scanner leaves them."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for _page in range(pages):
        page = writer.add_blank_page(600, 800)
        if text:
            stream = DecodedStreamObject()
            stream.set_data(f"BT /F1 10 Tf 20 700 Td ({text}) Tj ET".encode())
            page[NameObject("/Contents")] = writer._add_object(stream)
            page[NameObject("/Resources")] = DictionaryObject(
                {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
            )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(text: str = WORDS) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Project management in a cell of a table."
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (60 << 20))
    return out.getvalue()


def orcid(**changes: object) -> bytes:
    """A record with nulls where records have them and dates that no calendar has."""
    record: dict[str, object] = {
        "orcid-identifier": {"path": "0000-0002-7319-2192"},
        "person": {"biography": {"content": WORDS}, "keywords": None, "name": None},
        "activities-summary": {
            "employments": {
                "affiliation-group": [
                    None,
                    {"summaries": [{"employment-summary": {"role-title": "Postdoc", "organization": None}}]},
                    {
                        "summaries": [
                            {
                                "employment-summary": {
                                    "role-title": None,
                                    "start-date": {"year": {"value": "20201"}, "month": {"value": "13"}},
                                }
                            }
                        ]
                    },
                ]
            },
            "works": {"group": [{"work-summary": [{"title": {"title": {"value": "Isotopes in lakes"}}}]}, {}, "x"]},
            "fundings": None,
        },
        **changes,
    }
    return json.dumps(record).encode()
