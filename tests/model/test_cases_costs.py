"""A file with a year's costs that contradicts itself: what is said of it, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, outcome, write_repo
from tests.rules.costs_files import PAID, costs

LEVEL = f"{{year: 2031, paid_in: 2030, {PAID}}}"
TOTALS = "{year: 2031, totals: {municipality: 6, region: 3}}"
POPULATION = "population: {day: 2030-12-31, parties: {alby: 2, berga: 1}}"


def _told(root: Path, text: str) -> list[tuple[str, str]]:
    """Code and message of everything said of the file."""
    write_repo(root, council({"costs/2031.yaml": text}))
    return [(found.code, found.message) for found in outcome(root).findings]


def _file(*lines: str, level: str = LEVEL, distribution: str = "as-paid") -> str:
    (text,) = costs(*lines, level=level, distribution=distribution).values()
    return text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (_file(level="{year: 2031}"), "Ange en av paid (vad varje part betalade) och totals"),
        (
            _file(level=f"{{year: 2031, paid_in: 2030, {PAID}, totals: {{region: 1}}}}"),
            "Ange en av",
        ),
        (_file(level=f"{{year: 2031, {PAID}}}"), "Paid och paid_in (året som parterna betalade)"),
        (_file(level="{year: 2031, paid_in: 2030, totals: {region: 3}}"), "Paid och paid_in"),
        (
            _file(level=f"{{year: 2031, paid_in: 2030, {PAID}, kept: {{alby: 401}}}}"),
            "Parten alby kan inte behålla mer än den betalade",
        ),
        (
            _file(level=f"{{year: 2031, paid_in: 2030, {PAID}, kept: {{celby: 1}}}}"),
            "Parten celby kan inte behålla mer än den betalade",
        ),
        (
            _file(level="{year: 2031, paid_in: 2030, paid: {alby: 4}, kept: {alby: 4}}"),
            "Det blir inget kvar att fördela",
        ),
        (_file(level="{year: 2031, totals: {region: 0}}"), "Det blir inget kvar att fördela"),
        (_file(level=LEVEL.replace("2031", "2032")), "Nivån för 2032 kan inte gälla redan 2031"),
        (_file(level=LEVEL.replace("2030", "2031")), "Nivån för 2031 bygger på vad som betalades"),
        (_file(level=TOTALS), "As-paid kräver paid: vad varje part betalade"),
        (
            _file(POPULATION, "sums: {all: {paid: 9}}", level=TOTALS, distribution="by-population"),
            "Med totals finns bara net att summera",
        ),
        (
            _file("instalments: [{due: 08-01, share: 1/2}, {due: 02-01, share: 1/2}]"),
            "Delbetalningarna ska stå i tidsordning",
        ),
        (
            _file("instalments: [{due: 02-01, share: 1/2}, {due: 02-01, share: 1/2}]"),
            "Delbetalningarna ska stå i tidsordning",
        ),
        (
            _file("instalments: [{due: 02-01, share: 1/2}, {due: 08-01, share: 49 %}]"),
            "Delbetalningarna ska tillsammans vara hela beloppet",
        ),
        (_file().replace("id: '2031'", "id: ar-2031"), "Id ska vara årtalet: 2031"),
        (
            _file(level=LEVEL.replace("400", "'400,5'")).replace("tkr", "kr"),
            "Beloppet för alby är inte hela kronor",
        ),
        (_file("population: {day: 2030-12-31, parties: {alby: 0}}"), "”0” är för litet för ”alby”"),
        (_file("index: {name: LPI, rates: {2031: 2.4}}"), "”2.4” är ingen procentsats"),
        (_file("index: {name: LPI, rates: {2031: -100 %}}"), "”-100 %” är för litet för ”2031”"),
        (_file().replace("unit: tkr", "unit: mkr"), "”mkr” är inget av de ord som gäller här"),
    ],
)
def test_what_contradicts_itself(tmp_path: Path, text: str, message: str) -> None:
    told = _told(tmp_path, text)
    assert [code for code, _ in told] == ["VR005"]
    assert told[0][1].startswith(message)


@pytest.mark.parametrize("lines", [(), ("instalments:",), ("rounding: kr",)])
def test_what_may_be_left_out(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert _told(tmp_path, _file(*lines)) == []
