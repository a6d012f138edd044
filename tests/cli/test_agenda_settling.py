"""`vr agenda fix` and `vr agenda send`, on the fictional council."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import ROOT, Council

pytestmark = pytest.mark.slow("measured")

DRAFT = "meetings/or-2032-01.yaml"
FIX = ("agenda", "fix", "or@6feb2032", "--date", "2032-01-20")
SEND = ("agenda", "send", "or-2032-01", "--date", "2032-01-26")
FOR = "för ordföranderådet 6 februari 2032"
LATE = """\
    - id: sent
      title: Ett sent ärende
      purpose: [information]
      minutes: 10
      presenters: [pia-exempel]
"""


@pytest.fixture(name="council")
def the_fictional_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of it, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def _data_faults(council: Council) -> list[str]:
    return [f.code for f in council.check().findings if f.code < "VR2"]


def test_fixed_and_sent_the_notice_is_no_longer_a_proposal(council: Council, vr: Run) -> None:
    before = council.read(DRAFT)
    told = vr(*FIX, "--support", "kerstin-skrivare, Rakel Skrivare")
    assert (told.code, told.err) == (0, "")
    assert told.out.replace("\xa0", " ").splitlines() == [
        f"Dagordningen {FOR} fastställdes 20 januari 2032 av Regina Påhittad och Anna Exempel:",
        "  data/meetings/or-2032-01.yaml",
        "Nästa steg: vr agenda build or-2032-01, och vr agenda send när kallelsen har gått ut.",
    ]
    told = vr(*SEND, "--officials", "all", "--by", "rakel")
    assert (told.code, told.err) == (0, "")
    assert told.out.replace("\xa0", " ").splitlines() == [
        f"Kallelsen {FOR.replace('för', 'till', 1)} gick ut 26 januari 2032, med punkterna 1–2:",
        "  data/meetings/or-2032-01.yaml",
        "Nästa steg: vr minutes start or-2032-01, när mötet är hållet.",
    ]
    assert "support: [kerstin-skrivare, rakel-skrivare]" in council.read(DRAFT)
    assert _data_faults(council) == []
    assert "kallat" in vr("meeting", "show", "or-2032-01").out
    assert vr("agenda", "build", "or-2032-01", "--format", "md").code == 0
    built = council.root / "build" / "or-2032-01" / "kallelse.md"
    assert "FÖRSLAG" not in built.read_text(encoding="utf-8")
    assert vr("agenda", "send", "or-2032-01", "--undo").code == 0
    told = vr("agenda", "fix", "or-2032-01", "--undo")
    assert told.out.startswith("Det är inte längre antecknat att dagordningen för ordföranderådet")
    assert council.read(DRAFT) == before


def test_support_that_no_longer_stands_is_told(council: Council, vr: Run) -> None:
    vr(*FIX, "--support", "kerstin-skrivare, rakel-skrivare")
    told = vr("agenda", "fix", "or-2032-01", "--date", "2032-01-21")
    assert told.code == 0
    assert told.err == (
        "Förra gången gav Kerstin Skrivare och Rakel Skrivare sitt stöd, och det står inte längre. "
        "Gäller det nu också: ange --support.\n"
    )
    assert "support:" not in council.read(DRAFT)


def test_what_is_added_later_is_a_supplement_everywhere(council: Council, vr: Run) -> None:
    vr(*FIX)
    vr(*SEND, "--officials", "all")
    council.change(DRAFT, "    - id: ovriga-fragor\n", f"{LATE}    - id: ovriga-fragor\n")
    shown = vr("meeting", "show", "or-2032-01").out.replace("\xa0", " ")
    assert "  Obs: Ändrad efter fastställande: punkt 3 ”Ett sent ärende”.\n" in shown
    assert shown.endswith("Tilläggslista:\n   3. Ett sent ärende  (information)\n")
    told = vr("agenda", "send", "or-2032-01", "--date", "2032-01-30")
    assert told.code == 0
    assert told.err.startswith("Ändrad efter fastställande: punkt 3 ”Ett sent ärende”. Ska det")
    assert told.out.replace("\xa0", " ").startswith(
        "Tilläggslistan till ordföranderådet 6 februari 2032 gick ut 30 januari 2032, med punkt 3:"
    )
    shown = vr("meeting", "show", "or-2032-01").out.replace("\xa0", " ")
    assert shown.endswith("3. Ett sent ärende  (information), tillagd 30 januari 2032\n")
    assert vr("agenda", "build", "or-2032-01", "--draft", "--format", "md").code == 0
    built = council.root / "build" / "or-2032-01" / "kallelse.md"
    markdown = built.read_text(encoding="utf-8").replace("\xa0", " ")
    assert "## Tilläggslista\n\n### 3. Ett sent ärende\n" in markdown
    assert (
        "Kallelsen sändes ut 26 januari 2032. Tilläggslistan sändes ut 30 januari 2032." in markdown
    )
    assert vr("agenda", "send", "or-2032-01", "--undo").out.startswith(
        "Det är inte längre antecknat att tilläggslistan till ordföranderådet"
    )
    told = vr("agenda", "fix", "or-2032-01", "--date", "2032-01-30")
    assert "fastställdes på nytt" in told.out
    assert "Obs:" not in vr("meeting", "show", "or-2032-01").out


def test_fixing_it_again_just_so_says_there_is_nothing_new(council: Council, vr: Run) -> None:
    vr(*FIX)
    before = council.read(DRAFT)
    told = vr(*FIX)
    assert "\n  Inget nytt: så stod det redan.\n" in told.out
    assert council.read(DRAFT) == before


def test_the_group_fixes_the_preparing_forums_agenda(council: Council, vr: Run) -> None:
    told = vr("agenda", "fix", "db-2032-01", "--date", "2031-12-10")
    assert told.code == 0
    assert "by:\n      - rolf-fingerad\n      - rut-fingerad\n" in council.read(
        "meetings/db-2032-01.yaml"
    )
    assert _data_faults(council) == []


def test_who_is_not_known_to_hold_an_office_is_told(council: Council, vr: Run) -> None:
    text = council.read("forums.yaml")
    start = text.index("  varmlandsradet/vice-ordforande:")
    end = text.index("\n  ", start + 3)
    while text[end + 3] in " -#":
        end = text.index("\n  ", end + 3)
    council.write("forums.yaml", text[:start].rstrip() + text[end:])
    told = vr(*FIX)
    assert told.code == 0
    assert told.err == "Vem som är vice ordförande 20\xa0januari\xa02032 är inte känt.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("fix", "or-2032-01"), 2, "Ange --date."),
        (("send", "or-2032-01"), 2, "Ange --date."),
        (("fix", "or-2032-01", "--date", "igår"), 2, "Skriv datum som ÅÅÅÅ-MM-DD"),
        (("fix", "or-2032-01", "--date", "2032-02-07"), 3, "efter mötet. Rätta dagen."),
        ((*FIX[1:], "--by", "regina, Nils Nilsson"), 2, "Det finns ingen person ”Nils Nilsson”."),
        (
            (*FIX[1:], "--by", "exempel"),
            2,
            "”exempel” passar flera personer: anna-exempel (Anna Exempel), ",
        ),
        ((*FIX[1:], "--by", "Reggina Påhittad"), 2, "Menade du regina-pahittad eller"),
        (("fix", "or-2032-01", "--undo", "--by", "regina"), 2, "utelämna --by."),
        (("fix", "or-2032-01", "--undo"), 3, "det finns inget att ta tillbaka"),
        ((*SEND[1:], "--to", "Storstad"), 2, "Det finns ingen part ”Storstad”."),
        ((*SEND[1:], "--officials", ","), 2, "--officials: skriv all, eller vilka som kallades."),
        (("send", "or-2032-01", "--undo"), 3, "det finns inget att ta tillbaka"),
        (("send", "or-2031-05", "--date", "2031-08-01"), 3, "är inställt: Det fanns inga"),
        (("send", "or-2032-09", "--date", "2032-08-01"), 2, "Menade du or-2032-0"),
        (("fix", "or-2032-02", "--date", "2032-03-01"), 3, "har inga punkter. Skriv dem"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    council: Council, vr: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = {path: path.read_bytes() for path in council.root.rglob("*.yaml")}
    told = vr("agenda", *arguments)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert {path: path.read_bytes() for path in council.root.rglob("*.yaml")} == before


def test_sending_an_unfixed_agenda_is_told_and_done(council: Council, vr: Run) -> None:
    told = vr(*SEND, "--to", "Testby, övningsregionen")
    assert told.code == 0
    first, second = told.err.splitlines()
    assert first.endswith("har fastställts är inte antecknat: vr agenda fix or-2032-01")
    assert second.startswith("Vilka tjänstepersoner som kallades är inte antecknat.")
    assert "    to: [testby, ovningsregionen]\n" in council.read(DRAFT)
    assert _data_faults(council) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_on_a_terminal_the_day_is_asked_for(council: Council) -> None:
    told = on_a_terminal("agenda", "fix", "or-2032-01", cwd=council.root, answer="2032-01-20\n")
    assert told.code == 0
    assert "Vilken dag fastställdes dagordningen [" in told.out
    assert "  fixed:\n    date: 2032-01-20\n" in council.read(DRAFT)
