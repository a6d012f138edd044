"""VR405, VR406: which outcomes a forum has, whether all agreed; a recommendation is a position."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, findings, messages, placed, structure, tallies, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally
from vrtool.model.item import OutcomeKind

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
DAY = "2031-04-04"
ALIKE = """
words:
  position:
    one: rekommendation
    the: rekommendationen
    many: rekommendationer
    the_many: rekommendationerna
"""


def _came(outcome: str) -> Files:
    """An item of a held meeting with this outcome."""
    item = f"{{id: a, title: A, outcome: {outcome}}}"
    return meeting("ra-2031-01", DAY, item)


def _closes(reference: str, *more: str, mark: str = "") -> Files:
    """The same with a position, and other items; the sakforum is said to be closed there."""
    fields = f"    short: sf\n    to: 2031-05-31\n    closed_at: {reference}\n"
    item = f"{{id: a, title: A, outcome: {{kind: {mark}position}}}}"
    text = structure().replace("    short: sf\n", fields)
    empty = {"forums.yaml": "people: {anna: {name: Anna Ek, party: alby}}\n"}
    return together({"structure.yaml": text}, empty, meeting("ra-2031-01", DAY, item, *more))


RECOMMENDS = cases(
    Judged("VR405", "{never: [position], except_establishing: true}", "[rad]"),
    another_outcome=Case(_came("{kind: recommendation}"), tally=HOLDS),
    a_position=Case(_came("{kind: ①position}"), ("① VR405 N error",), BROKEN),
    a_position_that_sets_up_a_forum=Case(
        _came("{kind: position, establishes: [sakforum]}"), tally=HOLDS
    ),
    a_position_where_the_structure_calls_it_a_recommendation=Case(
        together(_came("{kind: ①position}"), {"structure.yaml": structure() + ALIKE}),
        ("① VR405 N error",),
        BROKEN,
    ),
    a_position_that_closes_a_forum=Case(_closes("ra-2031-01/a"), tally=HOLDS),
    the_one_position_of_a_meeting_that_closes_a_forum=Case(
        _closes("ra-2031-01", "{id: b, title: B, outcome: {kind: noted}}"), tally=Tally(holds=2)
    ),
    another_position_than_the_one_that_closes_a_forum=Case(
        _closes("ra-2031-01/b", "{id: b, title: B, outcome: {kind: position}}", mark="①"),
        ("① VR405 N error",),
        Tally(holds=1, breached=1),
    ),
    one_of_several_positions_where_a_forum_was_closed=Case(
        _closes("ra-2031-01", "{id: b, title: B, outcome: {kind: ②position}}", mark="①"),
        ("① VR405 N error", "② VR405 N error"),
        Tally(breached=2),
    ),
    no_outcome_yet=Case(meeting("ra-2031-01", DAY, "{id: a, title: A, purpose: [dialogue]}")),
    held_without_an_outcome_of_this_item=Case(
        meeting(
            "ra-2031-01", DAY, "{id: a, title: A}", "{id: b, title: B, outcome: {kind: noted}}"
        ),
        tally=HOLDS,
    ),
    another_forums=Case(meeting("br-2031-01", DAY, "{id: a, title: A, outcome: {kind: position}}")),
)
WITHOUT_EXCEPTION = cases(
    Judged("VR405", "{never: [position, recommendation]}", "[rad]"),
    setting_up_a_forum_is_no_excuse=Case(
        _came("{kind: ①position, establishes: [sakforum]}"), ("① VR405 N error",), BROKEN
    ),
    closing_one_is_no_excuse=Case(_closes("ra-2031-01/a", mark="①"), ("① VR405 N error",), BROKEN),
)
NO_PREPARATION = cases(
    Judged("VR405", "{never: [prepared, assigned]}", "[sakforum]", "normal"),
    discussed=Case(
        meeting("sf-2031-01", DAY, "{id: a, title: A, outcome: {kind: discussed}}"), tally=HOLDS
    ),
    prepared=Case(
        meeting("sf-2031-01", DAY, "{id: a, title: A, outcome: {kind: ①prepared, next: rad}}"),
        ("① VR405 N warning",),
        BROKEN,
    ),
    assigned=Case(
        meeting("sf-2031-01", DAY, "{id: a, title: A, outcome: {kind: ①assigned}}"),
        ("① VR405 N warning",),
        BROKEN,
    ),
)

AGREED = cases(
    Judged("VR406", forums="[rad]", strength="normal"),
    all_agreed=Case(_came("{kind: position, consensus: true}"), tally=HOLDS),
    they_did_not=Case(_came("{kind: position, consensus: ①false}"), ("① VR406 N warning",), BROKEN),
    they_did_not_on_a_dialogue=Case(
        _came("{kind: discussed, consensus: ①false}"), ("① VR406 N warning",), BROKEN
    ),
    reservations_tell_it=Case(
        _came("{kind: recommendation, reservations: ①[{who: bo, text: För dyrt.}, {party: alby}]}"),
        ("① VR406 N warning",),
        BROKEN,
    ),
    not_told_of_a_position=Case(_came("{kind: position}"), tally=UNKNOWN),
    not_told_of_a_recommendation=Case(_came("{kind: recommendation}"), tally=UNKNOWN),
    not_told_of_what_asks_for_no_agreement=Case(_came("{kind: noted}")),
    not_held=Case(meeting("ra-2031-01", DAY, "{id: a, title: A}")),
)


@each({**RECOMMENDS, **WITHOUT_EXCEPTION, **NO_PREPARATION})
def test_kinds_of_outcome(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(AGREED)
def test_consensus(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (
            "{kind: position, consensus: true, reservations: [{who: bo}]}",
            "Consensus: true stämmer inte med reservations.",
        ),
        (
            "{kind: position, reservations: [{text: Nej.}]}",
            "Ange antingen who eller party.",
        ),
        (
            "{kind: position, reservations: [{who: bo, party: alby}]}",
            "Ange antingen who eller party.",
        ),
    ],
)
def test_an_outcome_that_contradicts_itself_cannot_be_read(
    tmp_path: Path, outcome: str, message: str
) -> None:
    assert messages(tmp_path, council(_came(outcome))) == [message]


def test_whoever_makes_a_reservation_must_exist(tmp_path: Path) -> None:
    told = "{kind: position, reservations: [{who: ①benny}, {party: ②cedby}]}"
    places = write_repo(tmp_path, council(_came(told)))
    assert findings(tmp_path) == placed(("① VR101 - error", "② VR101 - error"), places)


# A recommendation counts wherever a position does


def test_only_positions_and_recommendations_take_a_position() -> None:
    assert [kind.value for kind in OutcomeKind if kind.takes_position] == [
        "position",
        "recommendation",
    ]


def _up(outcome: str, more: str = "", purpose: str = "") -> Files:
    item = f"{{id: a, title: A, matter: 2031-001, topics: [arshjul]{purpose}, outcome: {outcome}}}"
    return together(matter(more=more or "raised: 2031-01-07"), meeting("ra-2031-01", DAY, item))


@pytest.mark.parametrize("kind", ["position", "recommendation"])
@pytest.mark.parametrize(
    ("judged", "more", "expected"),
    [
        (Judged("VR401", "{forums: [bredd]}"), "", BROKEN),
        (Judged("VR402", forums="[rad]"), "", BROKEN),
        (Judged("VR404"), "needs_decisions: true", BROKEN),
        (Judged("VR302", "{purposes: [dialogue]}"), "raised: 2031-01-07", BROKEN),
        (Judged("VR502"), "", BROKEN),
        (Judged("VR702", "{topic: arshjul, outcome: position}", "[rad]"), "", HOLDS),
        (Judged("VR702", "{topic: arshjul, outcome: recommendation}", "[rad]"), "", HOLDS),
        (Judged("VR702", "{topic: arshjul, purposes: [position]}", "[rad]"), "", HOLDS),
    ],
    ids=lambda value: value.rule if isinstance(value, Judged) else None,
)
def test_either_kind_is_judged_alike(
    tmp_path: Path, kind: str, judged: Judged, more: str, expected: Tally
) -> None:
    write_repo(tmp_path, council(_up(f"{{kind: {kind}}}", more), norms=judged.norm))
    assert tallies(tmp_path)["N"] == expected


@pytest.mark.parametrize("kind", ["prepared", "noted"])
def test_other_outcomes_are_no_position(tmp_path: Path, kind: str) -> None:
    judged = Judged("VR702", "{topic: arshjul, outcome: position}", "[rad]")
    write_repo(tmp_path, council(_up(f"{{kind: {kind}}}"), norms=judged.norm))
    assert tallies(tmp_path)["N"] == BROKEN


def test_a_recommendation_sets_up_a_forum(tmp_path: Path) -> None:
    """It need not be written down at the forum itself, as it need not for a position."""
    norm = Judged("VR802", "{by: rad}", "[sakforum]").norm
    files = council(_up("{kind: recommendation, establishes: [sakforum]}"), norms=norm)
    write_repo(tmp_path, files)
    assert tallies(tmp_path)["N"] == HOLDS
