"""VR506, VR508, VR509: who is called, who fixes an agenda, and with whose support."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, forms, messages, write_repo
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally, check
from vrtool.register.load import load

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)


def _meeting(more: str) -> dict[str, str]:
    """A council meeting on 4 April; `more` are lines of the file, marks and all."""
    head = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    return {"meetings/ra-2031-01.yaml": f"{head}{more}\n"}


CALLED = Judged("VR506", forums="[rad]")
OFFICIALS = "    officials: [{office: vice-ordforande, boards: [styrelsen]}]\n"
TWO = OFFICIALS.replace("}]", "}, {office: ordforande, bodies: [beredning]}]")
HELD = "minutes: {attendance: {present: [anna]}}"
KSO_OF_BEREDNING = "  beredning/ordforande: [{who: %s, from: 2030-01-01}]\n"


def _called(more: str, officials: str = OFFICIALS, rosters: str = ROSTERS) -> Files:
    """The council with officials; `rosters` besides the meeting's own lines."""
    rulebook = forms(CALLED.norm).replace("  rad:\n", f"  rad:\n{officials}")
    return {**_meeting(more), "working-forms/former.yaml": rulebook, "forums.yaml": rosters}


OFFICIALS_CALLED = cases(
    CALLED,
    everyone=Case(_called("notice: {sent: 2031-03-24, officials: all}"), tally=HOLDS),
    the_one_there_is=Case(_called("notice: {sent: 2031-03-24, officials: [ragna]}"), tally=HOLDS),
    called_as_a_guest=Case(
        _called("notice: {sent: 2031-03-24, officials: [], invited: [ragna]}"), tally=HOLDS
    ),
    another=Case(
        _called("notice: {sent: 2031-03-24, officials: ①[anna]}"), ("① VR506 N error",), BROKEN
    ),
    nobody=Case(
        _called("notice: {sent: 2031-03-24, officials: ①[]}"), ("① VR506 N error",), BROKEN
    ),
    not_told=Case(_called("notice: ①{sent: 2031-03-24}"), ("① VR506 N error",), BROKEN),
    not_told_of_what_is_not_fully_known=Case(
        _called("known: items\nnotice: {sent: 2031-03-24}"), tally=UNKNOWN
    ),
    not_told_outside_what_is_complete=Case(
        _called("notice: {sent: 2031-03-24}"), tally=UNKNOWN, complete=""
    ),
    held_without_a_notice=Case(_called(f"known: items\n{HELD}"), tally=UNKNOWN),
    not_yet_called=Case(_called("agenda: {items: [{id: a, title: A}]}")),
    nobody_knows_who_the_other_is=Case(
        _called("notice: {sent: 2031-03-24, officials: [ragna]}", TWO), tally=UNKNOWN, complete=""
    ),
    the_other_is_vacant=Case(
        _called("notice: {sent: 2031-03-24, officials: [ragna]}", TWO), tally=HOLDS
    ),
    the_other_is_missed=Case(
        _called(
            "notice: {sent: 2031-03-24, officials: ①[ragna]}",
            TWO,
            ROSTERS.replace("seats:\n", f"{KSO_OF_BEREDNING % 'bo'}seats:\n"),
        ),
        ("① VR506 N error",),
        BROKEN,
    ),
    no_officials_belong_there=Case(_meeting("notice: {sent: 2031-03-24}")),
)


