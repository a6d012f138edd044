"""One writer at a time, and none that leaves half a file, however it ends."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.running import environment, python
from tests.repos import council, register, write_repo
from vrtool.edit.lock import LOCK, locked
from vrtool.errors import CannotDo

pytestmark = pytest.mark.slow

COUNTING = """\
import sys
from pathlib import Path
from vrtool.edit.change import created, write
from vrtool.edit.lock import locked
from vrtool.register.kinds import Kind
from vrtool.register.load import load

root = Path(sys.argv[1])
for _ in range(15):
    with locked(root) as lock:
        number = len(load(root).register.matters) + 1
        data = {"id": f"2031-{number:03}", "title": sys.argv[2], "initiator": "alby"}
        write(lock, [created(lock, Kind.MATTER, f"data/matters/{data['id']}.yaml", data)])
"""

# A child writes two files over and over until it is killed; forked, for importing takes its time.
KILLED = """\
import os, random, signal, sys, time, traceback
from pathlib import Path
from vrtool.edit.change import edited, write
from vrtool.edit.lock import locked
from vrtool.edit.meaning import Put
from vrtool.register.kinds import Kind
from vrtool.register.load import load

root = Path(sys.argv[1])
paths = ["data/meetings/ra-2031-01.yaml", "data/meetings/ra-2031-02.yaml"]

def scribble():
    try:
        for number in range(10**6):
            with locked(root) as lock:
                note = [Put(("note",), f"{number} " + "x" * 20_000)]
                write(lock, [edited(lock, Kind.MEETING, path, note) for path in paths])
    finally:
        traceback.print_exc()
        os._exit(1)

drawn = random.Random(7)
for _ in range(100):
    child = os.fork()
    if not child:
        scribble()
    time.sleep(drawn.uniform(0.002, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    loaded = load(root)
    assert loaded.troubles == (), loaded.troubles
    assert len(loaded.register.meetings) == 2
    with locked(root, patience=0.0):
        pass
print("whole", len(list((root / "data/meetings").iterdir())))
"""


def _meeting(number: int) -> str:
    return f"id: ra-2031-0{number}\nforum: rad\ndate: 2031-0{number}-03\n# slut\n"


def _repo(root: Path) -> Path:
    meetings = {f"meetings/ra-2031-0{number}.yaml": _meeting(number) for number in (1, 2)}
    write_repo(root, council(meetings))
    return root


def test_the_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    root = _repo(tmp_path)
    with locked(root) as lock:
        assert lock.root == root
        assert (root / LOCK).exists()
    assert not (root / LOCK).exists()


def test_who_comes_second_waits_and_then_gives_up(tmp_path: Path) -> None:
    root = _repo(tmp_path)
    with (
        locked(root),
        pytest.raises(CannotDo, match="Ett annat vr-kommando skriver"),
        locked(root, patience=0.05),
    ):
        pytest.fail("two hold the lock")
    with locked(root, patience=0.0):
        assert (root / LOCK).exists()


def test_who_waits_gets_it_when_the_first_is_done(tmp_path: Path) -> None:
    root = _repo(tmp_path)
    order: list[str] = []

    def second() -> None:
        with locked(root):
            order.append("second")

    with locked(root):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join(5)
    assert order == ["first", "second"]


def test_an_error_lets_go_of_the_lock(tmp_path: Path) -> None:
    root = _repo(tmp_path)
    with pytest.raises(ZeroDivisionError), locked(root):
        raise ZeroDivisionError
    with locked(root, patience=0.0):
        assert (root / LOCK).exists()


def test_two_at_once_never_give_one_number_twice_nor_lose_a_write(tmp_path: Path) -> None:
    root = _repo(tmp_path)
    both = [
        subprocess.Popen([sys.executable, "-c", COUNTING, str(root), name], env=environment())
        for name in ("ett", "två")
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    matters = register(root, {}).matters
    assert sorted(matters) == [f"2031-{number:03}" for number in range(1, 31)]
    titles = [matter.title for matter in matters.values()]
    assert (titles.count("ett"), titles.count("två")) == (15, 15)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are Unix's")
def test_killed_at_any_moment_each_file_is_the_old_or_the_new(tmp_path: Path) -> None:
    told = python(KILLED, str(_repo(tmp_path)), cwd=tmp_path)
    assert told.stderr == b""
    assert told.stdout.startswith(b"whole")
    assert told.returncode == 0
