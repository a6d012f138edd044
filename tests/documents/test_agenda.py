"""The notices of the council's own meetings: everything the published agendas carry."""

from __future__ import annotations

import json
from functools import cache

import pytest

from tests.council import ROOT
from tests.documents.agendas import empty_headings, lines, section
from vrtool.documents.agenda import agenda_markdown, agenda_meta, agenda_view
from vrtool.documents.agenda_view import AgendaView
from vrtool.documents.plain import as_plain
from vrtool.model.meeting import Known
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register


@cache
def _register() -> Register:
    found = load(ROOT).register
    assert found is not None
    return found


def _view(meeting: str) -> AgendaView:
    return agenda_view(_register(), Rulebook(_register()), _register().meetings[meeting])


def _meetings() -> list[str]:
    return sorted(path.stem for path in (ROOT / "data" / "meetings").glob("*.yaml"))


@pytest.mark.parametrize("meeting", _meetings())
def test_every_meeting_has_a_notice(meeting: str) -> None:
    view = _view(meeting)
    markdown = agenda_markdown(view)
    assert markdown.startswith("# Kallelse till ")
    assert empty_headings(markdown) == []
    assert "\n\n\n" not in markdown
    assert markdown == agenda_markdown(_view(meeting))
    assert json.loads(json.dumps(as_plain(view), ensure_ascii=False)) == as_plain(view)


@pytest.mark.parametrize("meeting", _meetings())
def test_only_what_is_planned_is_a_proposal(meeting: str) -> None:
    planned = _register().meetings[meeting].known is Known.PLANNED
    assert _view(meeting).stamp == ("FÖRSLAG" if planned else "")


def test_the_position_on_the_working_forms() -> None:
    view = _view("or-2022-01")
    proposal = (
        "Ordföranderådet ställer sig bakom det framtagna förslaget till arbetsformer för "
        "Värmlandsrådet."
    )
    assert lines(view)[:8] == [
        "# Kallelse till ordföranderådet",
        "",
        "*Värmlandsrådets ordföranderåd*",
        "",
        "Tid",
        ":   fredagen den 11 februari 2022",
        "",
        "Presidium",
    ]
    assert section(view, "## Dagordning") == [
        "### 1. Värmlandsrådets arbetsformer",
        "Ställningstagande · Ärendelogik",
        "#### Förslag till ställningstagande",
        f"> {proposal}",
        "Ärende",
        ":   2021-001",
        "Tidigare",
        ":   Värmlandsrådet 17–18 juni 2021 (information; dialog)\\",
        "    Ordföranderådet 27 augusti 2021 (uppdrag till direktörsberedningen)\\",
        "    Värmlandsrådet 21 januari 2022 (dialog)",
        "Underlag",
        ":   Förslag till Värmlandsrådets arbetsformer\\",
        "    Utvärdering Samverkansavtal Värmland, 28 juni 2021\\",
        "    Samverkansavtal – Värmland, 19 april 2018",
    ]
    assert section(view, "## Öppna uppdrag")[1:] == [
        "    Direktörsberedningen · gavs vid ordföranderådet 27 augusti 2021"
    ]
    assert section(view, "## Nästa kända möte") == [
        "Fredagen den 18 mars 2022, Hotell Gustaf Fröding, Karlstad"
    ]


def test_seventeen_seats_of_which_two_are_known() -> None:
    rows = section(_view("or-2022-01"), "### Ledamöter")
    assert rows[0] == "| Part | Uppdrag | Ledamot |"
    seats = rows[2:-1]
    assert len(seats) == 17
    assert seats[:2] == [
        "| Arvika | kommunstyrelsens ordförande | Peter Söderström |",
        "| Eda | kommunstyrelsens ordförande | inte känd (senast Johanna Söderberg) |",
    ]
    assert seats[-2:] == [
        "| Årjäng | kommunstyrelsens ordförande | inte känd (senast Daniel Schützer) |",
        "| Region Värmland | ordförande i regionstyrelsen | Fredrik Larsson |",
    ]
    assert rows[-1].endswith("De senast kända namnen är från 18 mars 2021.")
    assert section(_view("or-2022-01"), "### Tjänstepersoner")[-1] == (
        "Inget namn är känt: kommundirektör (alla 16 kommuner)."
    )


