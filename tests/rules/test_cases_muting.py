"""One cause, one finding: what rests on a file that cannot be read is unknown, never a breach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, council, findings, forms, tallies, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.engine import Tally

BROKEN = "id: {}\nokant: fält\n"


def _norm(code: str, parameters: str = "{}", forums: str = "[rad]") -> str:
    return (
        f"N: {{title: T, rule: {code}, strength: shall, paragraph: '1', "
        f"applies: {{forums: {forums}}}, with: {parameters}}}"
    )


def _codes(root: Path, files: dict[str, str], norm: str) -> list[str]:
    write_repo(root, council(files, norms=norm))
    return sorted({entry.split()[1] for entry in findings(root)})


def _broken(path: str) -> dict[str, str]:
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    return {path: BROKEN.format(stem)}


UP = "{id: a, title: A, matter: 2031-001, purpose: [%s]%s}"
COUNCIL = meeting("ra-2031-01", "2031-04-04", UP % ("position", ""))
BREDD = meeting("br-2031-01", "2031-04-04", UP % ("position", ""))
MATTER_FILE = "matters/2031-001-vaxeln.yaml"
SILENT = ["VR005"]


def test_a_broken_meeting_of_the_preparing_forum_may_hold_the_preparation(tmp_path: Path) -> None:
    files = together(matter(), COUNCIL, _broken("meetings/be-2031-01.yaml"))
    assert _codes(tmp_path, files, _norm("VR301", "{forum: beredning}")) == SILENT
    assert tallies(tmp_path)["N"] == Tally(unknown=1)


def test_a_broken_meeting_of_another_forum_prepares_nothing(tmp_path: Path) -> None:
    files = together(matter(), COUNCIL, _broken("meetings/sf-2031-01.yaml"))
    assert _codes(tmp_path, files, _norm("VR301", "{forum: beredning}")) == ["VR005", "VR301"]


def test_a_broken_matter_may_tell_that_it_was_raised_long_ago(tmp_path: Path) -> None:
    files = together(COUNCIL, _broken(MATTER_FILE))
    assert _codes(tmp_path, files, _norm("VR301", "{forum: beredning}")) == SILENT


def test_a_broken_meeting_may_hold_the_dialogue(tmp_path: Path) -> None:
    files = together(matter(), COUNCIL, _broken("meetings/br-2031-01.yaml"))
    assert _codes(tmp_path, files, _norm("VR302", "{purposes: [dialogue]}")) == SILENT


def test_a_broken_matter_may_be_of_the_excepted_topic(tmp_path: Path) -> None:
    files = together(BREDD, _broken(MATTER_FILE))
    parameters = "{forums: [rad], except: [{topic: arshjul, forums: [bredd]}]}"
    assert _codes(tmp_path, files, _norm("VR401", parameters, "[bredd]")) == SILENT


def test_a_broken_matter_may_be_of_the_topic_of_the_year(tmp_path: Path) -> None:
    item = UP % ("position", ", outcome: {kind: position}")
    files = together(meeting("ra-2031-01", "2031-04-04", item), _broken(MATTER_FILE))
    parameters = "{topic: arshjul, outcome: position}"
    assert _codes(tmp_path, files, _norm("VR702", parameters)) == SILENT


def test_a_broken_meeting_leaves_the_year_uncounted(tmp_path: Path) -> None:
    files = _broken("meetings/ra-2031-01.yaml")
    assert _codes(tmp_path, files, _norm("VR701", "{min: '3'}")) == SILENT
    assert tallies(tmp_path)["N"] == Tally()


def test_a_broken_meeting_whose_name_tells_nothing_may_be_any_forums(tmp_path: Path) -> None:
    files = _broken("meetings/mote.yaml")
    assert _codes(tmp_path, files, _norm("VR701", "{min: '3'}")) == SILENT


def test_a_broken_meeting_of_another_forum_leaves_the_year_as_it_is(tmp_path: Path) -> None:
    files = _broken("meetings/br-2031-01.yaml")
    assert _codes(tmp_path, files, _norm("VR701", "{min: '3'}")) == ["VR005", "VR701"]


def test_a_broken_meeting_leaves_its_forums_notes_in_peace(tmp_path: Path) -> None:
    held = "minutes: {attendance: {present: [anna]}}"
    files = together(
        meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}", more=held),
        _broken("meetings/ra-2031-02.yaml"),
    )
    norm = _norm("VR601", "{parts: [outcomes]}")
    assert _codes(tmp_path, files, norm) == SILENT


def test_a_meeting_with_anothers_id_may_hold_the_preparation(tmp_path: Path) -> None:
    """Two branches gave the same id: the second file is not counted, so nothing rests on it."""
    double = "id: be-2031-01\nforum: beredning\ndate: 2031-03-14\nagenda: {items: [%s]}\n"
    prepared = UP % ("preparation", ", outcome: {kind: prepared, next: rad}")
    files = together(
        matter(),
        COUNCIL,
        meeting("be-2031-01", "2031-02-14"),
        {"meetings/be-2031-02.yaml": double % prepared},
    )
    assert _codes(tmp_path, files, _norm("VR301", "{forum: beredning}")) == ["VR008"]


def test_unreadable_rosters_leave_people_and_chairs_unknown(tmp_path: Path) -> None:
    held = (
        "agenda: {fixed: {date: 2031-03-21, by: [bo]}}\n"
        "minutes: {led_by: bo, attendance: {present: [anna, okand]}}"
    )
    files = together(
        meeting("ra-2031-01", "2031-04-04", more=held), {"forums.yaml": ROSTERS + "okant: fält\n"}
    )
    norms = f"{_norm('VR204')}\n{_norm('VR501').replace('N:', 'M:')}"
    assert _codes(tmp_path, files, norms) == SILENT
    assert tallies(tmp_path) == {"N": Tally(unknown=1), "M": Tally(unknown=1)}


@pytest.mark.parametrize(
    "reference",
    [
        "matter: 2031-001",
        "matters: [2031-001]",
        "earlier: [be-2031-01, be-2031-01/b]",
        "outcome: {kind: postponed, meeting: be-2031-01}",
        "outcome: {kind: noted, reports: [{assignment: x}]}",
    ],
)
def test_what_may_stand_in_a_broken_file_is_not_called_unknown(
    tmp_path: Path, reference: str
) -> None:
    here = meeting("ra-2031-01", "2031-04-04", f"{{id: a, title: A, {reference}}}")
    files = together(here, _broken(MATTER_FILE), _broken("meetings/be-2031-01.yaml"))
    assert _codes(tmp_path, files, "") == SILENT


def test_a_name_that_stands_in_no_broken_file_is_unknown_all_the_same(tmp_path: Path) -> None:
    here = meeting("ra-2031-01", "2031-04-04", "{id: a, title: A, matter: 2031-002}")
    assert _codes(tmp_path, together(here, _broken(MATTER_FILE)), "") == ["VR005", "VR101"]


def test_norms_of_a_broken_rulebook_are_not_called_unknown(tmp_path: Path) -> None:
    later = (
        "id: nya\nname: Nya\nshort_name: nya\nin_force: {from: 2031-01-01}\nsupplements: former\n"
        "norms: {M: {title: T, unchecked: Nej., strength: shall, paragraph: '1', replaces: [N]}}\n"
    )
    deviation = "deviations: [{norm: N, on: '2031', reason: Valet.}]\n"
    files = {
        "working-forms/former.yaml": forms(_norm("VR303")) + "okant: fält\n",
        "working-forms/nya.yaml": later,
        "deviations.yaml": deviation,
    }
    write_repo(tmp_path, council(files))
    assert sorted({entry.split()[1] for entry in findings(tmp_path)}) == SILENT


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("VR204", "minutes: {led_by: okand, attendance: {present: [anna]}}"),
        ("VR501", "agenda: {fixed: {date: 2031-03-21, by: [okand, anna]}}"),
        ("VR203", "minutes: {attendance: {served: [{who: okand, for: sf/alby/1}]}}"),
    ],
)
def test_an_unknown_person_is_told_of_once(tmp_path: Path, code: str, lines: str) -> None:
    """Whether the one meant was the right one cannot be told before the name is."""
    forum = "sf" if code == "VR203" else "ra"
    files = meeting(f"{forum}-2031-01", "2031-04-04", more=lines)
    assert _codes(tmp_path, files, _norm(code, forums="[rad, sakforum]")) == ["VR101"]


@pytest.mark.parametrize(
    ("code", "parameters"),
    [
        ("VR301", "{forum: beredning}"),
        ("VR302", "{purposes: [dialogue]}"),
        ("VR304", "{scopes: [inter-municipal]}"),
        ("VR401", "{forums: [bredd], except: [{topic: arshjul, forums: [rad]}]}"),
        ("VR504", "{sections: [proposal]}"),
        ("VR702", "{topic: arshjul, outcome: position}"),
    ],
)
def test_an_unknown_matter_is_told_of_once(tmp_path: Path, code: str, parameters: str) -> None:
    item = "{id: a, title: A, matter: 2031-009, outcome: {kind: position}}"
    files = meeting("ra-2031-01", "2031-04-04", item)
    assert _codes(tmp_path, files, _norm(code, parameters)) == ["VR101"]


def test_an_unreadable_structure_leaves_nothing_but_that_to_say(tmp_path: Path) -> None:
    files = together(COUNCIL, {"structure.yaml": "name: Rådet\n"})
    assert set(_codes(tmp_path, files, _norm("VR303"))) == {"VR005"}
