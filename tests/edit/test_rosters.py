"""Someone leaves a place and another comes: history kept, the file otherwise as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import repos
from tests.repos import ROSTERS, council, write_repo
from vrtool.edit.change import write
from vrtool.edit.lock import locked
from vrtool.edit.rosters_import import Coming, replacement
from vrtool.edit.rosters_people import Described
from vrtool.edit.rosters_plan import Plan, StepKind, roster_change
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register.load import load
from vrtool.register.register import Register

DAY = date(2031, 3, 1)
FILE = "data/forums.yaml"
NILS = Described("Nils Ny")


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    write_repo(tmp_path, council({}))
    return tmp_path


def _register(root: Path) -> Register:
    found = load(root).register
    assert found is not None
    return found


def _replaced(
    root: Path,
    place: str,
    who: Described | None = NILS,
    day: date = DAY,
    *,
    end: date | None = None,
    deputies: bool = False,
) -> Plan:
    """Carry the replacement out on the disk."""
    with locked(root) as lock:
        register = _register(root)
        plan = replacement(register, place, Coming(who, day, end), deputies=deputies)
        write(lock, [roster_change(lock, register, plan)])
    return plan


def _rosters(root: Path) -> str:
    return (root / FILE).read_text(encoding="utf-8")


def _flat(root: Path) -> str:
    """The file with every gap as one blank: a long list goes over several lines."""
    return " ".join(_rosters(root).split())


def _with(root: Path, old: str, new: str) -> None:
    text = _rosters(root)
    assert text.count(old) == 1
    (root / FILE).write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_the_one_who_leaves_stays_in_the_file_with_a_last_day(root: Path) -> None:
    plan = _replaced(root, "alby/kso")
    (step,) = plan.steps
    assert (step.kind, step.who, step.left) == (StepKind.FILLED, "nils-ny", "anna")
    expected = ROSTERS.replace(
        "alby/kso: [{who: anna, from: 2030-01-01}]",
        "alby/kso: [{who: anna, from: 2030-01-01, to: 2031-02-28}, "
        "{who: nils-ny, from: 2031-03-01}]",
    ).replace("offices:", "  nils-ny: {name: Nils Ny, party: alby}\noffices:")
    assert _rosters(root) == expected


@pytest.mark.parametrize("text", ["Alby KSO", "kso alby", "kommunstyrelsens ordförande Alby"])
def test_a_place_is_found_by_what_it_is_called(root: Path, text: str) -> None:
    assert _replaced(root, text).steps[0].place.id == "alby/kso"


def test_a_name_that_fits_several_places_names_them(root: Path) -> None:
    with pytest.raises(WrongUsage, match="”kso” passar flera platser: alby/kso och berga/kso"):
        _replaced(root, "kso")
    with pytest.raises(WrongUsage, match=r"ingen plats ”albo/kso”\. Menade du alby/kso"):
        _replaced(root, "albo/kso")
    assert _rosters(root) == ROSTERS


def test_an_office_that_nobody_has_had_is_found_by_its_id(root: Path) -> None:
    _with(root, "  styrelsen/vice-ordforande: [{who: ragna, from: 2030-01-01}]\n", "")
    assert _replaced(root, "styrelsen/vice-ordforande", Described("ragna")).steps[0].left is None
    assert "styrelsen/vice-ordforande: [{who: ragna, from: 2031-03-01}]" in _flat(root)


def test_a_place_may_stand_vacant_and_be_filled_the_same_day(root: Path) -> None:
    (step,) = _replaced(root, "alby/kso", None).steps
    assert (step.kind, step.left) == (StepKind.VACATED, "anna")
    assert "to: 2031-02-28}, {vacant: true, from: 2031-03-01}]" in _flat(root)
    assert _replaced(root, "alby/kso", None).steps[0].kind is StepKind.UNCHANGED
    _replaced(root, "alby/kso")
    assert "to: 2031-02-28}, {who: nils-ny, from: 2031-03-01}]" in _flat(root)


def test_a_vacancy_ends_the_day_before_someone_comes(root: Path) -> None:
    _replaced(root, "alby/kso", None)
    _replaced(root, "alby/kso", day=date(2031, 5, 1))
    assert (
        "{vacant: true, from: 2031-03-01, to: 2031-04-30}, {who: nils-ny, from: 2031-05-01}]"
        in _flat(root)
    )


def test_the_last_day_of_the_tenure_is_taken_over(root: Path) -> None:
    _with(
        root,
        "alby/kso: [{who: anna, from: 2030-01-01}]",
        "alby/kso: [{who: anna, from: 2030-01-01, to: 2034-12-31}]",
    )
    (step,) = _replaced(root, "alby/kso").steps
    assert step.end == date(2034, 12, 31)
    assert "to: 2031-02-28}, {who: nils-ny, from: 2031-03-01, to: 2034-12-31}]" in _flat(root)


def test_a_gap_before_the_next_is_filled_and_no_more(root: Path) -> None:
    (step,) = _replaced(root, "alby/kso", day=date(2029, 1, 1)).steps
    assert step.end == date(2029, 12, 31)
    assert "alby/kso: [{who: nils-ny, from: 2029-01-01, to: 2029-12-31}, {who: anna" in _flat(root)
    with pytest.raises(WrongUsage, match=r"är upptagen igen från 1.januari.2030"):
        _replaced(root, "berga/kso", Described("britt"), date(2029, 1, 1), end=DAY)


def test_a_personal_deputy_is_replaced_without_leaving_a_vacancy(root: Path) -> None:
    _replaced(root, "sf/alby/1", deputies=True)
    _replaced(root, "sf/alby/1", None, date(2031, 6, 1), deputies=True)
    text = _flat(root)
    assert "deputies: [{who: arne, from: 2030-01-01, to: 2031-02-28}, " in text
    assert "{who: nils-ny, from: 2031-03-01, to: 2031-05-31}]" in text
    assert "vacant" not in text
    assert "members: [{who: asta, from: 2030-01-01}]" in text
    with pytest.raises(WrongUsage, match=r"br/alby/1\) har ingen personlig ersättare"):
        _replaced(root, "br/alby/1", deputies=True)


def test_a_deputy_comes_to_a_seat_that_has_had_none(root: Path) -> None:
    _replaced(root, "sf/berga/1", deputies=True)
    expected = "deputies: [{who: nils-ny, from: 2031-03-01}]"
    assert expected in _rosters(root).split("sf/berga/1")[1]


def test_a_seat_that_is_not_in_the_file_gets_an_entry(root: Path) -> None:
    text = _rosters(root)
    (root / FILE).write_text(text[: text.index("seats:")], encoding="utf-8", newline="")
    _replaced(root, "br/alby/1", Described("asta"))
    seat = _register(root).rosters.seats["br/alby/1"]
    assert [(tenure.who, tenure.start) for tenure in seat.members] == [("asta", DAY)]
    assert _rosters(root).startswith(text[: text.index("seats:")])


def test_who_was_seen_after_the_day_is_no_room_for_another(root: Path) -> None:
    _with(
        root,
        "alby/kso: [{who: anna, from: 2030-01-01}]",
        "alby/kso: [{who: anna, seen: [2030-01-01, 2031-06-01]}]",
    )
    with pytest.raises(WrongUsage, match=r"Anna Ek är sedd på .* även efter 1.mars.2031"):
        _replaced(root, "alby/kso")
    _replaced(root, "alby/kso", day=date(2031, 6, 2))
    assert "{who: anna, seen: [2030-01-01, 2031-06-01]}, {who: nils-ny" in _flat(root)


def test_two_cannot_come_the_same_day(root: Path) -> None:
    _replaced(root, "alby/kso")
    with pytest.raises(WrongUsage, match=r"Nils Ny har .* från samma dag, 1.mars.2031"):
        _replaced(root, "alby/kso", Described("Ny Nilsson"))
    assert _replaced(root, "alby/kso").steps[0].kind is StepKind.UNCHANGED


def test_whoever_leaves_one_place_is_told_to_sit_on_others(root: Path) -> None:
    plan = _replaced(root, "alby/kso")
    (note,) = plan.notes
    assert note == (
        "Anna Ek sitter kvar på vice ordförande i rådet (rad/vice-ordforande). "
        "Ska någon annan dit, byt med vr roster replace."
    )


# People


def test_one_who_is_known_is_not_entered_twice(root: Path) -> None:
    assert _replaced(root, "br/alby/1", Described(" Anna  EK ")).people == ()
    assert "br/alby/1: {members: [{who: asta, from: 2030-01-01, to: 2031-02-28}, {who: anna" in (
        _flat(root)
    )


def test_a_name_known_in_another_party_must_be_told_apart(root: Path) -> None:
    with pytest.raises(WrongUsage, match=r"Bo Lind finns redan: bo \(Berga\)\. Är det samma"):
        _replaced(root, "alby/kso", Described("Bo Lind"))
    plan = _replaced(root, "alby/kso", Described("Bo Lind", is_new=True))
    assert [(one.id, one.other_than) for one in plan.people] == [("bo-lind", ("bo",))]
    assert "bo-lind: {name: Bo Lind, party: alby, other_than: [bo]}" in _flat(root)
    assert repos.findings(root) == []


def test_an_id_is_given_once(root: Path) -> None:
    _with(
        root,
        "people:\n",
        "people:\n  nils-ny: {name: Nils Annan, party: berga}\n"
        "  nils-ny-alby: {name: Nils Tredje, party: berga}\n",
    )
    assert _replaced(root, "alby/kso").people[0].id == "nils-ny-2"


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (Described("=1+1"), "är en formel, inget namn"),
        (Described("Nils\u202eyN"), "tecken som inte syns"),
        (Described("123"), "är inget namn"),
        (Described("x" * 500), "är inget namn"),
        (Described("Nils Ny", side="mitten"), "”mitten” är ingen sida"),
        (Described("Nils Ny", id="Å Ä"), "duger inte som id"),
        (Described("", id="ingen"), "Det finns ingen person ingen"),
        (Described("Nils Ny", id="bo"), "Id bo är Bo Lind, inte Nils Ny"),
    ],
)
def test_what_cannot_be_a_person_is_told(root: Path, who: Described, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        _replaced(root, "alby/kso", who)
    assert _rosters(root) == ROSTERS


def test_hostile_names_stay_text(root: Path) -> None:
    name = 'Robert\'); - {who: x} # "å" <b>: &a *b %'
    _replaced(root, "alby/kso", Described(name))
    assert [p.name for p in _register(root).rosters.people.values()][-1] == name
    assert _register(root).rosters.offices["alby/kso"][1].who == "robert-who-x-a-b-a-b"


def test_party_and_side_are_filled_in_but_never_changed(root: Path) -> None:
    plan = _replaced(root, "alby/kso", Described("asta", None, "Exempelpartiet", "Opposition"))
    assert plan.notes[:2] == (
        "Asta Al får political_party: Exempelpartiet.",
        "Asta Al får side: opposition.",
    )
    plan = _replaced(root, "berga/kso", Described("asta", None, "Andra partiet", "majoritet"), DAY)
    assert "inte majority. Det lämnas som det är" in plan.notes[1]
    assert _register(root).rosters.people["asta"].political_party == "Exempelpartiet"


def test_a_file_changed_meanwhile_is_left_alone(root: Path) -> None:
    with locked(root) as lock:
        register = _register(root)
        plan = replacement(register, "alby/kso", Coming(NILS, DAY))
        _with(root, "Anna Ek", "Anna Eklund")
        with pytest.raises(CannotDo, match="har ändrats under tiden"):
            roster_change(lock, register, plan)


def test_rosters_that_cannot_be_read_are_left_alone(root: Path) -> None:
    _with(root, "offices:", "offices: [")
    with pytest.raises(CannotDo, match=r"data/forums\.yaml går inte att läsa"):
        replacement(_register(root), "alby/kso", Coming(NILS, DAY))


def test_one_who_comes_later_does_not_come_twice(root: Path) -> None:
    with pytest.raises(WrongUsage, match=r"Bo Lind står på .* först från 1.januari.2030"):
        _replaced(root, "berga/kso", Described("bo"), date(2029, 1, 1))
