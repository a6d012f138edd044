"""VR804, VR806: who had decided when a rulebook came into force, and on what position it rests."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files, council, findings, forms, messages, placed, tallies, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)

ALL = Judged("VR804")
TOWNS = Judged("VR804", "{kinds: [municipality]}")


def _forms(judged: Judged, lines: str) -> dict[str, str]:
    """The rulebook, in force from 1 January 2030, with lines of its own."""
    text = forms(judged.norm)
    return {"working-forms/former.yaml": text.replace("seats:\n", f"{lines}\nseats:\n", 1)}


DECIDED = {
    **cases(
        ALL,
        nothing_is_told=Case({}, tally=UNKNOWN),
        by_all=Case(
            _forms(ALL, "decided: {alby: 2029-11-05, berga: 2029-12-03, regionen: 2029-12-10}"),
            tally=HOLDS,
        ),
        on_the_first_day=Case(
            _forms(ALL, "decided: {alby: 2029-11-05, berga: 2030-01-01, regionen: 2029-12-10}"),
            tally=HOLDS,
        ),
        one_is_missing=Case(
            _forms(ALL, "decided: ①{alby: 2029-11-05, regionen: 2029-12-10}"),
            ("① VR804 N error",),
            BROKEN,
        ),
        one_decided_the_day_after=Case(
            _forms(ALL, "decided: {alby: 2029-11-05, berga: ①2030-01-02, regionen: 2029-12-10}"),
            ("① VR804 N error",),
            BROKEN,
        ),
        one_missing_and_one_late=Case(
            _forms(ALL, "decided: ①{alby: ②2030-11-05, berga: 2029-12-03}"),
            ("① VR804 N error", "② VR804 N error"),
            Tally(breached=2),
        ),
        one_that_is_no_party=Case(
            _forms(ALL, "decided: ①{alby: 2029-11-05, berga: 2029-12-03, ②cedby: 2029-12-10}"),
            ("① VR804 N error", "② VR101 - error"),
            BROKEN,
        ),
    ),
    **cases(
        TOWNS,
        the_region_is_not_asked=Case(
            _forms(TOWNS, "decided: {alby: 2029-11-05, berga: 2029-12-03, regionen: 2030-02-11}"),
            tally=HOLDS,
        ),
        a_town_is_missing=Case(
            _forms(TOWNS, "decided: ①{alby: 2029-11-05, regionen: 2029-12-10}"),
            ("① VR804 N error",),
            BROKEN,
        ),
    ),
}


@each(DECIDED)
def test_decided(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_those_who_have_not_decided_are_named(tmp_path: Path) -> None:
    files = _forms(ALL, "decided: {alby: 2029-11-05}")
    (message,) = messages(tmp_path, council(files))
    assert message.replace("\N{NO-BREAK SPACE}", " ") == (
        "Arbetsformerna tillämpas från 1 januari 2030, men beslut saknas från Berga och Regionen."
    )


def _later(lines: str, norms: str = "", supplements: str = "supplements: former") -> Files:
    own = f"norms:\n  {norms}\n" if norms else ""
    head = "id: nya\nname: Nya former\nshort_name: de nya formerna\nin_force: {from: 2031-05-05}\n"
    return {"working-forms/nya.yaml": f"{head}{supplements}\n{lines}\n{own}"}


def _taken(outcome: str = "{kind: position}", more: str = "", day: str = "2031-04-04") -> Files:
    told = f", outcome: {outcome}" if outcome else ""
    item = "{id: a, title: A, matter: 2031-001, purpose: [position]%s}"
    return together(meeting("ra-2031-01", day, item % told, more=more), matter())


ELSEWHERE = together(
    meeting(
        "br-2031-01",
        "2031-04-04",
        "{id: a, title: A, matter: 2031-001, purpose: [position], outcome: {kind: position}}",
    ),
    matter(),
)
GOOD = "position: ra-2031-01/a\ninitiative: bredd"
MARKED = "position: ①ra-2031-01/a\ninitiative: bredd"

CHANGED = Judged("VR806", "{position_in: rad, initiative: [raden]}")
BROKEN_HERE = (("① VR806 N error",), Tally(holds=1, breached=1))

CHANGES = cases(
    CHANGED,
    on_a_position_and_an_initiative=Case(together(_later(GOOD), _taken()), tally=Tally(holds=2)),
    nothing_is_told=Case(_later(""), tally=Tally(unknown=2)),
    on_another_forums_position=Case(
        together(_later("position: ①br-2031-01/a\ninitiative: rad"), ELSEWHERE), *BROKEN_HERE
    ),
    on_an_initiative_of_another=Case(
        together(_later("position: ra-2031-01/a\ninitiative: ①sakforum"), _taken()), *BROKEN_HERE
    ),
    on_no_position=Case(together(_later(MARKED), _taken("{kind: discussed}")), *BROKEN_HERE),
    on_a_position_still_to_be_taken=Case(
        together(_later(GOOD), _taken("")), tally=Tally(holds=1, unknown=1)
    ),
    on_a_meeting_that_was_cancelled=Case(
        together(_later(MARKED), _taken(more="cancelled: {reason: Snö}")), *BROKEN_HERE
    ),
    on_the_day_it_came_into_force=Case(
        together(_later(GOOD), _taken(day="2031-05-05")), tally=Tally(holds=2)
    ),
    after_it_came_into_force=Case(together(_later(MARKED), _taken(day="2031-05-06")), *BROKEN_HERE),
    a_meeting_that_does_not_exist=Case(
        _later("position: ①ra-2031-09\ninitiative: rad"),
        ("① VR101 - error",),
        Tally(holds=1, unknown=1),
    ),
    a_rulebook_that_supplements_none=Case(
        together(_later("initiative: sakforum", supplements=""), _taken())
    ),
)


@each(CHANGES)
def test_changed(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_rulebook_with_such_a_norm_of_its_own_is_judged_by_that_alone(tmp_path: Path) -> None:
    own = CHANGED.norm.replace("N: ", "M: ", 1).replace("position_in: rad", "position_in: bredd")
    files = together(_later(GOOD.replace("ra-", "①ra-"), own), _taken())
    places = write_repo(tmp_path, council(files, norms=CHANGED.norm))
    assert findings(tmp_path) == placed(("① VR806 M error",), places)
    assert (tallies(tmp_path)["N"], tallies(tmp_path)["M"]) == (
        Tally(),
        Tally(holds=1, breached=1),
    )


def test_a_position_too_late_is_told_with_both_days(tmp_path: Path) -> None:
    files = together(_later(GOOD), _taken(day="2031-05-06"))
    (message,) = messages(tmp_path, council(files, norms=CHANGED.norm))
    assert message.replace("\N{NO-BREAK SPACE}", " ") == (
        "De nya formerna sägs vila på rådet 6 maj 2031, som hölls efter att tillämpningen började "
        "5 maj 2031."
    )
