"""The minutes: every point with what came of it, the log, who adjusts, where they go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.council import ROOT
from tests.documents.agendas import empty_headings
from tests.documents.minutes import (
    ALL_THERE,
    ID,
    demands_of,
    example,
    lines,
    meeting,
    points,
    register,
    section,
    view,
)
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.documents.minutes import lacking, minutes_markdown, minutes_meta, minutes_view
from vrtool.documents.parts import Fact
from vrtool.documents.plain import as_plain
from vrtool.planning.demands import Demands

REPOS = ["", "examples/ovningsradet", "examples/vastmanland"]
POSITION = (
    "Ordföranderådet ställer sig bakom ett gemensamt hjälpmedelslager från den 1 januari 2033, och "
    "bakom att parterna delar kostnaderna efter folkmängd."
)
ADJUSTED = "N: {title: T, rule: VR608, strength: shall, paragraph: '1', applies: {forums: [rad]}}"
SIGNED = ADJUSTED.replace("VR608", "VR610")


@pytest.mark.parametrize("folder", REPOS)
def test_every_meeting_has_minutes_without_anything_empty(folder: str) -> None:
    demands = demands_of(folder)
    for chosen in demands.register.chronological:
        made = minutes_view(demands, chosen)
        markdown = minutes_markdown(made)
        assert empty_headings(markdown) == [], chosen.id
        assert "\n\n\n" not in markdown
        assert json.loads(json.dumps(as_plain(made), ensure_ascii=False)) == as_plain(made)


def test_the_words_are_the_structures_own() -> None:
    assert example("or-2031-03").title == "Minnesanteckningar från ordföranderådet"
    other = example("srb-2017-05", "examples/vastmanland")
    assert other.title == "Protokoll från den strategiska regionala beredningen"
    assert points(other)["kulturplan"].results[0].heading == "Rekommendation"


def test_a_position_is_set_off_with_those_that_are_to_decide() -> None:
    assert section(lines(example("or-2031-03")), "### 3. Gemensamt hjälpmedelslager") == [
        "Ställningstagande",
        "Föredragande",
        ":   Karin Exempel, Kladdstads kommun; Rosa Påhittad, Övningsregionen",
        "Ärende",
        ":   2031-005, diarienummer ÖR 2031-17",
        "#### Ställningstagande",
        f"> {POSITION}",
        "Beslutas härnäst av",
        ":   alla 17 parter",
    ]


def test_reports_and_assignments_stand_at_their_points_and_in_the_log() -> None:
    shown = lines(example("or-2031-02"))
    assert section(shown, "#### Rapporter") == [
        "- Bjud in kommunerna till platserna och forumen till ett första möte.",
        "    Övningsregionen · inte klart",
        "    Tretton kommuner har svarat, Kladdstad med ett nej till sin plats i ett av forumen.",
        "- Ta fram ett underlag som parterna kan besluta efter.",
        "    Direktörsberedningen · klart",
    ]
    assert section(shown, "#### Uppdrag") == [
        "- Beräkna vad transporterna kostar, kommun för kommun.",
        "    Direktörsberedningen · senast 17 april 2031",
    ]
    log = {line.id: (line.due, line.done, line.state) for line in example("or-2031-02").log}
    told = (
        "öppet: Tretton kommuner har svarat, Kladdstad med ett nej till sin plats i ett av forumen."
    )
    assert {key: (due.replace("\xa0", " "), *rest) for key, (due, *rest) in log.items()} == {
        "inbjudan-sakomradesforum": ("30 april 2031", False, told),
        "underlag-hjalpmedel": ("7 mars 2031", True, "klart"),
        "transporter-hjalpmedel": ("17 april 2031", False, "nytt"),
    }


def test_an_assignment_nobody_spoke_of_says_where_it_was_given(tmp_path: Path) -> None:
    earlier = """
        id: ra-2031-01
        forum: rad
        date: 2031-01-17
        agenda:
          items:
            - id: a
              title: Växeln
              outcome: {kind: assigned, assignments: [{id: utred, receiver: alby}]}
    """
    shown = view(tmp_path, meeting(), {"meetings/ra-2031-01.yaml": earlier})
    (line,) = shown.log
    assert line.state.replace("\xa0", " ") == "öppet, gavs vid rådet 17 januari 2031"
    assert (line.task, line.receiver, line.due, line.done) == ("Växeln", "Alby", "", False)


def test_breaks_are_left_out_and_what_came_late_stands_in_its_number(tmp_path: Path) -> None:
    items = """
        - {id: a, title: Ett}
        - {id: late, title: Sent, added: 2031-03-12}
        - {id: paus, title: Paus, kind: break}
        - {id: b, title: Två, public: false}
    """
    found = [
        line for line in lines(view(tmp_path, meeting(items))) if line.startswith(("**", "##"))
    ]
    wanted = ["**1. Ett**", "### 2. Två", "**3. Sent**"]
    assert [line for line in found if line in wanted or "Paus" in line] == wanted
    assert points(view(tmp_path / "b", meeting(items)))["b"].public is False


def test_corrections_stand_by_themselves_and_at_their_point(tmp_path: Path) -> None:
    more = ALL_THERE + (
        "  corrections:\n"
        "    - {date: 2031-04-02, item: a, text: Det var Berga.}\n"
        "    - {date: 2031-04-01, text: Mötet slutade 15.}\n"
    )
    shown = view(tmp_path, meeting("- {id: a, title: Växeln}", more=more))
    found = lines(shown)
    assert section(found, "### 1. Växeln") == ["Rättad", ":   2 april 2031"]
    assert section(found, "## Rättelser") == [
        "- Mötet slutade 15.",
        "    Rättat 1 april 2031.",
        "- **Punkt 1, Växeln.** Det var Berga.",
        "    Rättat 2 april 2031.",
    ]
    assert minutes_meta(shown).date.isoformat() == "2031-04-02"


# Signatures and stamps


def test_those_who_are_to_adjust_have_a_line_until_they_have(tmp_path: Path) -> None:
    one = ALL_THERE + "  adjusted: [{by: rut, date: 2031-03-20}]\n"
    shown = view(tmp_path, meeting(more=one), norms=ADJUSTED)
    assert shown.stamp == "OJUSTERAT"
    assert section(lines(shown), "## Underskrifter") == [
        "Vid minnesanteckningarna",
        ":   Rut Gran",
        "Justeras",
        ":   Rut Gran, ordförande, justerat 20 mars 2031",
        "Justeras",
        "---",
        "Anna Ek, vice ordförande",
    ]
    both = one.replace("}]", "}, {by: anna, date: 2031-03-21}]")
    done = view(tmp_path / "b", meeting(more=both), norms=ADJUSTED)
    assert done.stamp == ""
    assert "---" not in section(lines(done), "## Underskrifter")


def test_signed_by_whoever_led_and_adjusted_by_one_appointed(tmp_path: Path) -> None:
    more = ALL_THERE.replace("minutes:\n", "minutes:\n  led_by: anna\n")
    shown = view(tmp_path, meeting(more=more), norms=SIGNED)
    assert shown.stamp == "OJUSTERAT"
    assert [(s.task, s.name, s.title, s.line) for s in shown.signatures] == [
        ("Vid minnesanteckningarna", "Rut Gran", "", False),
        ("Undertecknas", "Anna Ek", "ordförande", True),
        ("Justeras", "", "ledamot", True),
    ]


def test_where_nobody_is_to_adjust_there_is_nothing_to_wait_for(tmp_path: Path) -> None:
    shown = view(tmp_path, meeting())
    assert shown.stamp == ""
    assert [signature.line for signature in shown.signatures] == [False]


def test_a_record_of_parts_is_not_called_unadjusted(tmp_path: Path) -> None:
    shown = view(tmp_path, meeting(more="known: items"), norms=ADJUSTED)
    assert (shown.stamp, shown.attendance) == ("", ())
    assert section(lines(shown), "## Närvaro") == ["Närvaron är inte antecknad."]


# Where they go


def test_the_dispatch_list_names_the_body_that_receives_and_those_concerned() -> None:
    demands = demands_of("examples/vastmanland")
    chosen = demands.register.meetings["srb-2017-05"]
    assert chosen.minutes is not None
    unsent = chosen.minutes.model_copy(update={"dispatched": None})
    before = minutes_view(demands, chosen.model_copy(update={"minutes": unsent}))
    assert before.dispatched == ""
    assert before.dispatch[0].text.startswith("Kommunstyrelsen i Arboga, ")
    assert before.dispatch[1:] == (
        Fact("Region", "Regionstyrelsen i Region Västmanland"),
        Fact("Andra mottagare", "Länets kulturråd"),
    )
    after = minutes_view(demands, chosen)
    assert after.dispatched.replace("\xa0", " ") == "Protokollet sändes ut 25 september 2017."


def test_once_out_only_those_they_went_to_are_named(tmp_path: Path) -> None:
    more = ALL_THERE + "  dispatched: {date: 2031-03-20, to: [berga], others: [Bolaget]}\n"
    shown = view(tmp_path, meeting(more=more))
    assert shown.dispatch == (Fact("Kommun", "Berga"), Fact("Andra mottagare", "Bolaget"))


# What they cannot lack


def test_a_meeting_that_is_not_held_has_none(tmp_path: Path) -> None:
    found = register(tmp_path, meeting("- {id: a, title: Växeln}", more=""))
    (missing,) = lacking(found, found.meetings[ID])
    assert missing.message == "Varken närvaro eller resultat är antecknade."
    assert f"vr minutes start {ID}" in missing.mend


def test_secretary_attendance_and_results_are_asked_for(tmp_path: Path) -> None:
    items = """
        - {id: a, title: Växeln, purpose: [dialogue]}
        - {id: b, title: Nätet, outcome: {kind: noted}}
        - {id: c, title: Övrigt, kind: standing}
    """
    found = register(tmp_path, meeting(items, more="minutes: {led_by: rut}"))
    assert [missing.message for missing in lacking(found, found.meetings[ID])] == [
        "Det står inte vem som förde anteckningarna.",
        "Närvaron är inte antecknad.",
        "Resultatet av punkten ”Växeln” är inte antecknat.",
    ]
    at = Location(f"data/meetings/{ID}.yaml", 1, 1, 1, 1)
    told = Finding(
        code="VR601",
        name="notes-incomplete",
        severity=Severity.ERROR,
        message="M",
        location=at,
        pointer=("agenda", "items", 0),
        help="H",
    )
    left = lacking(found, found.meetings[ID], [told])
    assert all("Växeln" not in missing.message for missing in left)
    assert len(left) == 2


def test_a_draft_lists_what_is_lacking(tmp_path: Path) -> None:
    found = register(tmp_path, meeting("- {id: a, title: Växeln}", more="minutes:"))
    shown = minutes_view(Demands(found), found.meetings[ID], draft=True)
    assert shown.stamp == "UTKAST"
    (told,) = section(lines(shown), "## Innan minnesanteckningarna kan gå ut")
    assert told.startswith("- Varken närvaro eller resultat är antecknade. Börja med vr minutes")
    assert minutes_meta(shown).stamp == "UTKAST"


def test_an_own_template_wins(tmp_path: Path) -> None:
    (tmp_path / "minutes.md.j2").write_text("# {{ title }}\n", encoding="utf-8")
    shown = example("or-2031-03")
    assert minutes_markdown(shown, [tmp_path]) == f"# {shown.title}\n"
    assert (ROOT / "templates" / "minutes.md.j2").is_file()
