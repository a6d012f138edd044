"""To whom a notice goes: seats held, vacant, declined and unknown, deputies, officials, guests."""

from __future__ import annotations

from pathlib import Path

from tests.documents.agendas import DAY, lines, meeting, plain, section, view
from tests.repos import structure
from vrtool.documents.agenda_view import AgendaView, Invitee

PEOPLE = """
people:
  anna: {name: Anna Ek, party: alby}
  bo: {name: Bo Lind, party: berga}
  anna-2: {name: Anna Ek, party: berga}
  rut: {name: Rut Gran, party: regionen, title: regiondirektör}
  siv: {name: Siv Al, organisation: Länsstyrelsen, title: utredare}
networks:
  natverket: {name: direktörsnätverket}
"""
FORMS = """
id: former
name: Rådets arbetsformer
short_name: arbetsformerna
in_force: {from: 2030-01-01}
seats:
  rad:
"""


def _seats(*lines_: str) -> str:
    return FORMS + "".join(f"    {line}\n" for line in lines_)


def _shown(
    root: Path, people: str, seats: str, *, more: str = "", complete: str = "2031-01-01/2031-12-31"
) -> AgendaView:
    files = {
        "forums.yaml": PEOPLE + people,
        "working-forms/former.yaml": seats,
        "structure.yaml": structure(complete),
    }
    return view(root, meeting(more=more), files)


KSO = _seats("members: [{office: kso, each: municipality}]")
APPOINTED = _seats("members: [{appointed: sf, each: municipality, offered: true, deputies: true}]")
UNTOLD = "2029-01-01/2029-12-31"


def _members(shown: AgendaView) -> list[Invitee]:
    return [person for group in shown.called[:1] for person in group.people]


def test_held_vacant_and_unknown_are_told_apart(tmp_path: Path) -> None:
    people = """
offices:
  alby/kso: [{who: anna, from: 2030-01-01}]
  berga/kso: [{vacant: true, from: 2031-03-01}]
"""
    shown = _shown(tmp_path, people, KSO)
    assert section(shown, "### Ledamöter")[2:] == [
        "| Alby | kommunstyrelsens ordförande | Anna Ek |",
        "| Berga | kommunstyrelsens ordförande | vakant |",
    ]
    assert [(p.name, p.state) for p in _members(shown)] == [("Anna Ek", "held"), ("", "vacant")]


def test_an_unknown_seat_names_whoever_was_last_known(tmp_path: Path) -> None:
    people = """
offices:
  alby/kso: [{who: anna, from: 2030-01-01}]
  berga/kso: [{who: bo, seen: [2030-02-01, 2030-03-18]}]
"""
    shown = _shown(tmp_path, people, KSO, complete=UNTOLD)
    assert plain(_members(shown)[1].text) == (
        "inte känd för dagen (senast känd: Bo Lind, 18 mars 2030)"
    )
    assert shown.called[0].notes == ()


def test_many_unknown_of_one_day_share_the_day(tmp_path: Path) -> None:
    people = """
offices:
  alby/kso: [{who: anna, seen: [2030-03-18]}]
  berga/kso: [{who: bo, seen: [2030-03-18]}]
"""
    shown = _shown(tmp_path, people, KSO, complete=UNTOLD)
    assert [p.text for p in _members(shown)] == [
        "inte känd (senast Anna Ek)",
        "inte känd (senast Bo Lind)",
    ]
    assert plain(shown.called[0].notes[0]).endswith("är från 18 mars 2030.")


def test_seats_of_which_nobody_was_ever_known_are_gathered(tmp_path: Path) -> None:
    seats = _seats(
        "members: [{office: kso, each: municipality}, {office: ordforande, boards: [styrelsen]},",
        "  {office: kso, parties: [regionen]}]",
    )
    shown = _shown(tmp_path, "", seats, complete=UNTOLD)
    kso = "kommunstyrelsens ordförande (alla 2 kommuner och Regionen)"
    assert section(shown, "### Ledamöter") == [
        f"Inget namn är känt: {kso}; ordförande i styrelsen (Regionen)."
    ]


def test_declined_and_unfilled_seats(tmp_path: Path) -> None:
    shown = _shown(tmp_path, "seats:\n  sf/alby/1: {declined: 2031-01-20}\n", APPOINTED)
    assert [(p.party, p.state, p.text) for p in _members(shown)] == [
        ("Alby", "declined", "avböjd"),
        ("Berga", "unfilled", "inte tillsatt"),
    ]


def test_deputies_stand_beside_their_members_not_among_them(tmp_path: Path) -> None:
    people = """
seats:
  sf/alby/1:
    members: [{who: anna, from: 2030-01-01}]
    deputies: [{who: rut, from: 2030-01-01}]
"""
    shown = _shown(tmp_path, people, APPOINTED)
    assert not any("Rut Gran" in line for line in section(shown, "### Ledamöter"))
    assert section(shown, "### Personliga ersättare") == [
        "| Part | Ersätter | Ersättare |",
        "|:-------------|:---------------------|:----------------------------|",
        "| Alby | Anna Ek | Rut Gran |",
    ]


