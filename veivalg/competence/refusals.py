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


TAXONOMY_REFUSALS: dict[str, str | Promise] = {
    "missing": _("A file is no longer there. Upload it again."),
    "not_a_zip": _("%(file)s is not a zip file. Upload the zip as it came from the ESCO portal."),
    "damaged": _("%(file)s is damaged or cut short. Download it again."),
    "encrypted": _("%(file)s is locked with a password."),
    "unsafe_name": _("%(file)s holds a file whose name leads out of the zip. It was not opened."),
    "too_large": _("The files are larger than an ESCO bundle can be. They were not opened."),
    "too_many_files": _("The zip holds more files than an ESCO bundle can have. It was not opened."),
    "bomb": _("%(file)s unpacks to far more than it should. It was not opened."),
    "wrong_header": _("%(file)s lacks columns that we need: %(missing)s."),
    "encoding": _("%(file)s is not in UTF-8, see line %(line)s."),
    "malformed": _("%(file)s cannot be read as CSV, see line %(line)s."),
    "no_files": _("There is no ESCO file in what was handed in. We look for names such as skills_en.csv."),
    "under_way": _("Another import is under way. Wait until it is done, or cancel it."),
    "interrupted": _("The import stopped halfway, with the machine it ran on. Nothing of it shows; start it again."),
}

SKIPS: dict[str, str | Promise] = {
    "not_needed": _("not needed"),
    "other_language": _("in a language that we do not have"),
    "older_version": _("an older version of a file that is there"),
    "bad_uri": _("the address of the concept is wrong"),
    "bad_label": _("the name is missing or too long"),
    "not_released": _("not released"),
    "unknown_relation": _("the kind of link is unknown"),
    "unknown_concept": _("links to a concept that is not there"),
}


def skip_text(reason: str) -> str:
    """Why something was passed over."""
    return str(SKIPS.get(reason, reason))


def taxonomy_text(code: str, details: Mapping[str, Any]) -> str:
    """Why a bundle could not be imported, in the reader's language."""
    shown = {key: ", ".join(value) if isinstance(value, list) else value for key, value in details.items()}
    try:
        return str(TAXONOMY_REFUSALS[code]) % shown
    except (KeyError, TypeError):
        return gettext("The import failed.")


def refusal_text(code: str, details: Mapping[str, Any]) -> str:
    """The sentence for a code, in the reader's language."""
    sentence = REFUSALS.get(code, REFUSALS["unreadable"])
    try:
        return str(sentence) % details
    except (KeyError, TypeError):  # details of an older version of the product
        return gettext("The file could not be read. Paste the text instead.")
