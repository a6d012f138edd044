"""The measurements, each giving rows of the table.

E: one process reads every record and lets libyaml produce its events. S: one process asks for the
size and time of every file. P: a Python that does nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.branches import AFTER, BEFORE, branched
from benchmarks.measure import BenchmarkError, Command, Taken, taken
from benchmarks.repos import PROJECT, program
from benchmarks.table import Goal, Row, Sense, seconds

_NOTHING = (sys.executable, "-c", "pass")
_SMALL, _PEER_SIZE, _LARGE, _TWICE = 200, 2_000, 10_000, 20_000
_BRANCH_SIZE, _CHANGED = 2_000, 50
_MORE_RUNS = 3
"""Short programs are run so many times as often as the others."""

_MEETING = "or@2022-02-11"
_STAGES = {
    "import": "moduler läses in",
    "list": "filerna letas upp",
    "read": "YAML läses",
    "validate": "poster prövas mot modellen",
    "load": "hela laddningen (letar, läser, prövar)",
    "index": "index byggs",
    "check": "reglerna och platserna i filerna",
    "render": "fynden skrivs",
}


def start_up(vr: Path, runs: int) -> Iterator[Row]:
    """What `vr` costs before it does anything."""
    commands = {
        "P": Command(_NOTHING, PROJECT),
        "--help": Command((str(vr), "--help"), PROJECT),
        "--version": Command((str(vr), "--version"), PROJECT),
    }
    found = taken(commands, runs * _MORE_RUNS)
    yield Row("P: python -c pass", seconds(found["P"].seconds), 1, "P")
    for name, goal in (("--help", 7), ("--version", 3)):
        yield _ratio(f"vr {name}", found[name], found["P"], "P", Goal(goal))


def checks(vr: Path, roots: Mapping[int, Path], runs: int) -> Iterator[Row]:
    """`vr check` with nothing cached, in every size."""
    small = {size: root for size, root in roots.items() if size <= _SMALL}
    large = {size: root for size, root in roots.items() if size > _SMALL}
    found = _taken(vr, small, runs * _MORE_RUNS) | _taken(vr, large, runs)
    for size in roots:
        yield from _one_size(size, {name: each for (of, name), each in found.items() if of == size})
    if _LARGE in roots and _TWICE in roots:
        once, twice = (found[size, "check"].seconds for size in (_LARGE, _TWICE))
        figure = f"{seconds(once)} → {seconds(twice)}"
        yield Row("vr check, 20 000 mot 10 000 ärenden", figure, twice / once, "×", Goal(2.1))


def _taken(vr: Path, roots: Mapping[int, Path], runs: int) -> dict[tuple[int, str], Taken]:
    commands = {
        (size, name): command
        for size, root in roots.items()
        for name, command in _of_size(vr, root).items()
    }
    return taken(commands, runs)


def _of_size(vr: Path, root: Path) -> dict[str, Command]:
    data = str(root / "data")
    measures = {
        name: Command((sys.executable, "-m", "benchmarks.baselines", measure, data), PROJECT)
        for name, measure in (("E", "events"), ("S", "stat"), ("reader", "reader"))
    }
    nothing, check = Command(_NOTHING, root), Command((str(vr), "check"), root)
    return {"P": nothing, **measures, "check": check}


def _one_size(size: int, found: Mapping[str, Taken]) -> Iterator[Row]:
    of_size = _spaced(size)
    yield Row(f"E: händelser ur libyaml, {of_size}", seconds(found["E"].seconds), 1, "E")
    yield _ratio(f"S: scandir och stat, {of_size}", found["S"], found["E"], "E", None)
    yield _ratio(f"läsaren ensam, {of_size}", found["reader"], found["E"], "E", None)
    work = f"vr check, {of_size}"
    goal = Goal(1.0) if size == _LARGE else None
    yield _ratio(work, found["check"], found["E"], "E", goal)
    if size == _SMALL:
        yield _ratio(work, found["check"], found["P"], "P", Goal(20))
    peak = found["check"].peak
    if peak is not None:
        goal = Goal(250) if size == _LARGE else None
        yield Row(f"{work}, mest minne", f"{peak:.0f} MiB", round(peak), "MiB", goal)


def _spaced(size: int) -> str:
    return f"{size:,} ärenden".replace(",", " ")


def agenda(vr: Path, root: Path, runs: int) -> Iterator[Row]:
    """The real agenda in all formats, and what the PDF adds."""
    build = (str(vr), "agenda", "build", _MEETING, "--force")
    commands = {
        "P": Command(_NOTHING, root),
        "all": Command(build, root),
        "no pdf": Command((*build, "--format", "md,html,docx"), root),
    }
    found = taken(commands, runs)
    whole = found["all"].seconds
    yield Row("vr agenda build, fyra format", seconds(whole), whole, "s", Goal(1))
    step = Taken(whole - found["no pdf"].seconds, None)
    yield _ratio("därav PDF (med och utan)", step, found["P"], "P", Goal(15))


def differences(vr: Path, roots: Mapping[int, Path], runs: int) -> Iterator[Row]:
    """`vr diff` between two revisions, alone and with the check of both: mostly unchanged files."""
    size = max((size for size in roots if size <= _BRANCH_SIZE), default=min(roots))
    root = roots[size]
    branched(root, _CHANGED)
    diff = (str(vr), "diff", BEFORE, AFTER)
    commands = {
        "P": Command(_NOTHING, root),
        "E": Command(
            (sys.executable, "-m", "benchmarks.baselines", "events", str(root / "data")), PROJECT
        ),
        "check": Command((str(vr), "check"), root),
        "records": Command((*diff, "--no-findings"), root),
        "diff": Command(diff, root),
    }
    found = taken(commands, runs)
    work = f"vr diff, {_CHANGED} av {_spaced(size)} ändrade"
    yield _ratio(f"{work}, utan anmärkningar", found["records"], found["P"], "P", None)
    yield _ratio(f"{work}, utan anmärkningar", found["records"], found["E"], "E", None)
    yield _ratio(f"{work}, mot vr check", found["diff"], found["check"], "×", None)


def stages(roots: Mapping[int, Path]) -> Iterator[Row]:
    """Where the time goes, in the largest repo up to the size the goals speak of."""
    size = max((size for size in roots if size <= _LARGE), default=min(roots))
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.shares", str(roots[size])],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    spent: dict[str, float] = json.loads(answer.stdout)
    whole = sum(spent[name] for name in ("import", "load", "index", "check", "render"))
    for name, work in _STAGES.items():
        share = round(100 * spent[name] / whole)
        yield Row(f"  {_spaced(size)}: {work}", seconds(spent[name]), share, "%")


def against_peer(vr: Path, roots: Mapping[int, Path], folder: Path) -> Iterator[Row]:
    """check-jsonschema on the same matters and meetings, where it is installed."""
    peer, root = program("check-jsonschema"), roots.get(_PEER_SIZE)
    if peer is None or root is None:
        return
    schema = folder / "schema.json"
    subprocess.run([sys.executable, "-m", "benchmarks.peer", str(schema)], cwd=PROJECT, check=True)
    records = sorted((root / "data").glob("m*/*.yaml"))
    found = taken(
        {
            "peer": Command((str(peer), "--schemafile", str(schema), *map(str, records)), root),
            "check": Command((str(vr), "check"), root),
        },
        1,
    )
    times = found["peer"].seconds / found["check"].seconds
    work = f"check-jsonschema på samma {len(records)} filer, mot vr check"
    yield Row(work, seconds(found["peer"].seconds), times, "×", Goal(5, Sense.LEAST))


def _ratio(work: str, one: Taken, base: Taken, unit: str, goal: Goal | None) -> Row:
    if base.seconds <= 0:
        raise BenchmarkError(f"{work}: det som jämförs med tog ingen tid.")
    return Row(work, seconds(one.seconds), one.seconds / base.seconds, unit, goal)
