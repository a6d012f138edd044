"""`vr check`: what it reports, of which files, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT, Council

FORMATS = ["text", "short", "json", "github", "gitlab", "junit", "sarif"]
COUNT = len([*(ROOT / "data").rglob("*.yaml")])
NEW = "meetings/bg-2031-01.yaml"


def _break(council: Council) -> None:
    council.write(NEW, "id: bg-2031-01\nforum: beredningsgruppen\ndate: 2031-03-14\nplats: Sunne\n")


def test_the_councils_data_pass(council: Council, vr: Run) -> None:
    told = vr("check")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("varning VR121 weekend-or-holiday   data/meetings/vr-2020-06.yaml")
    assert told.out.endswith(f"\n\n2 varningar och 1 notis i {COUNT} filer.\n")
    assert council.new() == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("broken", "options", "code"),
    [
        (False, [], 0),
        (False, ["--strict"], 1),
        (False, ["--strict", "--select", "S-6.1-meetings"], 0),
        (False, ["--strict", "--ignore", "VR1,VR7"], 0),
        (True, [], 1),
        (True, ["--ignore", "VR005"], 0),
        (True, ["--select", "VR121"], 0),
        (True, ["data/matters"], 0),
        (True, [f"data/{NEW}"], 1),
    ],
)
def test_every_format_ends_alike(
    council: Council, vr: Run, form: str, options: list[str], code: int, *, broken: bool
) -> None:
    if broken:
        _break(council)
    assert vr("check", "--format", form, *options)[::2] == (code, "")


def test_the_files_are_not_touched_by_any_format(council: Council, vr: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in council.root.rglob("*")}
    for form in FORMATS:
        vr("check", "--format", form)
    assert {path: path.stat().st_mtime_ns for path in council.root.rglob("*")} == before


def test_json_is_one_document(council: Council, vr: Run) -> None:
    _break(council)
    read = json.loads(vr("check", "--format", "json").out)
    assert read["version"] == 1
    assert read["summary"] == {
        "files": COUNT + 1,
        "errors": 1,
        "warnings": 2,
        "notes": 1,
        "excused": 0,
    }
    assert [finding["path"] for finding in read["findings"]] == [
        "data/meetings/bg-2031-01.yaml",
        "data/meetings/vr-2020-06.yaml",
        "data/structure.yaml",
        "data/structure.yaml",
    ]


def test_github_has_a_line_a_finding(council: Council, vr: Run) -> None:
    _break(council)
    lines = vr("check", "--format", "github").out.splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "::error",
        "::warning",
        "::notice",
        "::warning",
    ]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "VR1"], ["VR121"]),
        (["--select", "weekend-or-holiday"], ["VR121"]),
        (["--select", "S-6.2-meetings"], ["VR701"]),
        (["--select", "VR1", "--select", "S-6.2-meetings"], ["VR121", "VR701"]),
        (["--select", "VR1, S-6.2-meetings"], ["VR121", "VR701"]),
        (["--ignore", "S-6.1-meetings"], ["VR121", "VR701"]),
        (["--select", "VR7", "--ignore", "S-6.2-meetings"], ["VR701"]),
        (["data/structure.yaml"], ["VR701", "VR701"]),
        (["data/meetings", "data/matters"], ["VR121"]),
        (["."], ["VR121", "VR701", "VR701"]),
        (["data/meetings/../structure.yaml"], ["VR701", "VR701"]),
    ],
)
@pytest.mark.usefixtures("council")
def test_what_is_asked_for(vr: Run, options: list[str], codes: list[str]) -> None:
    read = json.loads(vr("check", "--format", "json", *options).out)
    assert [finding["code"] for finding in read["findings"]] == codes
    assert read["summary"]["files"] == COUNT


def test_from_a_folder_inside(council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(council.root / "data" / "meetings")
    assert vr("check").out.endswith(f"2 varningar och 1 notis i {COUNT} filer.\n")
    assert vr("check", ".").out.endswith(f"1 varning i {COUNT} filer.\n")
    assert vr("check", "vr-2020-06.yaml").out.endswith(f"1 varning i {COUNT} filer.\n")
    assert vr("check", "or-2022-01.yaml").out == f"Inget att anmärka i {COUNT} filer.\n"


@pytest.mark.parametrize(
    "line",
    [
        ["--root", "{root}", "check", "--strict"],
        ["check", "--root", "{root}", "--strict"],
        ["check", "--strict", "--root", "{root}"],
        ["check", "--strict", "--root={root}"],
    ],
)
def test_the_root_may_stand_anywhere_on_the_line(
    council: Council,
    vr: Run,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    line: list[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("annanstans"))
    told = vr(*(word.format(root=council.root) for word in line))
    assert (told.code, told.err) == (1, "")
    assert told.out.endswith(f"2 varningar och 1 notis i {COUNT} filer.\n")


def test_after_two_hyphens_a_word_is_a_path(council: Council, vr: Run) -> None:
    (council.root / "--root").mkdir()
    assert vr("check", "--", "--root").out == f"Inget att anmärka i {COUNT} filer.\n"


def test_a_path_through_a_link_is_the_file_it_leads_to(council: Council, vr: Run) -> None:
    (council.root / "genväg").symlink_to(council.root / "data" / "meetings")
    assert vr("check", "genväg").out.endswith(f"1 varning i {COUNT} filer.\n")


def test_where_there_is_no_repo(vr: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = vr("check")
    assert (told.code, told.out) == (3, "")
    assert told.err == (
        f"Här finns inget datarepo: varken i {tmp_path} eller någon mapp ovanför finns "
        "data/forums.yaml. Gå till rätt mapp eller ange den med --root.\n"
    )


def test_where_not_even_the_structure_can_be_read(council: Council, vr: Run) -> None:
    council.write("structure.yaml", "name: [\n")
    _break(council)
    told = vr("check")
    assert told.code == 1
    assert "data/structure.yaml:1:7" in told.out
    assert "data/meetings/bg-2031-01.yaml:4:1" in told.out
    for command in (["norms"], ["meeting", "list"], ["matter", "list"], ["roster", "vacancies"]):
        told = vr(*command)
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("data/structure.yaml: ")
        assert told.err.endswith("Kör vr check för resten.\n")
