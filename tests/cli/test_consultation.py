"""`vr consultation show`, `vr consultation build` and `vr consultation data`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT, Council

MATTER = "matters/2031-010-kollektivtrafikplan.yaml"
BUILT = [f"build/2031-010/remissammanstallning.{form}" for form in ("md", "html", "docx", "pdf")]


@pytest.fixture(name="example")
def the_fictional_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


@pytest.mark.usefixtures("example")
def test_it_is_shown_with_every_answer_and_every_view(vr: Run) -> None:
    told = vr("consultation", "show", "kollektivtrafikplanen")
    assert (told.code, told.err) == (0, "")
    head, answers, text, *points = told.out.rstrip("\n").split("\n\n")
    assert head.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "2031-010  Yttrande över kollektivtrafikplanen",
        "  Tillfrågade: alla parter utom Övningsregionen",
        "  Utsänd: 16 juni 2031",
        "  Svar senast: 12 september 2031",
        "  Svar: 16 av 16",
        "  Synpunkter: 4",
        "  Sammanställd: 16 september 2031",
        "  Behandlad av: Direktörsberedningen",
        f"  Fil: data/{MATTER}",
    ]
    assert len(answers.splitlines()) == 1 + 16
    assert text.splitlines() == [
        "Övningsby",
        "  Kommunen kan inte stödja en plan som drar in kvällsturerna i länets norra del.",
    ]
    assert [point.splitlines()[0] for point in points] == [
        "Linjer: Turer över kommungränserna – Demoholm och Exempelköping",
        "Linjer: Kvällsturerna i norr – Övningsby",
        "Taxa – Exempelköping och Grupp 3 vid rådets möte i juni",
        "Taxa – Låtsasfors",
    ]
    assert points[0].endswith("\n  Har tagits in.")
    assert points[3].splitlines()[1:] == [
        "  Biljetterna bör gälla också i grannlänet.",
        "  Lämnas till en kommande process: Frågan hör till det kommande avtalet mellan",
        "  länen.",
    ]
    assert max(len(line) for point in points for line in point.splitlines()) <= 80


def test_what_is_not_handled_is_counted(example: Council, vr: Run) -> None:
    example.change(
        MATTER,
        "      handling: later-process\n"
        "      reason: Frågan hör till det kommande avtalet mellan länen.\n",
        "",
    )
    told = vr("consultation", "show", "2031-010")
    assert "  Synpunkter: 4, 1 utan hantering\n" in told.out
    assert told.out.endswith("\n  Är ännu inte bedömd.\n")
    assert "; synpunkter: 4, 1 utan hantering; " in vr("matter", "show", "2031-010").out


@pytest.mark.parametrize(
    ("was", "instead", "answers"),
    [
        ("  asked: all\n", "  asked: [attrappas, demoholm, testby]\n", "3 av 3 och 13 till"),
        ("  asked: all\n", "", "16"),
        ("    testby: no-views\n", "", "15 av 16"),
    ],
)
def test_answers_are_counted_against_those_asked(
    example: Council, vr: Run, was: str, instead: str, answers: str
) -> None:
    example.change(MATTER, was, instead)
    assert f"\n  Svar: {answers}\n" in vr("consultation", "show", "2031-010").out
    assert (
        f"; svar: {answers}; " in f"; {vr('matter', 'show', '2031-010').out.split('Remiss: ')[1]}"
    )


@pytest.mark.usefixtures("example")
def test_the_matter_tells_of_it_in_a_line(vr: Run) -> None:
    told = vr("matter", "show", "2031-010").out.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "\n  Remiss: till alla parter utom Övningsregionen; svar: 16 av 16; synpunkter: 4; "
        "sammanställd 16 september 2031\n"
    ) in told
    assert "Remiss: " not in vr("matter", "show", "2031-006").out


def test_of_one_that_is_not_compiled_the_matter_tells_how_long_it_runs(
    example: Council, vr: Run
) -> None:
    example.change(MATTER, "  closed: 2031-09-16\n", "")
    told = vr("matter", "show", "2031-010").out.replace("\N{NO-BREAK SPACE}", " ")
    assert "; synpunkter: 4; svar senast 12 september 2031\n" in told


def test_a_view_of_several_lines_is_one_sentence(example: Council, vr: Run) -> None:
    taxa = "      view: En och samma taxa bör gälla i hela länet.\n"
    example.change(MATTER, taxa, '      view: "En\\n\\ntaxa"\n')
    told = vr("consultation", "show", "2031-010")
    assert told.code == 0
    assert "\n  En taxa\n  Har tagits in.\n" in told.out


def test_the_compilation_in_four_forms(example: Council, vr: Run) -> None:
    told = vr("consultation", "build", "2031-010")
    assert (told.code, told.err) == (0, "")
    head, *named = told.out.splitlines()
    assert head == "Remissammanställning i ärendet 2031-010 ”Yttrande över kollektivtrafikplanen”:"
    assert [line.strip() for line in named] == BUILT
    markdown = (example.root / BUILT[0]).read_text(encoding="utf-8")
    assert markdown.startswith("# Remissammanställning\n")
    assert (example.root / BUILT[3]).read_bytes().startswith(b"%PDF-")


def test_with_errors_nothing_is_written_unless_a_draft_is_asked_for(
    example: Council, vr: Run
) -> None:
    example.change(MATTER, "from: [latsasfors]", "from: [latsasfros]")
    told = vr("consultation", "build", "2031-010", "--format", "md")
    assert told.code == 1
    assert "Part ”latsasfros” finns inte. Menade du latsasfors?" in told.out
    assert "Med --draft byggs sammanställningen ändå" in told.err
    assert not (example.root / "build").exists()
    assert vr("consultation", "build", "2031-010", "--format", "md", "--draft").code == 0
    markdown = (example.root / BUILT[0]).read_text(encoding="utf-8")
    assert markdown.startswith("**UTKAST**\n")
    assert "## Innan sammanställningen kan gå ut\n" in markdown


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("verb", ["show", "build", "data"])
def test_a_matter_without_a_consultation(vr: Run, verb: str) -> None:
    told = vr("consultation", verb, "2031-006")
    assert (told.code, told.out) == (2, "")
    assert "Ärendet 2031-006 " in told.err
    assert " har ingen remiss. De som har en är 2031-010. " in told.err
    assert "consultation i data/matters/2031-006-mediecenter.yaml." in told.err


@pytest.mark.usefixtures("council")
def test_where_no_matter_has_one(vr: Run) -> None:
    told = vr("consultation", "show", "2021-001")
    assert told.code == 2
    assert "har ingen remiss. En remiss skrivs som consultation i " in told.err


@pytest.mark.usefixtures("example")
def test_the_data_are_what_the_template_writes_from(vr: Run) -> None:
    told = vr("consultation", "data", "2031-010")
    assert (told.code, told.err) == (0, "")
    read = json.loads(told.out)
    assert [section["heading"] for section in read["sections"]] == ["Linjer", "Taxa"]
    assert len(read["replies"]) == 16


def test_a_title_cannot_steer_the_terminal(example: Council, vr: Run) -> None:
    example.change(MATTER, "Yttrande över kollektivtrafikplanen", '"Plan\\x9b1m\\u202E\\nFil: x"')
    for verb in ("show", "build"):
        told = vr(
            "consultation", verb, "2031-010", *(["--format", "md"] if verb == "build" else [])
        )
        assert told.code == 0
        assert not {"\x9b", "\u202e"} & {*told.out}
        assert "\nFil: x" not in told.out
