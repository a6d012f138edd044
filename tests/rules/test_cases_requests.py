"""VR712: a meeting on request, by the chair or enough of the members, and how soon it came."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, Files, council, findings, messages, placed, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
ASKED, LAST, TOO_LATE = "2031-03-03", "2031-04-02", "2031-04-03"
CHAIR, THIRD = "[rut]", "[bo, asta]"
BROAD = Judged("VR712", "{share: 1/3, within_days: '30'}", "[bredd]")


def _request(by: str, day: str = ASKED, mark: str = "", forum: str = "bredd") -> Files:
    """A request that the broad council meet; six sit there."""
    entry = f"{{forum: {forum}, date: {day}, by: {by}}}"
    return {"requests.yaml": f"requests:\n  varens-resor: {mark}{entry}\n"}


def _answer(day: str, more: str = "", mark: str = "", known: str = "full") -> Files:
    lines = f"requested: {mark}varens-resor\nknown: {known}\n{more}"
    return meeting("br-2031-01", day, more=lines)


def _rosters(old: str, new: str, without: str = "") -> dict[str, str]:
    assert old in ROSTERS
    assert without in ROSTERS
    return {"forums.yaml": ROSTERS.replace(old, new).replace(without, "")}


ASTA = "  br/alby/1: {members: [{who: asta, from: 2030-01-01}]}\n"
BRITT = "  br/berga/1: {members: [{who: britt, from: 2030-01-01}]}\n"
RAGNA = "  styrelsen/vice-ordforande: [{who: ragna, from: 2030-01-01}]\n"
SEVENTH = _rosters(RAGNA, f"{RAGNA}  styrelsen/andre-vice: [{{who: arne, from: 2030-01-01}}]\n") | {
    "structure.yaml": structure().replace(
        "topics:", "  andre-vice: {name: andre vice ordförande, presidium: true}\ntopics:", 1
    )
}
TOLD = (("① VR712 N error",), BROKEN)
UNCHAIRED = _rosters("  rad/ordforande: [{who: rut", "  # [{who: rut")
BRITT_UNKNOWN = _rosters("  br/berga/1: {members: [{who: britt", "  # [{who: britt")
OPEN = structure("2031-01-01/2031-12-31").replace("rosters: [2031-01-01/2031-12-31]", "rosters: []")
WHO = cases(
    BROAD,
    by_the_chair=Case(_request(CHAIR, mark="①"), *TOLD),
    by_a_third=Case(_request(THIRD, mark="①"), *TOLD),
    by_more=Case(_request("[anna, bo, asta]", mark="①"), *TOLD),
    by_fewer=Case(_request("[bo]")),
    by_two_of_whom_one_is_no_member=Case(_request("[bo, arne]")),
    by_the_chair_and_one_other=Case(_request("[rut, arne]", mark="①"), *TOLD),
    one_of_them_asks_twice=Case(_request("[bo, bo]")),
    by_fewer_where_the_chair_is_not_known=Case(
        together(_request("[bo]"), UNCHAIRED), tally=UNKNOWN
    ),
    by_a_third_where_the_chair_is_not_known=Case(
        together(_request(THIRD, mark="①"), UNCHAIRED), *TOLD
    ),
    a_seat_is_not_known_but_they_are_enough=Case(
        together(_request(THIRD, mark="①"), BRITT_UNKNOWN, {"structure.yaml": OPEN}), *TOLD
    ),
    a_seat_is_not_known_and_they_are_too_few_without_it=Case(
        together(_request("[bo, britt]"), BRITT_UNKNOWN, {"structure.yaml": OPEN}), tally=UNKNOWN
    ),
    a_vacant_seat_is_no_member=Case(
        together(
            _request("[bo]", mark="①"),
            _rosters(
                f"{ASTA}{BRITT}",
                "  br/alby/1: {members: [{vacant: true, from: 2030-01-01}]}\n"
                "  br/berga/1: {members: [{vacant: true, from: 2030-01-01}]}\n",
                RAGNA,
            ),
        ),
        *TOLD,
    ),
    two_of_seven_are_no_third=Case(together(_request(THIRD), SEVENTH)),
    of_another_forum=Case(_request(CHAIR, forum="rad")),
    of_another_year=Case(_request(CHAIR, day="2030-12-20")),
)

HELD = cases(
    BROAD,
    on_the_last_day=Case(together(_request(CHAIR), _answer(LAST)), tally=HOLDS),
    on_the_day_it_was_asked_for=Case(together(_request(CHAIR), _answer(ASKED)), tally=HOLDS),
    planned_only=Case(together(_request(CHAIR), _answer(LAST, known="planned")), tally=HOLDS),
    a_day_late=Case(
        together(_request(CHAIR, mark="①"), _answer(TOO_LATE)), ("① VR712 N note",), BROKEN
    ),
    before_it_was_asked_for=Case(together(_request(CHAIR, mark="①"), _answer("2031-02-28")), *TOLD),
    cancelled=Case(
        together(_request(CHAIR, mark="①"), _answer(LAST, "cancelled: {reason: Snö}")), *TOLD
    ),
    another_meeting_that_does_not_name_it=Case(
        together(_request(CHAIR, mark="①"), meeting("br-2031-01", "2031-03-28")), *TOLD
    ),
    another_meeting_of_which_little_is_known=Case(
        together(_request(CHAIR), meeting("br-2031-01", "2031-03-28", more="known: date")),
        tally=UNKNOWN,
    ),
    a_meeting_of_another_forum=Case(
        together(
            _request(CHAIR, mark="①"),
            meeting("ra-2031-01", "2031-03-28", more="requested: varens-resor"),
        ),
        *TOLD,
    ),
    asked_for_late_in_the_last_year_known=Case(_request(CHAIR, day="2031-12-02"), tally=UNKNOWN),
    asked_for_so_that_the_last_day_is_known=Case(
        _request(CHAIR, day="2031-12-01", mark="①"), *TOLD
    ),
    answered_in_the_next_year=Case(
        together(
            _request(CHAIR, day="2031-12-19"),
            meeting("br-2032-01", "2032-01-16", more="requested: varens-resor"),
        ),
        tally=HOLDS,
    ),
)


@each({**WHO, **HELD})
def test_requests(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize("share", ["4/3", "0/3", "1/0", "en tredjedel"])
def test_a_share_that_is_none_is_refused(tmp_path: Path, share: str) -> None:
    judged = Judged("VR712", f"{{share: {share}, within_days: '30'}}")
    (message,) = messages(tmp_path, council({}, norms=judged.norm))
    assert message.startswith(f"Normen N: ”{share}” är ingen ")


def test_a_deviation_names_the_request(tmp_path: Path) -> None:
    excuse = "deviations: [{norm: N, on: varens-resor, reason: Den drogs tillbaka.}]\n"
    files = together(_request(CHAIR, mark="①"), {"deviations.yaml": excuse})
    places = write_repo(tmp_path, council(files, norms=BROAD.norm))
    assert findings(tmp_path) == placed(("① VR712 N warning",), places)


def test_what_a_request_names_must_exist(tmp_path: Path) -> None:
    entry = "{forum: ①bredden, date: 2031-03-03, by: [②doris]}"
    files = {
        "requests.yaml": f"requests:\n  a: {entry}\n",
        **meeting("br-2031-01", LAST, more="requested: ③b"),
    }
    places = write_repo(tmp_path, council(files))
    expected = tuple(f"{mark} VR101 - error" for mark in "①②③")
    assert sorted(findings(tmp_path)) == placed(expected, places)


def test_a_meeting_may_name_a_request_that_cannot_be_read(tmp_path: Path) -> None:
    files = together(
        {"requests.yaml": "requests:\n  varens-resor: {forum: bredd, date: 2031-03-03, by: ①[]}\n"},
        _answer(LAST),
    )
    places = write_repo(tmp_path, council(files, norms=BROAD.norm))
    assert findings(tmp_path) == placed(("① VR005 - error",), places)
