"""Several at once: each command gets its own id, no write is lost, and nobody's words are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, environment
from tests.cli.writing import WRITING, council_to_write_in, files_of
from vrtool.edit import change
from vrtool.register.load import load, readable

pytestmark = pytest.mark.slow

AT_ONCE = 3


@pytest.fixture(name="root")
def a_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = council_to_write_in(tmp_path)
    monkeypatch.chdir(root)
    return root


def test_commands_at_once_give_no_id_twice_and_lose_no_write(root: Path) -> None:
    before = readable(load(root))
    lines = [
        line
        for number in range(AT_ONCE)
        for line in (
            ("meeting", "new", "or", "--date", f"2032-05-{4 + number:02}"),
            ("matter", "new", "--title", f"Ärende {number}", "--year", "2032"),
            (
                *(
                    "roster",
                    "replace",
                    f"{('demoholm', 'fabelby', 'testby')[number]}/kso",
                ),
                *("--who", f"Ny {('Ett', 'Två', 'Tre')[number]}", "--from", "2032-03-01"),
            ),
        )
    ]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "vrtool.cli.main", *line],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for line in lines
    ]
    ended = [(process.communicate(timeout=60), process.returncode) for process in running]
    after = readable(load(root))
    assert load(root).troubles == ()
    replaced = 0
    for line, ((_, err), code) in zip(lines, ended, strict=True):
        if line[0] == "roster" and code == 3:  # planned, and then another was written first
            assert "har ändrats under tiden" in err.decode()
        else:
            assert code == 0, err
            replaced += line[0] == "roster"
    meetings = sorted(after.meetings.keys() - before.meetings.keys())
    assert meetings == [f"or-2032-{3 + number:02}" for number in range(AT_ONCE)]
    assert len({after.meetings[key].date for key in meetings}) == AT_ONCE
    titles = {after.matters[key].title for key in after.matters.keys() - before.matters.keys()}
    assert titles == {f"Ärende {number}" for number in range(AT_ONCE)}
    assert len(after.rosters.people.keys() - before.rosters.people.keys()) == replaced >= 1
    assert not [path for path in files_of(root) if path.endswith((".tmp", ".lock"))]


@pytest.mark.parametrize("name", WRITING)
def test_what_somebody_saves_meanwhile_is_kept(
    name: str, root: Path, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves each file when all is decided, just before it is written."""
    look = change._digest_now
    saved: dict[str, bytes] = {}

    def saved_first(file: Path) -> str | None:
        path = file.relative_to(root).as_posix()
        if path not in saved:
            saved[path] = (file.read_bytes() if file.exists() else b"") + b"# sparat\n"
            file.write_bytes(saved[path])
        return look(file)

    before = files_of(root)
    monkeypatch.setattr(change, "_digest_now", saved_first)
    told = vr(*WRITING[name])
    assert told.code == 3, told
    assert "har ändrats under tiden" in told.err
    assert files_of(root) == before | saved != before
    monkeypatch.setattr(change, "_digest_now", look)
    if name != "matter renumber":  # whose new file somebody else has then taken
        assert vr(*WRITING[name]).code == 0
