"""VR302 narrowed, VR306, VR311, VR404, VR605, VR609: a matter on its way on and home."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from tests.repos import Files
from tests.rules.cases import Case, Cases, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
HERE = "2031-04-04"
UP = "{id: a, title: A, matter: 2031-001, purpose: [%s]%s}"
DISCUSSED = UP % ("dialogue", ", outcome: {kind: discussed}")

# A significant change

CHANGE = "raised: 2031-01-07\ntopics: [natet]\nsignificant_change: true"
TAKEN = UP % ("position", "")


def _change(told: str, *before: str, taken: str = TAKEN, more: str = "") -> Files:
    earlier = meeting("br-2031-01", "2031-03-14", *before) if before else {}
    return together(matter(more=told), earlier, meeting("ra-2031-01", HERE, taken, more=more))


SIGNIFICANT = cases(
    Judged("VR302", "{purposes: [dialogue], topics: [natet], only_significant: true}"),
    spoken_of_before=Case(_change(CHANGE, UP % ("dialogue", "")), tally=HOLDS),
    never_spoken_of=Case(_change(CHANGE, taken=f"①{TAKEN}"), ("① VR302 N error",), BROKEN),
    merely_informed_of=Case(
        _change(CHANGE, UP % ("information", ""), taken=f"①{TAKEN}"),
        ("① VR302 N error",),
        BROKEN,
    ),
    no_significant_change=Case(_change("topics: [natet]")),
    of_another_topic=Case(_change(CHANGE.replace("natet", "arshjul"))),
    the_topic_of_the_item=Case(
        _change(
            CHANGE.replace("natet", "arshjul"),
            taken=f"①{UP % ('position', ', topics: [natet]')}",
        ),
        ("① VR302 N error",),
        BROKEN,
    ),
    only_the_other_matter_was_spoken_of=Case(
        together(
            matter(more=CHANGE),
            matter("2031-002"),
            meeting("br-2031-01", "2031-03-14", UP.replace("001", "002") % ("dialogue", "")),
            meeting(
                "ra-2031-01",
                HERE,
                "①{id: a, title: A, matters: [2031-001, 2031-002], purpose: [position]}",
            ),
        ),
        ("① VR302 N error",),
        BROKEN,
    ),
    where_it_was_before_is_told_by_meeting_only=Case(
        together(
            matter(more=CHANGE),
            meeting("br-2031-01", "2031-03-14", "{id: a, title: A}"),
            meeting("ra-2031-01", HERE, UP % ("position", ", earlier: [br-2031-01]")),
        ),
        tally=UNKNOWN,
    ),
    spoken_of_before_as_an_item_without_matter=Case(
        together(
            matter(more=CHANGE),
            meeting("br-2031-01", "2031-03-14", "{id: a, title: A, purpose: [dialogue]}"),
            meeting("ra-2031-01", HERE, UP % ("position", ", earlier: [br-2031-01/a]")),
        ),
        tally=HOLDS,
    ),
    no_position=Case(_change(CHANGE, taken=UP % ("information", ""))),
    only_the_items_known=Case(_change(CHANGE, more="known: items"), tally=UNKNOWN),
)

BY_TOPIC = cases(
    Judged("VR302", "{purposes: [dialogue], topics: [natet]}"),
    any_change_of_the_topic=Case(
        _change("raised: 2031-01-07\ntopics: [natet]", taken=f"①{TAKEN}"),
        ("① VR302 N error",),
        BROKEN,
    ),
    another_topic=Case(_change("raised: 2031-01-07\ntopics: [arshjul]")),
)

BY_CHANGE = cases(
    Judged("VR302", "{purposes: [dialogue], only_significant: true}"),
    of_any_topic=Case(
        _change("raised: 2031-01-07\nsignificant_change: true", taken=f"①{TAKEN}"),
        ("① VR302 N error",),
        BROKEN,
    ),
    no_significant_change=Case(_change("raised: 2031-01-07")),
)

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
    Judged("VR311", "{kinds: [municipality]}"),
    taken_home=Case(_home(HOME), tally=Tally(holds=1, unknown=1)),
    decided_at_once=Case(
        _home("decision: {body: fullmäktige, date: 2031-05-12}"), tally=Tally(holds=1, unknown=1)
    ),
    not_taken=Case(
        _home("not_taken: ①Inget möte."), ("① VR311 N error",), Tally(breached=1, unknown=1)
    ),
    not_taken_at_first=Case(_home("not_taken: Inget möte.", HOME), tally=Tally(holds=1, unknown=1)),
    nothing_registered=Case(together(HELD, matter()), tally=Tally(unknown=2)),
    a_party_of_another_kind=Case(
        _home("not_taken: Inget möte.", party="regionen"), tally=Tally(unknown=2)
    ),
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
        Tally(holds=1, breached=1, unknown=2),
    ),
)

EVERYONE = cases(
    Judged("VR311"),
    every_party=Case(
        _home("not_taken: ①Inget möte.", party="regionen"),
        ("① VR311 N error",),
        Tally(breached=1, unknown=2),
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
    named_and_none_has_decided=Case(
        _decides("{kind: position, decides_next: [alby]}", f"{NEEDS}\nfollow_up: {{}}"),
        tally=HOLDS,
    ),
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

# Sent on


def _prepared(outcome: str, item: str = "", more: str = "") -> Files:
    line = f"{{id: a, title: A{item}, outcome: {outcome}}}"
    return meeting("be-2031-01", HERE, line, more=more)


PROPOSAL = cases(
    Judged("VR605", forums="[beredning]"),
    text_and_forum=Case(_prepared("{kind: prepared, text: Ja., next: rad}"), tally=HOLDS),
    text_and_meeting=Case(
        together(
            _prepared("{kind: prepared, text: Ja., meeting: ra-2031-01}"),
            meeting("ra-2031-01", "2031-05-09"),
        ),
        tally=HOLDS,
    ),
    the_proposal_of_the_item=Case(
        _prepared("{kind: prepared, next: rad}", ", proposal: Ja."), tally=HOLDS
    ),
    no_proposal=Case(_prepared("①{kind: prepared, next: rad}"), ("① VR605 N error",), BROKEN),
    nowhere_to_go=Case(_prepared("①{kind: prepared, text: Ja.}"), ("① VR605 N error",), BROKEN),
    only_the_items_known=Case(_prepared("{kind: prepared}", more="known: items"), tally=UNKNOWN),
    postponed=Case(_prepared("{kind: postponed}")),
    no_outcome_yet=Case(meeting("be-2031-01", HERE, "{id: a, title: A}")),
)

NOTES = "{kind: prepared%s}"
ALL_NOTES = ", questions: [När?], minutes: 45, ambition: Samsyn."

PREP_NOTES = cases(
    Judged("VR609", forums="[beredning]", strength="normal"),
    all_of_them=Case(_prepared(NOTES % ALL_NOTES), tally=HOLDS),
    no_questions=Case(
        _prepared(f"①{NOTES % ', minutes: 45, ambition: Samsyn.'}"),
        ("① VR609 N warning",),
        BROKEN,
    ),
    no_time=Case(
        _prepared(f"①{NOTES % ', questions: [När?], ambition: Samsyn.'}"),
        ("① VR609 N warning",),
        BROKEN,
    ),
    no_ambition=Case(
        _prepared(f"①{NOTES % ', questions: [När?], minutes: 45'}"), ("① VR609 N warning",), BROKEN
    ),
    only_the_items_known=Case(_prepared(NOTES % "", more="known: items"), tally=UNKNOWN),
    discussed=Case(_prepared("{kind: discussed}")),
)

ALL: Cases = {
    f"{group}-{name}": case
    for group, table in {
        "significant": SIGNIFICANT,
        "by_topic": BY_TOPIC,
        "by_change": BY_CHANGE,
        "economy": ECONOMY,
        "home": TAKEN_HOME,
        "everyone": EVERYONE,
        "deciders": DECIDERS,
        "proposal": PROPOSAL,
        "notes": PREP_NOTES,
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


def test_a_significant_change_is_called_so(tmp_path: Path) -> None:
    judged = Judged("VR302", "{purposes: [dialogue], only_significant: true}")
    assert _message(tmp_path, judged, _change(CHANGE)) == (
        "Ärendet 2031-001 ”Växeln” är en betydande förändring och har inte varit uppe till dialog "
        "före ställningstagandet vid rådet 4 april 2031."
    )


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


def test_a_topic_that_does_not_exist_is_pointed_at(tmp_path: Path) -> None:
    judged = Judged("VR302", "{purposes: [dialogue], topics: [nätet]}".replace("ä", "e"))
    assert "Normen N: ämne ”netet” finns inte" in _message(tmp_path, judged, {})
