"""Run programs and take their time and memory, turn and turn about."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

_FINDINGS = 1  # the exit code of a check that found something


class BenchmarkError(Exception):
    """A program that was to be measured did not do its work."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run, and the folder to run it in."""

    arguments: Sequence[str]
    folder: Path


@dataclass(frozen=True, slots=True)
class Taken:
    """What the runs of a program took: the median of their seconds, the most memory in MiB.

    Memory is None where the system does not tell it of a single program (Windows).
    """

    seconds: float
    peak: float | None


def taken(commands: Mapping[K, Command], runs: int) -> dict[K, Taken]:
    """Run each command so many times, in turn, so that all meet the machine in the same mood.

    Each is run once more before the clock counts. Raises BenchmarkError where one fails.
    """
    for command in commands.values():
        _once(command)
    found: dict[K, list[Taken]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(_once(command))
    return {name: _median(each) for name, each in found.items()}


def _median(each: list[Taken]) -> Taken:
    peaks = [one.peak for one in each if one.peak is not None]
    return Taken(statistics.median(one.seconds for one in each), max(peaks, default=None))


def _once(command: Command) -> Taken:
    with tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, cwd=command.folder, stdout=subprocess.DEVNULL, stderr=complaints
        )
        peak = _waited_for(process)
        seconds = time.perf_counter() - start
        complaints.seek(0)
        error = complaints.read()
    if process.returncode not in {0, _FINDINGS} or error:
        told = error.decode(errors="replace")[-2000:]
        raise BenchmarkError(f"{' '.join(command.arguments)}: {process.returncode}\n{told}")
    return Taken(seconds, peak)


def _waited_for(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for the end. The peak is the process's own, so this one must stay small itself."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
