"""Which phase a researcher is in, and why: start, underway or onward.

The framework names the phases and sets no limits in months. The limits here are the product's own proposal and settings
of the institution: start is the first months of the term; onward is its last months, or its last third where that is
shorter; onward beats start. Leave moves the end of the term. Where an employment and a doctoral agreement run side by
side, the one that ends last rules. Pure functions: no database, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Contracts that follow each other within a month are one line to the person who holds them.
LONGEST_GAP = timedelta(days=31)
DAYS_IN_A_MONTH = 365.25 / 12


class Phase(StrEnum):
    """The framework's three phases."""

    START = "start"
    UNDERWAY = "underway"
    ONWARD = "onward"


class Reason(StrEnum):
    """Why the product thinks so; the sentence for each stands with the page."""

    CHOSEN = "chosen"
    NO_TERM = "no-term"
    NOT_BEGUN = "not-begun"
    FIRST_MONTHS = "first-months"
    MIDDLE = "middle"
    LAST_MONTHS = "last-months"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, both ends included; `ends_on` is None where no end is known."""

    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Term:
    """One contract or agreement, with the leave in it. `line` keeps employment and doctoral agreement apart."""

    line: str
    starts_on: date
    ends_on: date | None
    leaves: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The institution's settings, in months."""

    start_months: int = 6
    onward_months: int = 12


@dataclass(frozen=True, slots=True)
class PhaseView:
    """The phase with its reason and the dates it rests on (None where there are none)."""

    phase: Phase
    reason: Reason
    starts_on: date | None = None
    ends_on: date | None = None


def phase_on(day: date, terms: Iterable[Term], limits: Limits, chosen: Phase | None = None) -> PhaseView:
    """The phase on `day`. What the person has chosen wins; the dates are told all the same."""
    whole = ruling_term(day, terms)
    if chosen:
        return PhaseView(chosen, Reason.CHOSEN, *(whole or (None, None)))
    if whole is None:
        return PhaseView(Phase.UNDERWAY, Reason.NO_TERM)
    starts_on, ends_on = whole
    phase, reason = place_in_term(day, starts_on, ends_on, limits)
    return PhaseView(phase, reason, starts_on, ends_on)


def place_in_term(day: date, starts_on: date, ends_on: date | None, limits: Limits) -> tuple[Phase, Reason]:
    """Where `day` falls in a term.

    >>> place_in_term(date(2026, 3, 1), date(2026, 1, 1), date(2028, 12, 31), Limits())
    (<Phase.START: 'start'>, <Reason.FIRST_MONTHS: 'first-months'>)
    """
    if ends_on is not None and day > ends_on:
        return Phase.ONWARD, Reason.ENDED
    if day < starts_on:
        return Phase.START, Reason.NOT_BEGUN
    if ends_on is not None and day > ends_on - onward_length(starts_on, ends_on, limits):
        return Phase.ONWARD, Reason.LAST_MONTHS
    if day < starts_on + months(limits.start_months):
        return Phase.START, Reason.FIRST_MONTHS
    return Phase.UNDERWAY, Reason.MIDDLE


def onward_length(starts_on: date, ends_on: date, limits: Limits) -> timedelta:
    """The last `onward_months`, or the last third of the term where that is shorter."""
    third = (ends_on - starts_on + timedelta(days=1)) / 3
    return min(months(limits.onward_months), timedelta(days=third.days))


def months(count: int) -> timedelta:
    """A number of months of average length, as days."""
    return timedelta(days=round(count * DAYS_IN_A_MONTH))


def ruling_term(day: date, terms: Iterable[Term]) -> tuple[date, date | None] | None:
    """First and last day of the line that ends last; a line without an end counts only where no other is running."""
    lines = [line for line in joined(terms) if line[0] <= day] or joined(terms)
    dated = [line for line in lines if line[1] is not None]
    running = [line for line in dated if line[1] is not None and line[1] >= day]
    if running:
        return max(running, key=lambda line: (line[1] or date.max, line[0]))
    open_ended = [line for line in lines if line[1] is None]
    if open_ended:
        return None
    return max(dated, key=lambda line: (line[1] or date.max, line[0]), default=None)


def joined(terms: Iterable[Term]) -> list[tuple[date, date | None]]:
    """Consecutive terms of one kind as one line, each end moved by the leave in it."""
    lines: list[tuple[str, date, date | None]] = []
    for term in sorted(terms, key=lambda term: (term.line, term.starts_on, term.ends_on or date.max)):
        ends_on = end_after_leave(term)
        if lines and follows(lines[-1], term):
            line, starts_on, before = lines[-1]
            later = None if before is None or ends_on is None else max(before, ends_on)
            lines[-1] = (line, starts_on, later)
        else:
            lines.append((term.line, term.starts_on, ends_on))
    return [(starts_on, ends_on) for _line, starts_on, ends_on in lines]


def follows(before: tuple[str, date, date | None], term: Term) -> bool:
    """Whether the term carries on the line."""
    line, _starts_on, ends_on = before
    return line == term.line and (ends_on is None or term.starts_on <= ends_on + LONGEST_GAP)


def end_after_leave(term: Term) -> date | None:
    """The end of the term moved by its days of leave, days counted once.

    >>> away = Stretch(date(2026, 2, 1), date(2026, 2, 10))
    >>> end_after_leave(Term("employment", date(2026, 1, 1), date(2026, 12, 31), (away,)))
    datetime.date(2027, 1, 10)
    """
    if term.ends_on is None:
        return None
    return term.ends_on + timedelta(days=days_away(term.leaves, term.starts_on))


def days_away(leaves: Sequence[Stretch], since: date) -> int:
    """Days of leave from `since` on; overlapping stretches count once, one without an end counts nothing."""
    days = 0
    covered_until = since - timedelta(days=1)
    for leave in sorted(leaves, key=lambda leave: leave.starts_on):
        if leave.ends_on is None:
            continue
        first = max(leave.starts_on, covered_until + timedelta(days=1))
        if first <= leave.ends_on:
            days += (leave.ends_on - first).days + 1
            covered_until = leave.ends_on
    return days
