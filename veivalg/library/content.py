"""An article as plain data: what its files hold, what a revision keeps, what an editor changes.

`as_data` and `from_data` are each other's inverse; a file that says something unknown is refused with its name.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from veivalg.core.errors import DomainError
from veivalg.library.codes import ALLOWED, Family

SLUG = re.compile(r"(?!(?:desk|kept)$)[a-z0-9]+(-[a-z0-9]+)*")
# Raised when the tables change, so that the same files are written again.
FORMAT = 1
FAMILY_FIELDS = {
    Family.TOPIC: "topics",
    Family.THEME: "themes",
    Family.PHASE: "phases",
    Family.POSITION: "positions",
    Family.INSTITUTION: "institutions",
}
LONGEST_BODY = 40_000
MOST_REVIEW_MONTHS = 60


class ContentError(DomainError):
    """The content of an article is not what it must be."""


@dataclass(frozen=True, slots=True)
class Words:
    """An article in one language. `body` is Markdown, without the title and the lead."""

    title: str
    lead: str
    body: str
    neutrality: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceData:
    who: str
    title: str
    url: str = ""
    date: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Everything an editor can change."""

    topics: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    from_abroad: bool = False
    review_after_months: int = 12
    sources: tuple[SourceData, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)

    def codes(self, family: Family) -> tuple[str, ...]:
        codes: tuple[str, ...] = getattr(self, FAMILY_FIELDS[family])
        return codes

    @property
    def digest(self) -> str:
        """The same for the same words, whatever the layout of the files."""
        said = json.dumps([FORMAT, as_data(self)], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()


def as_data(content: Content) -> dict[str, Any]:
    """Plain lists and mappings, for JSON."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(content)))
    return data


def from_data(data: Mapping[str, Any]) -> Content:
    """The inverse of `as_data`."""
    plain = dict(data)
    words = {language: words_from(said) for language, said in plain.pop("words", {}).items()}
    sources = tuple(SourceData(**source) for source in plain.pop("sources", ()))
    for name in FAMILY_FIELDS.values():
        plain[name] = tuple(plain.get(name) or ())
    return Content(**plain, sources=sources, words=words)


def words_from(data: Mapping[str, Any]) -> Words:
    return Words(**{**data, "questions": tuple(data.get("questions") or ())})


def check(content: Content) -> None:
    """Raise ContentError unless the content can be published."""
    for family, allowed in ALLOWED.items():
        unknown = [code for code in content.codes(family) if code not in allowed]
        if unknown:
            raise ContentError(_("Unknown code: %(codes)s") % {"codes": ", ".join(unknown)})
    if not content.topics:
        raise ContentError(_("Choose at least one topic."))
    if not content.phases:
        raise ContentError(_("Choose at least one phase."))
    if not content.words:
        raise ContentError(_("Write the article in at least one language."))
    if not 1 <= content.review_after_months <= MOST_REVIEW_MONTHS:
        raise ContentError(_("Let somebody look it over again after 1 to 60 months."))
    for words in content.words.values():
        check_words(words)


def check_words(words: Words) -> None:
    if not (words.title.strip() and words.lead.strip() and words.body.strip()):
        raise ContentError(_("Each language needs a title, an introduction and a text."))
    if len(words.title) > 200 or len(words.body) > LONGEST_BODY:
        raise ContentError(_("A title has at most 200 characters, a text 40,000."))
