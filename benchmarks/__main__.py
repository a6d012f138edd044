"""`python -m benchmarks`: measure, and print the table. Everything in one run on one machine."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import repos, rows
from benchmarks.measure import BenchmarkError
from benchmarks.table import Row, table

_SIZES = (200, 2_000, 10_000, 20_000)
_RUNS = 3
_QUICK_SIZES = (200, 1_000)
_QUICK_RUNS = 2


def main() -> int:
    """Measure what the command line asks for. Out: the exit code."""
    chosen = _arguments()
    try:
        with tempfile.TemporaryDirectory(prefix="vr-bench-") as folder:
            found = list(_rows(Path(folder), chosen))
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(found))
    return 0


def _rows(folder: Path, chosen: argparse.Namespace) -> Iterator[Row]:
    vr = repos.vr()
    roots = {size: repos.generated(folder, size) for size in sorted(chosen.sizes)}
    yield from rows.start_up(vr, chosen.runs)
    yield from rows.checks(vr, roots, chosen.runs)
    yield from rows.agenda(vr, repos.real(folder), chosen.runs)
    yield from rows.stages(roots)
    yield from rows.differences(vr, roots, chosen.runs)
    if not chosen.quick:
        yield from rows.against_peer(vr, roots, folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of matters, multiples of 5")
    parser.add_argument("--runs", type=int, help="runs of which the median is taken")
    parser.add_argument("--quick", action="store_true", help="small repos, few runs, no peer")
    chosen = parser.parse_args()
    chosen.sizes = chosen.sizes or (_QUICK_SIZES if chosen.quick else _SIZES)
    chosen.runs = chosen.runs or (_QUICK_RUNS if chosen.quick else _RUNS)
    return chosen


if __name__ == "__main__":
    sys.exit(main())
