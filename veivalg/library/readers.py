"""Who reads: what the shelf is arranged by. Nobody has to tell anything; without an account nothing is known."""

from __future__ import annotations

from dataclasses import dataclass

from veivalg.institutions.members import Member
from veivalg.institutions.models import Institution, Person


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the shelf: their person and institution, both None without an account."""

    person: Person | None = None
    institution: Institution | None = None

    @property
    def institution_kind(self) -> str:
        return self.institution.kind if self.institution else ""


def reader_of(member: Member | None) -> Reader:
    return Reader(member.person, member.institution) if member else Reader()
