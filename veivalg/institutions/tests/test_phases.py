from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veivalg.institutions.phases import Limits, Phase, Reason, Stretch, Term, days_away, phase_on

POSTDOC = Term("employment", date(2025, 1, 1), date(2027, 12, 31))
AGREEMENT = Term("doctoral-agreement", date(2025, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("day", "phase", "reason"),
    [
        (date(2024, 12, 1), Phase.START, Reason.NOT_BEGUN),
        (date(2025, 1, 1), Phase.START, Reason.FIRST_MONTHS),
        (date(2025, 7, 1), Phase.START, Reason.FIRST_MONTHS),
        (date(2025, 7, 3), Phase.UNDERWAY, Reason.MIDDLE),
        (date(2026, 12, 31), Phase.UNDERWAY, Reason.MIDDLE),
        (date(2027, 1, 1), Phase.ONWARD, Reason.LAST_MONTHS),
        (date(2027, 12, 31), Phase.ONWARD, Reason.LAST_MONTHS),
        (date(2028, 1, 1), Phase.ONWARD, Reason.ENDED),
    ],
)
def test_a_term_of_three_years_is_walked_through(day, phase, reason):
    view = phase_on(day, [POSTDOC], Limits())
    assert (view.phase, view.reason) == (phase, reason)


def test_in_a_short_term_onward_is_the_last_third_and_beats_start():
    short = Term("employment", date(2026, 1, 1), date(2026, 6, 30))
    assert phase_on(date(2026, 4, 15), [short], Limits()).phase == Phase.START
    assert phase_on(date(2026, 5, 15), [short], Limits()).phase == Phase.ONWARD


def test_leave_moves_the_end():
    away = Term("employment", POSTDOC.starts_on, POSTDOC.ends_on, (Stretch(date(2026, 1, 1), date(2026, 12, 31)),))
    view = phase_on(date(2027, 6, 1), [away], Limits())
    assert (view.phase, view.ends_on) == (Phase.UNDERWAY, date(2028, 12, 30))


def test_the_doctoral_agreement_rules_when_it_ends_last():
    assert phase_on(date(2027, 6, 1), [POSTDOC, AGREEMENT], Limits()).phase == Phase.UNDERWAY


def test_consecutive_contracts_are_one_line():
    first = Term("employment", date(2025, 1, 1), date(2025, 12, 31))
    second = Term("employment", date(2026, 1, 15), date(2028, 12, 31))
    view = phase_on(date(2026, 3, 1), [second, first], Limits())
    assert (view.phase, view.starts_on) == (Phase.UNDERWAY, date(2025, 1, 1))


def test_a_new_contract_after_a_long_break_starts_anew():
    first = Term("employment", date(2020, 1, 1), date(2022, 12, 31))
    second = Term("employment", date(2026, 1, 1), date(2028, 12, 31))
    assert phase_on(date(2026, 3, 1), [first, second], Limits()).phase == Phase.START


def test_without_dates_the_product_says_that_it_cannot_know():
    open_ended = Term("employment", date(2025, 1, 1), None)
    assert phase_on(date(2026, 1, 1), [open_ended], Limits()).reason == Reason.NO_TERM
    assert phase_on(date(2026, 1, 1), [], Limits()).reason == Reason.NO_TERM


def test_what_the_person_chose_wins():
    view = phase_on(date(2025, 2, 1), [POSTDOC], Limits(), chosen=Phase.ONWARD)
    assert (view.phase, view.reason, view.ends_on) == (Phase.ONWARD, Reason.CHOSEN, POSTDOC.ends_on)


days = st.dates(date(2020, 1, 1), date(2032, 1, 1))
stretches = st.builds(lambda a, n: Stretch(a, a + timedelta(days=n)), days, st.integers(0, 400))


@given(st.lists(stretches, max_size=5), st.integers(30, 2000))
def test_days_of_leave_are_counted_once_and_never_move_an_end_backwards(leaves, length):
    distinct = {
        leave.starts_on + timedelta(days=n)
        for leave in leaves
        for n in range(((leave.ends_on or leave.starts_on) - leave.starts_on).days + 1)
        if leave.starts_on + timedelta(days=n) >= POSTDOC.starts_on
    }
    assert days_away(leaves, POSTDOC.starts_on) == len(distinct)


@given(st.integers(0, 2000), st.integers(1, 2000))
def test_phases_follow_each_other_and_never_go_back(length, step):
    term = Term("employment", date(2025, 1, 1), date(2025, 1, 1) + timedelta(days=length))
    order = [Phase.START, Phase.UNDERWAY, Phase.ONWARD]
    walked = [
        order.index(phase_on(term.starts_on + timedelta(days=day), [term], Limits()).phase)
        for day in range(0, length + 60, max(step, 7))
    ]
    assert walked == sorted(walked)
