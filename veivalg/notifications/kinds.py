"""Kinds of mails and notices. An app declares its own in `notices.py`; the setting NOTICE_MODULES lists those files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module

from django.conf import settings
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """`code` is `<app>.<name>`; its words stand in `<app>/mails/<name>.txt`, the first line being the subject.

    An essential kind always comes by mail. The words of a secret one are destroyed as soon as it is sent. `lives_for`
    says for how long it is worth sending; None: until all attempts are used.

    >>> Kind("activities.seat-offered", "A seat is offered").template
    'activities/mails/seat_offered.txt'
    """

    code: str
    title: str | Promise
    essential: bool = False
    secret: bool = False
    lives_for: timedelta | None = None

    @property
    def template(self) -> str:
        app, name = self.code.split(".")
        return f"{app}/mails/{name.replace('-', '_')}.txt"


@cache
def all_kinds() -> dict[str, Kind]:
    """Code → kind, in the order of the modules."""
    declared: list[Sequence[Kind]] = [import_module(path).KINDS for path in settings.NOTICE_MODULES]
    return {kind.code: kind for kinds in declared for kind in kinds}


def title_of(code: str) -> str:
    """A kind in the reader's words; the bare code where its app is gone."""
    kind = all_kinds().get(code)
    return str(kind.title) if kind else code
