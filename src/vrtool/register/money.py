"""Amounts and shares in Swedish: *1 066*, *130,5*, *63,6 %*, *2/3*."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from vrtool.model.costs import Unit
from vrtool.register.apportion import rounded
from vrtool.text import number

_NBSP = "\N{NO-BREAK SPACE}"
_MOST_PLACES = 3


def figure(kronor: int, unit: Unit, places: int) -> str:
    """An amount in the unit with so many decimals: *1 066*, *130,5*."""
    return _decimal(Fraction(kronor, unit.kronor), places)


def places_needed(amounts: Iterable[int], unit: Unit) -> int:
    """The fewest decimals with which every amount, in kronor, is told whole in the unit."""
    most = 0
    for kronor in amounts:
        while most < _MOST_PLACES and kronor * 10**most % unit.kronor:
            most += 1
    return most


def amount(kronor: int, unit: Unit) -> str:
    """An amount with its unit: *13 863 tkr*."""
    return f"{figure(kronor, unit, places_needed([kronor], unit))}{_NBSP}{unit.value}"


def percent_of(part: int, whole: int) -> str:
    """How much of the whole a part is, to one decimal: *63,6 %*. Raises ZeroDivisionError."""
    return f"{_decimal(Fraction(100 * part, whole), 1)}{_NBSP}%"


def percent(rate: Decimal) -> str:
    """A percentage as it was given: *2,4 %*, *−0,3 %*."""
    places = max(0, -int(rate.normalize().as_tuple().exponent))
    return f"{_decimal(Fraction(rate), places)}{_NBSP}%"


def share(part: Fraction) -> str:
    """A part of the whole: *50 %* where that is exact, else *2/3*."""
    hundredths = part * 100
    return f"{hundredths}{_NBSP}%" if hundredths.denominator == 1 else str(part)


def _decimal(value: Fraction, places: int) -> str:
    scaled = rounded(value * 10**places)
    sign, (whole, rest) = ("−" if scaled < 0 else ""), divmod(abs(scaled), 10**places)
    return f"{sign}{number(whole)}" + (f",{rest:0{places}}" if places else "")
