"""Why a document cannot be read, as a code: the words for it stand where there are readers."""

from __future__ import annotations

from typing import Any


class UnreadableDocument(ValueError):
    """A document that gives no text.

    Codes: `empty` (0 bytes, or nothing but blanks), `too_large` (megabytes, most), `too_long` (characters, most),
    `too_many_pages` (pages, most), `too_slow` (seconds), `unreadable`, `encrypted`, `image_only`, `old_word`, `html`,
    `bomb`, `mislabelled` (said, found), `unsupported`, `broken_json`, `not_orcid`, `empty_orcid`.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details
