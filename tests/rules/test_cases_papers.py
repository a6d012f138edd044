"""VR502, VR503: papers for a position reach every party before the meeting, and in time."""

from __future__ import annotations

from pathlib import Path

from tests.repos import council, findings, placed, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
CALLED = "notice: {sent: 2031-03-21}"
UP = "{id: a, title: A, matter: 2031-001, purpose: [position], papers_sent: %s}"


def _sent(sent: str, more: str = CALLED) -> dict[str, str]:
    return together(matter(), meeting("ra-2031-01", "2031-04-04", UP % sent, more=more))


def _never(item: str, more: str = CALLED) -> dict[str, str]:
    return together(matter(), meeting("ra-2031-01", "2031-04-04", item, more=more))


NO_PAPERS = "{id: a, title: A, matter: 2031-001, purpose: [position]}"
ALL_BY_NAME = "{date: 2031-03-28, to: [alby, berga, regionen]}"

SENT = cases(
    Judged("VR502", forums="[rad]"),
    to_all=Case(_sent("2031-03-28"), tally=HOLDS),
    to_all_said_aloud=Case(_sent("{date: 2031-03-28, to: all}"), tally=HOLDS),
    to_each_by_name=Case(_sent(ALL_BY_NAME), tally=HOLDS),
    the_day_before=Case(_sent("2031-04-03"), tally=HOLDS),
    the_same_day=Case(_sent("①2031-04-04"), ("① VR502 N error",), BROKEN),
    to_all_but_one=Case(
        _sent("①{date: 2031-03-28, to: [alby, regionen]}"), ("① VR502 N error",), BROKEN
    ),
    never=Case(_never(f"①{NO_PAPERS}"), ("① VR502 N error",), BROKEN),
    never_but_not_fully_known=Case(_never(NO_PAPERS, f"{CALLED}\nknown: items"), tally=UNKNOWN),
    never_outside_what_is_complete=Case(_never(NO_PAPERS), tally=UNKNOWN, complete=""),
    for_dialogue=Case(_never("{id: a, title: A, matter: 2031-001, purpose: [dialogue]}")),
    before_the_notice=Case(_never(NO_PAPERS, "")),
    held_without_a_notice=Case(
        _never(f"①{NO_PAPERS}", "minutes: {attendance: {present: [anna]}}"),
        ("① VR502 N error",),
        BROKEN,
    ),
)

IN_TIME = cases(
    Judged("VR503", "{lead_days: 7}", "[rad]", "normal"),
    seven_days=Case(_sent("2031-03-28"), tally=HOLDS),
    six_days=Case(_sent("①2031-03-29"), ("① VR503 N warning",), BROKEN),
    after_the_meeting=Case(_sent("①2031-04-07"), ("① VR503 N warning",), BROKEN),
    never=Case(_never(NO_PAPERS)),
    for_dialogue=Case(
        _never("{id: a, title: A, matter: 2031-001, purpose: [dialogue], papers_sent: 2031-04-03}")
    ),
)


@each(SENT)
def test_sent(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(IN_TIME)
def test_in_time(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


BOTH_NORMS = """
    SENT: {title: T, rule: VR502, strength: shall, paragraph: '1', subsumes: [LEAD]}
    LEAD: {title: T, rule: VR503, strength: normal, paragraph: '1', with: {lead_days: '7'}}
"""


def _findings(root: Path, sent: str) -> tuple[list[str], dict[str, str]]:
    places = write_repo(root, council(_sent(sent), norms=BOTH_NORMS))
    return findings(root), places


def test_papers_not_sent_before_are_not_also_late(tmp_path: Path) -> None:
    found, places = _findings(tmp_path, "①2031-04-04")
    assert found == placed(("① VR502 SENT error",), places)


def test_papers_sent_to_some_late_are_told_of_once(tmp_path: Path) -> None:
    found, places = _findings(tmp_path, "①{date: 2031-04-01, to: [alby]}")
    assert found == placed(("① VR502 SENT error",), places)


def test_papers_that_are_merely_late_are_told_of(tmp_path: Path) -> None:
    found, places = _findings(tmp_path, "①2031-04-01")
    assert found == placed(("① VR503 LEAD warning",), places)


def test_what_holds_subsumes_nothing(tmp_path: Path) -> None:
    """The stronger norm is broken for one item only; the other's lateness is still told."""
    items = (
        "{id: a, title: A, matter: 2031-001, purpose: [position], papers_sent: ①2031-04-04}",
        "{id: b, title: B, matter: 2031-001, purpose: [position], papers_sent: ②2031-04-01}",
    )
    files = together(matter(), meeting("ra-2031-01", "2031-04-04", *items, more=CALLED))
    places = write_repo(tmp_path, council(files, norms=BOTH_NORMS))
    expected = placed(("① VR502 SENT error", "② VR503 LEAD warning"), places)
    assert findings(tmp_path) == expected
