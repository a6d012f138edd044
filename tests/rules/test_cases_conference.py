"""VR705, VR706, VR709: conferences and planning days, and what lies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
YEAR = "2031-01-01/2031-12-31"


def _claimed(span: str = YEAR) -> dict[str, str]:
    """The span that claims to know the year, marked."""
    return {"structure.yaml": structure(span).replace("ngs: [", "ngs: [①", 1)}


def _conference(date: str = "2031-02-13", *items: str, more: str = "") -> dict[str, str]:
    lines = f"form: conference\n{more}"
    return together(meeting(f"ra-{date[:4]}-09", date, *items, more=lines))


ORDINARY = meeting("ra-2031-01", "2031-06-13")
PLANNING = meeting("ra-2031-02", "2031-09-19", more="form: planning-days")

ANY_TIME = cases(
    Judged("VR705", "{form: planning-days}", "[rad]"),
    held=Case(together(ORDINARY, PLANNING), tally=HOLDS),
    an_ordinary_meeting_is_not_that=Case(
        together(ORDINARY, _claimed()), ("① VR705 N error",), BROKEN
    ),
    a_conference_is_not_that=Case(
        together(_conference(), _claimed()), ("① VR705 N error",), BROKEN
    ),
    cancelled=Case(
        together(
            meeting(
                "ra-2031-02",
                "2031-09-19",
                more="form: planning-days\ncancelled: {reason: Valet}",
            ),
            _claimed(),
        ),
        ("① VR705 N error",),
        BROKEN,
    ),
    in_another_forum=Case(
        together(meeting("br-2031-02", "2031-09-19", more="form: planning-days"), _claimed()),
        ("① VR705 N error",),
        BROKEN,
    ),
    a_meeting_known_by_its_date_alone=Case(
        meeting("ra-2031-01", "2031-06-13", more="known: date"), tally=UNKNOWN
    ),
    a_meeting_that_was_only_planned=Case(
        meeting("ra-2031-01", "2031-06-13", more="known: planned"), tally=UNKNOWN
    ),
    a_meeting_known_by_its_items_tells_its_form=Case(
        together(meeting("ra-2031-01", "2031-06-13", more="known: items"), _claimed()),
        ("① VR705 N error",),
        BROKEN,
    ),
    a_year_not_complete=Case(ORDINARY, complete=""),
)
EARLY = cases(
    Judged("VR705", "{form: conference, months: ['1', '2']}", "[rad]", "normal"),
    in_february=Case(_conference("2031-02-28"), tally=HOLDS),
    in_march=Case(together(_conference("2031-03-03"), _claimed()), ("① VR705 N warning",), BROKEN),
)
TWICE = cases(
    Judged("VR705", "{form: conference, times: '2'}", "[rad]"),
    once=Case(together(_conference(), _claimed()), ("① VR705 N error",), BROKEN),
)


@each({**ANY_TIME, **EARLY, **TWICE})
def test_held_every_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _message(root: Path, norm: Judged, files: Files) -> str:
    write_repo(root, council(files, norms=norm.norm))
    (finding,) = outcome(root).findings
    return finding.message.replace("\N{NO-BREAK SPACE}", " ")


def test_when_it_was_held_instead_is_told(tmp_path: Path) -> None:
    norm = Judged("VR705", "{form: conference, months: ['1', '2']}", "[rad]")
    told = _message(tmp_path, norm, _conference("2031-03-03"))
    assert told == (
        "Rådet hade ingen konferens i januari eller februari 2031; konferensen hölls 3 mars 2031."
    )


def test_too_few_is_counted(tmp_path: Path) -> None:
    norm = Judged("VR705", "{form: conference, times: '2'}", "[rad]")
    assert _message(tmp_path, norm, _conference()) == (
        "Rådet hade konferensen bara 1 av 2 gånger 2031."
    )


# Beside it

BESIDE = Judged("VR706", "{form: conference, within_days: '1'}", "[rad]")
AT = "data/meetings/ra-2031-09.yaml:4:7 VR706 N error"
MATTER = "{id: a, title: A, matter: 2031-001}"


def _next_to(date: str, identifier: str = "ra-2031-01", more: str = "") -> dict[str, str]:
    return together(_conference(), meeting(identifier, date, more=more))


ADJOINING = cases(
    BESIDE,
    the_same_day=Case(
        together(
            _conference(more="hours: 10:00–16:00"),
            meeting("ra-2031-01", "2031-02-13", hours="09:00–10:00"),
        ),
        tally=HOLDS,
    ),
    the_day_after=Case(_next_to("2031-02-14"), tally=HOLDS),
    the_day_before=Case(_next_to("2031-02-12"), tally=HOLDS),
    after_its_second_day=Case(
        together(
            _conference("2031-02-12", more="to: 2031-02-13"), meeting("ra-2031-01", "2031-02-14")
        ),
        tally=HOLDS,
    ),
    two_days_before=Case(_next_to("2031-02-11"), (AT,), BROKEN),
    a_cancelled_meeting=Case(
        _next_to("2031-02-14", more="cancelled: {reason: Snö}"), (AT,), BROKEN
    ),
    planning_days=Case(_next_to("2031-02-14", more="form: planning-days"), (AT,), BROKEN),
    another_forums_meeting=Case(_next_to("2031-02-14", "br-2031-01"), (AT,), BROKEN),
    no_meeting=Case(_conference(), (AT,), BROKEN),
    its_own_items_without_matters=Case(
        _conference("2031-02-13", "{id: a, title: Framtiden}"),
        ("data/meetings/ra-2031-09.yaml:7:7 VR706 N error",),
        BROKEN,
    ),
    itself_a_meeting=Case(together(matter(), _conference("2031-02-13", MATTER)), tally=HOLDS),
    its_items_are_not_known=Case(_conference(more="known: date"), tally=UNKNOWN),
    a_cancelled_conference=Case(_conference(more="cancelled: {reason: Snö}")),
    no_conference=Case(ORDINARY),
)
TWO_DAYS = cases(
    Judged("VR706", "{form: conference, within_days: '2'}", "[rad]"),
    two_days_before=Case(_next_to("2031-02-11"), tally=HOLDS),
    the_days_after_are_not_complete=Case(_conference("2031-12-30"), tally=UNKNOWN),
    the_days_before_are_not_complete=Case(_conference("2031-01-02"), tally=UNKNOWN),
)
SAME_DAY = cases(
    Judged("VR706", "{form: conference, within_days: '0'}", "[rad]"),
    the_day_after_is_another_day=Case(_next_to("2031-02-14"), (AT,), BROKEN),
)


@each({**ADJOINING, **TWO_DAYS, **SAME_DAY})
def test_a_meeting_beside(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("files", "end"),
    [
        (together(_conference(more="to: 2031-02-14"), ORDINARY), "; det närmaste är 13 juni 2031."),
        (_conference(more="to: 2031-02-14"), "."),
    ],
)
def test_the_nearest_meeting_is_named(tmp_path: Path, files: Files, end: str) -> None:
    assert _message(tmp_path, BESIDE, files) == (
        f"Konferensen 13–14 februari 2031 har inget möte med rådet i anslutning{end}"
    )


SPOKEN = "{id: a, title: A, topics: [natet], purpose: [dialogue], outcome: {kind: discussed}}"
OTHER = "{id: b, title: B, outcome: {kind: noted}}"
THERE = "data/meetings/ra-2031-09.yaml:4:7 VR709 N warning"
TOPIC_BESIDE = cases(
    Judged(
        "VR709",
        "{topic: natet, purposes: [dialogue], form: conference, within_days: '1'}",
        "[rad]",
        "normal",
    ),
    at_the_conference=Case(_conference("2031-02-13", SPOKEN), tally=HOLDS),
    at_the_meeting_beside=Case(
        together(_conference("2031-02-13", OTHER), meeting("ra-2031-01", "2031-02-14", SPOKEN)),
        tally=HOLDS,
    ),
    at_a_meeting_later=Case(
        together(meeting("ra-2031-01", "2031-06-13", SPOKEN), _conference()),
        (THERE,),
        BROKEN,
    ),
    the_meeting_beside_is_not_fully_known=Case(
        together(_conference(), meeting("ra-2031-01", "2031-02-14", more="known: date")),
        tally=UNKNOWN,
    ),
    no_conference=Case(meeting("ra-2031-01", "2031-06-13", OTHER)),
)


@each(TOPIC_BESIDE)
def test_a_topic_beside(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
