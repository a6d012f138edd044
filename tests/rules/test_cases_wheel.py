"""VR704, VR708: the year's plan, and what an adopted wheel must hold."""

from __future__ import annotations

from pathlib import Path

from tests.repos import (
    Files,
    council,
    findings,
    messages,
    outcome,
    register,
    structure,
    write_repo,
)
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally
from vrtool.engine.judging import crash

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
NO_MINUTES = structure().replace("minutes: [2031-01-01/2031-12-31]", "minutes: []")


def _wheel(*lines: str, year: str = "2031") -> dict[str, str]:
    return {f"year-wheels/{year}.yaml": "\n".join((f"id: '{year}'", f"year: {year}", *lines, ""))}


def _claimed() -> dict[str, str]:
    """The span that claims to know the year, marked."""
    return {"structure.yaml": structure().replace("ngs: [", "ngs: [①", 1)}


PLAN = Judged("VR704", forums="[rad]")
PLANNED = cases(
    PLAN,
    a_plan=Case(_wheel("plan: {rad: [2031-02-14]}"), tally=HOLDS),
    a_plan_in_a_wheel_over_two_years=Case(
        _wheel("to_year: 2031", "plan: {rad: [2030-05-10, 2031-02-14]}", year="2030"), tally=HOLDS
    ),
    that_plans_the_first_year_only=Case(
        _wheel("to_year: 2031", "plan:", "  rad: [2030-05-10]", year="2030"),
        ("data/year-wheels/2030.yaml:5:3 VR704 N error",),
        BROKEN,
    ),
    for_another_forum=Case(
        _wheel("plan:", "  bredd: [2031-02-14]"),
        ("data/year-wheels/2031.yaml:4:3 VR704 N error",),
        BROKEN,
    ),
    an_empty_plan=Case(
        _wheel("plan:", "  rad: []"), ("data/year-wheels/2031.yaml:4:3 VR704 N error",), BROKEN
    ),
    no_wheel=Case(_claimed(), ("① VR704 N error",), BROKEN),
    only_another_years_wheel=Case(
        together(_wheel("plan: {rad: [2031-02-14]}", year="2032"), _claimed()),
        ("① VR704 N error",),
        BROKEN,
    ),
    only_the_meetings_are_complete=Case({"structure.yaml": NO_MINUTES}, tally=UNKNOWN),
    a_year_not_complete=Case({}, complete=""),
)


@each(PLANNED)
def test_a_plan_for_the_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_wheel_that_cannot_be_read_may_hold_the_plan(tmp_path: Path) -> None:
    files = {"year-wheels/2031.yaml": "id: '2031'\nyear: inget\n"}
    write_repo(tmp_path, council(files, norms=PLAN.norm))
    assert [found.split()[1] for found in findings(tmp_path)] == ["VR005"]


def test_where_the_plan_is_to_stand_is_told(tmp_path: Path) -> None:
    write_repo(tmp_path, council({}, norms=PLAN.norm))
    (finding,) = outcome(tmp_path).findings
    assert finding.message == "Rådet har ingen mötesplan för 2031."
    assert "plan: rad" in finding.help
    assert "data/year-wheels/2031.yaml" in finding.help


# What it holds

PARTS = Judged("VR708", "{topic: arshjul, parts: {ett: första, tva: andra}, topics: [natet]}")
ENTRY = "{id: a, title: A, topics: [%s]}"
FULL = ("parts:", f"  ett: [{ENTRY % 'natet'}]", f"  tva: [{ENTRY % 'arshjul'}]")
ADOPTED = meeting(
    "ra-2031-01", "2031-02-14", "{id: a, title: A, topics: [arshjul], outcome: {kind: position}}"
)
AT = "data/year-wheels/2031.yaml"


def _adopted(*lines: str, by: Files = ADOPTED) -> dict[str, str]:
    return together(by, _wheel(*lines))


def _item(identifier: str, date: str, item: str) -> Files:
    return together(matter(), meeting(identifier, date, item))


