"""The same files give the same report, line for line, whatever the run."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.council import Council, copied
from vrtool.diagnostic import Location, Severity
from vrtool.engine import check
from vrtool.register.load import load


@pytest.fixture(name="spoilt")
def a_spoilt_council(tmp_path: Path) -> Council:
    """A council with many findings, several of them at one place."""
    council = copied(tmp_path)
    council.change("forums.yaml", "party: arvika\n", "party: arvik\n")
    council.change("meetings/or-2022-02.yaml", "who: jan-olov-ragnarsson", "who: okand")
    council.change("meetings/or-2022-02.yaml", "id: genius", "id: ukraina")
    council.add("meetings/vr-2022-02.yaml", "planned_as: x\n")
    council.write("meetings/bg-2031-02.yaml", "id: [\n")
    council.write("meetings/bg-2031-01.yaml", "id: bg-2031-01\na: 1\nb: 2\na: 3\n")
    name = "        short_name: direktörsberedningen\n        from: 2021-08-27\n"
    council.change(
        "structure.yaml", name, f"{name}    complete: {{minutes: [2022-01-01/2022-12-31]}}\n"
    )
    return council


def test_by_file_line_and_column(spoilt: Council) -> None:
    findings = spoilt.check().findings
    assert len(findings) > 15
    places = [(f.location.path, f.location.line, f.location.column) for f in findings]
    assert places == sorted(places)


@pytest.mark.slow
def test_ten_runs_with_other_hashes_say_the_same(spoilt: Council) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from vrtool.engine import check; from vrtool.register.load import load\n"
        "from vrtool.report.findings import reportable\n"
        "from vrtool.report.machine import as_json; from vrtool.report.text import text\n"
        "from vrtool.report.norms import as_json as norms, coverage\n"
        "loaded = load(Path(sys.argv[1])); outcome = check(loaded)\n"
        "made = reportable(loaded, outcome); sys.stdout.reconfigure(encoding='utf-8')\n"
        "print(as_json(made), text(made), norms(coverage(loaded.register, outcome)))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(spoilt.root)],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in enumerate(["UTC", "Asia/Tokyo"] * 5)
    }
    assert len(told) == 1


def test_the_order_of_the_files_on_disk_does_not_matter(
    spoilt: Council, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("omkastad")
    files = [path for path in (spoilt.root / "data").rglob("*") if path.is_file()]
    random.Random(7).shuffle(files)  # noqa: S311 - any order will do
    for file in files:
        there = other / file.relative_to(spoilt.root)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(file.read_bytes())
    # Findings name no folder outside the repo, so that another copy gives the very same.
    assert check(load(other)) == spoilt.check()


def test_nothing_is_reported_twice(spoilt: Council) -> None:
    findings = spoilt.check().findings
    assert len(findings) == len({*findings})


def test_a_second_check_of_the_same_records_says_the_same(spoilt: Council) -> None:
    loaded = load(spoilt.root)
    assert check(loaded) == check(loaded)


def test_the_gravest_first_at_one_place(spoilt: Council) -> None:
    finding = spoilt.check().findings[0]
    at = Location("data/a.yaml", 3, 4)
    note, warning, error = (
        replace(finding, location=at, severity=severity)
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    ordered = sorted([note, warning, error], key=lambda f: f.sort_key)
    assert ordered == [error, warning, note]
