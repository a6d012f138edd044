"""Holidays by country, eves that stop work included.

The `holidays` library knows them. Since it imports every country of the world at once, the years
and countries a council is likely to ask about lie in a table made from it beforehand.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib import resources

from vrtool.dates import WEEKDAYS, is_weekend, swedish_weekday

TABLE = "days_off.json"
TABLED_COUNTRIES = ("SE",)
TABLED_YEARS = range(2000, 2061)


def holiday(day: date, country: str) -> str | None:
    """The Swedish name of the holiday that falls on the day; None for any other day.

    `country` is an ISO 3166 code such as "SE". An ordinary Sunday is no holiday. Raises ValueError
    with a Swedish message for a country whose holidays are unknown.
    """
    if country in TABLED_COUNTRIES and day.year in TABLED_YEARS:
        return _table()[country].get(day.isoformat())
    return looked_up(country, day.year).get(day)


def off_work(day: date, country: str) -> str | None:
    """Why people are not at work on the day: *en lördag*, *långfredagen*; None where they are.

    Of a country whose holidays are not known only weekends count.
    """
    if is_weekend(day):
        return f"en {swedish_weekday(day)}"
    name = holiday(day, country) if knows_holidays(country) else None
    return name.lower() if name else None


@cache
def knows_holidays(country: str) -> bool:
    """Whether the holidays of a country (ISO 3166) are known."""
    if country in TABLED_COUNTRIES:
        return True
    import holidays  # noqa: PLC0415 - imports 250 countries, and the table mostly answers

    return country in holidays.list_supported_countries(include_aliases=False)


def table() -> str:
    """The table as it should lie in the package, looked up anew."""
    found = {
        country: {
            day.isoformat(): name
            for year in TABLED_YEARS
            for day, name in sorted(looked_up(country, year).items())
        }
        for country in TABLED_COUNTRIES
    }
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


@cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("vrtool").joinpath(TABLE).read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


@cache
def looked_up(country: str, year: int) -> dict[date, str]:
    """A country's holidays of a year as the library has them. Raises ValueError as `holiday`."""
    import holidays  # noqa: PLC0415 - see above

    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        raise ValueError(f"helgdagarna i landet ”{country[:40]}” är inte kända") from None
    language = next((tag for tag in known.supported_languages if tag.startswith("sv")), None)
    categories = tuple({"public", "de_facto"} & set(known.supported_categories))
    found = holidays.country_holidays(country, years=year, language=language, categories=categories)
    named = ((day, _without_weekdays(found.get_list(day))) for day in found)
    return {day: names for day, names in named if names}


def _without_weekdays(names: list[str]) -> str:
    """Some countries and releases list every Sunday by the weekday's name."""
    return " och ".join(name for name in sorted(names) if name.casefold() not in WEEKDAYS)