HELD_WITHIN = cases(
    PARTS,
    everything=Case(_adopted(*FULL), tally=Tally(holds=3)),
    an_empty_part=Case(
        _adopted("parts:", f"  ett: [{ENTRY % 'natet'}]", "  tva: []"),
        (f"{AT}:5:8 VR708 N error",),
        Tally(holds=2, breached=1),
    ),
    a_part_not_there=Case(
        _adopted("parts:", f"  ett: [{ENTRY % 'natet'}]"),
        (f"{AT}:4:3 VR708 N error",),
        Tally(holds=2, breached=1),
    ),
    the_topic_is_not_there=Case(
        _adopted("parts:", f"  ett: [{ENTRY % 'arshjul'}]", f"  tva: [{ENTRY % ''}]"),
        (f"{AT}:4:3 VR708 N error",),
        Tally(holds=2, breached=1),
    ),
    no_parts_at_all=Case(_adopted(), (f"{AT}:1:1 VR708 N error",) * 3, Tally(breached=3)),
    a_draft=Case(_wheel()),
    merely_discussed=Case(
        _adopted(
            by=meeting(
                "ra-2031-01",
                "2031-02-14",
                "{id: a, title: A, topics: [arshjul], outcome: {kind: discussed}}",
            )
        )
    ),
    a_position_on_something_else=Case(
        _adopted(
            by=meeting(
                "ra-2031-01",
                "2031-02-14",
                "{id: a, title: A, topics: [natet], outcome: {kind: position}}",
            )
        )
    ),
    a_position_on_next_years_wheel=Case(
        _adopted(
            by=meeting(
                "ra-2031-01",
                "2031-02-14",
                "{id: a, title: A, year: 2032, topics: [arshjul], outcome: {kind: position}}",
            )
        )
    ),
    adopted_the_year_before=Case(
        _adopted(
            *FULL,
            by=meeting(
                "ra-2030-01",
                "2030-10-11",
                "{id: a, title: A, year: 2031, topics: [arshjul], outcome: {kind: position}}",
            ),
        ),
        tally=Tally(holds=3),
    ),
    adopted_as_its_matter=Case(
        _adopted(
            "matter: 2031-001",
            *FULL,
            by=_item(
                "ra-2030-01",
                "2030-10-11",
                "{id: a, title: A, matter: 2031-001, outcome: {kind: position}}",
            ),
        ),
        tally=Tally(holds=3),
    ),
    by_a_cancelled_meeting=Case(
        _adopted(
            by=meeting(
                "ra-2031-01",
                "2031-02-14",
                "{id: a, title: A, topics: [arshjul], outcome: {kind: position}}",
                more="cancelled: {reason: Snö}",
            )
        )
    ),
)


@each(HELD_WITHIN)
def test_what_an_adopted_wheel_holds(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_wheel_is_judged_by_the_rulebook_of_its_first_day(tmp_path: Path) -> None:
    files = council(_adopted(), norms=PARTS.norm)
    text = files["working-forms/former.yaml"]
    for day, found in (("2031-01-01", 3), ("2031-01-02", 0)):
        changed = text.replace("from: 2030-01-01}", f"from: {day}}}", 1)
        write_repo(tmp_path / day, {**files, "working-forms/former.yaml": changed})
        assert len([line for line in findings(tmp_path / day) if "VR708" in line]) == found


def test_the_wheel_and_what_it_lacks_are_named(tmp_path: Path) -> None:
    files = _adopted("title: Hjulet", "parts:", f"  ett: [{ENTRY % ''}]")
    told = messages(tmp_path, council(files, norms=PARTS.norm))
    assert told == [
        "Hjulet är antaget men har inget om Nätet.",
        "Hjulet är antaget men har inget under delen tva (andra).",
    ]


def test_a_wheel_without_a_title_is_named_by_its_years(tmp_path: Path) -> None:
    files = together(ADOPTED, _wheel("to_year: 2032"))
    told = messages(tmp_path, council(files, norms=PARTS.norm))
    assert told[0].startswith("Årshjulet 2031–2032 är antaget")


def test_a_deviation_excuses_one_part_or_the_whole_year(tmp_path: Path) -> None:
    lines = ("parts:", f"  ett: [{ENTRY % 'natet'}]")
    for on in ("tva", "'2031'"):
        excuse = f"deviations: [{{norm: N, on: {on}, reason: Sent ute}}]\n"
        root = tmp_path / on.strip("'")
        files = {**_adopted(*lines), "deviations.yaml": excuse}
        write_repo(root, council(files, norms=PARTS.norm))
        assert [line.split(maxsplit=1)[1] for line in findings(root)] == ["VR708 N warning"]


def test_the_topics_a_norm_names_must_exist(tmp_path: Path) -> None:
    wrong = Judged("VR708", "{topic: hjul, parts: {ett: första}, topics: [natt]}")
    told = messages(tmp_path, council({}, norms=wrong.norm))
    assert [message.split("”")[1] for message in told] == ["hjul", "natt"]


def test_a_rule_that_crashes_on_a_wheel_points_at_it(tmp_path: Path) -> None:
    known = register(tmp_path, council(_wheel()))
    complaint = crash(known, "VR708", "2031", RuntimeError("så gick det"))
    assert complaint.verdict.at.path == "data/year-wheels/2031.yaml"
