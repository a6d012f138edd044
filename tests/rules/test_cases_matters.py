"""VR302, VR303, VR304: dialogue before a position, who raised a matter, what is left out."""

from __future__ import annotations

from pathlib import Path

from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
HERE = "{id: vaxel, title: Växel, matter: 2031-001, purpose: [position]}"
MARKED = f"①{HERE}"


def _position(*before: str, here: str = HERE, hours: str = "", **told: object) -> dict[str, str]:
    """A position in April; before it, items at a meeting of the broad council in March."""
    date = str(told.get("date", "2031-03-14"))
    files = [matter(), meeting("ra-2031-01", "2031-04-04", here, hours=hours)]
    files += [meeting("br-2031-01", date, *before, hours=str(told.get("before", "")))]
    return together(*files)


SPOKEN_OF = "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"
INFORMED = "{id: a, title: A, matter: 2031-001, purpose: [information]%s}"

DIALOGUE = cases(
    Judged("VR302", "{purposes: [dialogue]}", "[rad]", "should"),
    spoken_of_before=Case(_position(SPOKEN_OF), tally=HOLDS),
    merely_informed=Case(_position(INFORMED % "", here=MARKED), ("① VR302 N error",), BROKEN),
    informed_but_discussed_all_the_same=Case(
        _position(INFORMED % ", outcome: {kind: discussed}"), tally=HOLDS
    ),
    information_and_dialogue=Case(
        _position("{id: a, title: A, matter: 2031-001, purpose: [information, dialogue]}"),
        tally=HOLDS,
    ),
    never_up=Case(
        together(matter(), meeting("ra-2031-01", "2031-04-04", MARKED)),
        ("① VR302 N error",),
        BROKEN,
    ),
    spoken_of_later=Case(
        _position(SPOKEN_OF, here=MARKED, date="2031-04-25"), ("① VR302 N error",), BROKEN
    ),
    the_same_day_with_clocks=Case(
        _position(SPOKEN_OF, date="2031-04-04", before="09:00–12:00", hours="13:00–15:00"),
        tally=HOLDS,
    ),
    the_same_day_without_clocks=Case(_position(SPOKEN_OF, date="2031-04-04"), tally=UNKNOWN),
    outside_what_is_complete=Case(
        together(matter(), meeting("ra-2031-01", "2031-04-04", HERE)), tally=UNKNOWN, complete=""
    ),
    raised_before_the_record_begins=Case(
        together(matter(more="raised: 2030-09-01"), meeting("ra-2031-01", "2031-04-04", HERE)),
        tally=UNKNOWN,
    ),
    only_the_items_known=Case(
        together(matter(), meeting("ra-2031-01", "2031-04-04", HERE, more="known: items")),
        tally=UNKNOWN,
    ),
    no_position=Case(together(matter(), meeting("ra-2031-01", "2031-04-04", SPOKEN_OF))),
    taken_though_not_announced=Case(
        together(
            matter(),
            meeting(
                "ra-2031-01",
                "2031-04-04",
                "①{id: a, title: A, matter: 2031-001, outcome: {kind: position}}",
            ),
        ),
        ("① VR302 N error",),
        BROKEN,
    ),
    the_meeting_before_is_told_but_not_the_item=Case(
        together(
            matter(),
            meeting("br-2031-01", "2031-03-14", "{id: a, title: A}"),
            meeting("ra-2031-01", "2031-04-04", HERE[:-1] + ", earlier: [br-2031-01]}"),
        ),
        tally=UNKNOWN,
    ),
)

UP = meeting("ra-2031-01", "2031-04-04", "{id: a, title: A, matter: 2031-001}")

INITIATOR = cases(
    Judged("VR303"),
    raised_by_a_party=Case(together(matter(more="initiator: alby"), UP), tally=HOLDS),
    raised_by_a_forum=Case(together(matter(more="initiator: bredd"), UP), tally=HOLDS),
    raised_by_nobody=Case(
        together(UP, {"matters/2031-001-vaxeln.yaml": "①id: 2031-001\ntitle: Växeln\n"}),
        ("① VR303 N error",),
        BROKEN,
    ),
    outside_what_is_complete=Case(together(matter(), UP), tally=UNKNOWN, complete=""),
    up_at_a_meeting_not_fully_known=Case(
        together(
            matter(),
            meeting(
                "ra-2031-01",
                "2031-04-04",
                "{id: a, title: A, matter: 2031-001}",
                more="known: items",
            ),
        ),
        tally=UNKNOWN,
    ),
    never_up=Case(matter(), tally=UNKNOWN),
    neither_up_nor_raised=Case(matter(more="")),
)


def _scope(scope: str, item: str = "{id: a, title: A, matter: 2031-001}") -> dict[str, str]:
    return together(matter(more=scope), meeting("ra-2031-01", "2031-04-04", item))


SCOPE = cases(
    Judged("VR304", "{scopes: [inter-municipal]}", strength="normal"),
    shared=Case(_scope("scope: shared"), tally=HOLDS),
    between_municipalities_only=Case(
        _scope("scope: inter-municipal", "①{id: a, title: A, matter: 2031-001}"),
        ("① VR304 N warning",),
        BROKEN,
    ),
    not_told=Case(_scope(""), tally=UNKNOWN),
    each_of_several=Case(
        together(
            _scope("scope: shared", "①{id: a, title: A, matters: [2031-001, 2031-002]}"),
            matter("2031-002", "scope: inter-municipal"),
        ),
        ("① VR304 N warning",),
        Tally(holds=1, breached=1),
    ),
    no_matter=Case(meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}")),
)


@each(DIALOGUE)
def test_dialogue_before(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(INITIATOR)
def test_initiator(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(SCOPE)
def test_scope(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
