"""Times known roughly: read strictly, compared only where that is certain, written in Swedish."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrtool.rough_dates import RoughDate, RoughSpan, swedish_time

POINTS = st.builds(
    lambda day, parts: RoughDate(*(day.year, day.month, day.day)[:parts]),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(1, 3),
)
NBSP = "\N{NO-BREAK SPACE}"


def _span(text: str) -> RoughSpan:
    return RoughSpan.parse(text)


# Reading


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2017-03", date(2017, 3, 1), date(2017, 3, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017-03-14", date(2017, 3, 14), date(2017, 3, 14)),
    ],
)
def test_a_rough_date_is_as_long_as_it_is_rough(text: str, first: date, last: date) -> None:
    point = RoughDate.parse(text)
    assert (point.first, point.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("17", "skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”17”"),
        ("2017-3", "skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”2017-3”"),
        ("mars 2017", "skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”mars 2017”"),
        ("2017-03-1\n", "skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”2017-03-1\n”"),
        ("x" * 50, f"skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”{'x' * 39}…”"),
        ("2017-13", "tiden 2017-13 finns inte"),
        ("1899", "tiden 1899 finns inte"),
        ("2017-02-29", "datumet 2017-02-29 finns inte: februari 2017 har 28 dagar"),
        ("٢٠١٧", "skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”٢٠١٧”"),
    ],
)
def test_what_is_no_time_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError) as told:  # noqa: PT011 - the message is what is held below
        RoughDate.parse(text)
    assert str(told.value) == message


def test_a_span_that_certainly_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^tiden 2017-05/2017-04 slutar innan den börjar$"):
        _span("2017-05/2017-04")


@pytest.mark.parametrize("text", ["2017-05/2017", "2017/2017-05", "2017-05-20/2017-05"])
def test_a_span_that_may_run_forwards_is_taken(text: str) -> None:
    assert str(_span(text)) == text


@pytest.mark.parametrize("text", ["2017/", "/2017", "2017/2018/2019", ""])
def test_a_span_has_two_ends(text: str) -> None:
    with pytest.raises(ValueError, match="skriv tiden"):
        _span(text)


@given(POINTS, POINTS)
def test_what_is_written_reads_back_the_same(one: RoughDate, other: RoughDate) -> None:
    start, end = (one, other) if one.first <= other.last else (other, one)
    assert RoughDate.parse(str(one)) == one
    assert _span(str(RoughSpan(start, end))) == RoughSpan(start, end)
    assert _span(str(one)).single


# Comparing


@pytest.mark.parametrize(
    ("one", "other", "begins_before", "ends_after"),
    [
        ("2017-03", "2017-04", True, False),
        ("2017-04", "2017-03", False, True),
        ("2017-03", "2017-03", False, False),
        ("2017", "2017-03", False, False),
        ("2016", "2017-03", True, False),
        ("2017-03/2017-06", "2017-04", True, True),
        ("2017-03-31", "2017-04-01", True, False),
        ("2017-04-01", "2017-03", False, True),
    ],
)
def test_times_are_compared_as_far_as_they_reach(
    one: str, other: str, *, begins_before: bool, ends_after: bool
) -> None:
    mine, theirs = _span(one), _span(other)
    assert mine.begins_before(theirs) is begins_before
    assert mine.ends_after(theirs) is ends_after


@given(POINTS, POINTS)
def test_of_two_times_only_one_can_certainly_be_first(one: RoughDate, other: RoughDate) -> None:
    mine, theirs = RoughSpan(one, one), RoughSpan(other, other)
    assert not (mine.begins_before(theirs) and theirs.begins_before(mine))
    assert mine.begins_before(theirs) == theirs.ends_after(mine)


# In words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018", "2018"),
        ("2017-03", "mars~2017"),
        ("2017-01-25", "25~januari~2017"),
        ("2017/2018", "2017–2018"),
        ("2017-01/2017-05", "januari–maj~2017"),
        ("2016-11/2017-03", "november~2016–mars~2017"),
        ("2015-01-23/2015-10-23", "23~januari–23~oktober~2015"),
        ("2015-01-23/2015-01-24", "23–24~januari~2015"),
        ("2016-11-16/2017", "16~november~2016–2017"),
        ("2016/2017-03", "2016–mars~2017"),
        ("2017-03/2017-04-02", "mars~2017–2~april~2017"),
        ("2017-03-02/2017-03-02", "2~mars~2017"),
    ],
)
def test_a_time_in_words(text: str, words: str) -> None:
    assert swedish_time(_span(text)) == words.replace("~", NBSP)
