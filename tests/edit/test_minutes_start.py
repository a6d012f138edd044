"""The minutes begun: a skeleton that says nothing, with all that is to be told as comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repos import council, outcome, register, write_repo
from vrtool.edit.minutes_start import start
from vrtool.errors import CannotDo
from vrtool.model.meeting import Attendance
from vrtool.model.working_forms import Phase
from vrtool.register.load import load
from vrtool.register.phases import evidence
from vrtool.register.register import Register

ID = "ra-2031-02"
FILE = f"meetings/{ID}.yaml"
GIVEN = """\
id: ra-2031-01
forum: rad
date: 2031-01-17
agenda:
  items:
    - id: x
      title: Växeln
      outcome:
        kind: assigned
        assignments:
          - {id: utred, task: "Utred växeln.\\nNoga.", receiver: berga, due: 2031-04-01}
          - {id: klart, receiver: bo}
        reports: []
    - id: y
      title: Klart
      outcome: {kind: noted, reports: [{assignment: klart, done: true}]}
"""
MEETING = """\
# Mötet i mars.
id: ra-2031-02
forum: rad
date: 2031-03-14  # en fredag
agenda:
  items:
    - id: oppnande
      title: Mötet öppnas
      purpose: [procedure]
    - id: nat
      title: Nätet
      matter: 2031-001
      purpose: [dialogue, position]
      text: >-
        Ett långt
        stycke.
    # Vi tar en paus här.
    - {id: paus, title: Paus, kind: break}
    - id: uppdrag
      title: Uppföljning
      kind: standing
    - id: klar
      title: Redan antecknat
      outcome: {kind: noted}
