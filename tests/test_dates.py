"""Days, clocks and spans, against real meetings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrtool.dates import (
    Clock,
    Hours,
    Span,
    is_weekend,
    parse_day,
    swedish_clock,
    swedish_date,
    swedish_hours,
    swedish_period,
    swedish_weekday,
)

MEETING = date(2022, 2, 11)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CLOCKS = st.integers(0, 24 * 60).map(Clock)


def test_a_date_is_written_out_and_holds_together() -> None:
    assert swedish_date(MEETING, weekday=True) == "fredagen den 11\xa0februari\xa02022"
    assert swedish_date(MEETING) == "11\xa0februari\xa02022"
    assert swedish_date(MEETING, year=False) == "11\xa0februari"


def test_weekdays() -> None:
    assert swedish_weekday(MEETING) == "fredag"
    assert swedish_weekday(date(2020, 11, 8), definite=True) == "söndagen"


@pytest.mark.parametrize(
    ("first", "last", "plain", "with_weekday"),
    [
        (
            date(2021, 6, 17),
            date(2021, 6, 18),
            "17–18 juni 2021",
            "torsdagen den 17 och fredagen den 18 juni 2021",
        ),
        (
            date(2021, 6, 30),
            date(2021, 7, 1),
            "30 juni–1 juli 2021",
            "onsdagen den 30 juni och torsdagen den 1 juli 2021",
        ),
        (
            date(2021, 12, 30),
            date(2022, 1, 2),
            "30 december 2021–2 januari 2022",
            "torsdagen den 30 december 2021 till söndagen den 2 januari 2022",
        ),
        (MEETING, MEETING, "11 februari 2022", "fredagen den 11 februari 2022"),
        (
            date(2021, 6, 17),
            date(2022, 6, 17),
            "17 juni 2021–17 juni 2022",
            "torsdagen den 17 juni 2021 till fredagen den 17 juni 2022",
        ),
    ],
)
def test_a_period_names_month_and_year_once(
    first: date, last: date, plain: str, with_weekday: str
) -> None:
    assert swedish_period(first, last).replace("\xa0", " ") == plain
    assert swedish_period(first, last, weekday=True).replace("\xa0", " ") == with_weekday


def test_a_period_can_leave_out_the_year_and_cannot_run_backwards() -> None:
    assert swedish_period(date(2021, 6, 30), date(2021, 7, 1), year=False) == (
        "30\xa0juni–1\xa0juli"
    )
    with pytest.raises(ValueError, match="slutar innan den börjar"):
        swedish_period(date(2021, 7, 1), date(2021, 6, 30))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("10:00", 600), ("9:00", 540), ("09.30", 570), ("00:00", 0), ("23:59", 1439), ("24:00", 1440)],
)
def test_a_clock_is_read(text: str, minutes: int) -> None:
    assert Clock.parse(text) == Clock(minutes)


@pytest.mark.parametrize("text", ["25:00", "24:01", "9:60", "99:99"])
def test_a_clock_that_does_not_exist(text: str) -> None:
    with pytest.raises(ValueError, match=f"^klockslaget {text} finns inte: dygnet är 00:00–24:00$"):
        Clock.parse(text)


@pytest.mark.parametrize(
    "text", ["10", "", "10:0", "1_0:00", "١٠:٠٠", "10:00\n", "-1:00", "10:000"]
)
def test_what_is_no_clock(text: str) -> None:
    with pytest.raises(ValueError, match="skriv klockslag som TT:MM"):
        Clock.parse(text)


def test_minutes_must_fit_in_a_day() -> None:
    with pytest.raises(ValueError, match="ryms inte på ett dygn"):
        Clock(1441)
    with pytest.raises(ValueError, match="ryms inte på ett dygn"):
        Clock(-1)


@given(CLOCKS)
def test_a_clock_written_is_read_back(clock: Clock) -> None:
    assert Clock.parse(str(clock)) == clock
    assert Clock.parse(swedish_clock(clock)) == clock


@given(CLOCKS, CLOCKS)
def test_clocks_sort_by_time_and_hours_run_forwards(one: Clock, other: Clock) -> None:
    assert (one < other) == (one.minutes < other.minutes) == (str(one) < str(other))
    if one < other:
        assert Hours.parse(str(Hours(one, other))) == Hours(one, other)
    else:
        with pytest.raises(ValueError, match="måste vara senare än"):
            Hours(one, other)


@pytest.mark.parametrize(
    "text", ["13:00–15:00", "13:00-15:00", "13.00-15.00", "13:00 – 15:00", " 13.00 - 15:00 "]
)
def test_hours_are_read(text: str) -> None:
    hours = Hours.parse(text)
    assert hours == Hours(Clock(780), Clock(900))
    assert str(hours) == "13:00–15:00"
    assert swedish_hours(hours) == "kl.\xa013.00–15.00"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("13:00", "skriv tiden som 13:00–15:00"),
        ("13:00–15:00–16:00", "skriv tiden som 13:00–15:00"),
        ("13:00–25:00", "klockslaget 25:00 finns inte: dygnet är 00:00–24:00"),
        ("15:00–13:00", "sluttiden 13:00 måste vara senare än starttiden 15:00"),
        ("13–15", "skriv klockslag som TT:MM, inte ”13”"),
    ],
)
def test_hours_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Hours.parse(text)


def test_a_day_is_read_strictly() -> None:
    assert parse_day("2022-02-11") == MEETING
    assert parse_day("1900-01-01") == date(1900, 1, 1)
    assert parse_day("2199-12-31") == date(2199, 12, 31)


@pytest.mark.parametrize(
    "text",
    ["20220211", "2022-2-11", "2022-W06-5", "２０２２-０２-１１", "2022-02-11\n", " 2022-02-11"],
)
def test_other_ways_to_write_a_day_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="skriv datum som ÅÅÅÅ-MM-DD"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2022-12-32", "^datumet 2022-12-32 finns inte: december 2022 har 31 dagar$"),
        ("2022-13-01", "^datumet 2022-13-01 finns inte: månaderna är 01–12$"),
        ("2022-02-30", "^datumet 2022-02-30 finns inte: februari 2022 har 28 dagar$"),
        ("0000-01-01", "^årtalet i 0000-01-01 ligger utanför 1900–2199$"),
        ("1899-12-31", "ligger utanför 1900–2199"),
        ("2200-01-01", "ligger utanför 1900–2199"),
    ],
)
def test_days_that_cannot_be(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_day(text)


def test_a_message_stays_short_whatever_it_quotes() -> None:
    with pytest.raises(ValueError, match=r"^skriv datum.{1,80}$"):
        parse_day("x" * 1_000_000)


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), DAYS)
def test_a_span_holds_the_days_between(first: date | None, last: date | None, day: date) -> None:
    if first and last and last < first:
        with pytest.raises(ValueError, match="slutar innan den börjar"):
            Span(first, last)
        return
    span = Span(first, last)
    assert span.contains(day) == ((first is None or first <= day) and (last is None or day <= last))
    assert span.contains(day) == span.overlaps(Span(day, day)) == Span(day, day).overlaps(span)
    if first or last:
        assert Span.parse(str(span)) == span


def test_spans_meet_only_on_a_common_day() -> None:
    first = Span.parse("2019-01-01/2021-09-30")
    assert first.overlaps(Span.parse("2021-09-30/"))
    assert not first.overlaps(Span.parse("2021-10-01/"))
    assert not first.overlaps(Span.parse("/2018-12-31"))


@pytest.mark.parametrize(
    ("other", "common"),
    [
        ("2021-09-30/", "2021-09-30/2021-09-30"),
        ("/2019-06-30", "2019-01-01/2019-06-30"),
        ("2018-01-01/2022-01-01", "2019-01-01/2021-09-30"),
        ("2020-01-01/2020-12-31", "2020-01-01/2020-12-31"),
        ("2021-10-01/", None),
    ],
)
def test_what_two_spans_have_in_common(other: str, common: str | None) -> None:
    span, expected = Span.parse("2019-01-01/2021-09-30"), Span.parse(common) if common else None
    assert span.common(Span.parse(other)) == Span.parse(other).common(span) == expected


def test_two_spans_open_to_one_side_have_an_open_one_in_common() -> None:
    assert Span.parse("2019-01-01/").common(Span.parse("2020-01-01/")) == Span.parse("2020-01-01/")
    assert Span().common(Span()) == Span()


def test_a_year_is_contained_only_whole() -> None:
    span = Span.parse("2019-01-01/2021-09-30")
    assert [year for year in range(2017, 2024) if span.contains_year(year)] == [2019, 2020]
    assert Span.parse("2019-01-02/").contains_year(2019) is False
    assert Span.parse("/2019-12-31").contains_year(2019)


@pytest.mark.parametrize("text", ["", "/", "2019-01-01", "2019-01-01/2019-02-01/", "2019–2020"])
def test_spans_refused(text: str) -> None:
    with pytest.raises(ValueError, match="skriv "):
        Span.parse(text)


def test_weekends() -> None:
    week = [MEETING + timedelta(days=days) for days in range(7)]
    assert [day.day for day in week if is_weekend(day)] == [12, 13]
