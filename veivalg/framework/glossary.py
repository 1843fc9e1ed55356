"""The words of the domain: Norwegian term = the one English name in code. Serves the page and `docs/glossary.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml
from django.utils import translation

from veivalg.core.models import fallbacks
from veivalg.framework.files import DATA


@dataclass(frozen=True, slots=True)
class Word:
    """A term in every language that has it, its name in code, and a note where one helps."""

    code: str
    terms: Mapping[str, str]
    notes: Mapping[str, str]

    @property
    def note(self) -> str:
        """The note in the reader's language or the nearest one."""
        wanted = translation.get_language()
        return next((self.notes[code] for code in (wanted, *fallbacks(wanted)) if code in self.notes), "")


@cache
def read_glossary() -> tuple[Word, ...]:
    """All words, in the order of the file."""
    rows = yaml.safe_load((DATA / "glossary.yaml").read_text(encoding="utf-8"))
    return tuple(
        Word(
            code=row["code"],
            terms={key: str(term) for key, term in row.items() if key not in {"code", "note"}},
            notes=row.get("note", {}),
        )
        for row in rows
    )
