"""VR301: an item has passed the forum that prepares before it reaches the council."""

from __future__ import annotations

from pathlib import Path

from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HERE = "{id: vaxel, title: Växel, matter: 2031-001, purpose: [dialogue]}"
THERE = "{id: vaxel, title: Växel, matter: 2031-001, purpose: [preparation]%s}"
SENT_ON = THERE % ", outcome: {kind: prepared, next: rad}"
BREACH = ("① VR301 N error",)
HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
ABROAD = "2031-02-01/2031-12-31"


def _before(there: str, *, date: str = "2031-03-14", hours: str = "", more: str = "") -> Case:
    """A council meeting on 4 April, the item up in the preparing forum as given."""
    files = (
        matter(),
        meeting("be-2031-01", date, there, hours=hours, more=more),
        meeting("ra-2031-01", "2031-04-04", HERE, hours="13:00–15:00"),
    )
    return Case(together(*files), tally=HOLDS)


def _marked(case: Case) -> Case:
    files = dict(case.files)
    path = "meetings/ra-2031-01.yaml"
    files[path] = files[path].replace("- {id: vaxel", "- ①{id: vaxel")
    return Case(files, BREACH, BROKEN, case.complete)


def _unknown(case: Case, complete: str = Case({}).complete) -> Case:
    return Case(case.files, tally=UNKNOWN, complete=complete)


def _referral(*after: str) -> Case:
    """Prepared in January, sent back by the council in February, then up again as given."""
    back = "{id: vaxel, title: Växel, matter: 2031-001, outcome: {kind: returned, next: beredning}}"
    files = [
        matter(),
        meeting("be-2031-01", "2031-01-17", SENT_ON),
        meeting("ra-2031-00", "2031-02-07", back),
        meeting("ra-2031-01", "2031-04-04", HERE),
    ]
    files += [meeting("be-2031-02", "2031-03-14", item) for item in after]
    return Case(together(*files), tally=Tally(holds=2))


def _sent_back_again() -> Case:
    marked = _marked(_referral())
    return Case(marked.files, BREACH, Tally(holds=1, breached=1))


def _of_two(other: str) -> Case:
    """One item with two matters; the first has passed, the other as given."""
    here = "{id: vaxel, title: Växel, matters: [2031-001, 2031-002], purpose: [dialogue]}"
    there = f"{{id: annat, title: Annat, matter: 2031-002{other}}}"
    files = (
        matter(),
        matter("2031-002"),
        meeting("be-2031-01", "2031-03-14", SENT_ON, there),
        meeting("ra-2031-01", "2031-04-04", here),
    )
    return Case(together(*files), tally=HOLDS)


def _without_matter(earlier: str, there: str, more: str = "") -> Case:
    """An item that is no matter but says where it was up before."""
    here = f"{{id: laget, title: Läget, purpose: [information]{earlier}}}"
    files = (
        meeting("be-2031-01", "2031-03-14", there, more=more),
        meeting("ra-2031-01", "2031-04-04", here),
    )
    return Case(together(*files), tally=HOLDS)


LAGET = "{id: laget, title: Läget, purpose: [preparation]%s}"
LAGET_SENT_ON = LAGET % ", outcome: {kind: prepared, next: rad}"
HELD = "minutes: {attendance: {present: [anna]}}"

