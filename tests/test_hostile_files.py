"""Files that are no files, lead elsewhere or never end: nothing outside is read, nothing hangs.

The commands run in processes of their own, with a bound on time and memory.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.council import Council, copied
from vrtool.cli.app import main
from vrtool.yamlio import Document, read_path

NEW = "meetings/bg-2031-01.yaml"
MEBIBYTE = 1024 * 1024
INSIDE = "hemligt: står utanför repot"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as Unix has them"),
]

BOUNDED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({700 * MEBIBYTE}, {700 * MEBIBYTE}))
from vrtool.cli.app import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path / "repo")


def _check(council: Council, form: str = "text") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BOUNDED, "--root", str(council.root), "check", "--format", form],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=5,
    )


def _all_there(done: subprocess.CompletedProcess[str]) -> None:
    """The check came to its end, without a complaint of the tool's own, and lost nothing."""
    assert (done.returncode, done.stderr) == (1, "")
    assert "data/meetings/vr-2020-06.yaml:3:7" in done.stdout
    assert f"data/{NEW}:1:1" in done.stdout


@pytest.mark.parametrize("form", ["text", "short"])
def test_a_file_of_50_mebibytes_is_reported_in_bounded_memory(council: Council, form: str) -> None:
    with (council.root / "data" / NEW).open("wb") as stream:
        stream.truncate(50 * MEBIBYTE)
    done = _check(council, form)
    _all_there(done)
    assert "VR001" in done.stdout


def _to_itself(link: Path) -> None:
    link.symlink_to(link)


def _in_a_ring(link: Path) -> None:
    other = link.with_name("bg-2031-02.yaml")
    link.symlink_to(other)
    other.symlink_to(link)


def _nowhere(link: Path) -> None:
    link.symlink_to("finns-inte.yaml")


def _outside(link: Path) -> None:
    outside = link.parents[3] / "utanför.yaml"
    outside.write_text(f"{INSIDE}\n", encoding="utf-8")
    link.symlink_to(outside)


def _upwards(link: Path) -> None:
    secret = link.parents[2] / "hemligt.yaml"
    secret.write_text(f"{INSIDE}\n", encoding="utf-8")
    link.symlink_to("../../hemligt.yaml")


def _without_end(link: Path) -> None:
    link.symlink_to("/dev/zero")


def _a_pipe(file: Path) -> None:
    os.mkfifo(file)


def _a_folder(file: Path) -> None:
    file.mkdir()


LINKS = [_to_itself, _in_a_ring, _nowhere, _outside, _upwards, _a_folder]
ENDLESS = [_without_end, _a_pipe]


@pytest.mark.parametrize("make", LINKS)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_no_file_of_the_repo_is_not_followed(
    council: Council,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], None],
    form: str,
) -> None:
    make(council.root / "data" / NEW)
    assert main(["--root", str(council.root), "check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert "VR006" in out
    assert INSIDE not in out


@pytest.mark.parametrize("make", LINKS)
def test_nor_is_one_of_the_single_files(
    council: Council, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None]
) -> None:
    make(council.root / "data" / "deviations.yaml")
    assert main(["--root", str(council.root), "check"]) == 1
    out = capsys.readouterr().out
    assert "data/deviations.yaml:1:1" in out
    assert INSIDE not in out


@pytest.mark.parametrize("make", ENDLESS)
@pytest.mark.parametrize("path", [NEW, "deviations.yaml"])
def test_what_never_ends_is_not_waited_for(
    council: Council, make: Callable[[Path], None], path: str
) -> None:
    make(council.root / "data" / path)
    done = _check(council)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"data/{path}:1:1" in done.stdout


def test_a_folder_of_records_that_is_a_link_out_of_the_repo(council: Council) -> None:
    outside = council.root.parent / "utanför"
    outside.mkdir()
    (outside / "bg-2031-01.yaml").write_text(f"place: {INSIDE}\n", encoding="utf-8")
    matters = council.root / "data" / "matters"
    matters.rename(council.root / "undan")
    matters.symlink_to(outside)
    done = _check(council)
    assert INSIDE not in done.stdout
    assert (done.returncode, done.stderr) == (1, "")
    assert "data/matters:1:1" in done.stdout


def test_a_folder_of_records_that_leads_nowhere(council: Council) -> None:
    matters = council.root / "data" / "matters"
    matters.rename(council.root / "undan")
    matters.symlink_to("finns-inte")
    assert "data/matters:1:1" in _check(council).stdout


def test_a_file_where_a_folder_should_be(council: Council) -> None:
    matters = council.root / "data" / "matters"
    matters.rename(council.root / "undan")
    matters.write_text("id: 2021-001\n", encoding="utf-8")
    assert "VR006" in {finding.code for finding in council.check().findings}


def test_a_link_inside_the_repo_is_followed(council: Council) -> None:
    council.write("undan/bg-2031-01.yaml", "id: [")
    (council.root / "data" / NEW).symlink_to("../undan/bg-2031-01.yaml")
    assert council.new() == [("VR002", f"data/{NEW}", 1)]


def test_an_attachment_that_is_a_link_is_not_there(council: Council) -> None:
    folder = council.root / "data" / "attachments"
    folder.mkdir()
    (folder / "p.pdf").symlink_to("/etc/passwd")
    (folder / "ring").symlink_to(folder)
    paper = "{title: P, file: attachments/p.pdf}"
    council.write(
        NEW,
        "id: bg-2031-01\nforum: beredningsgruppen\ndate: 2031-03-14\nknown: items\n"
        f"agenda: {{items: [{{id: a, title: A, papers: [{paper}]}}]}}\n",
    )
    assert "VR131" in _check(council).stdout


def _denied(path: object) -> PermissionError:
    return PermissionError(errno.EACCES, "Permission denied", str(path))


def test_a_file_without_right_to_read(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> Document:
        if path.name == "bg-2031-01.yaml":
            raise _denied(path)
        return read_path(path)

    council.write(NEW, "id: bg-2031-01\n")
    monkeypatch.setattr("vrtool.register.load.read_path", read)
    assert council.new() == [("VR001", f"data/{NEW}", 1)]


def test_a_folder_without_right_to_read(
    council: Council, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # The file system, not a mode of the folder, says no: no folder is closed to root.
    listed = os.scandir

    def scan(path: Path | str) -> object:
        if Path(path).name == "matters":
            raise _denied(path)
        return listed(path)

    monkeypatch.setattr("vrtool.register.files.os.scandir", scan)
    assert main(["--root", str(council.root), "check", "--format", "short"]) == 1
    out = capsys.readouterr().out
    assert "data/matters:1:1: fel VR00" in out
    assert "data/meetings/vr-2020-06.yaml:3:7" in out


def test_nothing_is_written_by_a_check(council: Council) -> None:
    before = _listing(council.root)
    _check(council)
    assert _listing(council.root) == before


def _listing(root: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in root.rglob("*"))
