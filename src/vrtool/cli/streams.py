"""What is written to the terminal, a pipe or a file: always possible to write, never forged."""

from __future__ import annotations

import io
import sys

from vrtool.text import printable


class ReaderGoneError(Exception):
    """Whoever read the output has gone; Typer would end with 1 on the error of the system."""


def prepare_streams() -> None:
    """Let every character through: UTF-8 in a pipe, a question mark on a console that lacks it."""
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
