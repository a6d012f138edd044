"""The paper for a position: its sections in the source's order, nothing empty, nothing left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests import repos
from tests.council import ROOT
from tests.documents.agendas import empty_headings, plain
from tests.rules.cases import matter, meeting, together
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.documents.brief import brief_markdown, brief_meta, brief_view, lacking
from vrtool.documents.brief_view import BriefView
from vrtool.register.load import load
from vrtool.register.register import Register

SECTIONS = [
    "## Förslag till ställningstagande",
    "## Sammanfattning av ärendet",
    "## Beskrivning av ärendet",
    "## Inkomna synpunkter",
    "## Överväganden",
    "## Vägen framåt",
    "## Handlingar",
]


@cache
def _own() -> Register:
    found = load(ROOT).register
    assert found is not None
    return found


def _lines(view: BriefView) -> list[str]:
    return plain(brief_markdown(view)).splitlines()


def _headings(view: BriefView) -> list[str]:
    return [line for line in _lines(view) if line.startswith("#")]


def _view(root: Path, brief: str, *, more: str = "", files: repos.Files | None = None) -> BriefView:
    """The paper of the little council's matter; the brief's lines are indented by none."""
    body = "".join(f"  {line}\n" for line in brief.split("\n"))
    written = matter(more=f"brief:\n{body}{more}")
    found = repos.register(root, repos.council(together(written, files or {})))
    return brief_view(found, found.matters["2031-001"])


# The paper of the source itself


def test_the_paper_of_the_working_forms_has_every_section_of_the_source_in_order() -> None:
    view = brief_view(_own(), _own().matters["2021-001"])
    assert [line for line in _headings(view) if line.startswith("## ")] == SECTIONS
    assert _headings(view)[0] == "# Förslag till ordföranderådets ställningstagande"
    assert view.subtitle == "Värmlandsrådets arbetsformer"
    assert empty_headings(brief_markdown(view)) == []
    assert view.stamp == ""


def test_it_says_what_the_source_says() -> None:
    view = brief_view(_own(), _own().matters["2021-001"])
    text = " ".join(_lines(view))
    for fact in (
        "ställer sig bakom",
        "27 rekommendationer",
        "intervjuades 45 personer",
        "Åtta grupper",
        "fyra arbetsgrupper",
    ):
        assert fact in text
    taken, left = view.weighed
    assert taken.heading == "Synpunkter som har tagits in"
    assert len(taken.views) == 2
    assert left.heading == "Synpunkter som inte tas in nu utan lämnas till en kommande process"
    assert len(left.views) == 5
    assert len(view.guiding_words) == 1
    assert [(plain(entry.heading)) for entry in view.views] == [
        "Synpunkter vid Värmlandsrådet 21 januari 2022"
    ]


def test_it_is_signed_as_in_the_source() -> None:
    (signed,) = brief_view(_own(), _own().matters["2021-001"]).submission
    assert signed.on_behalf_of == "För Värmlandsrådet och ordföranderådet"
    assert signed.by.startswith("Ingrid Strengsdal, ")
    assert signed.to == "Till ordföranderådet"


def test_it_tells_where_the_matter_has_been_and_is_dated_by_its_meeting() -> None:
    view = brief_view(_own(), _own().matters["2021-001"])
    assert [plain(place) for place in view.earlier] == [
        "Värmlandsrådet 17–18 juni 2021 (information; dialog)",
        "Ordföranderådet 27 augusti 2021 (uppdrag till direktörsberedningen)",
        "Värmlandsrådet 21 januari 2022 (dialog)",
    ]
    facts = {fact.term: plain(fact.text) for fact in view.facts}
    assert facts["Tas upp"] == "Ordföranderådet 11 februari 2022"
    assert brief_meta(view).date.isoformat() == "2022-02-11"


# What is left out, and what never is


def test_a_proposal_alone_is_a_proposal_and_nothing_else(tmp_path: Path) -> None:
    view = _view(tmp_path, "proposal: Rådet säger ja.")
    assert _headings(view) == ["# Förslag till ställningstagande", SECTIONS[0]]
    assert "> Rådet säger ja." in _lines(view)


def test_without_a_proposal_its_heading_stands_there_all_the_same(tmp_path: Path) -> None:
    view = _view(tmp_path, "summary: Kort.")
    assert _headings(view)[1:] == SECTIONS[:2]
    assert "*Förslaget är inte skrivet.*" in _lines(view)


@pytest.mark.parametrize("brief", ["", "brief: {summary: Ja.}", "brief: {proposal: ' '}"])
def test_what_the_paper_cannot_be_without(tmp_path: Path, brief: str) -> None:
    found = repos.register(tmp_path, repos.council(matter(more=brief)))
    (missing,) = lacking(found, found.matters["2031-001"])
    assert missing.message == "Underlaget saknar förslag till ställningstagande."
    assert missing.mend == (
        "Skriv förslaget som proposal under brief i data/matters/2031-001-vaxeln.yaml."
    )
    assert lacking(_own(), _own().matters["2021-001"]) == ()


def test_a_draft_lists_what_is_missing(tmp_path: Path) -> None:
    found = repos.register(tmp_path, repos.council(matter()))
    at = Location("data/matters/2031-001-vaxeln.yaml", 2)
    wrong = Finding("VR101", "x", Severity.ERROR, "Part ”x” finns inte.", at, help="Rätta.")
    worry = Finding("VR151", "y", Severity.WARNING, "Nja.", at)
    view = brief_view(found, found.matters["2031-001"], [wrong, worry], draft=True)
    assert view.stamp == "UTKAST"
    assert [entry.message for entry in view.shortcomings] == [
        "Underlaget saknar förslag till ställningstagande.",
        "Part ”x” finns inte.",
    ]
    assert "- Part ”x” finns inte. Rätta." in _lines(view)


def test_a_draft_that_lacks_nothing_is_no_draft(tmp_path: Path) -> None:
    found = repos.register(tmp_path, repos.council(matter(more="brief: {proposal: Ja.}")))
    view = brief_view(found, found.matters["2031-001"], draft=True)
    assert (view.stamp, view.shortcomings) == ("", ())


def test_a_withdrawn_matter_is_stamped(tmp_path: Path) -> None:
    assert _view(tmp_path, "proposal: Ja.", more="status: withdrawn").stamp == "TILLBAKADRAGET"


def test_what_is_not_public_is_marked_and_still_shown(tmp_path: Path) -> None:
    view = _view(
        tmp_path,
        "proposal: Ja.\ndocuments: [{title: Avtal, date: 2031-02-03, public: false}, Karta]",
        more="public: false\n",
    )
    assert "**Ej för publicering**" in _lines(view)
    assert "- Avtal, 3 februari 2031 – ej för publicering" in _lines(view)
    assert "- Karta" in _lines(view)


def test_a_deviation_of_the_matter_stands_in_it(tmp_path: Path) -> None:
    deviation = (
        "deviations:\n  - {norm: N, reason: Det var bråttom., "
        "accepted: {by: rut, date: 2031-02-03}}\n"
    )
    norm = "N: {title: Normen, unchecked: Nej., strength: shall, paragraph: '3.1'}"
    files = matter(more=f"brief: {{proposal: Ja.}}\n{deviation}")
    found = repos.register(tmp_path, repos.council(files, norms=norm))
    text = "\n".join(_lines(brief_view(found, found.matters["2031-001"])))
    assert "- Arbetsformerna 3.1: Normen" in text
    assert "Avsteg: Det var bråttom." in text
    assert "Godkänt av Rut Gran 3 februari 2031." in text


# Where it is up


UP = "{id: a, title: Växeln, matter: 2031-001, purpose: [%s]%s}"


def test_the_last_meeting_it_is_up_for_a_position_at_counts(tmp_path: Path) -> None:
    files = together(
        meeting("ra-2031-01", "2031-03-14", UP % ("position", ", outcome: {kind: postponed}")),
        meeting("ra-2031-02", "2031-04-11", UP % ("position", ", papers_sent: 2031-04-01")),
        meeting("br-2031-01", "2031-05-16", UP % ("information", "")),
    )
    view = _view(tmp_path, "proposal: Ja.", files=files)
    assert view.title == "Förslag till rådets ställningstagande"
    assert view.issued == "2031-04-01"
    assert [plain(place) for place in view.earlier] == [
        "Rådet 14 mars 2031 (ställningstagande; bordlagt)"
    ]


def test_the_forum_it_is_submitted_to_counts_before_others(tmp_path: Path) -> None:
    files = together(
        meeting("br-2031-01", "2031-03-14", UP % ("position", "")),
        meeting("ra-2031-01", "2031-04-11", UP % ("position", "")),
    )
    view = _view(tmp_path, "proposal: Ja.\nsubmitted: {to: bredd}", files=files)
    assert view.title == "Förslag till breda rådets ställningstagande"
    assert view.issued == "2031-03-14"
    (signed,) = view.submission
    assert (signed.on_behalf_of, signed.by, signed.to) == ("", "", "Till breda rådet")


@pytest.mark.parametrize(
    ("more", "issued"), [("raised: 2031-02-03", "2031-02-03"), ("", "2031-01-01")]
)
def test_a_matter_that_has_not_been_up_is_dated_by_itself(
    tmp_path: Path, more: str, issued: str
) -> None:
    files = matter(more=f"brief: {{proposal: Ja.}}\n{more}")
    found = repos.register(tmp_path, repos.council(files))
    assert brief_view(found, found.matters["2031-001"]).issued == issued


def test_the_structures_own_word_for_a_position(tmp_path: Path) -> None:
    own = (
        "words: {position: {one: rekommendation, the: rekommendationen, many: rekommendationer, "
        "the_many: rekommendationerna}}\n"
    )
    files = {"structure.yaml": repos.structure(more=own)}
    view = _view(tmp_path, "proposal: Ja.", files=files)
    assert _headings(view) == ["# Förslag till rekommendation", "## Förslag till rekommendation"]


# The consultation


CONSULTATION = """\
consultation:
  asked: [alby, berga, regionen]
  sent: 2031-02-03
  due: 2031-03-03
  answers: {alby: 2031-02-14, berga: no-views}
  points:
    - {id: a, section: '2', title: Priset, from: [alby], view: Dyrt., handling: taken-in}
    - {id: b, section: Övrigt, title: Namn, view: Fel., handling: not-taken-in, reason: Nej.}
    - {id: c, section: Övrigt, from: [alby, Grupp 1], view: Sen., handling: later-process}
    - {id: d, section: Övrigt, from: [alby], view: Vad., handling: clarified, reason: Så.}
    - {id: e, section: Övrigt, from: [alby], view: Hur.}