deviations: []  # inga
# slut
"""
MATTER = "id: 2031-001\ntitle: Nätet\nneeds_decisions: true\nbrief: {proposal: Bygg nätet.}\n"


def _root(tmp_path: Path, meeting: str = MEETING, *, norms: str = "") -> Path:
    files = {
        FILE: meeting,
        "meetings/ra-2031-01.yaml": GIVEN,
        "matters/2031-001-natet.yaml": MATTER,
    }
    write_repo(tmp_path, council(files, norms=norms))
    return tmp_path


def _text(root: Path) -> str:
    return (root / "data" / FILE).read_text(encoding="utf-8")


def _register(root: Path) -> Register:
    found = load(root)
    assert found.troubles == ()
    assert found.register is not None
    return found.register


def _uncommented(text: str) -> str:
    """The file after somebody has taken the signs from all that is written out as YAML."""
    return re.sub(r"(?m)^( *)# (?=( *)(?:- |[a-z_]+:))", r"\1", text)


def test_all_else_in_the_file_stays_and_the_skeleton_stands_before_the_deviations(
    tmp_path: Path,
) -> None:
    root = _root(tmp_path)
    assert start(root, ID) == (root / "data" / FILE,)
    lines, new = MEETING.splitlines(), _text(root).splitlines()
    assert [line for line in new if line in lines] == lines
    assert new[-2:] == lines[-2:]
    minutes = new.index("minutes:")
    assert new[minutes : minutes + 4] == [
        "minutes:",
        "  led_by: rut",
        "  secretary:",
        "  attendance:",
    ]
    assert new.index("    # Vi tar en paus här.") > new.index("        stycke.")


def test_a_skeleton_is_no_evidence(tmp_path: Path) -> None:
    root = _root(tmp_path)
    before = outcome(root).findings
    start(root, ID)
    meeting = _register(root).meetings[ID]
    assert meeting.minutes is not None
    assert meeting.minutes.attendance == Attendance()
    assert meeting.minutes.led_by == "rut"
    assert [item.id for item in meeting.items if item.outcome] == ["klar"]
    assert Phase.ADJUSTED not in evidence(meeting)
    assert [f.message for f in outcome(root).findings] == [f.message for f in before]


def test_every_item_shows_what_its_result_is_to_hold(tmp_path: Path) -> None:
    root = _root(tmp_path)
    start(root, ID)
    text = _text(root)
    position = (
        "        stycke.\n"
        "      # outcome:\n"
        "      #   kind: position\n"
        "      #   text: as-proposed\n"
        "      #   decides_next: []\n"
        "    # Vi tar en paus här.\n"
    )
    assert position in text
    assert text.count("# outcome:") == 2  # procedure, breaks and what is told need none


def test_open_assignments_wait_as_reports_at_the_item_for_them(tmp_path: Path) -> None:
    root = _root(tmp_path)
    start(root, ID)
    waiting = (
        "      kind: standing\n"
        "      # outcome:\n"
        "      #   kind: noted\n"
        "      #   reports:\n"
        "      #     - assignment: utred  # Utred växeln. Noga.\n"
        "      #       # Berga, senast 1\xa0april\xa02031\n"
        "      #       done: false\n"
        "      #       text:\n"
    )
    assert waiting in _text(root)
    assert "assignment: klart" not in _text(root)


@pytest.mark.parametrize("old", ["kind: standing", "kind: standing\n      earlier: [ra-2031-01]"])
def test_without_such_an_item_one_is_proposed_below_the_others(tmp_path: Path, old: str) -> None:
    meeting = MEETING.replace("kind: standing", "kind: item" if "earlier" not in old else old)
    root = _root(tmp_path, meeting.replace("id: nat\n", "id: uppfoljning-av-uppdrag\n"))
    start(root, ID)
    lines = _text(root).splitlines()
    at = lines.index("    # - id: uppfoljning-av-uppdrag-2")
    assert lines[at - 1] == "      outcome: {kind: noted}"
    assert lines[at + 1 : at + 3] == [
        "    #   title: Uppföljning av uppdrag",
        "    #   kind: standing",
    ]


def test_the_roster_of_the_day_is_there_to_tick_off(tmp_path: Path) -> None:
    root = _root(tmp_path)
    start(root, ID)
    lines = _text(root).splitlines()
    at = lines.index("      # Ledamöter:")
    assert lines[at + 1 : at + 4] == [
        "      # - anna  # Alby: Anna Ek, kommunstyrelsens ordförande",
        "      # - bo  # Berga: Bo Lind, kommunstyrelsens ordförande",
        "      # - rut  # Regionen: Rut Gran, ordförande i styrelsen",
    ]


def test_with_the_signs_gone_it_is_a_valid_record_of_a_meeting(tmp_path: Path) -> None:
    root = _root(tmp_path)
    start(root, ID, secretary="ragna")
    text = _uncommented(_text(root)).replace("    - {who: id, items: [punktens id]}\n", "")
    (root / "data" / FILE).write_text(text, encoding="utf-8")
    meeting = _register(root).meetings[ID]
    assert meeting.minutes is not None
    assert meeting.minutes.attendance is not None
    assert [one.who for one in meeting.minutes.attendance.present] == ["anna", "bo", "rut"]
    kinds = {item.id: item.outcome.kind.value for item in meeting.items if item.outcome}
    assert kinds == {"nat": "position", "uppdrag": "noted", "klar": "noted"}


def test_deputies_stand_with_their_seats_and_empty_seats_say_so(tmp_path: Path) -> None:
    forums = "id: sf-2031-01\nforum: sakforum\ndate: 2031-03-14\n"
    found = register(tmp_path, council({"meetings/sf-2031-01.yaml": forums}))
    assert found.meetings
    rosters = tmp_path / "data" / "forums.yaml"
    text = rosters.read_text(encoding="utf-8")
    vacant = "sf/berga/1: {members: [{vacant: true, from: 2030-01-01}]}"
    rosters.write_text(
        text.replace("sf/berga/1: {members: [{who: britt, from: 2030-01-01}]}", vacant),
        encoding="utf-8",
    )
    start(tmp_path, "sf-2031-01")
    lines = (tmp_path / "data/meetings/sf-2031-01.yaml").read_text(encoding="utf-8").splitlines()
    assert "  led_by:" in lines  # a forum without a chair
    assert "      # Berga: ledamot, vakant" in lines
    at = lines.index("    served:")
    assert lines[at - 1 : at + 2] == [
        "    # Ersättare som tjänstgjorde.",
        "    served:",
        "      # - {who: arne, for: sf/alby/1}  # Arne Al för Asta Al",
    ]


def test_whoever_adjusts_by_appointment_has_a_place(tmp_path: Path) -> None:
    norm = "N: {title: T, rule: VR610, strength: shall, paragraph: '1', applies: {forums: [rad]}}"
    root = _root(tmp_path, norms=norm)
    start(root, ID)
    assert "  adjusters:\n" in _text(root)
    other = tmp_path / "other"
    start(_root(other), ID)
    assert "adjusters" not in _text(other)


def test_a_forum_that_only_recommends_gets_that_as_its_result(tmp_path: Path) -> None:
    norm = (
        "N: {title: T, rule: VR405, strength: shall, paragraph: '1', applies: {forums: [rad]}, "
        "with: {never: [position]}}"
    )
    root = _root(tmp_path, norms=norm)
    start(root, ID)
    assert "      #   kind: recommendation\n" in _text(root)


@pytest.mark.parametrize("empty", ["minutes:\n", "minutes: {}\n", "minutes: {led_by: null}\n"])
def test_what_is_begun_but_empty_is_replaced(tmp_path: Path, empty: str) -> None:
    root = _root(tmp_path, MEETING.replace("deviations:", f"{empty}deviations:"))
    start(root, ID, led_by="anna")
    meeting = _register(root).meetings[ID]
    assert meeting.minutes is not None
    assert meeting.minutes.led_by == "anna"


def test_minutes_that_are_begun_are_left_alone(tmp_path: Path) -> None:
    root = _root(tmp_path, MEETING.replace("deviations:", "minutes: {led_by: anna}\ndeviations:"))
    before = _text(root)
    with pytest.raises(CannotDo, match="har redan minutes"):
        start(root, ID)
    assert _text(root) == before


def test_a_cancelled_meeting_has_nothing_to_note(tmp_path: Path) -> None:
    root = _root(tmp_path, MEETING.replace("agenda:", "cancelled: {reason: Snö.}\nagenda:"))
    with pytest.raises(CannotDo, match="är inställt"):
        start(root, ID)


def test_names_that_could_break_out_of_a_comment_stay_in_it(tmp_path: Path) -> None:
    root = _root(tmp_path)
    rosters = root / "data" / "forums.yaml"
    text = rosters.read_text(encoding="utf-8")
    hostile = text.replace("name: Anna Ek", 'name: "Anna\\nminutes: {}\\u2028Ek # x"')
    rosters.write_text(hostile, encoding="utf-8")
    start(root, ID)
    assert "  # Alby: Anna␤minutes: {}␤Ek # x, kommun" in _text(root)
