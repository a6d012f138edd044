"""VR610: who signs the minutes, and who adjusts them."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, findings, messages, placed, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

THERE = "attendance: {present: [anna, bo, rut], absent: []}"
SIGNED = "signed: {by: rut, date: 2031-04-07}"
ADJUSTED = "adjusters: [bo], adjusted: [{by: bo, date: 2031-04-08}]"
BOTH, ONE = Tally(holds=2), Tally(holds=1, breached=1)
ONE_UNKNOWN = Tally(holds=1, unknown=1)


def _minutes(*parts: str, led_by: str = "rut", mark: str = "", more: str = "") -> Files:
    """A council meeting on 4 April with these minutes."""
    lines = ", ".join((f"led_by: {led_by}", *parts) if led_by else parts)
    return meeting("ra-2031-01", "2031-04-04", more=f"minutes: {mark}{{{lines}}}\n{more}")


def _rosters(old: str, new: str) -> dict[str, str]:
    assert old in ROSTERS
    return {"forums.yaml": ROSTERS.replace(old, new)}


UNCHAIRED = _rosters("  rad/ordforande: [{who: rut", "  # [{who: rut")
RULE = Judged("VR610", forums="[rad]")

SIGNATURE = cases(
    RULE,
    by_the_chair_who_led=Case(_minutes(THERE, SIGNED, ADJUSTED), tally=BOTH),
    by_whoever_led_instead=Case(
        _minutes(THERE, "signed: {by: anna, date: 2031-04-07}", ADJUSTED, led_by="anna"),
        tally=BOTH,
    ),
    by_the_chair_though_another_led=Case(
        _minutes(THERE, SIGNED, ADJUSTED, led_by="anna"), tally=BOTH
    ),
    by_another=Case(
        _minutes(THERE, "signed: {by: ①anna, date: 2031-04-07}", ADJUSTED),
        ("① VR610 N error",),
        ONE,
    ),
    by_another_where_nobody_is_said_to_have_led=Case(
        _minutes(THERE, "signed: {by: anna, date: 2031-04-07}", ADJUSTED, led_by=""),
        tally=ONE_UNKNOWN,
    ),
    by_another_where_the_chair_is_not_known=Case(
        together(
            _minutes(THERE, "signed: {by: rut, date: 2031-04-07}", ADJUSTED, led_by="anna"),
            UNCHAIRED,
        ),
        tally=ONE_UNKNOWN,
    ),
    by_someone_nobody_knows=Case(
        _minutes(THERE, "signed: {by: ①doris, date: 2031-04-07}", ADJUSTED),
        ("① VR101 - error",),
        ONE_UNKNOWN,
    ),
    by_nobody=Case(
        _minutes(THERE, "adjusters: [bo]", mark="①"),
        ("① VR610 N error", "① VR610 N error"),
        Tally(breached=2),
    ),
    by_nobody_where_not_all_is_known=Case(
        _minutes(THERE, "adjusters: [bo]", more="known: items"), tally=Tally(unknown=2)
    ),
    a_meeting_held_without_minutes=Case(
        {
            "meetings/ra-2031-01.yaml": (
                "①id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
                "agenda: {items: [{id: a, title: A, outcome: {kind: noted}}]}\n"
            )
        },
        ("① VR610 N error", "① VR610 N error"),
        Tally(breached=2),
    ),
    not_held=Case(meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}")),
)


def _adjusted(by: str, there: str = THERE, more: str = "", adjusters: str = "[bo]") -> Files:
    """Minutes signed by the chair and adjusted by these, each with a mark of its own perhaps."""
    appointed = f"adjusters: {adjusters}" if adjusters else "corrections: []"
    return _minutes(there, SIGNED, appointed, f"adjusted: [{by}]", more=more)


BO, ANNA = "{by: bo, date: 2031-04-08}", "{by: anna, date: 2031-04-08}"
ADJUSTMENT = cases(
    RULE,
    by_nobody=Case(_minutes(THERE, SIGNED, "adjusters: [bo]", mark="①"), ("① VR610 N error",), ONE),
    by_another_than_the_one_appointed=Case(_adjusted(f"①{ANNA}"), ("① VR610 N error",), ONE),
    by_the_one_appointed_and_another=Case(_adjusted(f"{ANNA}, {BO}"), tally=BOTH),
    by_the_signer=Case(
        _adjusted("①{by: rut, date: 2031-04-08}", adjusters="[rut]"), ("① VR610 N error",), ONE
    ),
    by_one_who_was_not_there=Case(
        _adjusted(f"①{BO}", "attendance: {present: [anna, rut]}"), ("① VR610 N error",), ONE
    ),
    by_one_who_was_absent_where_not_all_is_known=Case(
        _adjusted(f"①{BO}", "attendance: {present: [anna, rut], absent: [bo]}", "known: items"),
        ("① VR610 N error",),
        ONE,
    ),
    by_one_not_among_those_named_where_not_all_is_known=Case(
        _adjusted(BO, "attendance: {present: [anna, rut]}", "known: items"), tally=ONE_UNKNOWN
    ),
    by_one_who_is_no_member=Case(
        _adjusted(
            "①{by: asta, date: 2031-04-08}",
            "attendance: {present: [asta, rut]}",
            adjusters="[asta]",
        ),
        ("① VR610 N error",),
        ONE,
    ),
    nobody_is_said_to_be_appointed=Case(
        _adjusted(f"①{BO}", adjusters=""), ("① VR610 N error",), ONE
    ),
    nobody_is_said_to_be_appointed_where_not_all_is_known=Case(
        _adjusted(BO, more="known: items", adjusters=""), tally=ONE_UNKNOWN
    ),
    who_signed_is_not_told=Case(
        _minutes(THERE, ADJUSTED, more="known: items"), tally=Tally(unknown=2)
    ),
    who_was_there_is_not_told=Case(
        _minutes(
            SIGNED, ADJUSTED, more="agenda: {items: [{id: a, title: A, outcome: {kind: noted}}]}"
        ),
        tally=ONE_UNKNOWN,
    ),
    the_members_are_not_known=Case(
        together(
            _adjusted(
                "{by: asta, date: 2031-04-08}",
                "attendance: {present: [asta, rut]}",
                adjusters="[asta]",
            ),
            _rosters("  berga/kso: [{who: bo", "  # [{who: bo"),
        ),
        tally=ONE_UNKNOWN,
        complete="",
    ),
)
SERVED = cases(
    Judged("VR610", forums="[sakforum]"),
    by_one_who_served_for_a_member=Case(
        meeting(
            "sf-2031-01",
            "2031-04-04",
            more=(
                "minutes: {led_by: britt, attendance: {present: [britt], "
                "served: [{who: arne, for: sf/alby/1}]}, signed: {by: britt, date: 2031-04-07}, "
                "adjusters: [arne], adjusted: [{by: arne, date: 2031-04-08}]}"
            ),
        ),
        tally=BOTH,
    ),
)


@each(SIGNATURE)
def test_signed(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each({**ADJUSTMENT, **SERVED})
def test_adjusted(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_all_that_speaks_against_the_adjuster_is_told(tmp_path: Path) -> None:
    files = _adjusted("{by: rut, date: 2031-04-08}", "attendance: {present: [anna, bo]}")
    (message,) = messages(tmp_path, council(files, norms=RULE.norm))
    assert message.endswith(
        "men hade själv undertecknat, utsågs inte till det och var inte med på mötet."
    )


def test_whoever_is_named_must_exist_and_sign_after_the_meeting(tmp_path: Path) -> None:
    files = _minutes(THERE, "signed: {by: rut, date: ①2031-04-03}", "adjusters: [②doris]")
    places = write_repo(tmp_path, council(files))
    assert findings(tmp_path) == placed(("① VR122 - error", "② VR101 - error"), places)
