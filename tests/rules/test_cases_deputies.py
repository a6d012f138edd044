"""VR203: a deputy is personal, and serves only while her own member is away."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, forms
from tests.rules.cases import Case, Judged, cases, each, meeting, said
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
ITEMS = ("{id: a, title: A}", "{id: b, title: B}")


def _served(served: str, present: str = "[britt]", absent: str = "[]", at: str = "sf") -> Case:
    attendance = f"{{present: {present}, absent: {absent}, served: [{served}]}}"
    lines = f"minutes: {{attendance: {attendance}}}"
    return Case(meeting(f"{at}-2031-01", "2031-04-04", *ITEMS, more=lines))


def _judged(case: Case, tally: Tally, *found: str) -> Case:
    return Case(case.files, found, tally)


def _with(case: Case, rosters: str, tally: Tally, *found: str) -> Case:
    return Case({**case.files, "forums.yaml": rosters}, found, tally)


OWN = "{who: arne, for: sf/alby/1}"
BREACH = "① VR203 N error"
SEEN = ROSTERS.replace("deputies: [{who: arne, from: 2030-01-01}]", "deputies: []")
GONE = ROSTERS.replace(
    "{who: arne, from: 2030-01-01}", "{who: arne, from: 2030-01-01, to: 2031-04-03}"
)
TWO = ROSTERS.replace(
    "deputies: [{who: arne, from: 2030-01-01}]",
    "deputies: [{who: arne, from: 2030-01-01, to: 2031-01-31}, {who: bo, from: 2031-02-01}]",
)
UNHELD = ROSTERS.replace("    members: [{who: asta, from: 2030-01-01}]\n", "")

PERSONAL = Judged("VR203")
DEPUTIES = cases(
    PERSONAL,
    own_member_away=_judged(_served(OWN, absent="[asta]"), HOLDS),
    own_member_not_mentioned=_judged(_served(OWN), HOLDS),
    beside_her_own_member=_judged(_served(f"①{OWN}", "[asta, britt]"), BROKEN, BREACH),
    the_member_came_for_other_items=_judged(
        _served("{who: arne, for: sf/alby/1, items: [a]}", "[{who: asta, items: [b]}]"), HOLDS
    ),
    both_at_the_same_item=_judged(
        _served("①{who: arne, for: sf/alby/1, items: [a, b]}", "[{who: asta, items: [b]}]"),
        BROKEN,
        BREACH,
    ),
    the_deputy_for_all_the_member_for_some=_judged(
        _served(f"①{OWN}", "[{who: asta, items: [b]}]"), BROKEN, BREACH
    ),
    the_member_for_all_the_deputy_for_some=_judged(
        _served("①{who: arne, for: sf/alby/1, items: [a]}", "[asta]"), BROKEN, BREACH
    ),
    someone_elses_deputy=_judged(_served("①{who: bo, for: sf/alby/1}"), BROKEN, BREACH),
    no_deputy_is_recorded=_with(_served(OWN), SEEN, UNKNOWN),
    the_deputys_time_is_over=_with(_served(OWN), GONE, UNKNOWN),
    the_deputy_of_another_time=_with(_served(f"①{OWN}"), TWO, BROKEN, BREACH),
    the_seat_has_no_member_that_day=_with(_served(OWN), UNHELD, UNKNOWN),
    a_seat_that_does_not_exist=_judged(_served("①{who: arne, for: sf/alby/2}"), BROKEN, BREACH),
    a_forum_without_deputies=_judged(
        _served("①{who: arne, for: br/alby/1}", "[]", at="br"), BROKEN, BREACH
    ),
    nobody_served=_judged(
        Case(meeting("sf-2031-01", "2031-04-04", more="minutes: {attendance: {present: [asta]}}")),
        Tally(),
    ),
)


@each(DEPUTIES)
def test_deputies(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_seat_of_a_forum_whose_rulebook_gives_no_deputies(tmp_path: Path) -> None:
    case = _judged(_served(f"①{OWN}"), BROKEN, BREACH)
    rulebook = forms(PERSONAL.norm).replace(", deputies: true", "")
    case = Case({**case.files, "working-forms/former.yaml": rulebook}, case.found, case.tally)
    told, expected = said(tmp_path, PERSONAL, case)
    assert told == expected
