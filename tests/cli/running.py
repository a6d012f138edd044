"""Ways to run `vr`: in this process for speed, in one of its own, and on a terminal of its own."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

ANSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
ENGLISH = re.compile(
    r"\b(?:error|usage|missing|options?|commands?|show|message|exit|default|required"
    r"|install|completion|shell|the|is|not|no such|valid|value|requires|got|unexpected|invalid"
    r"|must|traceback|aborted|choose|did|you)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Told:
        """The same with ordinary blanks, as a test is written."""
        return Told(self.code, *(part.replace("\N{NO-BREAK SPACE}", " ") for part in self[1:]))


Run: TypeAlias = Callable[..., Told]


def english_in(text: str) -> set[str]:
    """English words in a text, those of commands, options, file names and quotations left out."""
    text = re.sub(r"--?[a-z-]+|vr [a-z]+( [a-z]+)?|”[^”]*”|\S*/\S*|\b[a-z]+\.yaml", " ", text)
    return {found.casefold() for found in ENGLISH.findall(text)}


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """This environment without what would colour, widen or chop the output."""
    unwanted = {"NO_COLOR", "COLUMNS", "FORCE_COLOR", "PYTHONUNBUFFERED"}
    plain = {key: value for key, value in os.environ.items() if key not in unwanted}
    return plain | {"TERM": "xterm-256color"} | dict(changes or {})


def process(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `vr` as the console does."""
    return subprocess.run(
        [sys.executable, "-m", "vrtool.cli.main", *arguments],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        check=False,
        timeout=60,
    )


class Terminal(io.TextIOWrapper):
    """A terminal with an encoding of its own, kept in memory."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        return True

    def said(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


def python(code: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a piece of Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )


def on_a_terminal(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    answer: str = "",
    program: Sequence[str] = (sys.executable, "-m", "vrtool.cli.main"),
) -> Told:
    """Run `vr` on a terminal of 80 columns, typing an answer; both streams come as one."""
    import fcntl  # noqa: PLC0415 - Unix only
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(
        [*program, *arguments],
        cwd=cwd,
        env=environment(env),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as child:
        os.close(theirs)
        if answer:
            os.write(ours, answer.encode())
        given_up = threading.Timer(30, child.kill)
        given_up.start()
        written = _all_from(ours)
        given_up.cancel()
        code = child.wait(timeout=60)
    os.close(ours)
    return Told(code, written.replace("\r\n", "\n"), "")


def _all_from(terminal: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            part = b""
        if not part:
            return b"".join(parts).decode(errors="replace")
        parts.append(part)
