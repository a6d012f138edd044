"""Deadlines move back to a day when people work."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrtool.planning.working_days import days_before, is_working_day, last_working_day


@pytest.mark.parametrize(
    ("day", "days", "last"),
    [
        (date(2032, 12, 10), 7, date(2032, 12, 3)),
        (date(2032, 12, 12), 7, date(2032, 12, 3)),  # a Sunday
        (date(2032, 1, 13), 7, date(2032, 1, 5)),  # Twelfth Day, on a Tuesday
        (date(2032, 1, 8), 7, date(2031, 12, 30)),  # New Year's Day, and its eve
        (date(2032, 4, 5), 7, date(2032, 3, 25)),  # Easter Monday back to Maundy Thursday
        (date(2032, 6, 26), 1, date(2032, 6, 24)),  # Midsummer Eve
    ],
)
def test_a_day_off_moves_a_deadline_back(day: date, days: int, last: date) -> None:
    assert days_before(day, days, "SE") == last


def test_of_a_country_unknown_only_weekends_are_off() -> None:
    assert is_working_day(date(2032, 1, 6), "XX")
    assert last_working_day(date(2032, 1, 4), "XX") == date(2032, 1, 2)


@given(st.dates(date(2001, 1, 1), date(2059, 12, 31)))
def test_the_last_working_day_is_one_and_nothing_lies_between(day: date) -> None:
    last = last_working_day(day, "SE")
    assert last <= day
    assert is_working_day(last, "SE")
    between = range(last.toordinal() + 1, day.toordinal() + 1)
    assert not any(is_working_day(date.fromordinal(n), "SE") for n in between)
