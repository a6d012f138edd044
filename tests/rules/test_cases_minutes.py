"""VR204, VR601: who led, and what the notes hold."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS
from tests.rules.cases import Case, Judged, cases, each, meeting, said
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
PRESENT = "attendance: {present: [anna, rut]}"


def _minutes(minutes: str, *items: str, more: str = "") -> dict[str, str]:
    """A council meeting on 4 April with these minutes."""
    lines = f"minutes: {minutes}\n{more}"
    return meeting("ra-2031-01", "2031-04-04", *items, more=lines)


LED = cases(
    Judged("VR204", forums="[raden]", strength="normal"),
    by_the_chair=Case(_minutes(f"{{led_by: rut, {PRESENT}}}"), tally=HOLDS),
    by_the_vice_chair=Case(_minutes(f"{{led_by: anna, {PRESENT}}}"), tally=HOLDS),
    by_someone_else=Case(_minutes(f"{{led_by: ①bo, {PRESENT}}}"), ("① VR204 N warning",), BROKEN),
    not_told=Case(_minutes(f"{{{PRESENT}}}"), tally=UNKNOWN),
    the_chair_is_not_known=Case(
        {
            **_minutes(f"{{led_by: bo, {PRESENT}}}"),
            "forums.yaml": ROSTERS.replace("  rad/ordforande: [{who: rut", "  # [{who: rut"),
        },
        tally=UNKNOWN,
    ),
    known_not_to_be_the_only_one_known=Case(
        {
            **_minutes(f"{{led_by: anna, {PRESENT}}}"),
            "forums.yaml": ROSTERS.replace("  rad/ordforande: [{who: rut", "  # [{who: rut"),
        },
        tally=HOLDS,
    ),
    a_skeleton_is_no_evidence=Case(
        _minutes("{led_by: bo, attendance: {present: , absent: , served: , others: }}")
    ),
)

A_NOTED = "{id: a, title: A, outcome: {kind: noted}}"
A_OPEN = "{id: a, title: A}"

NOTES = cases(
    Judged("VR601", "{parts: [secretary, attendance, outcomes]}"),
    whole=Case(_minutes(f"{{secretary: bo, {PRESENT}}}", A_NOTED), tally=Tally(holds=3)),
    without_secretary=Case(
        _minutes(f"①{{{PRESENT}}}", A_NOTED), ("① VR601 N error",), Tally(holds=2, breached=1)
    ),
    without_attendance=Case(
        _minutes("①{secretary: bo}", A_NOTED), ("① VR601 N error",), Tally(holds=2, breached=1)
    ),
    a_skeleton_of_attendance=Case(
        _minutes("{secretary: bo, attendance: ①{present: , absent: }}", A_NOTED),
        ("① VR601 N error",),
        Tally(holds=2, breached=1),
    ),
    without_an_outcome=Case(
        _minutes(f"{{secretary: bo, {PRESENT}}}", A_NOTED, "①{id: b, title: B}"),
        ("① VR601 N error",),
        Tally(holds=3, breached=1),
    ),
    procedure_needs_no_outcome=Case(
        _minutes(
            f"{{secretary: bo, {PRESENT}}}",
            A_NOTED,
            "{id: oppnande, title: Mötet öppnas, purpose: [procedure]}",
            "{id: ovrigt, title: Övrigt, kind: standing}",
            "{id: paus, title: Paus, kind: break}",
        ),
        tally=Tally(holds=3),
    ),
    outside_what_is_complete=Case(
        _minutes(f"{{{PRESENT}}}", A_OPEN), tally=Tally(holds=1, unknown=2), complete=""
    ),
    only_the_items_known=Case(
        _minutes(f"{{{PRESENT}}}", A_OPEN, more="known: items"), tally=Tally(holds=1, unknown=2)
    ),
    not_held=Case(meeting("ra-2031-01", "2031-04-04", A_OPEN)),
    no_minutes_but_an_outcome=Case(
        {
            "meetings/ra-2031-01.yaml": (
                f"①id: ra-2031-01\nforum: rad\ndate: 2031-04-04\nagenda: {{items: [{A_NOTED}]}}\n"
            )
        },
        ("① VR601 N error", "① VR601 N error"),
        Tally(holds=1, breached=2),
    ),
)

ONLY_OUTCOMES = cases(
    Judged("VR601", "{parts: [outcomes]}"),
    other_parts_are_not_asked_for=Case(_minutes(f"{{{PRESENT}}}", A_NOTED), tally=HOLDS),
)


@each(LED)
def test_led_by(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each({**NOTES, **ONLY_OUTCOMES})
def test_notes(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
