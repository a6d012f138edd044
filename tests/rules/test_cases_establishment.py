"""VR802, VR803, VR805: the position behind a forum, its networks, and which forums there are."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, messages, structure
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)


def _structure(*changes: tuple[str, str]) -> dict[str, str]:
    text = structure()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {"structure.yaml": text}


SF = "    short: sf\n"
AT = "    short: sf\n    established_at: ①%s\n"
SET_UP = "{kind: position, establishes: [sakforum]}"


def _position(outcome: str, forum: str = "ra", more: str = "") -> Files:
    """A meeting with one item of this outcome; `more` are lines of the meeting itself."""
    item = "{id: a, title: A, matter: 2031-001, purpose: [position]%s}"
    told = f", outcome: {outcome}" if outcome else ""
    return together(
        meeting(f"{forum}-2031-01", "2031-04-04", item % told, more=more),
        matter(),
    )


def _at(reference: str, *files: Files) -> Files:
    return together(_structure((SF, AT % reference)), *files)


BY = Judged("VR802", "{by: rad}", "[sakforum]")
BROKEN_HERE = (("① VR802 N error",), BROKEN)

ESTABLISHED = cases(
    BY,
    nothing_is_told=Case({}, tally=UNKNOWN),
    by_the_position=Case(_at("ra-2031-01/a", _position(SET_UP)), tally=HOLDS),
    at_the_meeting=Case(_at("ra-2031-01", _position(SET_UP)), tally=HOLDS),
    told_by_the_position_alone=Case(_position(SET_UP), tally=HOLDS),
    told_by_a_position_of_another_forum_alone=Case(_position(SET_UP, "br"), tally=UNKNOWN),
    by_another_forum=Case(_at("br-2031-01/a", _position(SET_UP, "br")), *BROKEN_HERE),
    at_a_meeting_that_was_cancelled=Case(
        _at("ra-2031-01/a", _position(SET_UP, more="cancelled: {reason: Snö}")), *BROKEN_HERE
    ),
    by_a_position_on_something_else=Case(
        _at("ra-2031-01/a", _position("{kind: position}")), *BROKEN_HERE
    ),
    by_no_position=Case(_at("ra-2031-01/a", _position("{kind: noted}")), *BROKEN_HERE),
    no_position_at_a_meeting_fully_known=Case(
        _at("ra-2031-01", _position("{kind: noted}")), *BROKEN_HERE
    ),
    no_position_among_what_is_known=Case(
        _at("ra-2031-01", _position("{kind: noted}", more="known: items")), tally=UNKNOWN
    ),
    not_yet_taken=Case(_at("ra-2031-01/a", _position("")), tally=UNKNOWN),
    a_meeting_that_does_not_exist=Case(
        _at("ra-2031-09", _position(SET_UP)), ("① VR101 - error",), UNKNOWN
    ),
    an_item_that_does_not_exist=Case(
        _at("ra-2031-01/b", _position(SET_UP)), ("① VR101 - error",), UNKNOWN
    ),
)


@each(ESTABLISHED)
def test_established(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_what_is_wrong_with_an_establishment_is_said(tmp_path: Path) -> None:
    def told(*files: Files) -> str:
        texts = council(_at("br-2031-01/a", *files), norms=BY.norm)
        (message,) = messages(tmp_path, texts)
        return message.replace("\N{NO-BREAK SPACE}", " ")

    assert told(_position(SET_UP, "br")) == (
        "Sakforumet sägs vara tillsatt vid breda rådet 4 april 2031, men det gör rådet."
    )


NETWORKS = "networks: {natet: {name: nätet, forums: [sakforum]%s}}\noffices:\n"


def _network(more: str = "", *files: Files) -> Files:
    rosters = ROSTERS.replace("offices:\n", NETWORKS % more, 1)
    return together({"forums.yaml": rosters}, *files)


NAMED_AT = ", named_at: %s"
NAMING = Judged("VR803", "{named_by: beredning}", "[sakforum]")
ITEM = "{id: a, title: A%s}"


def _named(reference: str, outcome: str = "", forum: str = "be", more: str = "") -> Files:
    told = f", outcome: {outcome}" if outcome else ""
    held = meeting(f"{forum}-2031-01", "2031-04-04", ITEM % told, more=more)
    return _network(NAMED_AT % reference, held)


NAMED = {
    **cases(
        NAMING,
        named_there=Case(_named("be-2031-01"), tally=HOLDS),
        named_under_an_item=Case(_named("be-2031-01/a", "{kind: nominated}"), tally=HOLDS),
        it_is_not_told_where=Case(_network(), tally=UNKNOWN),
        named_elsewhere=Case(_named("①ra-2031-01", forum="ra"), ("① VR803 N error",), BROKEN),
        at_a_meeting_that_was_cancelled=Case(
            _named("①be-2031-01", more="cancelled: {reason: Snö}"), ("① VR803 N error",), BROKEN
        ),
        under_an_item_that_was_postponed=Case(
            _named("①be-2031-01/a", "{kind: postponed}"), ("① VR803 N error",), BROKEN
        ),
        at_a_meeting_that_does_not_exist=Case(_named("①be-2031-09"), ("① VR101 - error",), UNKNOWN),
        no_network=Case({"forums.yaml": "①" + ROSTERS}, ("① VR803 N error",), BROKEN),
        no_network_as_far_as_is_known=Case({}, tally=UNKNOWN, complete=""),
        complete_before_the_rulebook_only=Case({}, tally=UNKNOWN, complete="2029-01-01/2029-12-31"),
        two_networks=Case(
            {
                "forums.yaml": ROSTERS.replace(
                    "offices:\n",
                    "networks:\n  ett: {name: ett, forums: [sakforum], named_at: be-2031-01}\n"
                    "  annat: {name: annat, forums: [rad, sakforum]}\n"
                    "  tredje: {name: tredje, forums: [rad], named_at: be-2031-01}\noffices:\n",
                    1,
                ),
                **meeting("be-2031-01", "2031-04-04"),
            },
            tally=Tally(holds=1, unknown=1),
        ),
    ),
    **cases(
        Judged("VR803", forums="[sakforum]"),
        tied_to_the_forum=Case(_network(), tally=HOLDS),
        tied_to_another=Case(
            {
                "forums.yaml": _network()["forums.yaml"]
                .replace("{natet", "①{natet")
                .replace("[sakforum]", "[rad]")
            },
            ("① VR803 N error",),
            BROKEN,
        ),
    ),
}


@each(NAMED)
def test_networks(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


COUNCILS = Judged("VR805", "{group: raden, names: [Lilla rådet, Breda rådet]}")
NAMES = "names: [{name: Lilla rådet, short_name: rådet}]"
RENAMED = "[{name: Nämnden, short_name: n, to: 2030-12-31}, {name: Lilla rådet, short_name: r}]"
OLD_NAME = "[{name: Lilla rådet, short_name: r, to: 2029-12-31}, {name: Nya rådet, short_name: n}]"

FORUMS = cases(
    COUNCILS,
    as_named=Case({}, tally=Tally(holds=2)),
    one_more=Case(
        _structure(
            ("names: [{name: Rådets sakforum", "names: ①[{name: Rådets sakforum"),
            ("raden: [rad, bredd]", "raden: [rad, bredd, sakforum]"),
        ),
        ("① VR805 N error",),
        Tally(holds=2, breached=1),
    ),
    one_less=Case(
        _structure(("{raden: [rad, bredd]}", "{raden: ①[rad]}")),
        ("① VR805 N error",),
        Tally(holds=1, breached=1),
    ),
    renamed_while_the_rulebook_stands=Case(
        _structure((NAMES, f"names: {RENAMED}")), tally=Tally(holds=2)
    ),
    renamed_before_it=Case(
        _structure((NAMES, f"names: ②{OLD_NAME}"), ("{raden: [rad,", "{raden: ①[rad,")),
        ("① VR805 N error", "② VR805 N error"),
        Tally(holds=1, breached=2),
    ),
    a_forum_that_does_not_exist=Case(
        _structure(("raden: [rad, bredd]", "raden: [rad, bredd, ①okant]")),
        ("① VR101 - error",),
        Tally(holds=2),
    ),
)
ONE = cases(
    Judged("VR805", "{group: bredd, names: [Breda rådet]}"),
    a_forum_by_itself=Case({}, tally=HOLDS),
)


@each({**FORUMS, **ONE})
def test_forums_named(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
