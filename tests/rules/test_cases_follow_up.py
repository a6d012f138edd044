"""VR306, VR311, VR404: shared costs, what was taken home, who is to decide."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from tests.repos import Files
from tests.rules.cases import Case, Cases, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
HERE = "2031-04-04"
TAKEN = "{id: a, title: A, matter: 2031-001, purpose: [position]}"
UP = "{id: a, title: A, matter: 2031-001, purpose: [%s]%s}"
DISCUSSED = UP % ("dialogue", ", outcome: {kind: discussed}")

# Shared costs

HELD = meeting("ra-2031-01", HERE, DISCUSSED)

ECONOMY = cases(
    Judged("VR306"),
    with_its_agreement=Case(
        together(HELD, matter(more="economy: {shared: true, agreement: Avtal om växeln}")),
        tally=HOLDS,
    ),
    without=Case(
        together(HELD, matter(more="economy: ①{shared: true}")), ("① VR306 N error",), BROKEN
    ),
    not_shared=Case(together(HELD, matter(more="economy: {shared: false}"))),
    not_told=Case(together(HELD, matter()), tally=UNKNOWN),
    not_up_yet=Case(matter(more="raised: 2031-01-07\neconomy: {shared: true}")),
    on_an_agenda_only=Case(
        together(
            matter(more="economy: {shared: true}"),
            meeting("ra-2031-01", HERE, UP % ("dialogue", "")),
        )
    ),
    only_the_items_known=Case(
        together(
            matter(more="economy: {shared: true}"),
            meeting("ra-2031-01", HERE, DISCUSSED, more="known: items"),
        ),
        tally=UNKNOWN,
    ),
)

# Taken home

HOME = "feedback: {body: kommunstyrelsen, date: 2031-04-22}"


def _home(*steps: str, party: str = "alby", item: str = DISCUSSED) -> Files:
    lines = ", ".join(f"{{meeting: ra-2031-01, {step}}}" for step in steps)
    return together(
        matter(more=f"follow_up: {{{party}: [{lines}]}}"), meeting("ra-2031-01", HERE, item)
    )


TAKEN_HOME = cases(
    Judged("VR311", "{party_kinds: [municipality]}"),
    taken_home=Case(_home(HOME), tally=Tally(holds=1, unknown=1)),
    taken_home_by_all=Case(
        together(
            HELD,
            matter(
                more=f"""\
                follow_up:
                  alby: [{{meeting: ra-2031-01, {HOME}}}]
                  berga: [{{meeting: ra-2031-01, {HOME}}}]
                """
            ),
        ),
        tally=Tally(holds=2),
    ),
    decided_at_once=Case(
        _home("decision: {body: fullmäktige, date: 2031-05-12}"), tally=Tally(holds=1, unknown=1)
    ),
    not_taken=Case(
        _home("not_taken: ①Inget möte."), ("① VR311 N error",), Tally(breached=1, unknown=1)
    ),
    not_taken_at_first=Case(_home("not_taken: Inget möte.", HOME), tally=Tally(holds=1, unknown=1)),
    an_entry_that_tells_nothing=Case(
        together(HELD, matter(more="follow_up: {alby: [{meeting: ra-2031-01}]}")),
        tally=Tally(unknown=2),
    ),
    nothing_registered=Case(together(HELD, matter()), tally=UNKNOWN),
    a_party_of_another_kind=Case(_home("not_taken: Inget möte.", party="regionen"), tally=UNKNOWN),
    on_an_agenda_only=Case(together(matter(), meeting("ra-2031-01", HERE, TAKEN))),
    registered_though_the_outcome_is_not=Case(
        _home("not_taken: ①Inget möte.", item=TAKEN), ("① VR311 N error",), BROKEN
    ),
    after_each_meeting=Case(
        together(
            matter(
                more="""\
                follow_up:
                  alby:
                    - {meeting: ra-2031-01, feedback: {body: nämnden, date: 2031-04-22}}
                    - {meeting: br-2031-01, not_taken: ①Inget möte.}
                """
            ),
            HELD,
            meeting("br-2031-01", "2031-05-09", DISCUSSED),
        ),
        ("① VR311 N error",),
        Tally(holds=1, breached=1, unknown=1),
    ),
)

EVERYONE = cases(
    Judged("VR311"),
    every_party=Case(
        _home("not_taken: ①Inget möte.", party="regionen"),
        ("① VR311 N error",),
        Tally(breached=1, unknown=1),
    ),
)

# Who is to decide

NEEDS = "needs_decisions: true"


def _decides(outcome: str, told: str = NEEDS, more: str = "") -> Files:
    item = UP % ("position", f", outcome: {outcome}")
    return together(matter(more=told), meeting("ra-2031-01", HERE, item, more=more))


DECIDERS = cases(
    Judged("VR404", forums="[rad]"),
    named=Case(_decides("{kind: position, decides_next: [alby, berga]}"), tally=HOLDS),
    not_named=Case(_decides("①{kind: position}"), ("① VR404 N error",), BROKEN),
    no_decisions_needed=Case(_decides("{kind: position}", "raised: 2031-01-07")),
    no_position_taken=Case(_decides("{kind: postponed}")),
    one_of_two_matters_needs_them=Case(
        together(
            matter(),
            matter("2031-002", NEEDS),
            meeting(
                "ra-2031-01",
                HERE,
                "{id: a, title: A, matters: [2031-001, 2031-002], outcome: ①{kind: position}}",
            ),
        ),
        ("① VR404 N error",),
        BROKEN,
    ),
    only_the_items_known=Case(_decides("{kind: position}", more="known: items"), tally=UNKNOWN),
)

ALL: Cases = {
    f"{group}-{name}": case
    for group, table in {
        "economy": ECONOMY,
        "home": TAKEN_HOME,
        "everyone": EVERYONE,
        "deciders": DECIDERS,
    }.items()
    for name, case in table.items()
}


@each(ALL)
def test_follow_up(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _message(root: Path, judged: Judged, files: Files) -> str:
    (message,) = repos.messages(root, repos.council(files, norms=judged.norm))
    return message.replace("\N{NO-BREAK SPACE}", " ")


def test_the_reason_for_not_taking_it_home_is_told(tmp_path: Path) -> None:
    assert _message(tmp_path, Judged("VR311"), _home("not_taken: Inget möte.")) == (
        "Ärendet 2031-001 ”Växeln” återfördes inte i Alby efter rådet 4 april 2031: Inget möte."
    )


def test_those_who_have_decided_already_are_named(tmp_path: Path) -> None:
    decided = "[{meeting: ra-2031-01, decision: {body: fullmäktige, date: 2031-05-12}}]"
    told = f"{NEEDS}\nfollow_up: {{alby: {decided}, berga: {decided}}}"
    files = _decides("{kind: position}", told)
    message = _message(tmp_path, Judged("VR404"), files)
    assert message.endswith(
        "vilka parter som sedan ska besluta. Alby och Berga har redan beslutat."
    )
