"""Why a file could not be read, and how to mend it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, str | Promise] = {
    "empty": _("The file is empty. Choose another one, or paste your text instead."),
    "too_large": _("The file has %(megabytes)s MB; we read up to %(most)s MB. A version without pictures is enough."),
    "too_long": _(
        "The file has %(characters)s characters, and we read up to %(most)s. "
        "Choose a shorter one, or paste the part that says most about you."
    ),
    "too_many_pages": _("The file has %(pages)s pages; we read up to %(most)s. Choose a shorter one, such as a CV."),
    "too_slow": _("Reading this file took too long, so we stopped. Save it again as PDF, or paste the text instead."),
    "unreadable": _("The file is damaged or of a kind we do not know. Save it again, or paste the text instead."),
    "encrypted": _("The file is locked with a password. Save a copy without one, or paste the text instead."),
    "image_only": _(
        "The file holds pictures of text, as scans do, and no text that we can read. "
        "Export it from the program it was written in, or paste the text instead."
    ),
    "old_word": _("We cannot read this older kind of document. Save it as .docx or PDF, or paste the text instead."),
    "html": _("This is a web page, not a document. Open it, copy what is about you, and paste that."),
    "bomb": _("The file unpacks to far more than a document can hold, so we did not open it."),
    "mislabelled": _("The file is called .%(said)s but holds something else. Save it again where it was made."),
    "unsupported": _("We read PDF, Word (.docx), plain text and ORCID records (.json). This is something else."),
    "broken_json": _("The ORCID record is incomplete or damaged. Download it again from orcid.org."),
    "not_orcid": _("This is a JSON file, but not an ORCID record. Download the whole record from orcid.org."),
    "empty_orcid": _("The ORCID record is there, but nothing in it is open to read. Paste your CV instead."),
}


def refusal_text(code: str, details: Mapping[str, Any]) -> str:
    """The sentence for a code, in the reader's language."""
    sentence = REFUSALS.get(code, REFUSALS["unreadable"])
    try:
        return str(sentence) % details
    except (KeyError, TypeError):  # details of an older version of the product
        return gettext("The file could not be read. Paste the text instead.")
