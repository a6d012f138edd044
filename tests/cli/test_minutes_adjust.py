"""`vr minutes adjust` and `vr minutes correct`, on the example councils."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.after_meetings import (
    NOTES,
    PROTOCOL,
    data_faults,
    minutes,
    practice,
    protocol,
    text,
)
from tests.cli.running import Run, on_a_terminal
from tests.council import Council

pytestmark = pytest.mark.slow("measured")

MEETING = "or@10okt2031"
FILE = f"data/meetings/{NOTES}.yaml"
ADJUST = ("minutes", "adjust", MEETING, "--by", "Regina Påhittad, anna", "--date", "2031-10-17")
DISPATCH = ("minutes", "dispatch", MEETING, "--date", "2031-10-20")
CORRECT = ("minutes", "correct", MEETING, "--text", "Ska vara så.", "--date", "2031-10-22")


@pytest.fixture(name="council")
def a_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    monkeypatch.chdir(tmp_path)
    return practice(tmp_path)


# Adjusting


def test_adjusted_by_all_the_next_step_is_to_send_them(council: Council, vr: Run) -> None:
    told = vr(*ADJUST).plain
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "Minnesanteckningarna från ordföranderådet 10 oktober 2031 justerades 17 oktober 2031 av "
        f"Regina Påhittad och Anna Exempel:\n  {FILE}\nNästa steg: vr minutes dispatch {NOTES}\n"
    )
    again = vr(*ADJUST)
    assert (again.code, again.err) == (0, "")
    assert "  Inget nytt: så stod det redan.\n" in again.out
    assert data_faults(council) == []


@pytest.mark.usefixtures("council")
def test_who_is_left_and_who_was_not_asked(vr: Run) -> None:
    told = vr("minutes", "adjust", MEETING, "--by", "dag exempel", "--date", "2031-10-17")
    assert told.code == 0
    assert told.out.endswith("Kvar att justera: Regina Påhittad och Anna Exempel.\n")
    assert told.err == (
        "Enligt arbetsformerna är det andra som justerar än Dag Exempel: kör vr check.\n"
    )


def test_signed_and_adjusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run) -> None:
    council = protocol(tmp_path)
    monkeypatch.chdir(tmp_path)
    both = ("minutes", "adjust", PROTOCOL, "--date", "2018-11-30", "--by")
    assert vr(*both, "nils-provsson").out.endswith("Kvar att underteckna: Ragnhild Påhittad.\n")
    signed = vr(*both, "ragnhild-pahittad", "--sign").plain
    assert " undertecknades 30 november 2018 av Ragnhild Påhittad:\n" in signed.out
    assert minutes(council, PROTOCOL).fingerprint
    two = vr(*both, "nils-provsson, viktor-exempel", "--sign")
    assert (two.code, two.out) == (2, "")
    assert two.err.startswith("Bara en person undertecknar.")
    undone = vr("minutes", "adjust", PROTOCOL, "--undo", "--sign")
    assert "inte längre antecknat att Ragnhild Påhittad undertecknade protokollet" in undone.out


def test_what_is_out_already_is_built_again(council: Council, vr: Run) -> None:
    vr(*DISPATCH, "--no-mail")
    assert minutes(council, NOTES).dispatched
    assert vr(*ADJUST).out.endswith(f"Nästa steg: vr minutes build {NOTES}\n")


def test_taken_back(council: Council, vr: Run) -> None:
    before = text(council, NOTES)
    vr("minutes", "adjust", MEETING, "--by", "anna", "--date", "2031-10-17")
    told = vr("minutes", "adjust", MEETING, "--undo").plain
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "Det är inte längre antecknat att Anna Exempel justerade minnesanteckningarna från "
        f"ordföranderådet 10 oktober 2031:\n  {FILE}\n"
    )
    assert text(council, NOTES) == before
    assert vr("minutes", "adjust", MEETING, "--undo").code == 3


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "Ange --by och --date.\n"),
        (("--by", "anna"), 2, "Ange --date.\n"),
        (("--by", " , ", "--date", "2031-10-17"), 2, "Ange vem som justerade, med --by.\n"),
        (("--by", "exempel", "--date", "2031-10-17"), 2, "”exempel” passar flera personer: "),
        (("--by", "anna", "--date", "17 okt"), 2, "Skriv datum som ÅÅÅÅ-MM-DD, inte ”17 okt”"),
        (("--undo", "--by", "anna"), 2, "--undo tar tillbaka det som står: utelämna --by.\n"),
        (("--by", "anna", "--date", "2031-10-01"), 3, "Minnesanteckningarna från "),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_written(
    council: Council, vr: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = text(council, NOTES)
    told = vr("minutes", "adjust", MEETING, *arguments)
    assert (told.code, told.out) == (code, "")
    assert told.err.startswith(message)
    assert text(council, NOTES) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_on_a_terminal_those_who_are_yet_to_are_proposed(council: Council) -> None:
    told = on_a_terminal("minutes", "adjust", NOTES, cwd=council.root, answer="\n2031-10-17\n")
    assert told.code == 0
    assert "Vem justerade (id eller namn, komma mellan) [regina-pahittad, anna-exempel]" in told.out
    assert [one.by for one in minutes(council, NOTES).adjusted] == [
        *("regina-pahittad", "anna-exempel")
    ]


# Correcting


def test_a_correction_of_an_item_by_its_number(council: Council, vr: Run) -> None:
    vr(*ADJUST)
    vr(*DISPATCH, "--no-mail")
    told = vr(*CORRECT, "--item", "3").plain
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "Minnesanteckningarna från ordföranderådet 10 oktober 2031 har en rättelse:\n"
        f"  {FILE}\nNästa steg: vr minutes build {NOTES}, sedan "
        f"vr minutes dispatch {NOTES} --mail-only\n"
    )
    (correction,) = minutes(council, NOTES).corrections
    assert (correction.item, correction.text) == ("arshjul", "Ska vara så.")
    assert data_faults(council) == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "Ange --text och --date.\n"),
        (("--text", " ", "--date", "2031-10-22"), 2, "--text: skriv hur det ska stå.\n"),
        (("--text", "X", "--date", "2031-10-22", "--item", "99"), 2, "Mötet har ingen punkt ”99”"),
        (("--text", "X", "--date", "2031-10-16"), 3, "Minnesanteckningarna från "),
    ],
)
def test_what_is_no_correction(
    council: Council, vr: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    vr(*ADJUST)
    before = text(council, NOTES)
    told = vr("minutes", "correct", MEETING, *arguments)
    assert (told.code, told.out) == (code, "")
    assert told.err.startswith(message)
    assert text(council, NOTES) == before


def test_what_is_not_adjusted_is_edited_instead(council: Council, vr: Run) -> None:
    told = vr(*CORRECT)
    assert (told.code, told.out) == (3, "")
    assert told.err.endswith(f"är inte justerade än. Ändra i stället direkt i {FILE}.\n")
    assert minutes(council, NOTES).corrections == ()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_on_a_terminal_a_correction_is_asked_for(council: Council, vr: Run) -> None:
    vr(*ADJUST)
    answer = "kollektivtrafikplan\nDet ska vara mars.\n2031-10-22\n"
    told = on_a_terminal("minutes", "correct", NOTES, cwd=council.root, answer=answer)
    assert told.code == 0
    (correction,) = minutes(council, NOTES).corrections
    assert (correction.item, correction.text) == ("kollektivtrafikplan", "Det ska vara mars.")