"""


def test_the_consultation_is_told_of_and_its_points_are_weighed(tmp_path: Path) -> None:
    brief = "proposal: Ja.\nconsiderations: {taken_in: [Eget.], not_taken_in: [Senare.]}"
    view = _view(tmp_path, brief, more=CONSULTATION)
    (told,) = view.views
    assert told.heading == "Synpunkter i remissen"
    assert plain(told.text) == (
        "Förslaget sändes på remiss 3 februari 2031 till Alby, Berga och Regionen, med svar senast "
        "3 mars 2031. Svar har kommit från Alby. Utan synpunkter är Berga. "
        "Inget svar är antecknat från Regionen."
    )
    found = _lines(view)
    start = found.index("### Synpunkter som har tagits in")
    assert [line.strip() for line in found[start:] if line.strip()] == [
        "### Synpunkter som har tagits in",
        "- Eget.",
        "- **2 Priset.** Dyrt. (Alby)",
        "### Synpunkter som har lett till förtydliganden",
        "- **Övrigt.** Vad. (Alby)",
        "Så.",
        "### Synpunkter som inte tas in nu utan lämnas till en kommande process",
        "- Senare.",
        "- **Övrigt.** Sen. (Alby och Grupp 1)",
        "### Synpunkter som inte har tagits in",
        "- **Övrigt: Namn.** Fel.",
        "Nej.",
        "### Synpunkter som ännu inte är bedömda",
        "- **Övrigt.** Hur. (Alby)",
    ]


# Hostile text


def test_text_stays_text(tmp_path: Path) -> None:
    hostile = "# Rubrik *fet* [x](javascript:y) <b> | `kod`"
    view = _view(tmp_path, f"proposal: '{hostile}'\nsummary: '{hostile}\n\n\n  - punkt'")
    found = _lines(view)
    assert [line for line in found if line.startswith("#")] == [
        "# Förslag till ställningstagande",
        *SECTIONS[:2],
    ]
    assert "> \\# Rubrik \\*fet\\* \\[x\\](javascript:y) \\<b> \\| \\`kod\\`" in found
