"""A meeting moved to another day, or cancelled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.edit.meetings import ID, MEETING, added, council, data_faults, known
from vrtool.edit.agendas import fix
from vrtool.edit.meetings import cancel, move
from vrtool.edit.notices import Notice, send
from vrtool.errors import CannotDo

TO = date(2031, 3, 21)
TWO_DAYS = MEETING.replace(
    "hours: 13:00–15:00\n",
    "to: 2031-03-15\nhours:\n  2031-03-14: 13:00–17:00  # första\n  2031-03-15: 09:00–12:00\n",
)
OTHER = "id: {}\nforum: {}\ndate: 2031-03-21\n{}"


def test_a_meeting_moved_keeps_its_id_and_says_why(tmp_path: Path) -> None:
    file = council(tmp_path)
    done = move(tmp_path, ID, TO, "Den 14 är klämdag: #1", date(2031, 3, 1))
    assert (done.files, done.meeting.date, done.remarks) == ((file,), TO, ())
    before = MEETING.replace("date: 2031-03-14", "date: 2031-03-21")
    assert added(before, file.read_text(encoding="utf-8")) == [
        *("moved:", "- from: 2031-03-14", "on: 2031-03-01", "reason: 'Den 14 är klämdag: #1'")
    ]
    assert data_faults(tmp_path) == []


def test_moved_again_it_tells_of_both_times(tmp_path: Path) -> None:
    council(tmp_path)
    move(tmp_path, ID, TO, "Snö.")
    move(tmp_path, ID, date(2032, 1, 9), "Mer snö.")
    meeting = known(tmp_path).meetings[ID]
    assert [(m.start, m.on, m.reason) for m in meeting.moved] == [
        (date(2031, 3, 14), None, "Snö."),
        (TO, None, "Mer snö."),
    ]
    assert data_faults(tmp_path) == []  # the id may keep the year it was given


def test_every_day_moves_along_with_its_hours(tmp_path: Path) -> None:
    council(tmp_path, TWO_DAYS)
    move(tmp_path, ID, date(2031, 3, 20), "Snö.")
    meeting = known(tmp_path).meetings[ID]
    assert (meeting.date, meeting.end) == (date(2031, 3, 20), TO)
    assert {day: str(hours) for day, hours in (meeting.hours or {}).items()} == {
        "2031-03-20": "13:00–17:00",
        "2031-03-21": "09:00–12:00",
    }


@pytest.mark.parametrize(
    ("other", "remarks"),
    [
        (("br-2031-01", "bredd", ""), ("21\xa0mars\xa02031 möts också breda rådet (br-2031-01).",)),
        (("br-2031-01", "bredd", "hours: 15:00–16:00\n"), ()),
        (("br-2031-01", "bredd", "cancelled: {reason: Snö.}\n"), ()),
    ],
)
def test_another_forum_that_day_is_told(
    tmp_path: Path, other: tuple[str, str, str], remarks: tuple[str, ...]
) -> None:
    council(tmp_path, MEETING, {f"meetings/{other[0]}.yaml": OTHER.format(*other)})
    assert move(tmp_path, ID, TO, "Snö.").remarks == remarks


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2031, 3, 22), "22\xa0mars\xa02031 är en lördag."),
        (date(2031, 6, 6), "6\xa0juni\xa02031 är nationaldagen."),
    ],
)
def test_a_day_off_is_told(tmp_path: Path, day: date, told: str) -> None:
    council(tmp_path)
    assert move(tmp_path, ID, day, "Snö.").remarks == (told,)


def _refused(root: Path, file: Path, to: date = TO) -> str:
    before = file.read_bytes()
    with pytest.raises(CannotDo) as raised:
        move(root, ID, to, "Snö.")
    assert file.read_bytes() == before
    return str(raised.value)


def test_the_forum_meets_once_a_day(tmp_path: Path) -> None:
    other = {"meetings/ra-2031-03.yaml": OTHER.format("ra-2031-03", "rad", "")}
    file = council(tmp_path, MEETING, other)
    assert "Rådet har redan ett möte 21\xa0mars\xa02031: ra-2031-03." in _refused(tmp_path, file)


def test_the_forum_must_stand_that_day(tmp_path: Path) -> None:
    file = council(tmp_path)
    structure = tmp_path / "data" / "structure.yaml"
    text = structure.read_text(encoding="utf-8")
    structure.write_text(
        text.replace("short: ra\n", "short: ra\n    to: 2031-03-20\n"), encoding="utf-8"
    )
    told = "Rådet finns inte 21\xa0mars\xa02031: se from och to i data/structure.yaml."
    assert _refused(tmp_path, file) == told


def test_what_was_done_before_it_stays_before(tmp_path: Path) -> None:
    file = council(tmp_path)
    fix(tmp_path, ID, date(2031, 3, 1))
    assert "fastställdes 1\xa0mars\xa02031, efter mötet" in _refused(
        tmp_path, file, date(2031, 2, 28)
    )
    send(tmp_path, ID, Notice(date(2031, 3, 4)))
    assert "gick ut 4\xa0mars\xa02031, efter mötet" in _refused(tmp_path, file, date(2031, 3, 3))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("minutes: {attendance: {present: [rut]}}\n", "är hållet"),
        ("cancelled: {reason: Snö.}\n", "Rådet 14\xa0mars\xa02031 är inställt: Snö."),
    ],
)
def test_what_is_over_is_neither_moved_nor_cancelled(tmp_path: Path, more: str, said: str) -> None:
    file = council(tmp_path, MEETING + more)
    assert said in _refused(tmp_path, file)
    with pytest.raises(CannotDo) as raised:
        cancel(tmp_path, ID, "Snö.")
    assert said in str(raised.value)


def test_it_must_be_another_day_and_a_known_forum(tmp_path: Path) -> None:
    file = council(tmp_path)
    assert "ligger redan den dagen" in _refused(tmp_path, file, date(2031, 3, 14))
    file.write_text(MEETING.replace("forum: rad", "forum: okant"), encoding="utf-8")
    assert _refused(tmp_path, file).startswith("Forumet okant finns inte")


def test_a_change_is_not_made_known_after_the_meeting(tmp_path: Path) -> None:
    file = council(tmp_path)
    with pytest.raises(CannotDo, match=r"^Att det ställs in kan inte ha meddelats"):
        cancel(tmp_path, ID, "Snö.", date(2031, 3, 15))
    with pytest.raises(CannotDo, match=r"^Flytten kan inte ha meddelats"):
        move(tmp_path, ID, date(2031, 3, 10), "Snö.", date(2031, 3, 15))
    assert file.read_text(encoding="utf-8") == MEETING
    assert move(tmp_path, ID, date(2031, 3, 17), "Snö.", date(2031, 3, 15)).files == (file,)


def test_a_meeting_cancelled_says_why_and_stays(tmp_path: Path) -> None:
    file = council(tmp_path)
    assert cancel(tmp_path, ID, "Snö: mycket", date(2031, 3, 10)) == (file,)
    assert added(MEETING, file.read_text(encoding="utf-8")) == [
        *("cancelled:", "on: 2031-03-10", "reason: 'Snö: mycket'")
    ]
    assert data_faults(tmp_path) == []
