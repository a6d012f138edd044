"""Every command in the handbook is run, in the handbook's order, in the fictional council.

What the handbook says is filled in by hand between two commands is filled in here; each command
must end with 0 unless a comment after it tells another code (`# slutar med 1`).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.cli.test_help import EVERY
from tests.council import ROOT
from tests.scripted import Scripted
from vrtool.yamlio import read_bytes

HANDBOOK = (ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")
MEETING = "meetings/or-2032-01.yaml"

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"#.*slutar med (\d)")


def blocks(language: str) -> list[str]:
    """The handbook's blocks in a language, in order."""
    return [text for found, text in _BLOCK.findall(HANDBOOK) if found == language]


def commands() -> Iterator[tuple[str, int]]:
    """Each command of the handbook, without its comment, and the code it ends with."""
    for block in blocks("sh"):
        for line in block.splitlines():
            told = _CODE.search(line)
            yield re.sub(r"\s+# .*$", "", line), int(told[1]) if told else 0


def _the_block(language: str, beginning: str) -> str:
    (found,) = [text for text in blocks(language) if text.startswith(beginning)]
    return found


_FOR_OTHERS = {"data", "diff", "schema"}
_SILENT = (
    "exempelkoping fabelby fantasiberg kladdstad latsasfors mallhammar modellbo pahittstad "
    "provaker sagomark skissvik testby utkastnas ovningsby"
)
"""The parties that paid nothing: the handbook does not count them all up."""


def _notes(year: Scripted) -> None:
    year.took_part(MEETING, absent=["mats-exempel"])
    year.came_of(MEETING, "skolskjuts", "kind: discussed\ntext: Alla vill gå vidare.\n")
    year.came_of(MEETING, "ovriga-fragor", "kind: noted\n")


def _contacts(year: Scripted) -> None:
    year.write("contacts.yaml", _the_block("yaml", "parties:\n  testby:\n"))


def _many(year: Scripted) -> None:
    table = _the_block("csv", "Namn;Part;Uppdrag\n")
    (year.root / "ledamoter.csv").write_text(table, encoding="utf-8")


def _costs(year: Scripted) -> None:
    (year.root / "data" / "costs").mkdir()
    rest = "".join(f"    {party}: 0\n" for party in _SILENT.split())
    begun = _the_block("yaml", "id: '2031'\n")
    year.write(
        "costs/2031.yaml",
        begun.replace("    ovningsregionen: 450\n", f"    ovningsregionen: 450\n{rest}"),
    )


BY_HAND: Mapping[str, Callable[[Scripted], None]] = {
    "vr minutes build or@6feb2032": _notes,
    "vr minutes dispatch or@6feb2032 --date 2032-02-16": _contacts,
    "vr roster import": _many,
    "vr costs show 2031": _costs,
}
"""What is filled in before the first command that begins so."""


@pytest.mark.slow
def test_every_command_does_what_the_handbook_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    council = tmp_path / "ovningsradet"
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", council / "data")
    for home in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(home, str(tmp_path / "home"))
    year = Scripted(council, capsys)
    to_fill = dict(BY_HAND)
    for command, code in commands():
        for beginning in [each for each in to_fill if command.startswith(each)]:
            to_fill.pop(beginning)(year)
        monkeypatch.chdir(tmp_path if command.startswith("vr init ") else council)
        year.vr(command, code)
    assert to_fill == {}
    assert len(year.done) > 60


def test_no_command_leaves_a_place_to_fill_in() -> None:
    for command, _ in commands():
        assert command.startswith("vr "), command
        assert not re.search(r"\b[A-ZÅÄÖ]{3,}\b|[<>…\[\]]", command), command


def test_every_command_of_the_program_is_in_the_handbook() -> None:
    """But those for programs and reviewers: a template's data, the files' schemas, differences."""
    nouns = {way[:-1] for way in EVERY if way}
    verbs = [" ".join(way) for way in EVERY if way not in nouns and way[-1] not in _FOR_OTHERS]
    assert [verb for verb in verbs if f"vr {verb}" not in HANDBOOK] == []


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: str(block.splitlines()[0]))
def test_every_file_shown_can_be_read(block: str) -> None:
    document = read_bytes(block.encode())
    assert document.faults == ()
    assert document.data