def test_whoever_has_two_seats_stands_once_and_namesakes_apart(tmp_path: Path) -> None:
    people = """
offices:
  alby/kso: [{who: anna, from: 2030-01-01}]
  berga/kso: [{who: anna-2, from: 2030-01-01}]
  styrelsen/ordforande: [{who: anna, from: 2030-01-01}]
"""
    seats = _seats(
        "members: [{office: kso, each: municipality}, {office: ordforande, boards: [styrelsen]}]"
    )
    assert section(_shown(tmp_path, people, seats), "### Ledamöter")[2:] == [
        "| Alby och Regionen | kommunstyrelsens ordförande och ordförande i styrelsen | Anna Ek |",
        "| Berga | kommunstyrelsens ordförande | Anna Ek |",
    ]


def test_two_at_once_in_a_seat_are_both_called(tmp_path: Path) -> None:
    people = "offices:\n  alby/kso: [{who: anna, from: 2030-01-01}, {who: bo, from: 2030-06-01}]\n"
    assert [p.name for p in _members(_shown(tmp_path, people, KSO))][:2] == ["Anna Ek", "Bo Lind"]


def test_parties_stand_by_kind_and_in_swedish_order(tmp_path: Path) -> None:
    more = structure().replace(
        "parties:\n",
        "parties:\n"
        "  oby: {name: Öby kommun, short: Öby, kind: municipality}\n"
        "  aby: {name: Åby kommun, short: Åby, kind: municipality}\n",
    )
    seats = _seats(
        "members: [{office: kso, parties: [regionen]}, {office: kso, each: municipality}]"
    )
    files = {"forums.yaml": PEOPLE, "working-forms/former.yaml": seats, "structure.yaml": more}
    shown = view(tmp_path, meeting(), files)
    assert [p.party for p in _members(shown)] == ["Alby", "Berga", "Åby", "Öby", "Regionen"]


def test_officials_co_opted_and_invited(tmp_path: Path) -> None:
    people = """
offices:
  regionen/ordforande: [{who: rut, from: 2030-01-01}]
  natverket/ordforande: [{who: siv, from: 2030-01-01}]
"""
    seats = _seats(
        "officials: [{office: ordforande, parties: [regionen]}]",
        "co_opted: [{office: ordforande, bodies: [natverket]}]",
    )
    shown = _shown(tmp_path, people, seats, more="notice: {invited: [bo, rut, okand]}")
    assert section(shown, "### Tjänstepersoner")[2:] == ["| Regionen | ordförande | Rut Gran |"]
    assert section(shown, "### Adjungerade")[2:] == [
        "| Länsstyrelsen | ordförande i direktörsnätverket | Siv Al |"
    ]
    assert section(shown, "### Inbjudna") == ["- Bo Lind, Berga kommun", "- okand"]
    assert "### Ledamöter" not in lines(shown)


def test_experts_who_are_co_opted_are_called_and_no_empty_place_for_one(tmp_path: Path) -> None:
    people = "seats:\n  sak/1: {members: [{who: siv, from: 2030-01-01}]}\n"
    shown = _shown(tmp_path, people, _seats("co_opted: [{appointed: sak, count: 2}]"))
    assert section(shown, "### Adjungerade")[2:] == ["| Länsstyrelsen | adjungerad | Siv Al |"]


def test_an_unknown_place_for_a_network_goes_by_the_networks_name(tmp_path: Path) -> None:
    people = "offices:\n  natverket/ordforande: [{who: siv, seen: [2030-01-01]}]\n"
    seats = _seats("co_opted: [{office: ordforande, bodies: [natverket]}]")
    shown = _shown(tmp_path, people, seats, complete=UNTOLD)
    assert _members(shown)[0].party == "Direktörsnätverket"


def test_a_seat_for_a_part_of_the_area_says_which(tmp_path: Path) -> None:
    files = {
        "forums.yaml": PEOPLE + "seats:\n  bg/norra/1: {members: [{who: bo, from: 2030-01-01}]}\n",
        "working-forms/former.yaml": _seats("members: [{appointed: bg, areas: [norra]}]"),
        "structure.yaml": structure(more="areas: {norra: norra länsdelen}\n"),
    }
    assert section(view(tmp_path, meeting(), files), "### Ledamöter")[2:] == [
        "| Berga kommun | ledamot (norra länsdelen) | Bo Lind |"
    ]


def test_the_roster_is_that_of_the_day(tmp_path: Path) -> None:
    people = """
offices:
  alby/kso:
    - {who: anna, from: 2030-01-01, to: 2031-03-13}
    - {who: bo, from: 2031-03-14}
"""
    assert DAY == "2031-03-14"
    assert _members(_shown(tmp_path, people, KSO))[0].name == "Bo Lind"


def test_a_forum_without_seats_calls_nobody(tmp_path: Path) -> None:
    shown = _shown(tmp_path, "", FORMS.replace("  rad:\n", "  bredd: {}\n"))
    assert shown.called == ()
    assert "## Kallade" not in lines(shown)
