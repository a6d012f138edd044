"""Nobody is there: what is lacking is named by its options; closed streams are no hindrance."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, Told, environment
from tests.cli.writing import Line, council_to_write_in, files_of

pytestmark = pytest.mark.slow

unix = pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")

LACKING: dict[Line, tuple[str, ...]] = {
    ("agenda", "fix", "or-2032-01"): ("--date",),
    ("agenda", "send", "or-2032-01"): ("--date",),
    ("meeting", "new"): ("FORUM", "--date"),
    ("meeting", "new", "or"): ("--date",),
    ("meeting", "move", "or-2032-02"): ("--date", "--reason"),
    ("meeting", "cancel", "or-2032-01"): ("--reason",),
    ("minutes", "adjust", "or-2031-07"): ("--by", "--date"),
    ("minutes", "dispatch", "db-2031-08"): ("--date",),
    ("minutes", "correct", "or-2031-08"): ("--text", "--date"),
    ("matter", "new"): ("--title",),
    ("matter", "follow-up", "2031-005"): ("--party", "--meeting", "--feedback", "--decision"),
    ("matter", "renumber", "2031-005"): ("--next",),
    ("matter", "close"): ("ÄRENDE",),
    ("roster", "replace", "attrappas/kso"): ("--who", "--from"),
    ("roster", "import", "nya.csv", "--from", "2032-03-01"): ("--yes",),
    ("roster", "turnover"): ("--template",),
    ("roster", "turnover", "mandat.csv"): ("--from",),
    ("year", "close", "2031", "--today", "2032-02-01", "--anyway"): ("--yes",),
    ("init",): ("MAPP",),
    ("init", "ny"): ("--structure",),
}


@pytest.fixture(name="root", scope="module")
def a_council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council_to_write_in(tmp_path_factory.mktemp("rad"))


@pytest.mark.parametrize("line", LACKING, ids=" ".join)
def test_what_is_lacking_is_named(
    line: Line, root: Path, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    before = files_of(root)
    told = vr(*line)
    assert told.code == 2, told
    assert all(option in told.err for option in LACKING[line]), told.err
    assert files_of(root) == before
    assert not (root / "ny").exists()


def _closed(root: Path, streams: str, *line: str) -> Told:
    """Run a command as a shell does that closes some of its streams, like a scheduler."""
    command = f'exec "$0" -m vrtool.cli.main "$@" {streams}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, *line],
        cwd=root,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode())


@unix
def test_with_no_input_at_all_it_is_the_same(root: Path) -> None:
    assert _closed(root, "<&-", "matter", "new") == Told(2, "", "Ange --title.\n")


@unix
@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_in_the_way_of_nothing(root: Path, streams: str) -> None:
    before = files_of(root)
    told = _closed(root, streams, "matter", "new", "--title", streams, "--year", "2033")
    assert (told.code, told.err) == (0, "")
    assert bool(told.out) is (">&-" not in streams.split())
    (made,) = files_of(root).keys() - before.keys()
    (root / made).unlink()
