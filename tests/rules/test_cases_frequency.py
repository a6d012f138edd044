"""VR701, VR702: how often a forum meets in a year, and what must have been up."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files, council, messages, structure
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
FRIDAYS = ("2031-01-17", "2031-02-14", "2031-03-14", "2031-04-04", "2031-05-16", "2031-06-13")
YEAR = "2031-01-01/2031-12-31"


def _meetings(count: int, *more: Files) -> dict[str, str]:
    each_one = (meeting(f"ra-2031-0{n}", FRIDAYS[n - 1]) for n in range(1, count + 1))
    return together(*each_one, *more)


def _claimed(span: str = YEAR) -> dict[str, str]:
    """The span that claims to know the year, marked."""
    text = structure(span).replace("meetings: [", "meetings: [①", 1)
    return {"structure.yaml": text}


EXTRA = meeting("ra-2031-09", "2031-09-19", more="cancelled: {reason: Valet}")
PLANNING = meeting("ra-2031-09", "2031-09-19", more="form: planning-days")
CONFERENCE = meeting("ra-2031-09", "2031-09-19", more="form: conference")
NEXT_YEAR = meeting("ra-2032-01", "2032-01-16")

BETWEEN = cases(
    Judged("VR701", "{min: '2', max: '4'}", "[rad]", "normal"),
    the_fewest=Case(_meetings(2), tally=HOLDS),
    the_most=Case(_meetings(4), tally=HOLDS),
    too_few=Case(_meetings(1, _claimed()), ("① VR701 N warning",), BROKEN),
    none=Case(_meetings(0, _claimed()), ("① VR701 N warning",), BROKEN),
    more_than_usual_is_noted=Case(_meetings(5, _claimed()), ("① VR701 N note",), BROKEN),
    the_cancelled_does_not_count=Case(
        _meetings(1, _claimed(), EXTRA), ("① VR701 N warning",), BROKEN
    ),
    planning_days_do_not_count=Case(
        _meetings(1, _claimed(), PLANNING), ("① VR701 N warning",), BROKEN
    ),
    a_conference_counts=Case(_meetings(1, CONFERENCE), tally=HOLDS),
    another_year_does_not_count=Case(
        _meetings(1, _claimed(), NEXT_YEAR), ("① VR701 N warning",), BROKEN
    ),
    a_year_not_complete=Case(_meetings(1), complete=""),
    a_year_complete_but_for_a_day=Case(_meetings(1), complete="2031-01-01/2031-12-30"),
    a_year_still_open=Case(_meetings(1), complete="2031-01-01/"),
)

ABOUT = cases(
    Judged("VR701", "{about: '4', tolerance: '1'}", "[rad]", "normal"),
    one_less_is_about_as_many=Case(_meetings(3), tally=HOLDS),
    one_more_is_about_as_many=Case(_meetings(5), tally=HOLDS),
    two_less=Case(_meetings(2, _claimed()), ("① VR701 N warning",), BROKEN),
    two_more=Case(_meetings(6, _claimed()), ("① VR701 N note",), BROKEN),
)

AT_LEAST = cases(
    Judged("VR701", "{min: '3'}", "[rad]", "should"),
    as_many=Case(_meetings(3), tally=HOLDS),
    many_more=Case(_meetings(6), tally=HOLDS),
    one_too_few=Case(_meetings(2, _claimed()), ("① VR701 N error",), BROKEN),
)


def _wheel(item: str, date: str = "2031-02-14") -> dict[str, str]:
    return together(
        matter(more="topics: [arshjul]"),
        meeting(f"ra-{date[:4]}-01", date, item),
        meeting("ra-2031-02", "2031-06-13"),
    )


TAKEN = "{id: a, title: A, matter: 2031-001, outcome: {kind: position}%s}"
OPEN = "2030-01-01/2031-12-31"  # of 2030 itself nothing can be told: no meeting is recorded
THIS_YEAR = Judged("VR702", "{topic: arshjul, outcome: position}", "[rad]")

TOPIC = cases(
    THIS_YEAR,
    taken=Case(_wheel(TAKEN % ""), tally=HOLDS),
    marked_on_the_item_itself=Case(
        meeting(
            "ra-2031-01",
            "2031-02-14",
            "{id: a, title: A, topics: [arshjul], outcome: {kind: position}}",
        ),
        tally=HOLDS,
    ),
    merely_discussed=Case(
        together(
            _wheel("{id: a, title: A, matter: 2031-001, outcome: {kind: discussed}}"), _claimed()
        ),
        ("① VR702 N error",),
        BROKEN,
    ),
    never_up=Case(
        together(meeting("ra-2031-01", "2031-02-14"), _claimed()), ("① VR702 N error",), BROKEN
    ),
    at_a_cancelled_meeting=Case(
        together(
            matter(more="topics: [arshjul]"),
            meeting("ra-2031-01", "2031-02-14", TAKEN % "", more="cancelled: {reason: Snö}"),
            meeting("ra-2031-02", "2031-06-13"),
            _claimed(),
        ),
        ("① VR702 N error",),
        BROKEN,
    ),
    one_meeting_is_not_fully_known=Case(
        together(
            meeting("ra-2031-01", "2031-02-14"),
            meeting("ra-2031-02", "2031-06-13", more="known: date"),
        ),
        tally=UNKNOWN,
    ),
    no_meeting_at_all=Case({}, tally=UNKNOWN),
    a_year_not_complete=Case(meeting("ra-2031-01", "2031-02-14"), complete=""),
)

ABOUT_YEAR = Judged("VR702", "{topic: arshjul, outcome: position, about_year: 'true'}", "[rad]")
AHEAD = cases(
    ABOUT_YEAR,
    taken_the_autumn_before=Case(_wheel(TAKEN % ", year: 2031", "2030-10-11"), tally=HOLDS),
    taken_in_the_year_itself=Case(_wheel(TAKEN % ""), tally=HOLDS),
    taken_after_its_year=Case(
        together(_wheel(TAKEN % ", year: 2031", "2032-01-16"), _claimed(OPEN)),
        ("① VR702 N error",),
        Tally(unknown=1, breached=1),
    ),
    next_years_wheel_is_not_this_years=Case(
        together(_wheel(TAKEN % ", year: 2032"), _claimed(OPEN)),
        ("① VR702 N error",),
        Tally(unknown=1, breached=1),
    ),
    the_year_before_is_not_complete=Case(meeting("ra-2031-01", "2031-02-14"), tally=UNKNOWN),
)


@each({**BETWEEN, **ABOUT, **AT_LEAST})
def test_meetings_in_a_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(TOPIC)
def test_topic_of_the_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(AHEAD)
def test_topic_about_the_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


NET = "{id: a, title: A, topics: [natet], outcome: {kind: noted}}"


def _twice_a_year(root: Path, *items: str) -> list[str]:
    norm = Judged("VR702", "{topic: natet, times: '2'}", "[rad]").norm
    files = [
        meeting(f"ra-2031-0{n}", FRIDAYS[n - 1], item) for n, item in enumerate(items, start=1)
    ]
    return messages(root, council(together(*files), norms=norm))


def test_twice_is_often_enough(tmp_path: Path) -> None:
    assert _twice_a_year(tmp_path, NET, NET) == []


def test_an_item_without_outcome_was_not_up(tmp_path: Path) -> None:
    (told,) = _twice_a_year(tmp_path, NET, "{id: a, title: A, topics: [natet]}")
    assert "1 av 2" in told


def test_never_up_is_said_in_good_swedish(tmp_path: Path) -> None:
    (told,) = _twice_a_year(tmp_path, "{id: a, title: A}")
    assert told.startswith("Rådet hade 2031 ingen ")
