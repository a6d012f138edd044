"""VR302 asked of some matters only: a significant change is spoken of before."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from tests.repos import Files
from tests.rules.cases import Case, Cases, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
HERE = "2031-04-04"
UP = "{id: a, title: A, matter: 2031-001, purpose: [%s]%s}"

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

ALL: Cases = {
    f"{group}-{name}": case
    for group, table in {
        "both": SIGNIFICANT,
        "by_topic": BY_TOPIC,
        "by_change": BY_CHANGE,
    }.items()
    for name, case in table.items()
}


@each(ALL)
def test_significant(tmp_path: Path, judged: Judged, case: Case) -> None:
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


def test_a_topic_that_does_not_exist_is_pointed_at(tmp_path: Path) -> None:
    judged = Judged("VR302", "{purposes: [dialogue], topics: [netet]}")
    assert "Normen N: ämne ”netet” finns inte" in _message(tmp_path, judged, {})