CASES = cases(
    Judged("VR301", "{forum: beredning}", "[rad]", "should"),
    prepared=_before(SENT_ON),
    never_up=_marked(
        Case(together(matter(), meeting("ra-2031-01", "2031-04-04", HERE)), tally=HOLDS)
    ),
    never_up_but_the_record_is_incomplete=_unknown(
        Case(together(matter(), meeting("ra-2031-01", "2031-04-04", HERE))), complete=""
    ),
    raised_before_the_record_begins=_unknown(
        Case(together(matter(), meeting("ra-2031-01", "2031-04-04", HERE))), complete=ABROAD
    ),
    the_record_has_a_gap_between_raising_and_meeting=_unknown(
        Case(together(matter(), meeting("ra-2031-01", "2031-04-04", HERE))),
        complete="2031-01-01/2031-01-31, 2031-03-01/2031-12-31",
    ),
    two_spans_that_meet_leave_no_gap=Case(
        _marked(Case(together(matter(), meeting("ra-2031-01", "2031-04-04", HERE)))).files,
        BREACH,
        BROKEN,
        complete="2031-01-01/2031-02-28, 2031-03-01/2031-12-31",
    ),
    ended_the_same_day_before_noon=_before(SENT_ON, date="2031-04-04", hours="11:00–12:00"),
    ended_just_as_this_begins=_before(SENT_ON, date="2031-04-04", hours="11:00–13:00"),
    ended_after_this_begins=_marked(_before(SENT_ON, date="2031-04-04", hours="11:00–13:30")),
    same_day_without_hours=_unknown(_before(SENT_ON, date="2031-04-04")),
    after_this=_marked(_before(SENT_ON, date="2031-04-25")),
    only_informed=_marked(_before(THERE % ", outcome: {kind: noted}")),
    discussed_only=_marked(_before(THERE % ", outcome: {kind: discussed}")),
    postponed_there=_marked(_before(THERE % ", outcome: {kind: postponed}")),
    withdrawn_there=_marked(_before(THERE % ", outcome: {kind: withdrawn}")),
    returned_there=_marked(_before(THERE % ", outcome: {kind: returned}")),
    planned_to_be_up=_before(THERE % ""),
    held_without_an_outcome=_marked(_before(THERE % "", more=HELD)),
    held_but_only_its_items_known=_unknown(_before(THERE % "", more=f"known: items\n{HELD}")),
    cancelled_there=_marked(_before(THERE % "", more="cancelled: {reason: Snöoväder}")),
    sent_back_and_not_up_since=_sent_back_again(),
    sent_back_and_prepared_again=_referral(SENT_ON),
    sent_back_and_planned_again=_referral(THERE % ""),
    perhaps_sent_back_the_same_day=_unknown(
        Case(
            together(
                _before(SENT_ON).files,
                meeting(
                    "br-2031-01",
                    "2031-04-04",
                    "{id: a, title: A, matter: 2031-001, outcome: {kind: returned}}",
                ),
            )
        )
    ),
    both_of_two_matters=_of_two(", outcome: {kind: prepared}"),
    one_of_two_matters=_marked(_of_two(", outcome: {kind: noted}")),
    no_matter_but_prepared=_without_matter(", earlier: [be-2031-01/laget]", LAGET_SENT_ON),
    no_matter_and_not_prepared=Case(
        meeting("ra-2031-01", "2031-04-04", "①{id: laget, title: Läget, purpose: [information]}"),
        BREACH,
        BROKEN,
    ),
    no_matter_planned_there=_without_matter(", earlier: [be-2031-01/laget]", LAGET % ""),
    no_matter_only_the_meeting_is_told=_unknown(
        _without_matter(", earlier: [be-2031-01]", LAGET_SENT_ON)
    ),
    procedure_and_standing_items_need_none=Case(
        meeting(
            "ra-2031-01",
            "2031-04-04",
            "{id: oppnande, title: Mötet öppnas, purpose: [procedure]}",
            "{id: ovrigt, title: Övriga frågor, kind: standing}",
            "{id: paus, title: Paus, kind: break}",
        )
    ),
    a_purpose_beside_procedure_needs_it=Case(
        meeting(
            "ra-2031-01",
            "2031-04-04",
            "①{id: val, title: Val, purpose: [procedure, information]}",
        ),
        BREACH,
        BROKEN,
    ),
    a_planned_meeting_tells_nothing=Case(
        together(matter(), meeting("ra-2031-01", "2031-04-04", HERE, more="known: planned")),
        tally=UNKNOWN,
    ),
    a_cancelled_meeting_is_not_judged=Case(
        together(
            matter(), meeting("ra-2031-01", "2031-04-04", HERE, more="cancelled: {reason: Sjukdom}")
        )
    ),
)


@each(CASES)
def test_preparation(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
