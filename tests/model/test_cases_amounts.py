"""Amounts, percentages, shares and days of the year as they are written in files."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vrtool.model.amounts import DayOfYear, People, parse_amount, parse_percent, parse_share

NBSP, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("1345", "1345"),
        ("1 345", "1345"),
        (f"13{NBSP}863", "13863"),
        (f"1{THIN}234{THIN}567", "1234567"),
        ("130,5", "130.5"),
        ("130.5", "130.5"),
        ("130,500", "130.5"),
        ("1 345,25", "1345.25"),
        ("007", "7"),
    ],
)
def test_an_amount(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "1 34",
        "1345 678",
        "1,2345",
        "1,",
        ",5",
        "1e3",
        "1_000",
        "٣",
        "12 kr",
        " 1",
        "1\n",
        "9" * 13,
        "NaN",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="inget belopp: skriv det som 1345"):
        parse_amount(text)


def test_a_point_before_three_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="två sätt: skriv 1345 eller 1,345"):
        parse_amount("1.345")


@pytest.mark.parametrize(
    ("text", "rate"),
    [("2,4 %", "2.4"), ("2.4 %", "2.4"), ("-0.3%", "-0.3"), ("−1 %", "-1"), (f"100{NBSP}%", "100")],
)
def test_a_percentage(text: str, rate: str) -> None:
    assert parse_percent(text) == Decimal(rate)


@pytest.mark.parametrize("text", ["", "2,4", "%", "2,4 % ", "1000 %", "2,4 procent", "+1 %"])
def test_what_is_no_percentage(text: str) -> None:
    with pytest.raises(ValueError, match="ingen procentsats: skriv den som 2,4 %"):
        parse_percent(text)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("50 %", Fraction(1, 2)),
        ("2/3", Fraction(2, 3)),
        ("33,3 %", Fraction(333, 1000)),
        ("100 %", Fraction(1)),
        ("1/1", Fraction(1)),
    ],
)
def test_a_share(text: str, share: Fraction) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ingen andel"),
        ("0.5", "ingen andel"),
        ("1/0", "ingen andel"),
        ("-1/2", "ingen andel"),
        ("0 %", "över 0 och högst 100"),
        ("0/3", "över 0 och högst 100"),
        ("3/2", "över 0 och högst 100"),
        ("-50 %", "över 0 och högst 100"),
        ("100,1 %", "över 0 och högst 100"),
    ],
)
def test_what_is_no_share(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_share(text)


DAY: TypeAdapter[str] = TypeAdapter(DayOfYear)
PEOPLE: TypeAdapter[int] = TypeAdapter(People)


@pytest.mark.parametrize("text", ["01-01", "02-28", "12-31"])
def test_a_day_of_the_year(text: str) -> None:
    assert DAY.validate_python(text) == text


@pytest.mark.parametrize("text", ["02-29", "2-1", "13-01", "00-10", "04-31", "2031-02-01", "", 1])
def test_what_is_no_day_of_every_year(text: object) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(text)


def test_people_are_counted_whole() -> None:
    assert PEOPLE.validate_python("1 014 500") == 1_014_500
    with pytest.raises(ValidationError, match="inget antal människor"):
        PEOPLE.validate_python("12,5")


def _refusal(text: str, parse: Callable[[str], Decimal | Fraction]) -> str:
    try:
        return f"read as {parse(text)}"
    except ValueError as error:
        return str(error)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20), st.sampled_from([parse_amount, parse_percent, parse_share]))
def test_any_text_is_read_or_refused_in_swedish(
    text: str, parse: Callable[[str], Decimal | Fraction]
) -> None:
    assert _refusal(text, parse).startswith((f"”{text}” ", "read as "))


@settings(max_examples=100, deadline=None)
@given(st.decimals(0, 10**11, places=3))
def test_what_is_written_with_a_comma_is_read_as_it_was(amount: Decimal) -> None:
    assert parse_amount(f"{amount:.3f}".replace(".", ",")) == amount
