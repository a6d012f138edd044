"""The list of what was known before: what it leaves out, what it tells, what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.hostile import HOSTILE
from tests.report.made import EXCUSE, PATH, not_prepared, report, weekend
from vrtool.errors import CannotDo
from vrtool.report.baseline import read_baseline, write_baseline
from vrtool.report.identity import identities

NEW = not_prepared(message="En ny.", pointer=("agenda",))


def test_what_is_written_is_left_out_and_counted(tmp_path: Path) -> None:
    old, file = report(tmp_path, weekend(), not_prepared()), tmp_path / "känt.json"
    told = write_baseline(file, old, identities(old))
    assert told == f"2 anmärkningar skrevs ned som kända i {file}."
    known = read_baseline(file)
    now = report(tmp_path, weekend(), not_prepared(), NEW)
    assert known.new_in(now, identities(now)).findings == (NEW,)
    assert known.told(now, identities(now)) == ["2 anmärkningar kända sedan förut visas inte."]


def test_what_is_gone_is_told(tmp_path: Path) -> None:
    old, file = report(tmp_path, weekend(), not_prepared()), tmp_path / "känt.json"
    write_baseline(file, old, identities(old))
    now = report(tmp_path, not_prepared())
    assert read_baseline(file).told(now, identities(now)) == [
        "1 anmärkning kända sedan förut visas inte.",
        (
            "1 anmärkning i listan över kända finns inte längre. "
            "Skriv en ny lista med --write-baseline:"
        ),
        f"  VR121 {PATH}: Rådet 8 februari 2031 ligger på en lördag.",
    ]


def test_an_excused_breach_is_not_written(tmp_path: Path) -> None:
    """Were the deviation taken back, the breach would be new."""
    old, file = report(tmp_path, not_prepared(excused=EXCUSE)), tmp_path / "känt.json"
    write_baseline(file, old, identities(old))
    now = report(tmp_path, not_prepared())
    assert read_baseline(file).new_in(now, identities(now)).findings == now.findings


def test_the_file_has_no_line_numbers_and_is_written_alike(tmp_path: Path) -> None:
    old, file = report(tmp_path, not_prepared()), tmp_path / "känt.json"
    write_baseline(file, old, identities(old))
    first = file.read_bytes()
    moved = replace(not_prepared().location, line=9, end_line=9)
    now = report(tmp_path, not_prepared(location=moved))
    write_baseline(file, now, identities(now))
    assert file.read_bytes() == first
    assert json.loads(first)["findings"][0] == {
        "identity": identities(old)[not_prepared()],
        "rule": "VR301/N-prepared",
        "path": PATH,
        "message": not_prepared().message,
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_written_and_read(tmp_path: Path, text: str) -> None:
    old, file = report(tmp_path, weekend(message=text)), tmp_path / "känt.json"
    write_baseline(file, old, identities(old))
    assert read_baseline(file).new_in(old, identities(old)).findings == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"id: or-2031-01\n",
        b"[]",
        b"null",
        b'{"kind": "vr-baseline", "version": 1, "findings": [1]}',
        b'{"kind": "vr-baseline", "version": 1}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_another_file_is_neither_read_nor_written_over(tmp_path: Path, content: bytes) -> None:
    file, made = tmp_path / "forums.yaml", report(tmp_path, weekend())
    file.write_bytes(content)
    with pytest.raises(CannotDo, match="ingen lista över kända anmärkningar"):
        read_baseline(file)
    with pytest.raises(CannotDo, match="ingen lista över kända anmärkningar"):
        write_baseline(file, made, identities(made))
    assert file.read_bytes() == content


@pytest.mark.parametrize("version", ["0", "2", '"1"'])
def test_a_list_of_another_form_is_neither_read_nor_written_over(
    tmp_path: Path, version: str
) -> None:
    file, made = tmp_path / "känt.json", report(tmp_path, weekend())
    content = f'{{"kind": "vr-baseline", "version": {version}, "findings": []}}'
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CannotDo, match=r"av form .*, och denna vr läser form 1\. Ta bort filen"):
        read_baseline(file)
    with pytest.raises(CannotDo, match=r"av form"):
        write_baseline(file, made, identities(made))
    assert file.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_other_programs_save_it(tmp_path: Path, encoding: str) -> None:
    made, file = report(tmp_path, weekend()), tmp_path / "känt.json"
    write_baseline(file, made, identities(made))
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_text(text, encoding=encoding, newline="")
    assert read_baseline(file).new_in(made, identities(made)).findings == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match=r"saknas\.json går inte att läsa \("):
        read_baseline(tmp_path / "saknas.json")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    made = report(tmp_path, weekend())
    with pytest.raises(CannotDo, match=r"^Mappen .*saknas finns inte, så känt\.json kan inte"):
        write_baseline(tmp_path / "saknas" / "känt.json", made, identities(made))