@each(OFFICIALS_CALLED)
def test_officials_called(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_whoever_was_missed_is_named_with_office(tmp_path: Path) -> None:
    files = _called("notice: {sent: 2031-03-24, officials: []}")
    (message,) = messages(tmp_path, council(files))
    assert message.replace("\N{NO-BREAK SPACE}", " ") == (
        "Kallelsen till rådet 4 april 2031 gick inte till Ragna Asp "
        "(vice ordförande i styrelsen i Regionen)."
    )


SUPPORT = Judged("VR508", "{from: [natet, regionen]}", "[rad]")
NETWORK = ROSTERS.replace("offices:\n", "networks: {natet: {name: nätet}}\noffices:\n").replace(
    "seats:\n", "  natet/ordforande: [{who: bo, %s}]\nseats:\n"
)
IN_OFFICE = NETWORK % "from: 2030-01-01"
SEEN = NETWORK % "seen: [2030-02-01, 2030-03-01]"
LEFT = NETWORK % "from: 2030-01-01, to: 2031-03-20"


def _supported(support: str, rosters: str = IN_OFFICE, more: str = "") -> Files:
    fixed = f"agenda: {{fixed: {{date: 2031-03-21, by: [rut, anna]{support}}}}}"
    return {**_meeting(f"{more}{fixed}"), "forums.yaml": rosters}


SUPPORTED = cases(
    SUPPORT,
    from_both=Case(_supported(", support: [bo, ragna]"), tally=Tally(holds=2)),
    none_from_the_network=Case(
        _supported(", support: ①[ragna]"), ("① VR508 N error",), Tally(holds=1, breached=1)
    ),
    none_from_the_party=Case(
        _supported(", support: ①[bo]"), ("① VR508 N error",), Tally(holds=1, breached=1)
    ),
    left_the_network_the_day_before=Case(
        _supported(", support: ①[bo, ragna]", LEFT),
        ("① VR508 N error",),
        Tally(holds=1, breached=1),
    ),
    seen_in_the_network_once=Case(
        _supported(", support: [bo, ragna]", SEEN), tally=Tally(holds=1, unknown=1)
    ),
    somebody_unheard_of=Case(
        _supported(", support: [①okand, ragna]"),
        ("① VR101 - error",),
        Tally(holds=1, unknown=1),
    ),
    not_told=Case(
        {
            **_meeting("agenda:\n  fixed: ①{date: 2031-03-21, by: [rut, anna]}"),
            "forums.yaml": IN_OFFICE,
        },
        ("① VR508 N error", "① VR508 N error"),
        Tally(breached=2),
    ),
    not_told_of_what_is_not_fully_known=Case(
        _supported("", more="known: items\n"), tally=Tally(unknown=2)
    ),
    never_fixed=Case(
        {**_meeting("notice: {sent: 2031-03-24}"), "forums.yaml": IN_OFFICE}, tally=UNKNOWN
    ),
    a_draft_waits=Case(
        {**_meeting("agenda: {items: [{id: a, title: A}]}"), "forums.yaml": IN_OFFICE}
    ),
)


@each(SUPPORTED)
def test_support(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _help(root: Path, files: Files, norm: Judged) -> list[tuple[str, str]]:
    write_repo(root, council(files, norms=norm.norm))
    found = check(load(root)).findings
    return [(f.message.replace("\N{NO-BREAK SPACE}", " "), f.help) for f in found]


def test_whoever_is_in_office_there_is_suggested(tmp_path: Path) -> None:
    ((message, mend),) = _help(tmp_path, _supported(", support: [ragna]"), SUPPORT)
    assert message.endswith("fastställdes 21 mars 2031 utan stöd från nätet.")
    assert "vem därifrån som var med (Bo Lind)" in mend


def test_bodies_are_called_by_name(tmp_path: Path) -> None:
    named = {
        "alby": "Alby kommun",
        "styrelsen": "styrelsen",
        "natet": "nätet",
        "beredning": "beredningen",
    }
    for body, name in named.items():
        norm = Judged("VR508", f"{{from: [{body}]}}", "[rad]")
        ((message, _),) = _help(tmp_path, _supported(", support: [britt]"), norm)
        assert message.endswith(f"utan stöd från {name}.")


GROUP = Judged("VR509", "{forum: sakforum, kinds: [municipality]}", "[rad]")
SIDES = Judged("VR509", "{forum: sakforum, kinds: [municipality, region]}", "[rad]")


def _by(by: str, more: str = "") -> dict[str, str]:
    return _meeting(f"{more}agenda: {{fixed: {{date: 2031-03-21, by: {by}}}}}")


NEW_MEMBER = ROSTERS.replace(
    "  sf/berga/1: {members: [{who: britt, from: 2030-01-01}]}",
    "  sf/berga/1: {members: [{who: britt, from: 2031-03-22}]}",
)
NO_PARTY = ROSTERS.replace("{name: Asta Al, party: alby}", "{name: Asta Al}")

FIXED = {
    **cases(
        GROUP,
        by_the_group=Case(_by("[asta, britt]"), tally=HOLDS),
        by_one_of_it=Case(_by("[asta]"), tally=HOLDS),
        by_an_outsider_too=Case(_by("[asta, ①bo]"), ("① VR509 N error",), BROKEN),
        by_two_outsiders=Case(
            _by("[①anna, ②bo]"), ("① VR509 N error", "② VR509 N error"), Tally(breached=2)
        ),
        by_one_who_sits_there_from_the_day_after=Case(
            {**_by("[asta, ①britt]"), "forums.yaml": NEW_MEMBER}, ("① VR509 N error",), BROKEN
        ),
        by_an_outsider_where_not_all_is_known=Case(
            {
                **_by("[asta, bo]"),
                "forums.yaml": NEW_MEMBER,
            },
            tally=UNKNOWN,
            complete="",
        ),
        by_nobody=Case(_by("①[]"), ("① VR509 N error",), BROKEN),
        by_somebody_unheard_of=Case(_by("[asta, ①okand]"), ("① VR101 - error",), UNKNOWN),
        never_fixed=Case(
            _meeting("agenda: ①{items: [{id: a, title: A}]}\nnotice: {sent: 2031-03-24}"),
            ("① VR509 N error",),
            BROKEN,
        ),
        never_fixed_as_far_as_is_known=Case(
            _meeting("known: items\nnotice: {sent: 2031-03-24}"), tally=UNKNOWN
        ),
        a_draft_waits=Case(_meeting("agenda: {items: [{id: a, title: A}]}")),
    ),
    **cases(
        SIDES,
        without_the_region=Case(_by("①[asta, britt]"), ("① VR509 N error",), BROKEN),
        perhaps_with_the_region=Case(
            {**_by("[asta, britt]"), "forums.yaml": NO_PARTY}, tally=UNKNOWN
        ),
    ),
    **cases(
        Judged("VR509", "{forum: beredning}", "[rad]"),
        a_group_without_seats=Case(_by("[asta]"), tally=UNKNOWN),
    ),
}


@each(FIXED)
def test_fixed_by(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_the_sides_are_named_by_how_many_they_are(tmp_path: Path) -> None:
    by_region = {**_by("[rut]"), "forums.yaml": ROSTERS.replace("who: asta", "who: rut")}
    ((without_municipalities, _),) = _help(tmp_path, by_region, SIDES)
    assert without_municipalities.endswith("fastställdes 21 mars 2031 utan någon från kommunerna.")
    ((without_region, _),) = _help(tmp_path, {**_by("[asta]"), "forums.yaml": ROSTERS}, SIDES)
    assert without_region.endswith("utan någon från regionen.")
