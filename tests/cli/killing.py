"""Commands killed while they run; run as a program, since forking is for a process of its own.

    python -m tests.cli.killing FOLDER moments
    python -m tests.cli.killing FOLDER steps
    python -m tests.cli.killing FOLDER init
    python -m tests.cli.killing FOLDER init-existing

The commands run in children of one process that has imported everything: that takes most of a
command's time and writes nothing.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from tests.cli.writing import WRITING, Line, council_to_write_in, files_of
from vrtool.cli.app import main
from vrtool.register.files import MARK

RUNS = 105
IN_STEPS = ("matter renumber", "matter new", "meeting cancel", "roster replace")
"""One of each way of writing: several files and one taken away, a new one, a changed one, and one
that is planned under one lock and written under another.
"""
_LIKE_OTHERS = {"matter withdraw", "roster import", "roster turnover"}
"""What takes its time and writes as `matter close` and `roster replace` do."""
_WRITING_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.chmod"}
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Files = dict[str, bytes]


@dataclass(frozen=True)
class Deed:
    """A command, what it makes of the untouched files, and the seconds it takes."""

    line: Line
    after: Files
    seconds: float


@dataclass(frozen=True)
class Ground:
    """A council that is put back as it was after each run."""

    root: Path
    before: Files

    def restore(self) -> None:
        """Every file as it was, and no other."""
        now = files_of(self.root)
        for path in now.keys() - self.before.keys():
            (self.root / path).unlink()
        for path, content in self.before.items():
            if now.get(path) != content:
                (self.root / path).write_bytes(content)

    def run(self, line: Line) -> int:
        """Run a command to its end. Out: its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self.begin(line), 0)[1])

    def begin(self, line: Line, first: Callable[[], None] | None = None) -> int:
        """Begin a command in a child of its own. Out: its process id."""
        child = os.fork()
        if child:
            return child
        code = 99
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, sys.stdout.fileno())
            os.dup2(silent, sys.stderr.fileno())
            if first:
                first()
            code = main([*line])
        finally:
            os._exit(code)

    def deed(self, line: Line) -> Deed:
        """Run the command unharmed, and put everything back."""
        _run_here(*line)
        self.restore()
        began = time.monotonic()
        code = self.run(line)
        assert code == 0, (line, code)
        deed = Deed(line, files_of(self.root), time.monotonic() - began)
        assert deed.after != self.before, line
        self.restore()
        return deed

    def judge(self, deed: Deed) -> bool:
        """After a kill: each file is the old or the new, and the next command works.

        Out: whether it was killed in the middle, with something left to do.
        """
        now = files_of(self.root)
        records = {path: content for path, content in now.items() if not _is_leftover(path)}
        for path, content in records.items():
            assert content in {self.before.get(path), deed.after.get(path)}, (deed.line, path)
        lost = self.before.keys() & deed.after.keys() - records.keys()
        assert not lost, (deed.line, lost)
        if records == deed.after:
            assert self.run(("matter", "new", "--title", "Nästa", "--year", "2032")) == 0, deed.line
        else:
            assert self.run(deed.line) == 0, deed.line
            finished = files_of(self.root)
            assert {p: c for p, c in finished.items() if not _is_leftover(p)} == deed.after
        self.restore()
        return now not in (self.before, deed.after)


def _run_here(*line: str) -> None:
    """Run a command in this process: what it imports, no child needs to."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main([*line]) == 0, line


def _is_leftover(path: str) -> bool:
    return path == "data/.lock" or path.endswith(".tmp")


def at_random_moments(ground: Ground) -> str:
    """Kill one command after another, somewhere within the time it usually takes."""
    deeds = [ground.deed(line) for name, line in WRITING.items() if name not in _LIKE_OTHERS]
    drawn = random.Random(7)  # noqa: S311 - the same moments every time, as far as that goes
    middle = 0
    for run in range(RUNS):
        deed = deeds[run % len(deeds)]
        child = ground.begin(deed.line)
        time.sleep(drawn.uniform(0, deed.seconds))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        middle += ground.judge(deed)
    return f"{RUNS} {middle}"


def before_every_step(ground: Ground) -> str:
    """Kill commands before the first thing they do to the disk, before the second, and so on."""
    middle = 0
    for name in IN_STEPS:
        deed = ground.deed(WRITING[name])
        step = 1
        while _killed_at(ground, deed.line, step):
            middle += ground.judge(deed)
            step += 1
        ground.restore()
    return str(middle)


def new_repo(folder: Path, *, existing: bool) -> str:
    """Kill `vr init` before every fifth thing it does to the disk, and make the repo after all.

    Out: how many times it was killed; how many times it could not be made until what had been
    moved to its place was taken away, as the command then says.
    """
    ground = Ground(folder, {})
    _run_here("init", "forst", "--structure", "tom")
    killed = refused = 0
    while True:
        repo = folder / f"ny{killed}"
        if existing:
            repo.mkdir()
        line = ("init", repo.name, "--structure", "tom")
        if not _killed_at(ground, line, 1 + 5 * killed):
            return f"{killed} {refused}"
        code = ground.run(line) if not (repo / MARK).exists() else 0
        if code:
            assert code == 3, (killed, code)
            assert [path.name for path in repo.glob(".vr-init-*.tmp")]
            shutil.rmtree(repo)
            refused += 1
            assert ground.run(line) == 0, killed
        assert ground.run(("--root", repo.name, "check")) == 0, killed
        killed += 1


def _killed_at(ground: Ground, line: Line, step: int) -> bool:
    child = ground.begin(line, lambda: sys.addaudithook(_Killer(step)))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}, (line, step, code)
    return code != 0


class _Killer:
    """Kills its process when something is about to be done to the disk for the nth time."""

    def __init__(self, step: int) -> None:
        self.left = step

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _WRITING_EVENTS or (event == "open" and _writes(arguments)):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _TO_WRITE)


if __name__ == "__main__":
    folder, way = Path(sys.argv[1]), sys.argv[2]
    os.chdir(folder)
    if way.startswith("init"):
        told = new_repo(folder, existing=way == "init-existing")
    else:
        root = council_to_write_in(folder)
        ways = {"moments": at_random_moments, "steps": before_every_step}
        told = ways[way](Ground(root, files_of(root)))
    print(told)  # noqa: T201 - what the test reads
