"""What is told of records that have few sentences of their own: in the words of a reader."""

from __future__ import annotations

from pathlib import Path

from tests.history.two import MATTER, MEETING, told
from tests.repos import FORMS, ROSTERS, council, forms

WHEEL = """
id: '2031'
year: 2031
plan: {rad: [2031-02-14]}
parts: {raden: [{id: nat, title: Nätet, months: [3], topics: [natet]}]}
"""
COSTS = """
id: '2031'
year: 2031
unit: tkr
level: {year: 2031, totals: {municipality: 100, region: 20000.5}}
distribution: by-population
population: {day: 2030-11-01, parties: {alby: 1000, berga: 2000, regionen: 3000}}
"""


def test_structure_in_words(tmp_path: Path) -> None:
    old = council({})["structure.yaml"]
    new = old.replace("natet: Nätet}", "natet: Nätverket, vagar: Vägar}")
    new += "areas: {norr: Norra delen}\nwords: {chair: {one: talare, the: talaren, many: talare}}\n"
    assert told(tmp_path, {"structure.yaml": new}) == [
        "Strukturen",
        "  ~ Ämnen, Nätverket: Nätet → Nätverket",
        "  + Ämnen: Vägar",
        "  + Områden: Norra delen",
        "  + Ord, ordförande, obestämt ental: talare",
        "  + Ord, ordförande, bestämt ental: talaren",
        "  + Ord, ordförande, obestämt flertal: talare",
    ]


def test_year_wheel_and_costs_in_words(tmp_path: Path) -> None:
    before = {"year-wheels/2031.yaml": WHEEL, "costs/2031.yaml": COSTS}
    wheel = WHEEL.replace("[2031-02-14]", "[2031-02-21]").replace("[3]", "[3, 4]")
    costs = COSTS.replace("unit: tkr", "unit: kr").replace("region: 20000.5", "region: 21000")
    after = {"year-wheels/2031.yaml": wheel, "costs/2031.yaml": costs}
    assert told(tmp_path, after, before=before) == [
        "Årshjulet 2031",
        "  ~ Plan, rådet: 14 februari 2031 → 21 februari 2031",
        "  + Delar, raden, ”Nätet”, månader: april",
        "Kostnadsunderlaget 2031",
        "  ~ Enhet: tusental kronor → kronor",
        "  ~ Nivå, totalt, regioner: 20 000,5 → 21 000",
    ]


def test_a_norm_s_values_in_words(tmp_path: Path) -> None:
    norm = (
        "A-3: {title: Handlingar i tid, rule: VR503, strength: shall, paragraph: '3', "
        "with: {lead_days: 14}}"
    )
    softer = norm.replace("14", "10").replace("shall", "should")
    after = {"working-forms/former.yaml": forms(softer)}
    before = {"working-forms/former.yaml": forms(norm)}
    assert told(tmp_path, after, before=before)[1:] == [
        "  ~ Normen A-3: styrka: ska → bör",
        "  ~ Normen A-3: värden, dagar före mötet: 14 → 10",
    ]


def test_a_seat_is_empty_for_a_time(tmp_path: Path) -> None:
    left = "{who: asta, from: 2030-01-01, to: 2031-02-28}, {vacant: true, from: 2031-03-01}"
    seat = "  br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"
    empty = {"forums.yaml": ROSTERS.replace(seat, f"  br/alby/1: {{members: [{left}]}}")}
    filled = {"forums.yaml": ROSTERS.replace(seat, seat.replace("asta", "arne"))}
    assert told(tmp_path / "a", empty)[1:] == [
        "  ~ Asta Al lämnar platsen br/alby/1: till och med 28 februari 2031",
        "  + Platsen br/alby/1 är vakant: från och med 1 mars 2031",
    ]
    assert told(tmp_path / "b", filled, before=empty)[1:] == [
        (
            "  - Asta Al står inte längre på platsen br/alby/1: "
            "från och med 1 januari 2030 till och med 28 februari 2031"
        ),
        "  - Platsen br/alby/1 är inte längre vakant: från och med 1 mars 2031",
        "  + Arne Al får platsen br/alby/1: från och med 1 januari 2030",
    ]


def test_requests_come_change_and_go(tmp_path: Path) -> None:
    asked = "{forum: rad, date: 2031-01-10, by: [anna, bo], reason: Det brådskar}"
    files = {"requests.yaml": f"requests:\n  vaxel: {asked}\n"}
    more = {"requests.yaml": files["requests.yaml"].replace("[anna, bo]", "[anna, bo, rut]")}
    words = "forum rådet, datum 10 januari 2031, av Anna Ek och Bo Lind, skäl ”Det brådskar”"
    new = told(tmp_path / "a", files)
    assert new == ["Begäran om möte", f"  + Ny begäran vaxel: {words}"]
    assert told(tmp_path / "b", more, before=files)[1:] == ["  + Begäran vaxel: av: Rut Gran"]
    gone = told(tmp_path / "c", {}, before=files, gone=("requests.yaml",))
    assert gone[1:] == [f"  - Begäran vaxel tas bort: {words}"]


def test_what_no_longer_holds_is_no(tmp_path: Path) -> None:
    matter, path = MATTER + "needs_decisions: true\n", "matters/2031-001-vaxel.yaml"
    assert told(tmp_path / "a", {path: matter})[1:] == ["  + Kräver beslut hos parterna: ja"]
    assert told(tmp_path / "b", {path: MATTER}, before={path: matter})[1:] == [
        "  ~ Kräver beslut hos parterna: ja → nej"
    ]


def test_what_was_known_and_is_not_is_taken_away(tmp_path: Path) -> None:
    item = "{kind: position, text: as-proposed, consensus: false}"
    known = MEETING.replace("papers: [Lägesrapport]", f"outcome: {item}")
    path = "meetings/ra-2031-01.yaml"
    after = {path: known.replace(", consensus: false", "")}
    assert told(tmp_path, after, before={path: known})[1:] == [
        "  - Punkten ”Gemensam växel” (2031-001): resultat, enighet tas bort: nej"
    ]


def test_the_office_that_leads_is_named_with_its_forum(tmp_path: Path) -> None:
    after = FORMS.replace("chair: rad/ordforande", "chair: styrelsen/ordforande", 1)
    assert told(tmp_path, {"working-forms/former.yaml": after})[1:] == [
        "  ~ Platser, rådet, ordförande: ordförande i rådet → ordförande i styrelsen"
    ]


def test_paragraphs_are_kept_apart_on_one_line(tmp_path: Path) -> None:
    after = {"matters/2031-001-vaxel.yaml": MATTER + "  description: |\n    Ett.\n\n    Två.\n"}
    assert told(tmp_path, after)[1:] == ["  + Underlaget, beskrivningen: Ett. ¶ Två."]
