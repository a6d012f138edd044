"""VR702 with purposes, receiver and other forums; VR703: what must come back every term."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, findings, messages, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
YEAR = "2031-01-01/2031-12-31"


def _claimed(span: str = YEAR, more: str = "") -> dict[str, str]:
    """The span that claims to know the days, marked."""
    return {"structure.yaml": structure(span, more=more).replace("ngs: [", "ngs: [①", 1)}


def _once(item: str, identifier: str = "ra-2031-01", date: str = "2031-02-14") -> Files:
    return meeting(identifier, date, item)


DIALOGUE = "{id: a, title: A, topics: [natet], purpose: [dialogue], outcome: {kind: %s}}"
SPOKEN_OF = cases(
    Judged("VR702", "{topic: natet, purposes: [dialogue]}", "[rad]"),
    up_for_dialogue=Case(_once(DIALOGUE % "noted"), tally=HOLDS),
    discussed_shows_that_it_was_dialogue=Case(
        _once("{id: a, title: A, topics: [natet], outcome: {kind: discussed}}"), tally=HOLDS
    ),
    one_of_its_two_purposes=Case(
        _once(
            "{id: a, title: A, topics: [natet], purpose: [information, dialogue], "
            "outcome: {kind: noted}}"
        ),
        tally=HOLDS,
    ),
    merely_information=Case(
        together(
            _once(
                "{id: a, title: A, topics: [natet], purpose: [information], outcome: {kind: noted}}"
            ),
            _claimed(),
        ),
        ("① VR702 N error",),
        BROKEN,
    ),
    dialogue_on_something_else=Case(
        together(_once((DIALOGUE % "discussed").replace("natet", "arshjul")), _claimed()),
        ("① VR702 N error",),
        BROKEN,
    ),
    postponed_is_not_spoken_of=Case(
        together(_once(DIALOGUE % "postponed"), _claimed()), ("① VR702 N error",), BROKEN
    ),
    withdrawn_is_not_spoken_of=Case(
        together(_once(DIALOGUE % "withdrawn"), _claimed()), ("① VR702 N error",), BROKEN
    ),
    in_another_forum=Case(
        together(_once("{id: b, title: B}"), _once(DIALOGUE % "noted", "br-2031-01"), _claimed()),
        ("① VR702 N error",),
        BROKEN,
    ),
)

GIVEN = "{id: a, title: A, topics: [natet], outcome: {kind: %s, assignments: [%s]}}"
TASK = "{id: rita, task: Rita, receiver: %s}"
ASSIGNED = cases(
    Judged("VR702", "{topic: natet, receiver: beredning}", "[rad]"),
    given=Case(_once(GIVEN % ("assigned", TASK % "beredning")), tally=HOLDS),
    given_with_another_outcome=Case(_once(GIVEN % ("discussed", TASK % "beredning")), tally=HOLDS),
    given_to_someone_else=Case(
        together(_once(GIVEN % ("assigned", TASK % "alby")), _claimed()),
        ("① VR702 N error",),
        BROKEN,
    ),
    no_assignment=Case(
        together(_once(GIVEN % ("assigned", "")), _claimed()), ("① VR702 N error",), BROKEN
    ),
)

NOTED = "{id: a, title: A, topics: [natet], outcome: {kind: noted}}"
ANYWHERE = cases(
    Judged("VR702", "{topic: natet, also_in: [raden]}", "[rad]"),
    in_the_forum_itself=Case(_once(NOTED), tally=HOLDS),
    in_the_other=Case(_once(NOTED, "br-2031-01"), tally=HOLDS),
    in_a_third=Case(
        together(_once(NOTED, "be-2031-01"), _once("{id: b, title: B}", "br-2031-01"), _claimed()),
        ("① VR702 N error",),
        BROKEN,
    ),
    the_other_is_not_fully_known=Case(
        together(
            _once("{id: b, title: B}"), meeting("br-2031-01", "2031-05-16", more="known: date")
        ),
        tally=UNKNOWN,
    ),
)

TERM = "2031-01-01/2032-12-31"
TERMS = "terms: [{id: 2031–2032, from: 2031-01-01, to: 2032-12-31}]\n"


def _in_term(*files: Files, span: str = TERM) -> dict[str, str]:
    return together(_claimed(span, TERMS), *files)


SECOND = meeting("ra-2032-01", "2032-04-16", NOTED)
ONCE_A_TERM = cases(
    Judged("VR703", "{topic: natet}", "[rad]"),
    up_in_the_second_year=Case(_in_term(SECOND), tally=HOLDS, complete=TERM),
    never_up=Case(
        _in_term(_once("{id: b, title: B}")), ("① VR703 N error",), BROKEN, complete=TERM
    ),
    up_before_the_term=Case(
        _in_term(_once(NOTED, "ra-2030-01", "2030-12-13")), ("① VR703 N error",), BROKEN
    ),
    cancelled=Case(
        _in_term(meeting("ra-2031-01", "2031-02-14", NOTED, more="cancelled: {reason: Snö}")),
        ("① VR703 N error",),
        BROKEN,
    ),
    a_meeting_is_not_fully_known=Case(
        _in_term(meeting("ra-2031-01", "2031-02-14", more="known: items")), tally=UNKNOWN
    ),
    a_term_not_wholly_recorded=Case(_in_term(span="2031-01-01/2032-12-30")),
    a_term_still_open=Case(_in_term(span="2031-01-01/")),
)

DATED = "{topic: natet, between: [2031-01-01/2031-06-30, 2032-03-01/2032-04-30]}"
FIRST_TIMES = cases(
    Judged("VR703", DATED, "[rad]"),
    both=Case(_in_term(_once(NOTED), SECOND), tally=Tally(holds=2)),
    the_second_is_missing=Case(
        _in_term(_once(NOTED)), ("① VR703 N error",), Tally(holds=1, breached=1)
    ),
    the_first_came_late=Case(
        _in_term(_once(NOTED, "ra-2031-01", "2031-08-15"), SECOND),
        ("① VR703 N error",),
        Tally(holds=1, breached=1),
    ),
)
LATER_ON = cases(
    Judged("VR703", "{topic: natet, between: [2029-01-01/2029-06-30]}", "[rad]"),
    again=Case(_in_term(SECOND), tally=HOLDS),
    not_again_is_milder=Case(_in_term(_once("{id: b, title: B}")), ("① VR703 N warning",), BROKEN),
)

TAKEN = "{id: a, title: A, topics: [natet], outcome: {kind: position}}"
SET_UP = "{id: a, title: A, outcome: {kind: position, establishes: [sakforum]}}"
EARLY = (
    "{topic: natet, outcome: position, within_months: 6, establishes: [sakforum], also_in: [raden]}"
)
IN_GOOD_TIME = cases(
    Judged("VR703", EARLY, "[rad]", "normal"),
    on_the_last_day=Case(
        {**_in_term(_once(NOTED)), **meeting("ra-2031-02", "2031-06-30", SET_UP)}, tally=HOLDS
    ),
    by_another_forum=Case(_in_term(_once(SET_UP, "br-2031-01")), tally=HOLDS),
    never=Case(_in_term(_once(NOTED)), ("① VR703 N warning",), BROKEN),
)


@each({**SPOKEN_OF, **ASSIGNED, **ANYWHERE})
def test_topic_of_the_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each({**ONCE_A_TERM, **FIRST_TIMES, **LATER_ON, **IN_GOOD_TIME})
def test_topic_of_the_term(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize("date", ["2031-07-01", "2032-10-15"])
def test_late_in_the_term_is_noted_at_the_item(tmp_path: Path, date: str) -> None:
    norm = Judged("VR703", EARLY, "[rad]", "normal").norm
    late = meeting(f"ra-{date[:4]}-01", date, TAKEN)
    files = council({**_in_term(late), "structure.yaml": structure(TERM, more=TERMS)}, norms=norm)
    write_repo(tmp_path, files)
    assert findings(tmp_path) == [f"data/meetings/ra-{date[:4]}-01.yaml:6:7 VR703 N note"]


def test_a_term_is_judged_by_the_rulebook_of_its_last_day(tmp_path: Path) -> None:
    """The rulebook that comes into force on the last day judges the whole term; a year too late."""
    norm = Judged("VR703", "{topic: natet}", "[rad]").norm
    files = council(_in_term(_once("{id: b, title: B}")), norms=norm)
    text = files["working-forms/former.yaml"]
    for day, found in (("2032-12-31", 1), ("2033-01-01", 0)):
        changed = text.replace("from: 2030-01-01}", f"from: {day}}}", 1)
        root = tmp_path / day
        write_repo(root, {**files, "working-forms/former.yaml": changed})
        assert len([line for line in findings(root) if "VR703" in line]) == found


def test_a_deviation_names_the_term(tmp_path: Path) -> None:
    norm = Judged("VR703", "{topic: natet}", "[rad]").norm
    excuse = "deviations: [{norm: N, forum: rad, on: 2031–2032, reason: Pandemi}]\n"
    files = _in_term(_once("{id: b, title: B}"), {"deviations.yaml": excuse})
    write_repo(tmp_path, council(files, norms=norm))
    assert [line.split(maxsplit=1)[1] for line in findings(tmp_path)] == ["VR703 N warning"]


def test_between_needs_both_ends(tmp_path: Path) -> None:
    norm = Judged("VR703", "{topic: natet, between: [2031-01-01/]}", "[rad]").norm
    (told,) = messages(tmp_path, council({}, norms=norm))
    assert told == "Normen N: Ange både första och sista dag i between."


def test_what_a_parameter_names_must_exist(tmp_path: Path) -> None:
    wrong = "{topic: natt, receiver: berga2, also_in: [radet], establishes: [sakforumet]}"
    norm = Judged("VR703", wrong, "[rad]").norm
    told = messages(tmp_path, council({}, norms=norm))
    assert [message.split("”")[1] for message in told] == ["natt", "berga2", "radet", "sakforumet"]


def test_near_misses_are_pointed_out_and_the_next_meeting_named(tmp_path: Path) -> None:
    norm = Judged("VR702", "{topic: natet, purposes: [dialogue], also_in: [bredd]}", "[rad]").norm
    files = together(_once(NOTED), meeting("ra-2032-01", "2032-01-16"))
    write_repo(tmp_path, council(files, norms=norm))

    (finding,) = outcome(tmp_path).findings
    assert (
        finding.message
        == "Rådet och breda rådet hade 2031 ingen behandlad punkt för dialog om Nätet."
    )
    assert "16\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2032" in finding.help
    ((place, words),) = finding.related
    assert place.path == "data/meetings/ra-2031-01.yaml"
    assert words == "punkten ”A” vid rådet 14\N{NO-BREAK SPACE}februari\N{NO-BREAK SPACE}2031"


@pytest.mark.parametrize(
    ("receiver", "name"),
    [("beredning", "beredningen"), ("alby", "Alby"), ("anna", "Anna Ek")],
)
def test_whoever_was_to_be_given_work_is_named(tmp_path: Path, receiver: str, name: str) -> None:
    norm = Judged("VR702", f"{{topic: natet, receiver: {receiver}}}", "[rad]").norm
    (told,) = messages(tmp_path, council(_once("{id: b, title: B}"), norms=norm))
    assert told == f"Rådet hade 2031 ingen behandlad punkt med uppdrag till {name} om Nätet."


def test_what_is_about_a_year_is_to_say_which(tmp_path: Path) -> None:
    norm = Judged("VR702", "{topic: natet, about_year: 'true'}", "[rad]").norm
    files = council(_once("{id: b, title: B}"), norms=norm, complete="2030-01-01/2031-12-31")
    write_repo(tmp_path, files)
    (finding,) = outcome(tmp_path).findings
    assert "(year: 2031)" in finding.help


def test_a_norm_set_lower_stays_there_when_it_recurs(tmp_path: Path) -> None:
    judged = Judged("VR703", "{topic: natet, between: [2029-01-01/2029-06-30]}", "[rad]")
    norm = judged.norm.replace("strength: shall", "strength: shall, severity: note")
    write_repo(tmp_path, council(_in_term(_once("{id: b, title: B}")), norms=norm))
    assert [line.split(maxsplit=1)[1] for line in findings(tmp_path)] == ["VR703 N note"]


def test_months_are_counted_from_the_last_day_of_a_long_month(tmp_path: Path) -> None:
    """Three months from 30 November end with February, however short it is."""
    more = "terms: [{id: t, from: 2030-11-30, to: 2032-12-31}]\n"
    norm = Judged("VR703", "{topic: natet, within_months: 3}", "[rad]", "normal").norm
    for day, found in (("2031-02-27", []), ("2031-02-28", ["VR703 N note"])):
        files = council(_once(NOTED, date=day), norms=norm)
        files["structure.yaml"] = structure("2030-11-01/2032-12-31", more=more)
        write_repo(tmp_path / day, files)
        assert [line.split(maxsplit=1)[1] for line in findings(tmp_path / day)] == found
