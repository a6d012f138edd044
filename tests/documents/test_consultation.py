"""The compilation of a consultation: who was asked, who answered, and what came of each view."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests import repos
from tests.council import ROOT
from tests.documents.agendas import empty_headings, plain
from tests.rules.cases import matter
from vrtool.documents.consultation import (
    consultation_in_words,
    consultation_markdown,
    consultation_meta,
    consultation_view,
)
from vrtool.documents.consultation_view import ConsultationView
from vrtool.register.load import load
from vrtool.register.register import Register


@cache
def _register(example: str) -> Register:
    found = load(ROOT / "examples" / example).register
    assert found is not None
    return found


def _of(found: Register, identifier: str) -> ConsultationView:
    chosen = found.matters[identifier]
    assert chosen.consultation is not None
    return consultation_view(found, chosen, chosen.consultation)


def _view(root: Path, *lines: str, more: str = "") -> ConsultationView:
    body = "".join(f"  {line}\n" for line in lines)
    files = matter(more=f"{more}\nconsultation:\n{body}")
    return _of(repos.register(root, repos.council(files)), "2031-001")


def _text(view: ConsultationView) -> str:
    return plain(consultation_markdown(view))


def _told(root: Path, lines: str, more: str = "") -> str:
    files = matter(more=f"{more}\nconsultation: {{{lines}}}")
    found = repos.register(root, repos.council(files))
    return plain(consultation_in_words(found, found.matters["2031-001"]))


# The consultation of Västmanland


def test_the_six_answers_of_the_source_and_the_five_parties_that_are_not_spoken_of() -> None:
    view = _of(_register("vastmanland"), "2016-001")
    answered = [reply.party for reply in view.replies if reply.answered]
    assert answered == ["Fagersta", "Kungsör", "Norberg", "Sala", "Skinnskatteberg", "Västerås"]
    supporting = [reply.party for reply in view.replies if reply.stance.startswith("Stöder förs")]
    assert supporting == [party for party in answered if party != "Skinnskatteberg"]
    assert view.told == (
        "6 av 11 tillfrågade har svarat. Inget svar är antecknat från Arboga, Hallstahammar, "
        "Köping, Surahammar och Region Västmanland."
    )


def test_its_points_stand_in_the_sections_of_the_source_with_what_came_of_them() -> None:
    view = _of(_register("vastmanland"), "2016-001")
    came = {
        section.heading: [point.handling for point in section.points] for section in view.sections
    }
    assert came == {
        "2.2 Beredningens sammansättning": ["Har inte tagits in"] * 2,
        "2.3 Arbetsformer och beslut": ["Har tagits in", "Har inte tagits in"],
        "5 Ekonomi": ["Har inte tagits in"],
        "Andra synpunkter": [
            "Har inte tagits in",
            "Lämnas till en kommande process",
            "Har förtydligats",
        ],
    }
    assert all(point.reason for section in view.sections for point in section.points)
    text = _text(view)
    assert "#### Skinnskatteberg och Sala\n" in text
    assert "#### Ett kommunförbund i framtiden – Norberg, Sala och Fagersta\n" in text
    assert "Förtydligande\n:   Samarbetet är nära." in text
    assert empty_headings(text) == []


# A consultation with days


def test_who_was_asked_until_when_and_what_became_of_it() -> None:
    view = _of(_register("ovningsradet"), "2031-010")
    assert {fact.term: plain(fact.text) for fact in view.facts} == {
        "Ärende": "2031-010",
        "Tillfrågade": "Alla parter utom Övningsregionen",
        "Utsänd": "16 juni 2031",
        "Svar senast": "12 september 2031",
        "Sammanställd": "16 september 2031",
        "Behandlad av": "Direktörsberedningen",
    }
    replies = {reply.party: (plain(reply.when), reply.stance) for reply in view.replies}
    assert replies["Låtsasfors"] == (
        "15 september 2031, efter svarstiden",
        "Stöder förslaget, med synpunkter",
    )
    assert replies["Skissvik"] == ("12 september 2031", "Stöder förslaget")
    assert replies["Testby"] == ("Har svarat; dagen är inte känd", "Inga synpunkter")
    assert consultation_meta(view).date.isoformat() == "2031-09-16"
    assert "### Övningsby\n\nKommunen kan inte stödja" in _text(view)


def test_the_table_has_a_row_for_each() -> None:
    rows = _text(_of(_register("ovningsradet"), "2031-010")).splitlines()
    assert sum(line.startswith("| ") for line in rows) == 1 + 16


# What is not known


def test_a_consultation_of_which_nothing_is_known(tmp_path: Path) -> None:
    view = _view(tmp_path, "points: []", more="raised: 2031-02-03")
    assert (view.told, view.replies, view.sections) == ("", (), ())
    assert "Det är inte känt vilka som har tillfrågats eller svarat." in _text(view)
    assert view.issued == "2031-02-03"


SENT = "Förslaget sändes på remiss"
SILENT = "Inget svar är antecknat från"


@pytest.mark.parametrize(
    ("lines", "more", "told"),
    [
        ("asked: all", "", f"{SENT} till alla 3 parter. {SILENT} Alby, Berga och Regionen."),
        (
            "asked: all",
            "initiator: alby",
            f"{SENT} till alla parter utom Alby. {SILENT} Berga och Regionen.",
        ),
        (
            "asked: all",
            "initiator: rad",
            f"{SENT} till alla 3 parter. {SILENT} Alby, Berga och Regionen.",
        ),
        ("answers: {alby: answered}", "", "Svar har kommit från Alby."),
        (
            "asked: [berga], answers: {alby: no-views}",
            "",
            f"{SENT} till Berga. Utan synpunkter är Alby. {SILENT} Berga.",
        ),
        ("sent: 2031-02-03", "", f"{SENT} 3 februari 2031."),
        ("due: 2031-03-03", "", f"{SENT}, med svar senast 3 mars 2031."),
    ],
)
def test_only_what_is_known_is_told(tmp_path: Path, lines: str, more: str, told: str) -> None:
    assert _told(tmp_path, lines, more) == told


def test_a_matter_without_a_consultation_tells_of_none(tmp_path: Path) -> None:
    found = repos.register(tmp_path, repos.council(matter()))
    assert consultation_in_words(found, found.matters["2031-001"]) == ""


def test_points_of_a_section_with_and_without_titles_and_senders(tmp_path: Path) -> None:
    view = _view(
        tmp_path,
        "points:",
        "  - {id: a, section: '2', title: Pris, from: [alby], view: A., handling: taken-in}",
        "  - {id: b, section: Övrigt, view: B.}",
        "  - {id: c, section: '2', view: C., from: [Grupp 1], decided_by: Styrgruppen}",
    )
    headings = [(s.heading, [point.heading for point in s.points]) for s in view.sections]
    assert headings == [("2", ["Pris – Alby", "Grupp 1"]), ("Övrigt", ["Utan avsändare"])]
    assert view.sections[1].points[0].handling == "Är ännu inte bedömd"
    assert "Avgjort av\n:   Styrgruppen" in _text(view)


def test_an_answers_file_is_named_and_a_secret_matter_marked(tmp_path: Path) -> None:
    view = _view(tmp_path, "answers: {alby: {file: attachments/x/svar.pdf}}", more="public: false")
    text = _text(view)
    assert "**Ej för publicering**" in text
    assert "Svaret i sin helhet\n:   svar.pdf" in text


def test_text_stays_text(tmp_path: Path) -> None:
    hostile = "# Rubrik\\n\\n| a | *b* <i>"
    view = _view(
        tmp_path,
        f'answers: {{alby: {{text: "{hostile}"}}}}',
        f'points: [{{id: a, section: "{hostile}", from: [alby], view: "{hostile}"}}]',
    )
    headings = [line for line in _text(view).splitlines() if line.startswith("#")]
    assert headings == [
        "# Remissammanställning",
        "## Svaren",
        "### Alby",
        "## Synpunkterna och vad de ledde till",
        "### \\# Rubrik \\| a \\| \\*b\\* \\<i>",
        "#### Alby",
    ]
