"""VR207: seats for those who hold a certain office, and who named them."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, forms, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally, check
from vrtool.register.load import load


def _changed(old: str, new: str) -> str:
    assert ROSTERS.count(old) == 1
    return ROSTERS.replace(old, new)


CHOSEN = Judged("VR207", "{count: '2', named_by: rad}", "[beredning]", "normal")
ANY_NUMBER = Judged("VR207", "{}", "[beredning]", "normal")
SEATS = "  beredning: {members: [{appointed: be, count: 2, chosen_from: kso}]}\n"


def _chosen(judged: Judged, *members: str, rosters: str = ROSTERS, seats: str = SEATS) -> Files:
    """The beredning with seats for holders of an office; members one seat after the other."""
    listed = "".join(f"  be/{n}: {{members: [{m}]}}\n" for n, m in enumerate(members, start=1))
    rulebook = forms(judged.norm).replace("seats:\n", f"seats:\n{seats}", 1)
    return {"working-forms/former.yaml": rulebook, "forums.yaml": rosters + listed}


ANNA, BO = "{who: anna, from: 2031-01-01}", "{who: bo, from: 2031-01-01}"
NAMED = together(
    matter(),
    meeting(
        "ra-2030-01",
        "2030-12-13",
        "{id: a, title: A, matter: 2031-001, purpose: [nomination], "
        "outcome: {kind: nominated, people: [anna, bo]}}",
    ),
)
KSO = "alby/kso: [{who: anna, from: 2030-01-01}]"
ENDED = "alby/kso: [{who: anna, from: 2030-01-01, to: 2031-02-28}%s]"

CHOICES = {
    **cases(
        CHOSEN,
        named_and_in_office=Case(together(_chosen(CHOSEN, ANNA, BO), NAMED), tally=Tally(holds=5)),
        nobody_is_recorded_to_have_named_them=Case(
            _chosen(CHOSEN, ANNA, BO), tally=Tally(holds=3, unknown=2)
        ),
        named_after_they_had_left=Case(
            together(
                _chosen(CHOSEN, "{who: anna, from: 2030-02-01, to: 2030-06-30}"),
                NAMED,
            ),
            tally=Tally(holds=2, unknown=1),
        ),
        another_number_of_seats=Case(
            _chosen(CHOSEN, seats=SEATS.replace("members: [", "members: ①[").replace("2", "3", 1)),
            ("① VR207 N warning",),
            Tally(breached=1),
        ),
        a_third_beyond_the_composition=Case(
            _chosen(CHOSEN, ANNA, BO, "①{who: rut, from: 2031-01-01}"),
            ("① VR207 N warning",),
            Tally(holds=2, breached=1, unknown=2),
        ),
    ),
    **cases(
        ANY_NUMBER,
        in_office=Case(_chosen(ANY_NUMBER, ANNA), tally=Tally(holds=1)),
        never_in_office=Case(
            _chosen(ANY_NUMBER, "①{who: asta, from: 2031-01-01}"),
            ("① VR207 N warning",),
            Tally(breached=1),
        ),
        out_of_office_and_still_seated=Case(
            _chosen(
                ANY_NUMBER,
                "①{who: anna, from: 2031-01-01}",
                rosters=_changed(KSO, ENDED % ", {who: asta, from: 2031-03-01}"),
            ),
            ("① VR207 N warning",),
            Tally(breached=1),
        ),
        the_office_changed_hands_and_the_seat_with_it=Case(
            _chosen(
                ANY_NUMBER,
                "{who: anna, from: 2031-01-01, to: 2031-02-28}, {who: asta, from: 2031-03-01}",
                rosters=_changed(KSO, ENDED % ", {who: asta, from: 2031-03-01}"),
            ),
            tally=Tally(holds=2),
        ),
        in_office_in_two_spells_without_a_break=Case(
            _chosen(
                ANY_NUMBER,
                ANNA,
                rosters=_changed(KSO, ENDED % ", {who: anna, from: 2031-03-01}"),
            ),
            tally=Tally(holds=1),
        ),
        with_a_break_of_a_day=Case(
            _chosen(
                ANY_NUMBER,
                "①{who: anna, from: 2031-01-01}",
                rosters=_changed(KSO, ENDED % ", {who: anna, from: 2031-03-02}"),
            ),
            ("① VR207 N warning",),
            Tally(breached=1),
        ),
        out_of_office_when_nothing_is_complete=Case(
            _chosen(ANY_NUMBER, ANNA, rosters=_changed(KSO, ENDED % "")),
            tally=Tally(unknown=1),
            complete="",
        ),
        out_of_office_before_the_rosters_are_complete=Case(
            _chosen(
                ANY_NUMBER,
                "{who: anna, from: 2031-01-01, to: 2031-06-30}",
                rosters=_changed(KSO, ENDED % ""),
            ),
            tally=Tally(unknown=1),
            complete="2031-07-01/",
        ),
        out_of_office_when_they_have_become_complete=Case(
            _chosen(
                ANY_NUMBER,
                "①{who: anna, from: 2031-01-01, to: 2031-07-01}",
                rosters=_changed(KSO, ENDED % ""),
            ),
            ("① VR207 N warning",),
            Tally(breached=1),
            complete="2031-07-01/",
        ),
        another_is_known_to_hold_it=Case(
            _chosen(ANY_NUMBER, "①{who: asta, from: 2031-01-01}"),
            ("① VR207 N warning",),
            Tally(breached=1),
            complete="",
        ),
        a_region_has_no_such_office=Case(
            _chosen(ANY_NUMBER, "{who: rut, from: 2031-01-01}"), tally=Tally(unknown=1), complete=""
        ),
        somebody_unheard_of=Case(
            _chosen(ANY_NUMBER, "{who: ①okand, from: 2031-01-01}"),
            ("① VR101 - error",),
            Tally(unknown=1),
        ),
        nobody_sits_there=Case(_chosen(ANY_NUMBER)),
    ),
}


@each(CHOICES)
def test_chosen(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_whoever_has_the_office_is_suggested_and_the_days_are_told(tmp_path: Path) -> None:
    changed = _changed(KSO, ENDED % ", {who: arne, from: 2031-03-01, to: 2031-04-30}")
    changed = changed.replace("to: 2031-04-30}]", "to: 2031-04-30}, {who: anna, from: 2031-05-01}]")
    files = _chosen(ANY_NUMBER, ANNA, rosters=changed)
    write_repo(tmp_path, council(files))
    (finding,) = check(load(tmp_path)).findings
    assert finding.message.replace("\N{NO-BREAK SPACE}", " ") == (
        "Anna Ek sitter i beredningen från 1 mars 2031 utan att vara kommunstyrelsens ordförande."
    )
    assert finding.help.endswith("är kommunstyrelsens ordförande, till exempel Arne Al.")
    assert str(finding.days) == "2031-03-01/2031-04-30"
