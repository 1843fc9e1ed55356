"""Reading what people hand in: plain text, PDF, DOCX and ORCID records become text; everything else a reason why not.

`read_document` trusts nothing: neither the file's name nor its sizes. Files from the outside go through
`bounded.read_in_child`, which also bounds time and memory.
"""

from __future__ import annotations

from veivalg.text.documents.errors import UnreadableDocument
from veivalg.text.documents.reading import Document, read_document

__all__ = ["Document", "UnreadableDocument", "read_document"]
