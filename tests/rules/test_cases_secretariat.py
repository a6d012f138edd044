"""VR604, VR608: who took the notes, and who adjusted them."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from tests.repos import ROSTERS, Files
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
PRESENT = "attendance: {present: [anna, rut]}"
FREE = "  fri: {name: Fri Fors%s}\n"


def _minutes(minutes: str, at: str = "ra-2031-01", more: str = "") -> Files:
    """A held meeting with these minutes."""
    return meeting(at, "2031-04-04", more=f"minutes: {{{PRESENT}, {minutes}}}\n{more}")


def _rosters(person: str, offices: str = "") -> Files:
    text = ROSTERS.replace("people:\n", f"people:\n{person}")
    return {"forums.yaml": text.replace("offices:\n", f"offices:\n{offices}")}


SECRETARY = cases(
    Judged("VR604"),
    of_the_secretariat=Case(_minutes("secretary: rut"), tally=HOLDS),
    of_another_party=Case(_minutes("secretary: ①anna"), ("① VR604 N error",), BROKEN),
    not_told=Case(_minutes("led_by: rut"), tally=UNKNOWN),
    of_no_known_party=Case(
        together(_minutes("secretary: fri"), _rosters(FREE % "")), tally=UNKNOWN
    ),
    in_office_there=Case(
        together(
            _minutes("secretary: fri"),
            _rosters(FREE % "", "  regionen/ordforande: [{who: fri, from: 2031-01-01}]\n"),
        ),
        tally=HOLDS,
    ),
    in_office_elsewhere=Case(
        together(
            _minutes("secretary: ①fri"),
            _rosters(FREE % "", "  alby/ordforande: [{who: fri, from: 2031-01-01}]\n"),
        ),
        ("① VR604 N error",),
        BROKEN,
    ),
    in_office_there_too_late=Case(
        together(
            _minutes("secretary: fri"),
            _rosters(FREE % "", "  regionen/ordforande: [{who: fri, from: 2031-05-01}]\n"),
        ),
        tally=UNKNOWN,
    ),
    her_party_goes_before_an_office=Case(
        together(
            _minutes("secretary: ①fri"),
            _rosters(
                FREE % ", party: berga", "  regionen/ordforande: [{who: fri, from: 2031-01-01}]\n"
            ),
        ),
        ("① VR604 N error",),
        BROKEN,
    ),
    a_breach_though_all_is_not_known=Case(
        _minutes("secretary: ①anna", more="known: items"), ("① VR604 N error",), BROKEN
    ),
    a_skeleton_is_no_evidence=Case(
        meeting("ra-2031-01", "2031-04-04", more="minutes: {secretary: anna}")
    ),
)

OF_ALBY = cases(
    Judged("VR604", "{party: alby}"),
    of_the_party=Case(_minutes("secretary: anna"), tally=HOLDS),
    of_the_secretariat=Case(_minutes("secretary: ①rut"), ("① VR604 N error",), BROKEN),
)

CONFERENCES = cases(
    Judged("VR604", "{forms: [conference]}"),
    a_conference=Case(
        _minutes("secretary: ①anna", more="form: conference"), ("① VR604 N error",), BROKEN
    ),
    a_meeting=Case(_minutes("secretary: anna")),
)

BOTH = "adjusted: [{by: rut, date: 2031-04-11}, {by: anna, date: 2031-04-14}]"
ONE = "adjusted: %s[{by: rut, date: 2031-04-11}]"
NO_VICE = "  rad/vice-ordforande: [{who: anna, from: 2030-01-01}]\n"


def _vice(tenures: str) -> Files:
    return {"forums.yaml": ROSTERS.replace(NO_VICE, tenures)}


CHANGED = """\
  rad/vice-ordforande:
    - {who: anna, from: 2030-01-01, to: 2031-04-10}
    - {who: bo, from: 2031-04-11}
"""

ADJUSTED = cases(
    Judged("VR608", strength="normal"),
    by_both=Case(_minutes(BOTH), tally=HOLDS),
    by_the_chair_only=Case(_minutes(ONE % "①"), ("① VR608 N warning",), BROKEN),
    by_the_chair_and_someone_else=Case(
        _minutes(f"adjusted: ①[{BOTH[11:-1].replace('anna', 'bo')}]"),
        ("① VR608 N warning",),
        BROKEN,
    ),
    by_nobody=Case(
        meeting("ra-2031-01", "2031-04-04", more=f"minutes: ①{{{PRESENT}}}"),
        ("① VR608 N warning",),
        BROKEN,
    ),
    by_the_one_who_was_vice_chair_then=Case(together(_minutes(BOTH), _vice(CHANGED)), tally=HOLDS),
    by_the_one_who_had_become_vice_chair=Case(
        together(_minutes(BOTH.replace("anna", "bo")), _vice(CHANGED)), tally=HOLDS
    ),
    by_the_one_who_became_vice_chair_after_it=Case(
        together(
            _minutes(
                "adjusted: ①[{by: rut, date: 2031-04-07}, {by: bo, date: 2031-04-09}]",
            ),
            _vice(CHANGED),
        ),
        ("① VR608 N warning",),
        BROKEN,
    ),
    the_vice_chair_is_not_known=Case(together(_minutes(ONE % ""), _vice("")), tally=UNKNOWN),
    nobody_though_the_vice_chair_is_not_known=Case(
        together(meeting("ra-2031-01", "2031-04-04", more=f"minutes: ①{{{PRESENT}}}"), _vice("")),
        ("① VR608 N warning",),
        BROKEN,
    ),
    only_the_items_known=Case(_minutes(ONE % "", more="known: items"), tally=UNKNOWN),
    outside_what_is_complete=Case(_minutes(ONE % ""), tally=UNKNOWN, complete=""),
    a_forum_without_presidium=Case(_minutes("secretary: rut", "sf-2031-01")),
    a_forum_without_seats=Case(_minutes("secretary: rut", "be-2031-01")),
    not_held=Case(meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}")),
)


@each({**SECRETARY, **{f"alby-{k}": v for k, v in OF_ALBY.items()}, **CONFERENCES})
def test_secretary(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(ADJUSTED)
def test_adjusted(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def _message(root: Path, rule: str, files: Files) -> str:
    (message,) = repos.messages(root, repos.council(files, norms=Judged(rule).norm))
    return message.replace("\N{NO-BREAK SPACE}", " ")


def test_the_secretarys_own_party_is_named(tmp_path: Path) -> None:
    assert _message(tmp_path, "VR604", _minutes("secretary: anna")) == (
        "Sekreterare vid rådet 4 april 2031 var Anna Ek från Alby; "
        "Regionen ska svara för minnesanteckningarna."
    )


def test_those_who_have_not_adjusted_are_named(tmp_path: Path) -> None:
    files = meeting("ra-2031-01", "2031-04-04", more=f"minutes: {{{PRESENT}}}")
    assert _message(tmp_path, "VR608", files) == (
        "Minnesanteckningarna från rådet 4 april 2031 är inte justerade av ordföranden Rut Gran "
        "och vice ordföranden Anna Ek."
    )


def test_one_who_is_not_known_is_named_by_title(tmp_path: Path) -> None:
    held = meeting("ra-2031-01", "2031-04-04", more=f"minutes: {{{PRESENT}}}")
    message = _message(tmp_path, "VR608", together(held, _vice("")))
    assert message.endswith("av ordföranden Rut Gran och vice ordföranden.")
