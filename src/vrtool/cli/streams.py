"""What is written to the terminal, a pipe or a file: always possible to write, never forged."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vrtool.text import printable


class ReaderGoneError(Exception):
    """Whoever read the output has gone; Typer would end with 1 on the error of the system."""


def prepare_streams() -> None:
    """Let every character through: UTF-8 in a pipe, a question mark on a console that lacks it.

    A stream that was closed when the program began (as by a scheduler) leads nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def out(text: str, *, end: str = "\n") -> None:
    """Write a finished answer to standard output."""
    try:
        sys.stdout.write(text + end)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def say(text: str) -> None:
    """Write a message to standard error, line by line without control characters."""
    for line in text.splitlines():
        sys.stderr.write(f"{printable(line)}\n")


def tell_written(files: Sequence[Path]) -> None:
    """Name the files written, each on a line of its own; say so where there was nothing new."""
    for path in files:
        out(f"  {near(path)}")
    if not files:
        out("  Inget nytt: så stod det redan.")


def near(path: Path) -> Path:
    """The path from the folder worked in, where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