def test_the_conference_of_2021() -> None:
    view = _view("vr-2021-06")
    assert view.title == "Kallelse till Värmlandsrådets konferens"
    assert ":   torsdagen den 17 och fredagen den 18 juni 2021" in lines(view)
    assert section(view, "## Dagordning torsdagen den 17 juni 2021") == [
        "### 1. Utvärdering av samverkansavtalet",
        "Information · Ärendelogik",
        "Föredragande",
        ":   Magnus Persson, Grecken AB",
        "Ärende",
        ":   2021-001 Värmlandsrådets arbetsformer",
        "Underlag",
        ":   3 bilagor",
        "### 2. Utvärderingen, gruppdiskussion och väg vidare",
        "Diskussion … dialog · Ärendelogik",
        "Föredragande",
        ":   Magnus Persson, Grecken AB",
        "Ärende",
        ":   2021-001 Värmlandsrådets arbetsformer",
    ]
    second = section(view, "## Dagordning fredagen den 18 juni 2021")
    assert [line for line in second if line.startswith("###")] == [
        "### 3. Gemensamma resurser",
        "### 4. Framtida etableringsfunktion",
        "### 5. Regionplan 2022",
        "### 6. Nationell och regional transportplan",
    ]
    assert section(view, "### 4. Framtida etableringsfunktion")[:3] == [
        "Ställningstagande",
        "Föredragande",
        ":   Annika Lomarker, Grums kommun; Martin Willén, Kristinehamns kommun",
    ]
    assert section(view, "### 5. Regionplan 2022") == [
        *("Föredragande", ":   Region Värmland", "Underlag", ":   1 bilaga")
    ]


def test_the_web_meeting_of_september_2021() -> None:
    view = _view("vr-2021-07")
    assert ":   fredagen den 24 september 2021 kl. 13.00–15.00" in lines(view)
    assert ":   digitalt" in lines(view)
    presenters = (
        "Peter Bäckstrand och Lena Gjevert, Region Värmland",
        "Georg Andrén, länsstyrelsen",
        "Birgitta Evensson, Årjängs kommun",
    )
    assert section(view, "### 1. Covid-19, läget") == [
        "Föredragande",
        f":   {'; '.join(presenters)}",
        "Underlag",
        ":   2 bilagor",
    ]
    assert section(view, "### 2. Fortsatt arbete med utvärderingen")[0] == (
        "Information/återkoppling"
    )
    assert section(view, "### 5. Regionalt trafikförsörjningsprogram")[3:5] == [
        *("Tidigare", ":   Värmlandsrådet 20 november 2020")
    ]
    assert section(view, "### 7. Övriga frågor") == ["Stående punkt"]


def test_the_meeting_of_march_2022() -> None:
    view = _view("or-2022-02")
    assert ":   Hotell Gustaf Fröding, Karlstad" in lines(view)
    assert ":   på plats" in lines(view)
    assert section(view, "### 1. Värmlandsstrategin") == [
        "Lägesrapport (information)",
        "Föredragande",
        ":   Stina Höök och Malin Vikner, Region Värmland",
        "Underlag",
        ":   1 bilaga",
    ]
    assert section(view, "### 5. Genius 2 juni") == ["Information"]
    assert section(view, "### 6. Ukraina")[:3] == [
        "Avstämning (information och dialog)",
        "Föredragande",
        ":   Jan-Olov Ragnarsson, Kils kommun; Lars Christensen, Region Värmland",
    ]


def test_the_first_meeting_of_the_term_2023() -> None:
    view = _view("or-2023-01")
    assert ":   Åsa Johansson, ordförande; Henrik Frykberger, vice ordförande" in lines(view)
    assert section(view, "### 1. Presentationsrunda") == ["Formalia"]
    assert section(view, "### 2. Länsgemensamma medel, psykisk hälsa") == [
        "Föredragning och förslag om ställningstagande",
        "Föredragande",
        ":   Sandra Nätt och Anna-Carin Johansson, Region Värmland",
        "Ärende",
        ":   2023-001",
        "Underlag",
        ":   2 bilagor",
    ]
    assert section(view, "### 3. Varumärket Värmland")[:3] == [
        "Föredragning samt gruppdialoger (information och dialog)",
        "Föredragande",
        ":   Region Värmland; extern part",
    ]
    assert "### 4. Nominering till Friskvården Värmland, 2 ledamöter och 2 ersättare" in lines(view)


def test_a_forum_goes_by_its_name_of_the_day() -> None:
    assert _view("or-2021-01").title == "Kallelse till arbetsutskottet"
    assert _view("or-2021-01").subtitle == "Värmlandsrådets arbetsutskott"
    assert _view("or-2021-02").title == "Kallelse till ordföranderådet"
    assert _view("vr-2022-02").subtitle == ""


def test_what_a_meeting_was_planned_as_and_its_theme() -> None:
    assert _view("vr-2021-03").statements == ("Mötet var planerat för arbetsutskottet.",)
    assert [fact.text for fact in _view("vr-2022-02").facts if fact.term == "Tema"] == ["Demokrati"]


def test_what_the_document_says_about_itself() -> None:
    meta = agenda_meta(_view("or-2022-01"))
    assert meta.title.replace("\N{NO-BREAK SPACE}", " ") == (
        "Kallelse till ordföranderådet fredagen den 11 februari 2022"
    )
    assert (meta.organisation, meta.date.isoformat(), meta.stamp) == (
        *("Värmlandsrådet", "2022-02-11"),
        "",
    )
