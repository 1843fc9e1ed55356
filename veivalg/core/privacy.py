"""The shape of every app's `privacy.py`: what is kept about a person, how they take it along, how it is erased.

Each app with personal data has three functions: `kept() -> list[Kept]`, `export_for(person_id) -> dict` and
`erase(person_id) -> None`. The setting PRIVACY_MODULES lists them; a test fails when an app is missing there.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of personal data, in words for the person and the data protection officer."""

    model: str
    purpose: str | Promise
    legal_basis: str | Promise
    retention: str | Promise
    who_sees: str | Promise


class PrivacyModule(Protocol):
    """What an app's `privacy.py` offers."""

    def kept(self) -> list[Kept]: ...

    def export_for(self, person_id: int) -> dict[str, Any]: ...

    def erase(self, person_id: int) -> None: ...


def privacy_modules() -> dict[str, PrivacyModule]:
    """App label → its privacy module, upper layers first, so that erasing never meets a row that still points down."""
    return {path.split(".")[1]: cast(PrivacyModule, import_module(path)) for path in settings.PRIVACY_MODULES}
