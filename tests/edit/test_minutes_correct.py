"""Corrections of minutes that stand: added with a date, and only to such."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.after_meetings import (
    NOTES,
    UNJUDGED,
    data_faults,
    minutes,
    practice,
    text,
)
from tests.council import Council
from vrtool.edit.minutes_adjust import adjust
from vrtool.edit.minutes_correct import correct
from vrtool.edit.minutes_dispatch import Outgoing, dispatch
from vrtool.errors import CannotDo

ADJUSTED, DAY = date(2031, 10, 17), date(2031, 10, 22)


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    """Notes that chair and vice chair have adjusted."""
    council = practice(tmp_path)
    adjust(council.root, NOTES, ["regina-pahittad", "anna-exempel"], ADJUSTED)
    return council


def _refused(council: Council, key: str = NOTES, on: date = DAY) -> str:
    before = text(council, key)
    with pytest.raises(CannotDo) as caught:
        correct(council.root, key, "Så.", on)
    assert text(council, key) == before
    return str(caught.value).replace("\N{NO-BREAK SPACE}", " ")


def test_one_after_another_above_the_fingerprint(council: Council) -> None:
    before, _, prints = text(council, NOTES).partition("  fingerprint:\n")
    correct(council.root, NOTES, "Ska vara: årshjulet # för 2032.", DAY, "arshjul")
    correct(council.root, NOTES, "Två\nrader.", date(2031, 10, 23))
    assert text(council, NOTES) == (
        f"{before}  corrections:\n"
        "    - date: 2031-10-22\n"
        "      item: arshjul\n"
        "      text: 'Ska vara: årshjulet # för 2032.'\n"
        "    - date: 2031-10-23\n"
        "      text: |-\n        Två\n        rader.\n"
        f"  fingerprint:\n{prints}"
    )
    told = [(one.date, one.item, one.text) for one in minutes(council, NOTES).corrections]
    assert told == [
        (DAY, "arshjul", "Ska vara: årshjulet # för 2032."),
        (date(2031, 10, 23), None, "Två\nrader."),
    ]
    assert data_faults(council) == []


def test_the_same_again_writes_nothing(council: Council) -> None:
    assert len(correct(council.root, NOTES, "Så.", DAY, "arshjul")) == 1
    assert correct(council.root, NOTES, "Så.", DAY, "arshjul") == ()
    assert len(correct(council.root, NOTES, "Så.", DAY)) == 1
    assert len(minutes(council, NOTES).corrections) == 2


def test_before_all_have_adjusted_the_file_is_edited_instead(tmp_path: Path) -> None:
    council = practice(tmp_path)
    expected = (
        "Minnesanteckningarna från ordföranderådet 10 oktober 2031 är inte justerade än. Ändra i "
        "stället direkt i data/meetings/or-2031-07.yaml."
    )
    assert _refused(council) == expected
    adjust(council.root, NOTES, ["regina-pahittad"], ADJUSTED)
    assert _refused(council) == expected


def test_where_nobody_adjusts_they_stand_once_they_are_out(council: Council) -> None:
    assert "är inte justerade än." in _refused(council, UNJUDGED, date(2031, 11, 25))
    dispatch(council.root, UNJUDGED, Outgoing(date(2031, 11, 21)))
    assert correct(council.root, UNJUDGED, "Så.", date(2031, 11, 25))
    assert "före mötet 14 november 2031. Rätta dagen." in _refused(
        council, UNJUDGED, date(2031, 11, 13)
    )


def test_not_before_the_adjustment(council: Council) -> None:
    assert _refused(council, on=date(2031, 10, 16)) == (
        "Minnesanteckningarna från ordföranderådet 10 oktober 2031 kan inte ha rättats "
        "16 oktober 2031, före justeringen 17 oktober 2031. Rätta dagen."
    )
    assert correct(council.root, NOTES, "Så.", ADJUSTED)
