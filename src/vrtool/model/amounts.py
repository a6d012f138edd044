"""Amounts, shares and rates as they are written in files; exact, never floating-point."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypeAlias

from pydantic import Field, PlainSerializer, PlainValidator

from vrtool.model.base import Count, text_only

_GAP = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_NUMBER = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}}){{1,3}}|[0-9]{{1,12}})"
    r"(?:(?P<mark>[.,])(?P<decimals>[0-9]{1,3}))?"
)
_PERCENT = re.compile(
    rf"(?P<sign>[-−]?)(?P<whole>[0-9]{{1,3}})([.,](?P<decimals>[0-9]{{1,6}}))?{_GAP}?%"
)
_FRACTION = re.compile(r"(?P<part>[0-9]{1,3})/(?P<whole>[0-9]{1,3})")
_DAY_OF_YEAR = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_THOUSAND = 3
_COMMON_YEAR = 2001


def parse_amount(text: str) -> Decimal:
    """Read "1345", "1 345" or "130,5"; raises ValueError (Swedish).

    A point before three digits is refused: 1.345 may be meant as a thousand or as a good one.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(f"”{text}” är inget belopp: skriv det som 1345, 1 345 eller 130,5")
    whole, decimals = re.sub(r"[^0-9]", "", found["whole"]), found["decimals"] or ""
    if found["mark"] == "." and len(decimals) == _THOUSAND:
        raise ValueError(
            f"”{text}” kan läsas på två sätt: skriv {whole}{decimals} eller {whole},{decimals}"
        )
    return Decimal(f"{whole}.{decimals or 0}")


def parse_percent(text: str) -> Decimal:
    """Read "2,4 %", "-0.3%" as percentages: 2.4, -0.3; raises ValueError (Swedish)."""
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise ValueError(f"”{text}” är ingen procentsats: skriv den som 2,4 %")
    sign = "-" if found["sign"] else ""
    return Decimal(f"{sign}{found['whole']}.{found['decimals'] or 0}")


def parse_share(text: str) -> Fraction:
    """Read "50 %" or "2/3" as a part of the whole, above 0 and at most 1.

    Raises ValueError (Swedish).
    """
    share = _fraction(text)
    if share is None:
        raise ValueError(f"”{text}” är ingen andel: skriv den som 50 % eller 2/3")
    if not 0 < share <= 1:
        raise ValueError(f"”{text}” är ingen del av det hela: den ska vara över 0 och högst 100 %")
    return share


def _fraction(text: str) -> Fraction | None:
    if found := _FRACTION.fullmatch(text):
        whole = int(found["whole"])
        return Fraction(int(found["part"]), whole) if whole else None
    if _PERCENT.fullmatch(text):
        return Fraction(parse_percent(text)) / 100
    return None


def _day_of_year(text: str) -> str:
    found = _DAY_OF_YEAR.fullmatch(text)
    try:
        day = date(_COMMON_YEAR, int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"”{text}” är ingen dag som finns varje år: skriv den som MM-DD")
    return text


def _people(text: str) -> int:
    number = parse_amount(text)
    if number != number.to_integral_value():
        raise ValueError(f"”{text}” är inget antal människor")
    return int(number)


Amount: TypeAlias = Annotated[
    Decimal,
    PlainValidator(lambda value: parse_amount(text_only(value, "ett belopp"))),
    PlainSerializer(str, return_type=str),
]
Percent: TypeAlias = Annotated[
    Decimal,
    PlainValidator(lambda value: parse_percent(text_only(value, "en procentsats"))),
    PlainSerializer(str, return_type=str),
]
Share: TypeAlias = Annotated[
    Fraction,
    PlainValidator(lambda value: parse_share(text_only(value, "en andel"))),
    PlainSerializer(str, return_type=str),
]
DayOfYear: TypeAlias = Annotated[
    str, PlainValidator(lambda value: _day_of_year(text_only(value, "en dag")))
]
"""A day that comes every year, as MM-DD."""
People: TypeAlias = Annotated[
    int, PlainValidator(lambda value: _people(text_only(value, "ett antal människor")))
]
Year: TypeAlias = Annotated[Count, Field(ge=1900, le=2199)]
