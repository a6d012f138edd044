"""Holidays: from the table where it reaches, else from the library it was made from."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from importlib import resources

import pytest

from vrtool.days_off import TABLE, TABLED_YEARS, holiday, knows_holidays, looked_up, table

MEETING = date(2022, 2, 11)


def test_holidays_hold_the_eves_people_are_free_and_no_ordinary_sunday() -> None:
    assert holiday(date(2022, 6, 24), "SE") == "Midsommarafton"
    assert holiday(date(2022, 12, 24), "SE") == "Julafton"
    assert holiday(date(2022, 6, 6), "SE") == "Nationaldagen"
    assert holiday(MEETING, "SE") is None
    sundays = [date(2020, 1, 5) + timedelta(weeks=week) for week in range(52)]
    assert {name for day in sundays if (name := holiday(day, "SE"))} == {"Påskdagen", "Pingstdagen"}


def test_two_holidays_on_a_day_are_both_named_and_other_countries_have_theirs() -> None:
    assert holiday(date(2008, 5, 1), "SE") == "Första maj och Kristi himmelsfärdsdag"
    assert holiday(date(2022, 1, 6), "FI") == "Trettondag"
    with pytest.raises(ValueError, match="landet ”XX” är inte kända"):
        holiday(MEETING, "XX")


def test_the_table_says_what_the_library_says() -> None:
    assert resources.files("vrtool").joinpath(TABLE).read_text(encoding="utf-8") == table()


def test_the_years_around_the_table_are_looked_up() -> None:
    before, after = TABLED_YEARS.start - 1, TABLED_YEARS.stop
    assert holiday(date(before, 12, 24), "SE") == holiday(date(after, 12, 24), "SE") == "Julafton"
    assert looked_up("SE", 2022)[date(2022, 6, 24)] == holiday(date(2022, 6, 24), "SE")


def test_which_countries_are_known() -> None:
    assert knows_holidays("SE")
    assert knows_holidays("FI")
    assert not knows_holidays("XX")


def test_the_library_is_not_loaded_for_what_the_table_holds() -> None:
    program = (
        "import sys, datetime; from vrtool.days_off import holiday, knows_holidays;"
        "knows_holidays('SE'); holiday(datetime.date(2022, 6, 6), 'SE');"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
