"""`vr brief build` and `vr brief data`."""

from __future__ import annotations

import json
import zipfile

import pytest

from tests.cli.running import Run
from tests.council import Council

MATTER = "matters/2021-001-arbetsformer.yaml"
BUILT = [f"build/2021-001/underlag.{form}" for form in ("md", "html", "docx", "pdf")]
BUILD = ("brief", "build", "2021-001")
QUICK = (*BUILD, "--format", "md")


def _markdown(council: Council) -> str:
    return (council.root / BUILT[0]).read_text(encoding="utf-8")


def test_the_paper_of_the_working_forms_in_four_forms(council: Council, vr: Run) -> None:
    told = vr(*BUILD)
    assert (told.code, told.err) == (0, "")
    head, *named = told.out.splitlines()
    assert head == "Underlag i ärendet 2021-001 ”Värmlandsrådets arbetsformer”:"
    assert [line.strip() for line in named] == BUILT
    markdown, html, docx, pdf = (council.root / path for path in BUILT)
    first = "# Förslag till ordföranderådets ställningstagande\n"
    assert markdown.read_text(encoding="utf-8").startswith(first)
    assert '<html lang="sv"' in html.read_text(encoding="utf-8")
    assert zipfile.ZipFile(docx).testzip() is None
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_same_data_give_the_same_bytes(council: Council, vr: Run) -> None:
    vr(*BUILD)
    first = {path: (council.root / path).read_bytes() for path in BUILT}
    vr(*BUILD, "--force")
    assert {path: (council.root / path).read_bytes() for path in BUILT} == first


def test_a_matter_is_found_by_a_part_of_its_title(council: Council, vr: Run) -> None:
    assert vr("brief", "build", "värmlandsrådets arb", "--format", "md").code == 0
    assert (council.root / BUILT[0]).is_file()


def test_with_errors_nothing_is_written_and_each_is_shown(council: Council, vr: Run) -> None:
    council.change(MATTER, "topics: [arbetsformer]", "topics: [okand]")
    told = vr(*BUILD)
    assert told.code == 1
    assert f"VR101 unknown-reference   data/{MATTER}:3:10" in told.out
    assert "Inget är skrivet: ärendet 2021-001 ”Värmlandsrådets arbetsformer” har fel" in told.err
    assert "Med --draft byggs underlaget ändå, med stämpeln UTKAST." in told.err
    assert not (council.root / "build").exists()
    assert vr(*QUICK, "--draft").code == 0
    assert _markdown(council).startswith("**UTKAST**\n")
    assert "okand" in _markdown(council)


def _without_proposal(council: Council) -> None:
    text = council.read(MATTER)
    start, end = text.index("  proposal: >-"), text.index("  summary:")
    council.write(MATTER, text[:start] + text[end:])


def test_without_a_proposal_nothing_is_written(council: Council, vr: Run) -> None:
    _without_proposal(council)
    told = vr(*BUILD)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(
        "Underlaget saknar förslag till ställningstagande. Skriv förslaget som proposal under "
        f"brief i data/{MATTER}.\n"
    )
    assert not (council.root / "build").exists()


def test_a_draft_without_a_proposal_says_that_it_is_missing(council: Council, vr: Run) -> None:
    _without_proposal(council)
    assert vr(*QUICK, "--draft").code == 0
    markdown = _markdown(council)
    assert markdown.startswith("**UTKAST**\n")
    assert "\n## Innan underlaget kan gå ut\n" in markdown
    assert "- Underlaget saknar förslag till ställningstagande. Skriv förslaget" in markdown


@pytest.mark.parametrize(
    ("path", "text"),
    [("meetings/or-2022-02.yaml", "id: ["), ("matters/2021-002-gemensamma-resurser.yaml", "x: y")],
)
def test_errors_elsewhere_do_not_stop_it(council: Council, vr: Run, path: str, text: str) -> None:
    council.write(path, text)
    told = vr(*QUICK)
    assert (told.code, told.err) == (0, "")


@pytest.mark.parametrize("path", ["forums.yaml", "meetings/vr-2022-01.yaml"])
def test_what_it_cannot_be_read_without_does(council: Council, vr: Run, path: str) -> None:
    council.write(path, "id: [")
    told = vr(*QUICK)
    assert told.code == 1
    assert f"data/{path}" in told.out


def test_what_is_changed_by_hand_is_not_overwritten(council: Council, vr: Run) -> None:
    vr(*QUICK)
    (council.root / BUILT[0]).write_text("Eget.\n", encoding="utf-8")
    told = vr(*QUICK)
    assert (told.code, told.out) == (3, "")
    assert "Ändrat för hand" in told.err
    assert _markdown(council) == "Eget.\n"


def test_warnings_are_told_of_and_stop_nothing(council: Council, vr: Run) -> None:
    point = "{id: a, section: '2', view: Ja.}"
    council.add(MATTER, f"consultation: {{points: [{point}], closed: 2022-01-31}}\n")
    told = vr(*QUICK)
    assert told.code == 0
    assert told.err == "Ärendet har också 1 varning: kör vr check för att se dem.\n"


@pytest.mark.usefixtures("council")
def test_a_matter_that_is_not_there(vr: Run) -> None:
    told = vr("brief", "build", "2021-0011")
    assert (told.code, told.out) == (2, "")
    assert "Det finns inget ärende ”2021-0011”. Menade du 2021-001" in told.err


def test_a_matter_that_cannot_be_read(council: Council, vr: Run) -> None:
    council.add(MATTER, "okant: x\n")
    told = vr(*QUICK)
    assert (told.code, told.out) == (3, "")
    assert told.err == "Filen för 2021-001 går inte att läsa: kör vr check för att se varför.\n"


def test_the_data_are_what_the_template_writes_from(council: Council, vr: Run) -> None:
    told = vr("brief", "data", "2021-001")
    assert (told.code, told.err) == (0, "")
    read = json.loads(told.out)
    assert (read["id"], read["position"]) == ("2021-001", "ställningstagande")
    assert [len(group["views"]) for group in read["weighed"]] == [2, 5]
    assert not (council.root / "build").exists()


def test_the_councils_own_template_wins(council: Council, vr: Run) -> None:
    own = council.root / "templates" / "brief.md.j2"
    own.parent.mkdir()
    own.write_text("# Egen mall {{ id }}\n", encoding="utf-8")
    assert vr(*QUICK).code == 0
    assert _markdown(council) == "# Egen mall 2021-001\n"
