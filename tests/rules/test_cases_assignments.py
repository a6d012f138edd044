"""VR308, VR513, VR606, VR607: work given, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.repos import Files
from tests.rules.cases import Case, Cases, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
GIVEN = "{id: a, title: A, outcome: {kind: discussed, assignments: [%s]}}"
WORK = "{id: rakna, task: Räkna om kostnaderna., receiver: beredning, due: 2031-05-02}"


def _gives(*work: str, at: str = "ra-2031-01", date: str = "2031-04-04", more: str = "") -> Files:
    """A meeting at which the work is given."""
    return meeting(at, date, GIVEN % ", ".join(work), more=more)


COMPLETE = cases(
    Judged("VR606", strength="normal"),
    task_and_day=Case(_gives(WORK), tally=HOLDS),
    no_day=Case(
        _gives("①{id: rakna, task: Räkna, receiver: anna}"), ("① VR606 N warning",), BROKEN
    ),
    no_task=Case(
        _gives("①{id: rakna, receiver: anna, due: 2031-05-02}"), ("① VR606 N warning",), BROKEN
    ),
    each_by_itself=Case(
        _gives(WORK, "①{id: skriv, receiver: alby}"),
        ("① VR606 N warning",),
        Tally(holds=1, breached=1),
    ),
    only_the_items_known=Case(
        _gives("{id: rakna, receiver: anna}", more="known: items"), tally=UNKNOWN
    ),
    nothing_given=Case(meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}")),
)


def _from(giver: str, receiver: str = "beredning", more: str = "") -> str:
    said_by = f"giver: {giver}, " if giver else ""
    return f"{{id: rakna, {said_by}receiver: {receiver}{more}}}"


PRINCIPAL = cases(
    Judged("VR607", "{receiver: beredning, from: [rad]}"),
    given_by_its_principal=Case(_gives(_from("")), tally=HOLDS),
    told_elsewhere_who_gave_it=Case(_gives(_from("rad"), at="br-2031-01"), tally=HOLDS),
    given_by_another_forum=Case(
        _gives(f"①{_from('')}", at="br-2031-01"), ("① VR607 N error",), BROKEN
    ),
    given_by_a_party=Case(_gives(f"①{_from('alby')}"), ("① VR607 N error",), BROKEN),
    the_working_forms_give_it=Case(
        _gives(_from("", more=", basis: N"), at="br-2031-01"), tally=HOLDS
    ),
    taken_on_itself=Case(_gives(_from(""), at="be-2031-01")),
    given_by_a_person=Case(_gives(_from("anna")), tally=UNKNOWN),
    to_someone_else=Case(_gives(_from("", "alby"), at="br-2031-01")),
    two_of_them=Case(
        _gives(_from(""), f"①{_from('berga').replace('rakna', 'skriv')}"),
        ("① VR607 N error",),
        Tally(holds=1, breached=1),
    ),
    what_is_told_is_judged_though_all_is_not_known=Case(
        _gives(f"①{_from('')}", at="br-2031-01", more="known: items"),
        ("① VR607 N error",),
        BROKEN,
    ),
)

INDEPENDENT = cases(
    Judged("VR607", "{receiver: rad, not_from: [bredd]}", strength="normal"),
    given_by_the_one_it_is_not_under=Case(
        _gives(f"①{_from('', 'rad')}", at="br-2031-01"), ("① VR607 N warning",), BROKEN
    ),
    given_by_anyone_else=Case(_gives(_from("alby", "rad"), at="br-2031-01"), tally=HOLDS),
)

NEEDS = "raised: 2031-01-07\nneeds_decisions: true"
UP = "{id: a, title: A, matter: 2031-001, purpose: [dialogue]%s}"
TAKEN = "{id: a, title: A, matter: 2031-001, purpose: [position]}"
ASKED = UP % f", outcome: {{kind: discussed, assignments: [{WORK}]}}"


def _position(before: str, taken: str = TAKEN, told: str = NEEDS, more: str = "") -> Files:
    """A position in April; in March the matter is up as given."""
    return together(
        matter(more=told),
        meeting("br-2031-01", "2031-03-14", before, more=more),
        meeting("ra-2031-01", "2031-04-04", taken),
    )


BASIS = cases(
    Judged("VR308", "{forum: beredning}", "[rad]", "normal"),
    asked_for=Case(_position(ASKED), tally=HOLDS),
    never_asked_for=Case(_position(UP % "", f"①{TAKEN}"), ("① VR308 N warning",), BROKEN),
    asked_of_another=Case(
        _position(ASKED.replace("receiver: beredning", "receiver: alby"), f"①{TAKEN}"),
        ("① VR308 N warning",),
        BROKEN,
    ),
    asked_for_under_another_matter=Case(
        together(
            matter("2031-002"),
            _position(ASKED.replace("2031-001", "2031-002"), f"①{TAKEN}"),
        ),
        ("① VR308 N warning",),
        BROKEN,
    ),
    not_asked_for_until_the_position=Case(
        together(
            matter(more=NEEDS),
            meeting("ra-2031-01", "2031-04-04", f"①{ASKED.replace('dialogue', 'position')}"),
        ),
        ("① VR308 N warning",),
        BROKEN,
    ),
    no_decisions_needed=Case(_position(UP % "", told="raised: 2031-01-07")),
    no_position=Case(_position(UP % "", UP % "")),
    an_earlier_meeting_not_fully_known=Case(_position(UP % "", more="known: items"), tally=UNKNOWN),
    raised_before_the_record_begins=Case(
        _position(UP % "", told="raised: 2030-09-02\nneeds_decisions: true"), tally=UNKNOWN
    ),
    the_same_day_without_clocks=Case(
        together(
            matter(more=NEEDS),
            meeting("br-2031-01", "2031-04-04", ASKED),
            meeting("ra-2031-01", "2031-04-04", TAKEN),
        ),
        tally=UNKNOWN,
    ),
)

REPORT = "{id: a, title: A, outcome: {kind: noted, reports: [{assignment: rakna%s}]}}"
DONE, NOT_DONE = REPORT % ", done: true", REPORT % ""
NOTED = "{id: b, title: B, outcome: {kind: noted}}"
HELD = "minutes: {attendance: {present: [anna]}}"
MISSED = "agenda: ①{items: [{id: b, title: B, outcome: {kind: noted}}]}"


def _next(*items: str, date: str = "2031-06-13", at: str = "ra-2031-02", more: str = "") -> Files:
    return meeting(at, date, *items, more=more)


def _missed(date: str = "2031-06-13", at: str = "ra-2031-02") -> Files:
    return meeting(at, date, more=MISSED)


LOG = cases(
    Judged("VR513", forums="[rad]", strength="normal"),
    done_at_the_next=Case(together(_gives(WORK), _next(DONE)), tally=HOLDS),
    not_done_but_told_of=Case(together(_gives(WORK), _next(NOT_DONE)), tally=HOLDS),
    not_up_at_the_next=Case(together(_gives(WORK), _missed()), ("① VR513 N warning",), BROKEN),
    missed_once_is_told_once=Case(
        together(_gives(WORK), _missed(), _next(NOTED, date="2031-08-29", at="ra-2031-03")),
        ("① VR513 N warning",),
        BROKEN,
    ),
    told_of_and_then_forgotten=Case(
        together(_gives(WORK), _next(NOT_DONE), _missed("2031-08-29", "ra-2031-03")),
        ("① VR513 N warning",),
        Tally(holds=1, breached=1),
    ),
    done_elsewhere_before=Case(
        together(_gives(WORK), _next(DONE, date="2031-05-09", at="br-2031-01"), _next(NOTED))
    ),
    done_elsewhere_after=Case(
        together(_gives(WORK), _missed(), _next(DONE, date="2031-08-29", at="br-2031-01")),
        ("① VR513 N warning",),
        BROKEN,
    ),
    told_of_elsewhere_but_not_done=Case(
        together(_gives(WORK), _next(NOT_DONE, date="2031-05-09", at="br-2031-01"), _missed()),
        ("① VR513 N warning",),
        BROKEN,
    ),
    given_in_another_forum=Case(together(_gives(WORK, at="br-2031-01"), _next(NOTED))),
    the_next_is_not_held_yet=Case(together(_gives(WORK), _next("{id: b, title: B}"))),
    a_meeting_between_that_was_not_held=Case(
        together(
            _gives(WORK),
            _next("{id: b, title: B}", date="2031-05-09"),
            _missed(at="ra-2031-03"),
        ),
        ("① VR513 N warning",),
        BROKEN,
    ),
    a_cancelled_meeting_between=Case(
        together(
            _gives(WORK),
            _next(NOTED, date="2031-05-09", more="cancelled: {reason: Snö}"),
            _missed(at="ra-2031-03"),
        ),
        ("① VR513 N warning",),
        BROKEN,
    ),
    only_the_items_of_the_next_known=Case(
        together(_gives(WORK), _next(NOTED, more="known: items")), tally=UNKNOWN
    ),
    the_record_has_a_gap_between=Case(
        together(_gives(WORK), _next(NOTED)),
        tally=UNKNOWN,
        complete="2031-01-01/2031-04-30, 2031-06-01/2031-12-31",
    ),
    nothing_given=Case(together(_next(NOTED, date="2031-04-04", at="ra-2031-01"), _next(NOTED))),
    attendance_alone_tells_that_it_was_held=Case(
        together(_gives(WORK), meeting("ra-2031-02", "2031-06-13", more=HELD)),
        ("data/meetings/ra-2031-02.yaml:1:1 VR513 N warning",),
        BROKEN,
    ),
)

ALL: Cases = {
    f"{group}-{name}": case
    for group, table in {
        "complete": COMPLETE,
        "principal": PRINCIPAL,
        "independent": INDEPENDENT,
        "basis": BASIS,
        "log": LOG,
    }.items()
    for name, case in table.items()
}


@each(ALL)
def test_assignments(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _help(root: Path, judged: Judged, files: Files) -> str:
    repos.write_repo(root, repos.council(files, norms=judged.norm))
    (finding,) = repos.outcome(root).findings
    return finding.help.replace("\N{NO-BREAK SPACE}", " ")


def test_the_mend_names_the_principals_next_meeting(tmp_path: Path) -> None:
    files = together(_gives(_from(""), at="br-2031-01"), meeting("ra-2031-03", "2031-05-09"))
    told = _help(tmp_path, Judged("VR607", "{receiver: beredning, from: [rad]}"), files)
    assert told.startswith("låt rådet ge uppdraget 9 maj 2031; ")


def test_the_mend_of_a_forgotten_assignment_names_the_next_meeting(tmp_path: Path) -> None:
    files = together(_gives(WORK), _missed(), meeting("ra-2031-03", "2031-08-29"))
    told = _help(tmp_path, Judged("VR513", forums="[rad]"), files)
    assert told.endswith("(assignment: rakna), eller ta upp det 29 augusti 2031.")


def test_the_mend_of_a_forgotten_assignment_without_a_next_meeting(tmp_path: Path) -> None:
    told = _help(tmp_path, Judged("VR513", forums="[rad]"), together(_gives(WORK), _missed()))
    assert told.endswith("eller ta upp det vid nästa möte.")


def test_an_assignment_is_called_by_its_task(tmp_path: Path) -> None:
    norm = Judged("VR513", forums="[rad]").norm
    files = together(_gives(WORK), _missed())
    (message,) = repos.messages(tmp_path, repos.council(files, norms=norm))
    assert message.replace("\N{NO-BREAK SPACE}", " ") == (
        "Uppdraget ”Räkna om kostnaderna” som beredningen fick vid rådet 4 april 2031 är inte "
        "avslutat men följdes inte upp vid rådet 13 juni 2031."
    )


@pytest.mark.parametrize(
    "parameters", ["{receiver: rad}", "{receiver: rad, from: [br], not_from: [be]}"]
)
def test_either_from_or_not_from(tmp_path: Path, parameters: str) -> None:
    norm = Judged("VR607", parameters).norm
    (message,) = repos.messages(tmp_path, repos.council({}, norms=norm))
    assert message == "Normen N: Ange antingen from eller not_from."


def test_a_basis_that_is_no_norm_is_pointed_at(tmp_path: Path) -> None:
    files = _gives(_from("", more=", basis: ①X"))
    places = repos.write_repo(tmp_path, repos.council(files, norms=Judged("VR606").norm))
    assert f"{places['①']} VR101 - error" in repos.findings(tmp_path)
