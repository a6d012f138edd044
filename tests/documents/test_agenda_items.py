"""The points of an agenda: number, time, purpose, presenters, proposal, papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.agendas import entries, lines, meeting, plain, section, view
from tests.repos import structure

MATTER = """
id: 2031-001
title: Gemensam växel
reference: R 2031-17
logic: case
brief:
  proposal: |
    Rådet ställer sig bakom växeln.

    Den tas i bruk 2032.
  documents:
    - {title: Utredning, file: attachments/2031-001/utredning.pdf, date: 2031-02-01}
    - {title: Senare, date: 2031-04-01}
    - {title: Avtal, public: false}
"""
WITH_MATTER = {
    "matters/2031-001-vaxel.yaml": MATTER,
    "attachments/2031-001/utredning.pdf": "innehåll",
}


def _times(root: Path, items: str, more: str = "hours: 13:00–15:00") -> dict[str, str]:
    shown = view(root, meeting(items, more=more))
    return {entry.id: plain(entry.time) for entry in entries(shown).values()}


def test_times_run_on_from_the_meetings_start_over_the_breaks(tmp_path: Path) -> None:
    items = """
        - {id: a, title: A, minutes: 20}
        - {id: paus, title: Paus, kind: break, minutes: 10}
        - {id: b, title: B, minutes: 45}
        - {id: c, title: C, kind: standing}
    """
    assert _times(tmp_path, items) == {
        "a": "kl. 13.00–13.20",
        "paus": "kl. 13.20–13.30",
        "b": "kl. 13.30–14.15",
        "c": "kl. 14.15",
    }


def test_a_point_of_unknown_length_ends_what_is_known_until_the_next_clock(tmp_path: Path) -> None:
    items = """
        - {id: a, title: A, minutes: 20}
        - {id: b, title: B}
        - {id: c, title: C, minutes: 5}
        - {id: d, title: D, start: '14:30', minutes: 10}
        - {id: e, title: E}
    """
    assert _times(tmp_path, items) == {
        "a": "kl. 13.00–13.20",
        "b": "kl. 13.20",
        "c": "",
        "d": "kl. 14.30–14.40",
        "e": "kl. 14.40",
    }


def test_no_time_is_made_up(tmp_path: Path) -> None:
    assert _times(tmp_path, "- {id: a, title: A}") == {"a": ""}
    assert _times(tmp_path, "- {id: a, title: A, minutes: 9}", "") == {"a": ""}
    late = "- {id: a, title: A, minutes: 90}\n- {id: b, title: B}"
    assert _times(tmp_path, late, "hours: 23:00–24:00") == {"a": "kl. 23.00", "b": ""}


def test_each_day_has_its_own_clock(tmp_path: Path) -> None:
    hours = "to: 2031-03-15\nhours: {2031-03-14: 13:00–17:00, 2031-03-15: 09:00–12:00}"
    items = "- {id: a, title: A, minutes: 30}\n- {id: b, title: B, minutes: 30, day: 2}"
    assert _times(tmp_path, items, hours) == {"a": "kl. 13.00–13.30", "b": "kl. 09.00–09.30"}


def test_numbers_run_on_and_breaks_have_none(tmp_path: Path) -> None:
    shown = view(
        tmp_path,
        meeting("""
            - {id: a, title: A, text: Text.}
            - {id: paus, title: Paus, kind: break, minutes: 15}
            - {id: b, title: B}
            - {id: vila, title: Vila, kind: break}
        """),
    )
    assert section(shown, "## Dagordning") == [
        *("### 1. A", "Text.", "### Paus", "15 minuter", "**2. B**", "**Vila**")
    ]


def test_frozen_numbers_stand_and_late_points_come_after(tmp_path: Path) -> None:
    shown = view(
        tmp_path,
        meeting("""
            - {id: a, title: A, number: 1}
            - {id: sen, title: Sen, added: 2031-03-10}
            - {id: c, title: C, number: 3}
            - {id: glomd, title: Glömd}
        """),
    )
    numbers = {key: entry.number for key, entry in entries(shown).items()}
    assert numbers == {"a": 1, "c": 3, "sen": 4, "glomd": 5}
    assert section(shown, "## Dagordning") == ["**1. A**", "**3. C**"]
    assert section(shown, "## Tilläggslista") == [
        *("### 4. Sen", "Tillagd 10 mars 2031", "**5. Glömd**")
    ]


def test_a_late_point_says_which_day_it_is_on(tmp_path: Path) -> None:
    late = "{id: b, title: B, day: 2, start: '09:00', added: 2031-03-10}"
    items = f"- {{id: a, title: A, number: 1}}\n- {late}"
    shown = view(tmp_path, meeting(items, more="to: 2031-03-15"))
    assert section(shown, "### 2. B") == [
        "**lördagen den 15 mars 2031 kl. 09.00** · Tillagd 10 mars 2031"
    ]


@pytest.mark.parametrize(
    ("fields", "aim"),
    [
        ("purpose: [information, dialogue]", "Information och dialog"),
        ("purpose: [information], label: lägesrapport", "Lägesrapport (information)"),
        ("purpose: [dialogue], label: dialog i grupper", "Dialog i grupper"),
        ("label: lägesrapport", "Lägesrapport"),
        ("kind: standing", "Stående punkt"),
        ("kind: standing, purpose: [information]", "Stående punkt (information)"),
        ("minutes: 5", ""),
    ],
)
def test_what_a_point_is_for(tmp_path: Path, fields: str, aim: str) -> None:
    shown = view(tmp_path, meeting(f"- {{id: a, title: A, {fields}}}"))
    assert entries(shown)["a"].aim == aim


def test_the_words_for_purposes_are_the_structures_own(tmp_path: Path) -> None:
    more = "words: {dialogue: {one: samtal, the: samtalet, many: samtal}}\n"
    files = {"structure.yaml": structure(more=more)}
    shown = view(tmp_path, meeting("- {id: a, title: A, purpose: [dialogue]}"), files)
    assert entries(shown)["a"].purposes == ("samtal",)


def test_presenters_are_gathered_by_organisation(tmp_path: Path) -> None:
    shown = view(
        tmp_path,
        meeting("""
            - id: a
              title: A
              presenters:
                - rut
                - {name: Siv Konsult, organisation: Växelbolaget AB}
                - {who: ragna}
                - {who: bo, organisation: Nätverket}
                - {organisation: Regionen}
                - {organisation: länsstyrelsen}
        """),
    )
    assert entries(shown)["a"].presenters == (
        *("Rut Gran och Ragna Asp, Regionen", "Siv Konsult, Växelbolaget AB"),
        *("Bo Lind, Nätverket", "länsstyrelsen"),
    )


def test_a_point_for_position_carries_proposal_and_papers(tmp_path: Path) -> None:
    items = (
        "- {id: a, title: Växeln, matter: 2031-001, purpose: [position], papers_sent: 2031-03-01}"
    )
    shown = view(tmp_path, meeting(items), WITH_MATTER)
    assert section(shown, "### 1. Växeln") == [
        "Ställningstagande · Ärendelogik",
        "#### Förslag till ställningstagande",
        "> Rådet ställer sig bakom växeln.",
        ">",
        "> Den tas i bruk 2032.",
        "Ärende",
        ":   2031-001 Gemensam växel, diarienummer R 2031-17",
        "Underlag",
        ":   Utredning, 1 februari 2031 (utredning.pdf)\\",
        "    Avtal – ej för publicering\\",
        "    Utsänt 1 mars 2031",
    ]


def test_a_point_before_the_position_does_not_show_the_later_proposal(tmp_path: Path) -> None:
    items = "- {id: a, title: A, matter: 2031-001, purpose: [dialogue]}"
    coming = entries(view(tmp_path, meeting(items), WITH_MATTER))["a"]
    assert coming.proposals == ()
    assert [paper.title for paper in coming.papers] == ["Utredning", "Avtal"]
    past = entries(view(tmp_path, meeting(items, more="known: items"), WITH_MATTER))["a"]
    assert past.papers == ()


@pytest.mark.parametrize(
    ("purpose", "heading"),
    [
        ("position", "Förslag till ställningstagande"),
        ("preparation", "Förslag till ställningstagande"),
        ("nomination", "Förslag till nominering"),
        ("assignment", "Förslag till uppdrag"),
        ("information", "Förslag"),
    ],
)
def test_a_points_own_proposal_wins(tmp_path: Path, purpose: str, heading: str) -> None:
    item = f"- {{id: a, title: A, matter: 2031-001, purpose: [{purpose}], proposal: Det egna.}}"
    shown = section(view(tmp_path, meeting(item), WITH_MATTER), "### 1. A")
    assert f"#### {heading}" in shown
    assert [line for line in shown if line.startswith(">")] == ["> Det egna."]


def test_several_matters_have_each_their_proposal(tmp_path: Path) -> None:
    other = MATTER.replace("2031-001", "2031-002").replace("Gemensam växel", "Gemensam bil")
    files = WITH_MATTER | {"matters/2031-002-bil.yaml": other}
    items = "- {id: a, title: A, matters: [2031-001, 2031-002], purpose: [position]}"
    shown = section(view(tmp_path, meeting(items), files), "### 1. A")
    assert shown.index("Gemensam växel") < shown.index("Gemensam bil")
    assert shown.count("> Rådet ställer sig bakom växeln.") == 2


def test_enclosures_count_only_where_they_tell_more(tmp_path: Path) -> None:
    def enclosures(fields: str) -> str:
        return entries(view(tmp_path, meeting(f"- {{id: a, title: A, {fields}}}")))["a"].enclosures

    assert enclosures("papers_count: 1") == "1 bilaga"
    assert enclosures("papers_count: 3") == "3 bilagor"
    assert enclosures("papers_count: 3, papers: [Ett]") == "sammanlagt 3 bilagor"
    assert enclosures("papers_count: 2, papers: [Ett, Två]") == ""


def test_what_is_not_public_is_still_sent_and_says_so(tmp_path: Path) -> None:
    shown = view(tmp_path, meeting("- {id: a, title: A, public: false, year: 2032}"))
    assert section(shown, "### 1. A") == ["Gäller 2032 · Ej för publicering"]


def test_what_came_of_a_point_is_not_on_its_agenda(tmp_path: Path) -> None:
    items = "- {id: a, title: A, purpose: [position], outcome: {kind: position, text: Bifall.}}"
    assert not any("Bifall" in line for line in lines(view(tmp_path, meeting(items))))


def test_when_a_position_is_expected_and_who_is_to_be_informed(tmp_path: Path) -> None:
    def told(expected: str, purpose: str = "dialogue") -> list[tuple[str, str]]:
        matter = f"{MATTER}expected: {{{expected}}}\n"
        files = WITH_MATTER | {"matters/2031-001-vaxel.yaml": matter}
        items = f"- {{id: a, title: A, matter: 2031-001, purpose: [{purpose}]}}"
        shown = entries(view(tmp_path, meeting(items), files))["a"]
        return [(fact.term, fact.text) for fact in shown.expected]

    informed = ("Informeras också", "breda rådet och sakforumet")
    both = "position: hösten 2031, inform: [bredd, sakforum]"
    assert told(both) == [("Ställningstagande väntas", "hösten 2031"), informed]
    assert told(both, "position") == [informed]
    assert told("position: hösten 2031") == [("Ställningstagande väntas", "hösten 2031")]
