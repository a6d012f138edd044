"""VR804, VR806, VR807: who had decided on a rulebook, what it rests on, and that it ends."""

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


# Conditions

DECISIONS = "decided: {alby: 2029-11-05, berga: 2029-12-03, regionen: 2029-12-10}\n"


def _on_condition(condition: str) -> Files:
    return _forms(ALL, f"{DECISIONS}conditions: [{condition}]")


CONDITIONS = cases(
    ALL,
    met_on_its_last_day=Case(
        _on_condition("{text: Riksdagen beslutar, by: 2029-12-20, met: 2029-12-20}"),
        tally=Tally(holds=2),
    ),
    met_a_day_late=Case(
        _on_condition("{text: Riksdagen beslutar, by: 2029-12-20, met: ①2029-12-21}"),
        ("① VR804 N error",),
        Tally(holds=1, breached=1),
    ),
    met_on_the_first_day_in_force=Case(
        _on_condition("{text: Riksdagen beslutar, met: 2030-01-01}"), tally=Tally(holds=2)
    ),
    met_after_it_came_into_force=Case(
        _on_condition("{text: Riksdagen beslutar, met: ①2030-01-02}"),
        ("① VR804 N error",),
        Tally(holds=1, breached=1),
    ),
    met_by_its_day_but_after_it_came_into_force=Case(
        _on_condition("{text: Riksdagen beslutar, by: 2030-03-01, met: ①2030-01-02}"),
        ("① VR804 N error",),
        Tally(holds=1, breached=1),
    ),
    not_known_to_be_met=Case(
        _on_condition("{text: Riksdagen beslutar, by: 2029-12-20, met: null}"),
        tally=Tally(holds=1, unknown=1),
    ),
    two_of_which_one_is_late=Case(
        _on_condition("{text: Ett, met: 2029-12-01}, {text: Två, met: ①2030-02-01}"),
        ("① VR804 N error",),
        Tally(holds=2, breached=1),
    ),
    met_though_nobody_is_known_to_have_decided=Case(
        _forms(ALL, "conditions: [{text: Riksdagen beslutar, met: 2029-12-01}]"),
        tally=Tally(holds=1, unknown=1),
    ),
)


@each(CONDITIONS)
def test_conditions(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


# Changed, or left

UNANIMOUS = Judged("VR807")
UNANIMOUS_TOWNS = Judged("VR807", "{kinds: [municipality]}")
REPLACING = "{title: T, rule: VR303, strength: shall, paragraph: '1', replaces: [N]}"
BY_ALL = "decided: {alby: 2031-03-03, berga: 2031-03-10, regionen: 2031-05-05}"
LEFT = "left: {berga: ①2031-06-30}"


def _left(lines: str, to: str = "") -> Files:
    """The rulebook with a party that has left it, in force to a day or until further notice."""
    (path, text), *_ = _forms(UNANIMOUS, lines).items()
    return {path: text.replace("from: 2030-01-01}", f"from: 2030-01-01{to}}}", 1)}


UNANIMITY = {
    **cases(
        UNANIMOUS,
        neither_changed_nor_left=Case({}),
        added_to_by_all=Case(_later(BY_ALL), tally=HOLDS),
        added_to_without_one=Case(
            _later("decided: ①{alby: 2031-03-03, regionen: 2031-03-10}"),
            ("① VR807 N error",),
            BROKEN,
        ),
        added_to_before_one_had_decided=Case(
            _later(BY_ALL.replace("2031-05-05", "①2031-05-06")), ("① VR807 N error",), BROKEN
        ),
        added_to_without_a_word_on_decisions=Case(_later(""), tally=UNKNOWN),
        a_norm_of_it_replaced=Case(
            _later(
                "decided: ①{alby: 2031-03-03, berga: 2031-03-10}", f"M: {REPLACING}", supplements=""
            ),
            ("① VR807 N error",),
            BROKEN,
        ),
        a_rulebook_of_its_own=Case(_later("decided: {alby: 2031-03-03}", supplements="")),
        left_and_ended_the_same_day=Case(
            _left("left: {berga: 2031-06-30}", ", to: 2031-06-30"), tally=HOLDS
        ),
        left_and_ended_later=Case(_left(LEFT, ", to: 2031-07-01"), ("① VR807 N error",), BROKEN),
        left_and_not_ended=Case(_left(LEFT), ("① VR807 N error",), BROKEN),
        two_have_left=Case(
            _left("left: {alby: ①2031-05-31, berga: 2031-06-30}", ", to: 2031-06-30"),
            ("① VR807 N error",),
            Tally(holds=1, breached=1),
        ),
        one_that_is_no_party_has_left=Case(
            _left("left: {①cedby: 2031-06-30}", ", to: 2031-06-30"), ("① VR101 - error",), HOLDS
        ),
    ),
    **cases(
        UNANIMOUS_TOWNS,
        the_region_is_not_asked=Case(
            _later("decided: {alby: 2031-03-03, berga: 2031-03-10}"), tally=HOLDS
        ),
    ),
}


@each(UNANIMITY)
def test_unanimity(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
