"""A person's own positions, and what follows from them: the phase, leave, and whether the offering is open to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils import timezone

from veivalg.institutions.access import live_on
from veivalg.institutions.models import Affiliation, Institution, Membership, Person
from veivalg.institutions.phases import Limits, Phase, PhaseView, Stretch, Term, joined, phase_on
from veivalg.institutions.roles import Role


def terms_of(affiliations: Iterable[Affiliation]) -> list[Term]:
    """Positions, with their leaves at hand, as the phases read them."""
    return counted([(row.kind, term_of(row)) for row in affiliations])


def term_of(row: Affiliation) -> Term:
    leaves = tuple(Stretch(leave.starts_on, leave.ends_on) for leave in row.leaves.all())
    return Term(f"{row.institution_id} {row.kind}", row.starts_on, row.ends_on, leaves)


def counted(found: Iterable[tuple[str, Term]]) -> list[Term]:
    """Guest stays count only where there is nothing else."""
    found = list(found)
    own = [term for kind, term in found if kind != Affiliation.Kind.GUEST]
    return own or [term for _kind, term in found]


def phase_of(
    person: Person, *, affiliations: Iterable[Affiliation] | None = None, institution: Institution | None = None
) -> PhaseView:
    """The phase the person is in today and why: by the limits of the institution where they act.

    One query, none where the caller has the affiliations with their leaves at hand.
    """
    terms = joined_terms(person) if affiliations is None else terms_of(affiliations)
    chosen = Phase(person.chosen_phase) if person.chosen_phase else None
    return phase_on(timezone.localdate(), terms, limits_of(institution), chosen)


def joined_terms(person: Person) -> list[Term]:
    """The same in one query, for the page that everybody opens first: a row per stretch of leave, put together here."""
    columns = ("pk", "institution", "kind", "starts_on", "ends_on", "leaves__starts_on", "leaves__ends_on")
    found: dict[int, tuple[str, Term]] = {}
    rows = Affiliation.objects.owned_by(person).order_by("pk").values_list(*columns)
    for pk, place, kind, starts_on, ends_on, away_from, away_until in rows:
        _kind, term = found.get(pk) or (kind, Term(f"{place} {kind}", starts_on, ends_on))
        if away_from:
            term = replace(term, leaves=(*term.leaves, Stretch(away_from, away_until)))
        found[pk] = kind, term
    return counted(found.values())


def derived_phase(affiliations: Iterable[Affiliation], institution: Institution | None) -> PhaseView:
    """What the dates alone say, whatever the person has chosen."""
    return phase_on(timezone.localdate(), terms_of(affiliations), limits_of(institution))


def limits_of(institution: Institution | None) -> Limits:
    return Limits(institution.start_months, institution.onward_months) if institution else Limits()


def on_leave(person: Person, day: date) -> bool:
    """Whether the person is away on that day. Leave gives full access and pauses reminders unless wanted."""
    return Affiliation.objects.owned_by(person).filter(leaves__starts_on__lte=day, leaves__ends_on__gte=day).exists()


def may_use_offering(person: Person, institution: Institution, on: date) -> bool:
    """Whether the institution's offering is open to the person on a day.

    Open while a position runs, and for as many months after the last one as the institution has settled. Somebody who
    has stated no position yet may use it while they hold the role of a researcher there.
    """
    rows = Affiliation.objects.owned_by(person).filter(institution=institution).prefetch_related("leaves")
    lines = joined(terms_of(rows))
    if not lines:
        researcher = Membership.objects.owned_by(person).filter(
            live_on(on), institution=institution, role=Role.RESEARCHER
        )
        return researcher.exists()
    if any(ends_on is None for _starts_on, ends_on in lines):
        return True
    last = max(ends_on for _starts_on, ends_on in lines if ends_on)
    return on <= months_later(last, institution.months_after_end)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month.

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    first_after = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last_day = (first_after - date.resolution).day
    return date(day.year + years, month + 1, min(day.day, last_day))


def needs_position(person: Person, institution: Institution | None) -> bool:
    """Whether a researcher has not said yet which position they hold here."""
    if institution is None:
        return False
    return not Affiliation.objects.owned_by(person).filter(institution=institution).exists()
