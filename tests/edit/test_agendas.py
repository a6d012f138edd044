"""Fixing an agenda, fixing it again, and taking that back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import repos
from tests.edit.meetings import ID, MEETING, added, council, data_faults, known
from vrtool.edit.agendas import fix, unfix
from vrtool.edit.notices import Notice, send
from vrtool.errors import CannotDo
from vrtool.register.fingerprint import fixed_parts

DAY = date(2031, 2, 28)
GROUP = (
    "N: {title: Gruppen, rule: VR509, strength: shall, paragraph: '1', "
    "applies: {forums: [rad]}, with: {forum: sakforum}}"
)
FIXED_FIRST = (
    "N: {title: Presidiet, rule: VR501, strength: shall, paragraph: '1', applies: {forums: [rad]}}"
)
TO_HIDE = ("[information]}", "[information], matter: 2031-001}")
MATTER = "id: 2031-001\ntitle: Nätet\ninitiator: alby\nbrief: {proposal: Bygg.}\n"


def test_the_presidium_in_office_fixes_it_with_a_fingerprint(tmp_path: Path) -> None:
    file = council(tmp_path)
    done = fix(tmp_path, ID, DAY)
    assert (done.by, done.again, done.changed, done.lacking) == (("rut", "anna"), False, None, ())
    assert done.files == (file,)
    register = known(tmp_path)
    prints = fixed_parts(register, register.meetings[ID])
    assert added(MEETING, file.read_text(encoding="utf-8")) == [
        *("fixed:", "date: 2031-02-28", "by: [rut, anna]", "fingerprint:"),
        *(f"{part}: {value}" for part, value in prints.items()),
    ]
    assert data_faults(tmp_path) == []
    assert unfix(tmp_path, ID) == (file,)
    assert file.read_text(encoding="utf-8") == MEETING


def test_others_fix_it_where_they_are_named(tmp_path: Path) -> None:
    council(tmp_path)
    fix(tmp_path, ID, DAY, ("bo",), ("asta", "arne"))
    agenda = known(tmp_path).meetings[ID].agenda
    assert agenda is not None
    assert agenda.fixed is not None
    assert (agenda.fixed.by, agenda.fixed.support) == (("bo",), ("asta", "arne"))


def test_the_group_that_a_norm_names_fixes_it(tmp_path: Path) -> None:
    council(tmp_path, norms=GROUP)
    assert fix(tmp_path, ID, DAY).by == ("asta", "britt")


def test_an_office_nobody_is_known_to_hold_is_told(tmp_path: Path) -> None:
    council(tmp_path)
    rosters = tmp_path / "data" / "forums.yaml"
    text = rosters.read_text(encoding="utf-8").replace(
        "rad/vice-ordforande: [{who: anna, from: 2030-01-01}]",
        "rad/vice-ordforande: [{vacant: true, from: 2030-01-01}]",
    )
    rosters.write_text(text, encoding="utf-8")
    done = fix(tmp_path, ID, DAY)
    assert (done.by, done.lacking) == (("rut",), ("vice ordförande",))


def test_fixing_it_anew_after_the_notice_keeps_the_day_it_was_fixed_for_it(tmp_path: Path) -> None:
    file = council(tmp_path, norms=FIXED_FIRST)
    fix(tmp_path, ID, DAY, (), ("bo",))
    send(tmp_path, ID, Notice(DAY))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Mötet", "title: Hela mötet", 1), encoding="utf-8")
    told = fix(tmp_path, ID, date(2031, 3, 3))
    assert (told.again, told.unsupported) == (True, ())
    assert told.changed is not None
    agenda = known(tmp_path).meetings[ID].agenda
    assert agenda is not None
    fixed = agenda.fixed
    assert fixed is not None
    assert (fixed.date, fixed.renewed) == (DAY, date(2031, 3, 3))
    assert (fixed.by, fixed.support) == (("rut", "anna"), ("bo",))
    assert repos.findings(tmp_path) == []
    assert fix(tmp_path, ID, date(2031, 3, 3)).files == ()


def test_fixing_it_just_so_again_writes_nothing(tmp_path: Path) -> None:
    council(tmp_path)
    fix(tmp_path, ID, DAY, (), ("bo",))
    done = fix(tmp_path, ID, DAY, (), ("bo",))
    assert (done.files, done.again, done.changed, done.unsupported) == ((), True, None, ())


def test_fixing_again_replaces_the_record_and_tells_what_had_changed(tmp_path: Path) -> None:
    file = council(tmp_path, MEETING.replace(*TO_HIDE), {"matters/2031-001-n.yaml": MATTER})
    fix(tmp_path, ID, DAY, (), ("bo",))
    text = file.read_text(encoding="utf-8").replace("title: Vägen", "title: Vägarna")
    text = text.replace("    - id: paus\n      title: Kaffe\n      kind: break\n", "")
    text = text.replace("by: [rut, anna]", "by:  # presidiet\n      - rut\n      - anna")
    file.write_text(text, encoding="utf-8")
    matter = tmp_path / "data" / "matters" / "2031-001-n.yaml"
    matter.write_text(MATTER.replace("Bygg.", "Bygg nu."), encoding="utf-8")
    done = fix(tmp_path, ID, date(2031, 3, 4))
    assert done.unsupported == ("bo",)
    assert done.changed == (
        "Ändrad efter fastställande: punkt 2 ”Nätet: läget”, punkt 3 ”Vägarna” och 1 borttagen "
        "punkt."
    )
    now = file.read_text(encoding="utf-8")
    assert "by:  # presidiet\n      - rut\n      - anna\n" in now
    assert "support" not in now
    assert "date: 2031-03-04" in now
    register = known(tmp_path)
    agenda = register.meetings[ID].agenda
    assert agenda is not None
    assert agenda.fixed is not None
    assert agenda.fixed.fingerprint == fixed_parts(register, register.meetings[ID])
    assert data_faults(tmp_path) == []


def test_a_fixing_without_fingerprint_gets_one(tmp_path: Path) -> None:
    fixed = "agenda:\n  fixed: {date: 2031-02-28, by: [rut, anna]}\n"
    file = council(tmp_path, MEETING.replace("agenda:\n", fixed))
    done = fix(tmp_path, ID, DAY)
    assert (done.again, done.changed) == (True, None)
    assert "  fixed: {date: 2031-02-28, by: [rut, anna],\n" in file.read_text(encoding="utf-8")
    register = known(tmp_path)
    agenda = register.meetings[ID].agenda
    assert agenda is not None
    assert agenda.fixed is not None
    assert agenda.fixed.fingerprint == fixed_parts(register, register.meetings[ID])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hours:", "cancelled: {reason: Snö.}\nhours:", "är inställt: Snö."),
        ("forum: rad", "forum: beredning", "framgår inte: arbetsformerna nämner ingen"),
        ("2031-03-14", "2031-02-27", "28\xa0februari\xa02031, efter mötet. Rätta dagen."),
        ("id: vagen", "id: natet", "har id natet. Ge dem olika i data/meetings/"),
        (*TO_HIDE, "rör 2031-001, som inte finns eller inte går att läsa"),
    ],
)
def test_what_cannot_have_been_fixed(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = council(tmp_path, MEETING.replace(old, new))
    before = file.read_bytes()
    with pytest.raises(CannotDo) as raised:
        fix(tmp_path, ID, DAY)
    assert said in str(raised.value)
    assert file.read_bytes() == before


def test_there_must_be_items(tmp_path: Path) -> None:
    council(tmp_path, MEETING[: MEETING.index("agenda:")])
    with pytest.raises(CannotDo, match=r"har inga punkter\. Skriv dem under agenda: items:"):
        fix(tmp_path, ID, DAY)


def test_what_was_held_is_fixed_once_and_not_again(tmp_path: Path) -> None:
    council(tmp_path, MEETING + "minutes: {attendance: {present: [rut]}}\n")
    assert fix(tmp_path, ID, DAY).again is False
    with pytest.raises(CannotDo, match="är hållet, och det som gällde före mötet ändras inte"):
        fix(tmp_path, ID, date(2031, 3, 1))
    with pytest.raises(CannotDo, match="är hållet"):
        unfix(tmp_path, ID)


def test_what_was_not_fixed_is_not_taken_back(tmp_path: Path) -> None:
    council(tmp_path)
    with pytest.raises(CannotDo, match="har fastställts är inte antecknat: det finns inget att ta"):
        unfix(tmp_path, ID)


def test_a_meeting_gone_meanwhile_is_told(tmp_path: Path) -> None:
    council(tmp_path)
    with pytest.raises(CannotDo, match="Mötet ra-2031-09 finns inte längre"):
        fix(tmp_path, "ra-2031-09", DAY)
