"""Meetings, matters and rosters as text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.council import ROOT, Council, copied
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import roster_on
from vrtool.report import matters, meetings, rosters


def _register(root: Path) -> Register:
    register = load(root).register
    assert register is not None
    return register


@pytest.fixture(name="register", scope="module")
def the_council() -> Register:
    return _register(ROOT)


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


def test_a_meeting_in_full(register: Register) -> None:
    shown = meetings.shown(register, register.meetings["or-2021-02"])
    assert shown.splitlines() == [
        "or-2021-02  Ordföranderådet 27\xa0augusti\xa02021",
        "  fredagen den 27\xa0augusti\xa02021 kl.\xa013.00–15.00",
        "  Läge: hållet",
        "  Anmärkning: Tiden är den planerade. Bara denna punkt är känd.",
        "  Källa: Förslag till ordföranderådets ställningstagande om Värmlandsrådets arbetsformer",
        "  Fil: data/meetings/or-2021-02.yaml",
        "",
        "   1. Uppdrag att ta fram förslag till arbetsformer  (2021-001, uppdrag) → uppdrag",
    ]


def test_a_meeting_without_items(register: Register) -> None:
    shown = meetings.shown(register, register.meetings["vr-2022-02"])
    assert "  Läge: bara datumet är känt\n" in shown
    assert shown.endswith("  Fil: data/meetings/vr-2022-02.yaml")


def test_two_days_breaks_moves_and_cancellation(council: Council) -> None:
    council.write(
        "meetings/np-2031-01.yaml",
        "id: np-2031-01\nforum: nya-perspektiv\ndate: 2031-05-08\nto: 2031-05-09\n"
        "hours: {2031-05-08: '10:00–16:00'}\nform: conference\nmode: hybrid\n"
        "moved: [{from: 2031-04-03, reason: Lokalen}, {from: 2031-03-03}]\n"
        "cancelled: {reason: Snöoväder}\n"
        "agenda:\n  items:\n    - {id: a, title: A}\n    - {id: b, title: Kaffe, kind: break}\n"
        "    - {id: c, title: C}\n    - {id: d, title: D, number: 9}\n",
    )
    register = _register(council.root)
    meeting = register.meetings["np-2031-01"]
    shown = meetings.shown(register, meeting)
    assert meetings.row(register, meeting) == (
        "np-2031-01",
        "2031-05-08–09",
        "Nya Perspektiv",
        "inställt",
        "4",
    )
    for line in (
        "  Form: konferens",
        "  Sätt: hybridmöte",
        "  Inställt: Snöoväder",
        "  Flyttat: från 3\xa0april\xa02031: Lokalen; från 3\xa0mars\xa02031",
    ):
        assert f"\n{line}\n" in shown
    assert "kl.\xa010.00–16.00" in shown
    items = ["   – Kaffe", "   9. D", "Tilläggslista:", "  10. A", "  11. C"]
    assert shown.splitlines()[-5:] == items


@pytest.mark.parametrize(
    ("meeting", "state"),
    [
        ("vr-2022-02", "bara datumet är känt"),
        ("or-2022-02", "punkterna är kända"),
        ("or-2021-04", "bara planerat"),
        ("or-2022-01", "hållet"),
        ("or-2019-01", "bara datumet är känt"),
    ],
)
def test_how_far_a_meeting_has_come(register: Register, meeting: str, state: str) -> None:
    assert meetings.state(register, register.meetings[meeting]) == state


def test_a_matter_and_its_way(register: Register) -> None:
    shown = matters.shown(register, register.matters["2021-001"])
    head, way = shown.split("\n\n")
    assert head.splitlines()[:4] == [
        "2021-001  Värmlandsrådets arbetsformer",
        "  Läge: avslutat",
        "  Väckt av: ordföranderådet",
        "  Väckt: 27\xa0augusti\xa02021",
    ]
    assert [line.split(":")[0] for line in way.splitlines()] == [
        "Ärendets väg",
        "  2021-06-17  Värmlandsrådet (vr-2021-06)",
        "  2021-06-17  Värmlandsrådet (vr-2021-06)",
        "  2021-08-27  ordföranderådet (or-2021-02)",
        "  2022-01-21  Värmlandsrådet (vr-2022-01)",
        "  2022-02-11  ordföranderådet (or-2022-01)",
    ]
    assert way.endswith("Värmlandsrådets arbetsformer, ställningstagande, → ställningstagande")


def test_a_matter_says_what_is_not_known_of_its_way(council: Council) -> None:
    council.write("matters/2031-001-ny.yaml", "id: 2031-001\ntitle: Ny\ninitiator: arvika\n")
    register = _register(council.root)
    matter = register.matters["2031-001"]
    assert matters.row(register, matter) == ("2031-001", "Ny", "öppet", "har inte varit uppe")
    shown = matters.shown(register, matter)
    assert "  Väckt av: Arvika\n" in shown
    assert shown.endswith("Ärendets väg:\n  Har inte varit uppe.")
    later = matters.shown(register, register.matters["2023-001"])
    assert later.endswith("ställningstagande, → resultatet är inte känt")


def test_text_from_the_files_cannot_steer_the_terminal(council: Council) -> None:
    # \x9b is a control character that YAML's escapes let through, as are all marks of direction.
    nasty = '"Röd\\x9b1m\\u202Emoc\\nFil: /etc/passwd"'
    council.change(
        "meetings/or-2022-01.yaml", "title: Värmlandsrådets arbetsformer", f"title: {nasty}"
    )
    council.change("meetings/or-2022-01.yaml", "note: Bara denna punkt är känd.", f"note: {nasty}")
    council.change(
        "matters/2021-001-arbetsformer.yaml",
        "title: Värmlandsrådets arbetsformer",
        f"title: {nasty}",
    )
    register = _register(council.root)
    for shown in (
        meetings.shown(register, register.meetings["or-2022-01"]),
        matters.shown(register, register.matters["2021-001"]),
    ):
        assert not {"\x9b", "\u202e"} & {*shown}
        assert "\nFil: /etc/passwd" not in shown


def test_the_roster_of_the_council_on_a_day(register: Register) -> None:
    roster = roster_on(register, Rulebook(register), "ordforanderadet", date(2022, 2, 11))
    (title, rows), (officials, _) = rosters.parts(register, roster)
    assert (title, officials) == ("Ledamöter (17 platser)", "Tjänstepersoner (17 platser)")
    assert rows[:3] == [
        ("Region Värmland", "ordförande i regionstyrelsen", "Fredrik Larsson (ordförande)"),
        ("Arvika", "kommunstyrelsens ordförande", "Peter Söderström (vice ordförande)"),
        (
            "Eda",
            "kommunstyrelsens ordförande",
            "inte känd för dagen (senast känd: Johanna Söderberg, 18\xa0mars\xa02021)",
        ),
    ]


def test_seats_vacant_declined_doubled_and_with_deputies(council: Council) -> None:
    council.add(
        "forums.yaml",
        "  hsf/arvika/1: {members: [{vacant: true, from: 2031-01-01}]}\n"
        "  hsf/eda/1: {declined: 2031-01-01}\n"
        "  hsf/grums/1:\n"
        "    members: [{who: per-lawen, from: 2031-01-01}, {who: jens-fischer, from: 2031-01-01}]\n"
        "    deputies: [{who: solweig-gard, from: 2031-01-01}]\n",
    )
    register = _register(council.root)
    roster = roster_on(register, Rulebook(register), "halso-och-sjukvardsforum", date(2031, 2, 1))
    ((_, rows),) = rosters.parts(register, roster)
    holders = {party: name for party, _, name in reversed(rows)}
    assert holders["Arvika"] == "vakant"
    assert holders["Eda"] == "avböjd"
    assert holders["Grums"] == "Per Lawén och Jens Fischer; ersättare Solweig Gard"
    assert holders["Kil"] == "inte känd"
    vacant = rosters.vacancy_rows(register, roster, offered=False, unknown=False)
    assert vacant == [("Hälso- och sjukvårdsforum", "Arvika", "ledamot (hsf/arvika/1)", "vakant")]
    assert len(rosters.vacancy_rows(register, roster, offered=False, unknown=True)) == 1 + 31
