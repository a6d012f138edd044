"""A full disk, a folder or a file that cannot be written, a file elsewhere that cannot be read:
every command that writes says so, and has then changed nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import Run, Told, environment
from tests.cli.writing import WRITING, council_to_write_in, files_of

pytestmark = pytest.mark.slow

if sys.platform != "win32":
    import resource

unix = pytest.mark.skipif(sys.platform == "win32", reason="limits and rights as Unix has them")
every = pytest.mark.parametrize("name", WRITING)
INIT = ("init", "ny", "--structure", "tom")
IN_TURN = ("matter new", "meeting cancel", "roster replace", "fmt")
CONFLICT = "<<<<<<< HEAD\nid: 2031-011\n=======\nid: 2031-014\n>>>>>>> annan\n"
BROKEN = {"data/matters/2031-011-eu-ansokan.yaml": CONFLICT, "data/meetings/bg-2031-03.yaml": "["}

STRUCTURE, ROSTERS = "data/structure.yaml", "data/forums.yaml"
FORMS = "data/working-forms/arbetsformer-2022.yaml"
DECISIVE = (STRUCTURE, ROSTERS, FORMS)
_JUDGED = {"agenda fix", "meeting new", "minutes start", "minutes adjust", "minutes correct"}
RESTS_ON: dict[str, set[str]] = {
    STRUCTURE: {*WRITING} - {"fmt"},
    ROSTERS: {*_JUDGED, "roster replace", "roster import", "roster turnover"},
    FORMS: _JUDGED,
}
REFUSES_ROWS: dict[str, set[str]] = {
    STRUCTURE: {"fmt"},
    ROSTERS: {"fmt"},
    FORMS: {"fmt", "roster turnover"},  # the seats that the unread file gives are not there
}

# Root may write anywhere; a program that root starts without that right may not.
_AS_OTHERS = """\
import ctypes, os, sys
if os.geteuid() == 0:
    assert ctypes.CDLL(None).prctl(24, 1, 0, 0, 0) == 0
os.execv(sys.executable, [sys.executable, "-m", "vrtool.cli.main", *sys.argv[1:]])
"""


@pytest.fixture(name="untouched", scope="module")
def a_council_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council_to_write_in(tmp_path_factory.mktemp("untouched"))


@pytest.fixture(name="root")
def a_copy(untouched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the council that every command has something to do in, as the folder worked in."""
    root = tmp_path / "rad"
    shutil.copytree(untouched, root)
    monkeypatch.chdir(root)
    return root


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    """What a full disk does in the midst of a file: no more than so many bytes can be written."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _as_others(root: Path, *line: str) -> Told:
    done = subprocess.run(
        [sys.executable, "-c", _AS_OTHERS, *line],
        cwd=root,
        env=environment({"PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode())


def _told_why(told: Told) -> str:
    """The one sentence that ends what was said, of something that could not be done."""
    assert told.code == 3, told
    assert "Traceback" not in told.err
    assert "Något gick fel i verktyget" not in told.err
    return told.err.splitlines()[-1]


@unix
@every
def test_a_disk_that_fills_up(name: str, root: Path, vr: Run) -> None:
    before = files_of(root)
    with _no_file_beyond(100):
        told = vr(*WRITING[name])
    why = _told_why(told)
    assert " kan inte skrivas (" in why
    assert "disken inte är full" in why
    assert str(root / "data") in why
    assert files_of(root) == before
    assert vr(*WRITING[name]).code == 0


@unix
def test_a_disk_that_fills_up_under_a_new_repo(
    tmp_path: Path, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with _no_file_beyond(100):
        why = _told_why(vr(*INIT))
    assert " kan inte skrivas (" in why
    assert "[" not in why
    assert list(tmp_path.iterdir()) == []
    assert vr(*INIT).code == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how Linux takes a right away")
def test_a_folder_that_cannot_be_written(root: Path) -> None:
    for folder in (root, *(path for path in root.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    before = files_of(root)
    told = [_as_others(root, *WRITING[name]) for name in IN_TURN]
    refused = _as_others(root.parent, "init", str(root / "data" / "attachments" / "ny"))
    for folder in (root, *(path for path in root.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    for one in told:
        assert _told_why(one).startswith(f"{root / 'data' / '.lock'} kan inte skrivas (")
    assert refused.code in {2, 3}
    assert files_of(root) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how Linux takes a right away")
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("matter renumber", "data/meetings/db-2031-02.yaml"),
        ("meeting cancel", "data/meetings/or-2032-01.yaml"),
        ("roster replace", "data/forums.yaml"),
        ("fmt", "data/matters/2032-001-skolskjuts.yaml"),
    ],
)
def test_a_file_that_cannot_be_written(root: Path, name: str, path: str) -> None:
    (root / path).chmod(0o444)
    before = files_of(root)
    assert _told_why(_as_others(root, *WRITING[name])).startswith(f"{root / path} kan inte skrivas")
    assert files_of(root) == before


@every
def test_a_file_elsewhere_that_cannot_be_read_is_no_hindrance(
    name: str, root: Path, vr: Run
) -> None:
    for path, text in BROKEN.items():
        (root / path).write_text(text, encoding="utf-8")
    told = vr(*WRITING[name])
    if name == "fmt":
        assert told.code == 1
        assert all(path in told.err for path in BROKEN)
    else:
        assert told.code == 0, told
    assert all((root / path).read_text(encoding="utf-8") == BROKEN[path] for path in BROKEN)


@every
@pytest.mark.parametrize("path", DECISIVE)
def test_a_file_that_much_rests_on_is_named_where_it_does(
    name: str, path: str, root: Path, vr: Run
) -> None:
    (root / path).write_text(CONFLICT, encoding="utf-8")
    before = files_of(root)
    told = vr(*WRITING[name])
    assert "Något gick fel i verktyget" not in told.err
    assert (root / path).read_text(encoding="utf-8") == CONFLICT
    if name in RESTS_ON[path]:
        assert told.code == 3
        assert path in told.err
        assert files_of(root) == before
    else:
        assert told.code == (1 if name in REFUSES_ROWS[path] else 0), told


@pytest.mark.parametrize("path", [*DECISIVE[1:], *BROKEN])
def test_a_year_is_not_closed_over_a_file_that_cannot_be_read(
    path: str, root: Path, vr: Run
) -> None:
    (root / path).write_text(CONFLICT, encoding="utf-8")
    before = files_of(root)
    told = vr(*(word for word in WRITING["year close"] if word != "--anyway"))
    assert told.code == 1
    assert f"  {path} går inte att läsa.\n" in told.out
    assert files_of(root) == before


def test_no_other_program_is_needed(root: Path) -> None:
    """Least of all git: nothing is found on this path, and the folder is no git repo."""
    assert not (root / ".git").exists()
    done = subprocess.run(
        [sys.executable, "-m", "vrtool.cli.main", *WRITING["matter renumber"]],
        cwd=root,
        env=environment({"PATH": os.devnull}),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
