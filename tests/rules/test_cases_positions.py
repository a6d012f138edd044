"""VR401, VR402, VR403: where positions are taken, and that no forum decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, BROKEN = Tally(holds=1), Tally(breached=1)


def _at(meeting_id: str, item: str, more: str = "") -> dict[str, str]:
    return together(matter(more=more), meeting(meeting_id, "2031-04-04", item))


UP = "{id: a, title: A, matter: 2031-001, purpose: [position]}"
UP_MARKED = "{id: a, title: A, matter: 2031-001, purpose: [information, ①position]}"

ELSEWHERE = cases(
    Judged("VR401", "{forums: [rad], except: [{topic: arshjul, forums: [bredd]}]}"),
    in_its_forum=Case(_at("ra-2031-01", UP), tally=HOLDS),
    in_another=Case(_at("br-2031-01", UP_MARKED), ("① VR401 N error",), BROKEN),
    taken_though_not_announced=Case(
        _at("br-2031-01", "{id: a, title: A, matter: 2031-001, outcome: {kind: ①position}}"),
        ("① VR401 N error",),
        BROKEN,
    ),
    the_excepted_topic_by_the_matter=Case(_at("br-2031-01", UP, "topics: [arshjul]"), tally=HOLDS),
    the_excepted_topic_by_the_item=Case(
        _at("br-2031-01", UP[:-1] + ", topics: [arshjul]}"), tally=HOLDS
    ),
    another_topic=Case(
        _at("br-2031-01", UP_MARKED, "topics: [natet]"), ("① VR401 N error",), BROKEN
    ),
    the_excepted_topic_in_a_third_forum=Case(
        _at("sf-2031-01", UP_MARKED, "topics: [arshjul]"), ("① VR401 N error",), BROKEN
    ),
    naming_people_is_no_position=Case(
        _at(
            "br-2031-01",
            "{id: a, title: A, matter: 2031-001, purpose: [nomination], "
            "outcome: {kind: nominated, people: [anna]}}",
        )
    ),
    dialogue_is_no_position=Case(
        _at("br-2031-01", "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}")
    ),
)

BY_GROUP = cases(
    Judged("VR401", "{forums: [raden]}"),
    a_group_stands_for_its_forums=Case(_at("br-2031-01", UP), tally=HOLDS),
    outside_the_group=Case(_at("sf-2031-01", UP_MARKED), ("① VR401 N error",), BROKEN),
)

NOWHERE_HERE = cases(
    Judged("VR402", forums="[sakforum]"),
    dialogue=Case(
        _at("sf-2031-01", "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"), tally=HOLDS
    ),
    up_for_a_position=Case(_at("sf-2031-01", UP_MARKED), ("① VR402 N error",), BROKEN),
    taken=Case(
        _at("sf-2031-01", "{id: a, title: A, matter: 2031-001, outcome: {kind: ①position}}"),
        ("① VR402 N error",),
        BROKEN,
    ),
    the_norm_reaches_its_forum_only=Case(_at("ra-2031-01", UP)),
)


def _said(field: str) -> dict[str, str]:
    """An item of a held meeting with this field."""
    item = f"{{id: a, title: A, {field}}}"
    held = "minutes: {attendance: {present: [anna]}}"
    return meeting("ra-2031-01", "2031-04-04", item, more=held)


DECIDED = Tally(breached=1)
WORDING = cases(
    Judged(
        "VR403", "{verbs: [besluta, beslutar, beslutade, beslutat, beslöt], headings: [beslut]}"
    ),
    takes_a_position=Case(_said('text: "Rådet ställer sig bakom förslaget."'), tally=HOLDS),
    the_forum_decides=Case(
        _said('text: ①"Rådet beslutar att pröva saken."'), ("① VR403 N error",), DECIDED
    ),
    the_verb_first=Case(
        _said('text: ①"I maj beslutade Lilla rådet att vänta."'), ("① VR403 N error",), DECIDED
    ),
    with_a_word_between=Case(
        _said('text: ①"Breda rådet har beslutat det."'), ("① VR403 N error",), DECIDED
    ),
    large_letters=Case(_said('text: ①"RÅDET BESLÖT nej."'), ("① VR403 N error",), DECIDED),
    in_the_outcome=Case(
        _said('outcome: {kind: noted, text: ①"Rådet beslutade att vänta."}'),
        ("① VR403 N error",),
        DECIDED,
    ),
    in_the_proposal=Case(
        _said('proposal: ①"Sakforumet beslutar så."'), ("① VR403 N error",), DECIDED
    ),
    in_the_label=Case(_said('label: ①"Rådet beslutar"'), ("① VR403 N error",), DECIDED),
    under_a_heading=Case(
        _said('text: ①"Inledning.\\n\\n## Beslut\\n\\nVi väntar."'), ("① VR403 N error",), DECIDED
    ),
    the_heading_in_bold=Case(_said('text: ①"**Beslut:**"'), ("① VR403 N error",), DECIDED),
    twice_in_one_text_is_told_twice_where_the_words_differ=Case(
        _said('text: ①"Rådet beslutar nu. Rådet beslöt förr."'),
        ("① VR403 N error", "① VR403 N error"),
        Tally(breached=2),
    ),
    the_parties_decide=Case(
        _said('text: "Parterna beslutar var för sig; kommunfullmäktige beslutade i maj."'),
        tally=HOLDS,
    ),
    papers_for_decisions=Case(
        _said('text: "Ett beslutsunderlag sänds till rådet. Beslut väntas hemma."'), tally=HOLDS
    ),
    a_sentence_ends_between=Case(
        _said('text: "Så har nämnden beslutat. Rådet väntar."'), tally=HOLDS
    ),
    a_longer_word_is_another_forum=Case(
        _said('text: "Kommunrådet beslutar, och elevrådet beslutade."'), tally=HOLDS
    ),
    asleep_until_held=Case(
        meeting("ra-2031-01", "2031-04-04", '{id: a, title: A, text: "Rådet beslutar."}')
    ),
)


@each({**ELSEWHERE, **BY_GROUP})
def test_position_elsewhere(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(NOWHERE_HERE)
def test_no_position_here(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(WORDING)
def test_wording(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize("verb", ["besluta", "beslutar", "beslutade", "beslutat", "beslöt"])
def test_every_form_of_the_verb_is_heard(tmp_path: Path, verb: str) -> None:
    judged, _ = WORDING["the_forum_decides"]
    case = Case(_said(f'text: ①"Rådet {verb}."'), ("① VR403 N error",), DECIDED)
    told, expected = said(tmp_path, judged, case)
    assert told == expected
