"""Minutes recorded as sent out: to whom, when, and only once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.after_meetings import NOTES, added, change, data_faults, minutes, practice, text
from tests.council import Council
from vrtool.edit.minutes_adjust import adjust
from vrtool.edit.minutes_dispatch import Outgoing, dispatch
from vrtool.errors import CannotDo

DAY = date(2031, 10, 20)


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return practice(tmp_path)


def _refused(council: Council, outgoing: Outgoing) -> str:
    before = text(council, NOTES)
    with pytest.raises(CannotDo) as caught:
        dispatch(council.root, NOTES, outgoing)
    assert text(council, NOTES) == before
    return str(caught.value).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("outgoing", "written"),
    [
        (Outgoing(DAY), "  dispatched: 2031-10-20\n"),
        (
            Outgoing(DAY, ("attrappas", "demoholm")),
            "  dispatched:\n    date: 2031-10-20\n    to: [attrappas, demoholm]\n",
        ),
        (
            Outgoing(DAY, None, ("Länsmuseet", "Bolaget: det nya, AB")),
            (
                "  dispatched:\n    date: 2031-10-20\n    to: all\n    others:\n"
                "      - Länsmuseet\n      - 'Bolaget: det nya, AB'\n"
            ),
        ),
    ],
)
def test_as_short_as_it_can_be_written(council: Council, outgoing: Outgoing, written: str) -> None:
    before = text(council, NOTES)
    assert len(dispatch(council.root, NOTES, outgoing)) == 1
    assert added(council, NOTES, before) == written
    assert minutes(council, NOTES).dispatched == outgoing.record
    assert data_faults(council) == []


def test_it_stands_between_adjustment_and_fingerprint(council: Council) -> None:
    adjust(council.root, NOTES, ["regina-pahittad", "anna-exempel"], date(2031, 10, 17))
    dispatch(council.root, NOTES, Outgoing(DAY))
    assert "      date: 2031-10-17\n  dispatched: 2031-10-20\n  fingerprint:\n" in text(
        council, NOTES
    )
    assert data_faults(council) == []


def test_the_same_again_writes_nothing(council: Council) -> None:
    outgoing = Outgoing(DAY, ("attrappas",), ("Länsmuseet",))
    dispatch(council.root, NOTES, outgoing)
    assert dispatch(council.root, NOTES, outgoing) == ()


@pytest.mark.parametrize(
    "outgoing",
    [Outgoing(date(2031, 10, 21)), Outgoing(DAY, ("demoholm",)), Outgoing(DAY, None, ("X",))],
)
def test_what_is_told_already_is_not_told_otherwise(council: Council, outgoing: Outgoing) -> None:
    dispatch(council.root, NOTES, Outgoing(DAY))
    assert _refused(council, outgoing) == (
        "Det är redan antecknat att minnesanteckningarna från ordföranderådet 10 oktober 2031 "
        "sändes ut 20 oktober 2031. Vill du bara ha utkasten igen: vr minutes dispatch or-2031-07 "
        "--mail-only. Var det fel, rätta dispatched i data/meetings/or-2031-07.yaml."
    )


def test_not_before_the_meeting(council: Council) -> None:
    assert _refused(council, Outgoing(date(2031, 10, 9))).endswith(
        "kan inte ha sänts ut 9 oktober 2031, före mötet. Rätta dagen."
    )


def test_not_what_is_not_written(council: Council) -> None:
    before, _, _ = text(council, NOTES).partition("minutes:\n")
    council.write(f"meetings/{NOTES}.yaml", before)
    assert _refused(council, Outgoing(DAY)).endswith(
        "är inte skrivna än. Börja med vr minutes start or-2031-07 och fyll i "
        "data/meetings/or-2031-07.yaml."
    )


def test_not_of_a_cancelled_meeting(council: Council) -> None:
    change(council, NOTES, "mode: hybrid", "mode: hybrid\ncancelled: {reason: Storm.}")
    assert _refused(council, Outgoing(DAY)).endswith("är inställt: Storm.")
