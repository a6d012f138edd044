"""`vr minutes start`, `vr minutes build`, `vr minutes data` and `vr minutes home`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT, Council

pytestmark = pytest.mark.slow("measured")

MEETING = "meetings/or-2031-03.yaml"
PARTIES = 17


@pytest.fixture(name="example")
def a_copy_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def _built(council: Council) -> list[str]:
    files = (path for path in (council.root / "build").rglob("*") if path.is_file())
    found = sorted(path.relative_to(council.root / "build").as_posix() for path in files)
    return [name for name in found if "stamps" not in name]


# start


def test_the_minutes_are_begun_and_the_check_says_nothing_new(example: Council, vr: Run) -> None:
    before = vr("check").out
    told = vr("minutes", "start", "or@6feb2032", "--secretary", "rakel skrivare")
    assert (told.code, told.err) == (0, "")
    assert told.out.replace("\xa0", " ").splitlines() == [
        "Ordföranderådet 6 februari 2032 är förberett för minnesanteckningarna:",
        "  data/meetings/or-2032-01.yaml",
        (
            "Nästa steg: fyll i närvaron och resultaten där; vr minutes build or-2032-01 --draft "
            "visar vad som saknas."
        ),
    ]
    text = example.read("meetings/or-2032-01.yaml")
    assert "  led_by: regina-pahittad\n  secretary: rakel-skrivare\n" in text
    assert vr("check").out == before
    again = vr("minutes", "start", "or-2032-01")
    assert (again.code, again.out) == (3, "")
    assert "har redan minutes" in again.err
    assert example.read("meetings/or-2032-01.yaml") == text


def test_who_led_can_be_told(example: Council, vr: Run) -> None:
    assert vr("minutes", "start", "or-2032-01", "--led-by", "Anna Exempel").code == 0
    assert "  led_by: anna-exempel\n  secretary:\n" in example.read("meetings/or-2032-01.yaml")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("or-2031-05",), 3, "är inställt"),
        (("or-2032-99",), 2, "Det finns inget möte"),
        (("or-2032-01", "--led-by", "ingen alls"), 2, "Det finns ingen person"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_written(
    example: Council, vr: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = example.read("meetings/or-2032-01.yaml")
    told = vr("minutes", "start", *arguments)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert example.read("meetings/or-2032-01.yaml") == before


def test_a_meeting_known_only_as_planned_is_pointed_out(example: Council, vr: Run) -> None:
    told = vr("minutes", "start", "or-2032-02")
    assert told.code == 0
    assert "known: planned" in told.err
    assert "known: planned\n" in example.read("meetings/or-2032-02.yaml")
    assert "known:" not in vr("minutes", "start", "or-2032-01").err


# build


def test_the_minutes_in_four_forms_always_the_same(example: Council, vr: Run) -> None:
    told = vr("minutes", "build", "or-2031-03")
    assert (told.code, told.err) == (0, "")
    stem = "or-2031-03/minnesanteckningar"
    assert _built(example) == [f"{stem}.{form}" for form in ("docx", "html", "md", "pdf")]
    first = [(example.root / "build" / name).read_bytes() for name in _built(example)]
    shutil.rmtree(example.root / "build")
    vr("minutes", "build", "or-2031-03")
    assert [(example.root / "build" / name).read_bytes() for name in _built(example)] == first


def test_a_meeting_not_held_has_no_minutes_but_a_draft(example: Council, vr: Run) -> None:
    told = vr("minutes", "build", "or-2032-01", "--format", "md")
    assert (told.code, told.out) == (1, "")
    assert "Varken närvaro eller resultat är antecknade." in told.err
    assert "Inget är skrivet" in told.err
    assert not (example.root / "build").exists()
    assert vr("minutes", "build", "or-2032-01", "--format", "md", "--draft").code == 0
    markdown = (example.root / "build/or-2032-01/minnesanteckningar.md").read_text("utf-8")
    assert markdown.startswith("**UTKAST**")


def test_an_error_about_the_meeting_stops_it(example: Council, vr: Run) -> None:
    example.change(MEETING, "matter: 2031-006", "matter: 2031-996")
    told = vr("minutes", "build", "or-2031-03", "--format", "md")
    assert told.code == 1
    assert "VR101" in told.out
    assert not (example.root / "build").exists()


def test_minutes_yet_to_be_adjusted_are_built_and_stamped(example: Council, vr: Run) -> None:
    text = example.read(MEETING)
    example.write(MEETING, text[: text.index("  adjusted:")])
    told = vr("minutes", "build", "or-2031-03", "--format", "md")
    assert told.code == 0
    markdown = (example.root / "build/or-2031-03/minnesanteckningar.md").read_text("utf-8")
    assert markdown.startswith("**OJUSTERAT**")


def test_cancelled_meetings_have_none(example: Council, vr: Run) -> None:
    told = vr("minutes", "build", "or-2031-05")
    assert (told.code, told.out) == (3, "")
    assert "är inställt, så det finns inga minnesanteckningar" in told.err
    assert not (example.root / "build").exists()


@pytest.mark.parametrize("item", ["3", "hjalpmedelslager", "Gemensamt HJÄLP"])
def test_an_extract_for_one_party(example: Council, vr: Run, item: str) -> None:
    told = vr(
        *("minutes", "build", "or-2031-03", "--extract", item),
        *("--party", "Testby", "--format", "md"),
    )
    assert (told.code, told.err) == (0, "")
    assert _built(example) == ["or-2031-03/utdrag/hjalpmedelslager-testby.md"]


def test_an_extract_for_every_party_that_is_to_decide(example: Council, vr: Run) -> None:
    assert vr("minutes", "build", "or-2031-03", "--extract", "3", "--format", "md").code == 0
    assert len(_built(example)) == PARTIES


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--party", "testby"), "--party hör ihop med --extract"),
        (("--extract", "99"), "Mötet har ingen punkt ”99”. Punkterna är 1 oppnande (Mötet öppnas)"),
        (("--extract", "nin"), "passar flera punkter"),
        (("--extract", "3", "--party", "ingen"), "Det finns ingen part ”ingen”"),
        (("--format", "odt"), "är inget format"),
    ],
)
def test_wrong_usage_is_said(
    example: Council, vr: Run, arguments: tuple[str, ...], said: str
) -> None:
    told = vr("minutes", "build", "or-2031-03", *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert not (example.root / "build").exists()


def test_the_data_of_the_template_as_json(example: Council, vr: Run) -> None:
    assert example.root.is_dir()
    view = json.loads(vr("minutes", "data", "or-2031-03").out)
    assert view["title"] == "Minnesanteckningar från ordföranderådet"
    assert [day["points"][2]["id"] for day in view["days"]] == ["hjalpmedelslager"]


# home


def test_a_sheet_for_every_party(example: Council, vr: Run) -> None:
    told = vr("minutes", "home", "or-2031-03", "--format", "md")
    assert (told.code, told.err) == (0, "")
    assert len(_built(example)) == PARTIES
    assert "or-2031-03/hem/ovningsregionen.md" in _built(example)
    assert len(told.out.splitlines()) == PARTIES + 1


def test_a_sheet_for_one_party(example: Council, vr: Run) -> None:
    assert vr("minutes", "home", "or-2031-03", "--party", "testby").code == 0
    assert _built(example) == [
        f"or-2031-03/hem/testby.{form}" for form in ("docx", "html", "md", "pdf")
    ]


def test_none_is_written_where_one_was_changed_by_hand(example: Council, vr: Run) -> None:
    vr("minutes", "home", "or-2031-03", "--party", "testby", "--format", "md")
    file = example.root / "build/or-2031-03/hem/testby.md"
    file.write_text("Eget.", encoding="utf-8")
    told = vr("minutes", "home", "or-2031-03", "--format", "md")
    assert (told.code, told.out) == (3, "")
    assert _built(example) == ["or-2031-03/hem/testby.md"]
    assert file.read_text("utf-8") == "Eget."
    assert vr("minutes", "home", "or-2031-03", "--format", "md", "--force").code == 0
    assert len(_built(example)) == PARTIES


def test_sheets_of_a_meeting_not_held_are_drafts(example: Council, vr: Run) -> None:
    assert vr("minutes", "home", "or-2032-01", "--party", "testby", "--format", "md").code == 1
    told = vr("minutes", "home", "or-2032-01", "--party", "testby", "--format", "md", "--draft")
    assert told.code == 0
    markdown = (example.root / "build/or-2032-01/hem/testby.md").read_text("utf-8")
    assert markdown.startswith("**UTKAST**")
    assert "Inget att ta hem." in markdown
