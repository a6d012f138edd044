"""Files as Windows programs write them: every command leaves their line ends and mark alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.cli.writing import WRITING, council_to_write_in, files_of

pytestmark = pytest.mark.slow

MARK = b"\xef\xbb\xbf"


@pytest.fixture(name="plain", scope="module")
def a_council_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council_to_write_in(tmp_path_factory.mktemp("plain"))


def _of_windows(text: bytes) -> bytes:
    assert b"\r" not in text
    return MARK + text.replace(b"\n", b"\r\n")


@pytest.fixture(name="both")
def a_copy_for_each(plain: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The council, and the same with every record as a Windows program may have saved it."""
    here, windows = tmp_path / "har", tmp_path / "windows"
    for root in (here, windows):
        shutil.copytree(plain, root)
    for path, text in _records(windows).items():
        (windows / path).write_bytes(_of_windows(text))
    return here, windows


def _records(root: Path) -> dict[str, bytes]:
    return {path: text for path, text in files_of(root).items() if path.endswith(".yaml")}


@pytest.mark.parametrize("name", [name for name in WRITING if name != "fmt"])
def test_each_file_is_as_it_would_be_elsewhere_but_for_line_ends_and_mark(
    name: str, both: tuple[Path, Path], vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, windows = both
    before = _records(here)
    monkeypatch.chdir(here)
    told = vr(*WRITING[name])
    monkeypatch.chdir(windows)
    assert vr(*WRITING[name]) == told
    assert told.code == 0, told
    wanted, got = _records(here), _records(windows)
    assert wanted != before
    assert got.keys() == wanted.keys()
    for path, text in wanted.items():
        made_anew = path not in before and name != "matter renumber"
        assert got[path] == (text if made_anew else _of_windows(text)), path


def test_one_form_for_all_has_the_same_line_ends_for_all(
    both: tuple[Path, Path], vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for root in both:
        monkeypatch.chdir(root)
        assert vr("fmt").code == 0
    here, windows = both
    assert _records(here) == _records(windows)
