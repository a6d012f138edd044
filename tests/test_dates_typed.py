"""Days and hours as a person types them, read forgivingly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from tests.test_dates import DAYS
from vrtool.dates import MONTHS, DayPattern, forgiving_day, forgiving_hours


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("2022-02-11", DayPattern(2022, 2, 11)),
        ("2022-2-11", DayPattern(2022, 2, 11)),
        ("2022-02", DayPattern(2022, 2)),
        ("2022", DayPattern(2022)),
        ("11feb", DayPattern(None, 2, 11)),
        ("11 Feb.", DayPattern(None, 2, 11)),
        ("11\xa0februari\xa02022", DayPattern(2022, 2, 11)),
        ("11feb2022", DayPattern(2022, 2, 11)),
        ("feb 2022", DayPattern(2022, 2)),
        ("sept", DayPattern(None, 9)),
        ("11/2", DayPattern(None, 2, 11)),
        ("11/2 2022", DayPattern(2022, 2, 11)),
        ("29 feb", DayPattern(None, 2, 29)),
    ],
)
def test_a_person_may_write_a_day_in_many_ways(text: str, pattern: DayPattern) -> None:
    assert forgiving_day(text) == pattern


@pytest.mark.parametrize(
    "text", ["", "imorgon", "11fe", "11 may", "11/2/3", "fredag", "11,2", "²/2"]
)
def test_what_no_day_can_be_made_of(text: str) -> None:
    with pytest.raises(ValueError, match="förstår inte dagen"):
        forgiving_day(text)


@pytest.mark.parametrize("text", ["31feb", "29 feb 2022", "11/13", "0 maj", "2022-00", "0000"])
def test_a_day_that_no_year_has(text: str) -> None:
    with pytest.raises(ValueError, match="finns inte"):
        forgiving_day(text)


@given(DAYS, DAYS)
def test_a_pattern_matches_the_day_it_was_made_from_and_no_other(day: date, other: date) -> None:
    name = MONTHS[day.month - 1]
    for text in (f"{day}", f"{day.day} {name} {day.year}", f"{day.day}/{day.month} {day.year}"):
        assert forgiving_day(text).matches(day)
        assert forgiving_day(text).matches(other) == (day == other)
    yearly = forgiving_day(f"{day.day}{name[:3]}")
    assert yearly.matches(other) == ((day.month, day.day) == (other.month, other.day))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("13-15", "13:00–15:00"),
        (" 9 – 10.30", "09:00–10:30"),
        ("kl. 13.30 till 15", "13:30–15:00"),
        ("Kl 8:15-24", "08:15–24:00"),
        ("13:00–15:00", "13:00–15:00"),
    ],
)
def test_hours_are_read_as_they_are_typed(text: str, hours: str) -> None:
    assert str(forgiving_hours(text)) == hours


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("15-13", "sluttiden 13:00 måste vara senare än starttiden 15:00"),
        ("13-25", "klockslaget 25:00 finns inte"),
        ("13", "skriv tiden som 13:00–15:00, inte ”13”"),
        ("13 15", "skriv tiden som"),
        ("1315-15", "skriv klockslag som TT:MM"),
    ],
)
def test_typed_hours_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        forgiving_hours(text)
