"""VR501, VR504, VR505: the agenda fixed, the papers whole, the times set."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)


def _fixed(agenda: str, more: str = "") -> dict[str, str]:
    """A council meeting on 4 April; both take lines of the file, marks and all."""
    head = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    return {"meetings/ra-2031-01.yaml": f"{head}{agenda}\n{more}\n"}


BOTH = "agenda: {fixed: {date: 2031-03-21, by: [rut, anna]}}"
NEW_CHAIR = ROSTERS.replace(
    "rad/ordforande: [{who: rut, from: 2030-01-01}]",
    "rad/ordforande: [{who: rut, from: 2030-01-01, to: 2031-03-20}, "
    "{who: ragna, from: 2031-03-21}]",
)

FIXED = cases(
    Judged("VR501", forums="[raden]"),
    by_both=Case(_fixed(BOTH), tally=HOLDS),
    by_more_than_both=Case(_fixed(BOTH.replace("anna", "anna, bo")), tally=HOLDS),
    by_the_chair_alone=Case(
        _fixed("agenda: {fixed: {date: 2031-03-21, by: ①[rut]}}"), ("① VR501 N error",), BROKEN
    ),
    by_nobody=Case(
        _fixed("agenda: {fixed: {date: 2031-03-21, by: ①[]}}"), ("① VR501 N error",), BROKEN
    ),
    by_the_chair_of_another_day=Case(
        {
            **_fixed("agenda: {fixed: {date: 2031-03-21, by: ①[rut, anna]}}"),
            "forums.yaml": NEW_CHAIR,
        },
        ("① VR501 N error",),
        BROKEN,
    ),
    by_the_chair_of_that_day=Case(
        {
            **_fixed("agenda: {fixed: {date: 2031-03-20, by: [rut, anna]}}"),
            "forums.yaml": NEW_CHAIR,
        },
        tally=HOLDS,
    ),
    the_vice_chair_is_not_known=Case(
        {
            **_fixed("agenda: {fixed: {date: 2031-03-21, by: [rut]}}"),
            "forums.yaml": ROSTERS.replace("  rad/vice-ordforande: [{who: anna", "  # [{who: anna"),
        },
        tally=UNKNOWN,
    ),
    after_the_notice=Case(
        _fixed(BOTH.replace("2031-03-21", "①2031-03-21"), "notice: {sent: 2031-03-20}"),
        ("① VR501 N error",),
        BROKEN,
    ),
    the_same_day_as_the_notice=Case(_fixed(BOTH, "notice: {sent: 2031-03-21}"), tally=HOLDS),
    called_but_never_fixed=Case(
        _fixed("agenda: ①{items: [{id: a, title: A}]}", "notice: {sent: 2031-03-21}"),
        ("① VR501 N error",),
        BROKEN,
    ),
    called_but_not_fully_known=Case(
        _fixed("known: items", "notice: {sent: 2031-03-21}"), tally=UNKNOWN
    ),
    called_outside_what_is_complete=Case(
        _fixed("", "notice: {sent: 2031-03-21}"), tally=UNKNOWN, complete=""
    ),
    a_draft_waits=Case(_fixed("agenda: {items: [{id: a, title: A}]}")),
)


@each(FIXED)
def test_fixed(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


UP = "{id: a, title: A, matter: 2031-001, purpose: [position]%s}"
SETTLED = "fixed: {date: 2031-03-21, by: [rut, anna]}"


def _brief(brief: str, item: str = UP % "", agenda: str = SETTLED) -> dict[str, str]:
    head = "id: 2031-001\ntitle: Växeln\nraised: 2031-01-07\n"
    return {
        **_fixed(f"agenda:\n  {agenda}\n  items:\n    - {item}"),
        "matters/2031-001-vaxeln.yaml": f"{head}{brief}\n",
    }


BRIEF = cases(
    Judged("VR504", "{sections: [description, proposal]}", "[rad]", "should"),
    whole=Case(_brief("brief: {description: Växlarna., proposal: Ja.}"), tally=HOLDS),
    without_description=Case(_brief("brief: ①{proposal: Ja.}"), ("① VR504 N error",), BROKEN),
    without_a_proposal=Case(
        _brief("brief: ①{description: Växlarna.}"), ("① VR504 N error",), BROKEN
    ),
    the_proposal_stands_with_the_item=Case(
        _brief("brief: {description: Växlarna.}", UP % ", proposal: Ja."), tally=HOLDS
    ),
    no_brief_at_all=Case(
        {
            **_brief(""),
            "matters/2031-001-vaxeln.yaml": "①id: 2031-001\ntitle: Växeln\nraised: 2031-01-07\n",
        },
        ("① VR504 N error",),
        BROKEN,
    ),
    outside_what_is_complete=Case(_brief("brief: {proposal: Ja.}"), tally=UNKNOWN, complete=""),
    for_dialogue=Case(_brief("", "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}")),
    while_a_draft=Case(_brief("", agenda="# ännu inte fastställd")),
    no_matter_to_hold_the_brief=Case(
        _fixed(f"agenda:\n  {SETTLED}\n  items:\n    - {{id: a, title: A, purpose: [①position]}}"),
        ("① VR103 - error",),
        UNKNOWN,
    ),
)


@each(BRIEF)
def test_brief(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _timed(*items: str, hours: str = "", more: str = "") -> Case:
    return Case(meeting("ra-2031-01", "2031-04-03", *items, hours=hours, more=more))


def _judged(case: Case, tally: Tally, *found: str) -> Case:
    return Case(case.files, found, tally)


LONG = "{id: a, title: A, minutes: 90}"
SHORT = "{id: b, title: B, minutes: 30}"
TWO_DAYS = "to: 2031-04-04\nhours: {2031-04-03: 13:00–15:00, 2031-04-04: 09:00–10:00}"

TIMES = cases(
    Judged("VR505", forums="[rad]", strength="normal"),
    just_fits=_judged(_timed(LONG, SHORT, hours="13:00–15:00"), HOLDS),
    a_minute_too_much=_judged(
        _timed(LONG, "{id: b, title: B, minutes: 31}", hours="①13:00–15:00"),
        BROKEN,
        "① VR505 N warning",
    ),
    one_without_time=_judged(
        _timed(LONG, "①{id: b, title: B}", hours="13:00–15:00"), BROKEN, "① VR505 N warning"
    ),
    a_break_without_time=_judged(
        _timed(LONG, "①{id: paus, title: Paus, kind: break}", hours="13:00–15:00"),
        BROKEN,
        "① VR505 N warning",
    ),
    procedure_needs_no_time=_judged(
        _timed(
            LONG,
            "{id: oppnande, title: Mötet öppnas, purpose: [procedure]}",
            "{id: ovrigt, title: Övrigt, kind: standing}",
            hours="13:00–15:00",
        ),
        HOLDS,
    ),
    no_times_at_all=_judged(_timed("{id: a, title: A}", hours="13:00–15:00"), UNKNOWN),
    no_hours=_judged(_timed(LONG), UNKNOWN),
    not_all_is_known=_judged(
        _timed(LONG, "{id: b, title: B}", hours="13:00–15:00", more="known: items"), HOLDS
    ),
    each_of_two_days=_judged(
        _timed(LONG, "{id: b, title: B, minutes: 60, day: 2}", more=TWO_DAYS), Tally(holds=2)
    ),
    too_much_on_the_second_day=_judged(
        _timed(
            LONG,
            "{id: b, title: B, minutes: 61, day: 2}",
            more=TWO_DAYS.replace("hours: {", "hours: ①{"),
        ),
        Tally(holds=1, breached=1),
        "① VR505 N warning",
    ),
)


@each(TIMES)
def test_times(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_the_brief_of_each_matter_of_an_item_is_judged(tmp_path: Path) -> None:
    judged, _ = BRIEF["whole"]
    item = "{id: a, title: A, matters: [2031-001, 2031-002], purpose: [position]}"
    files = together(
        matter(more="brief: {description: Växlarna., proposal: Ja.}"),
        matter("2031-002", "brief: ①{description: Näten.}"),
        _fixed(f"agenda:\n  {SETTLED}\n  items:\n    - {item}"),
    )
    case = Case(files, ("① VR504 N error",), Tally(holds=1, breached=1))
    told, expected = said(tmp_path, judged, case)
    assert told == expected
