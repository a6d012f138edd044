"""That something is going on, for whoever waits at a terminal: never in a pipe, never for long."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import cycle
from threading import Event, Thread

_PATIENCE = 1.0
"""Seconds before anything is shown: what is quicker needs no sign of life."""

_BEAT = 0.12
_TURNING, _PLAIN = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", "|/-\\"
_CLEARED = "\r\x1b[K"


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on the terminal what takes its time, while it does; the line is gone afterwards.

    Nothing is asked of the user meanwhile: a question would be written over.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    done = Event()
    showing = Thread(target=_show, args=(what, done), daemon=True)
    showing.start()
    try:
        yield
    finally:
        done.set()
        showing.join()


def _show(what: str, done: Event) -> None:
    if done.wait(_PATIENCE):
        return
    with suppress(OSError, ValueError):  # a terminal that has gone is no reason to stop the work
        for sign in cycle(_signs()):
            sys.stderr.write(f"\r{sign} {what} …")
            sys.stderr.flush()
            if done.wait(_BEAT):
                break
        sys.stderr.write(_CLEARED)
        sys.stderr.flush()


def _signs() -> str:
    """What turns, as far as the console has it."""
    try:
        _TURNING.encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return _PLAIN
    return _TURNING
