"""What the notice says of a matter's long process: as it stood that day, and no more than it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import agendas
from tests.rules.cases import Judged
from tests.rules.processes import Case, files

REMISS = "{before: {beslut: [remiss]}}"
ITEM = "{id: a, title: A, matter: 2031-001, purpose: [%s]}"
STEPS = (
    "steps:\n  traff: {done: 2031-01-20}\n  utkast: {done: 2031-02/2031-04}\n"
    "  beslut: {planned: 2031-10}"
)


def _facts(root: Path, process: str, *, purpose: str = "dialogue", more: str = "") -> list[str]:
    meeting = agendas.meeting("- " + ITEM % purpose)
    laid = {k: v for k, v in files(None, Case(process, more=more)).items() if "/" in k}
    shown = agendas.view(root, meeting, laid)
    entry = agendas.entries(shown)["a"]
    return [f"{fact.term}: {agendas.plain(fact.text)}" for fact in entry.expected]


def test_where_it_stood_on_the_day_of_the_meeting(tmp_path: Path) -> None:
    """What was done in April is not done yet in a notice of March."""
    assert _facts(tmp_path, STEPS) == [
        "Processen: start; nästa steg: utkast",
        "Ställningstagande väntas: oktober 2031",
    ]


@pytest.mark.parametrize(
    ("process", "purpose", "more", "told"),
    [
        ("steps: {}", "dialogue", "", []),
        (
            "steps: {beslut: {planned: 2031-10}}",
            "position",
            "",
            ["Processen: inte påbörjad; nästa steg: träff"],
        ),
        (
            "steps: {beslut: {planned: 2031-10}}",
            "dialogue",
            "stage: Vi väntar.\nexpected: {position: i höst}",
            [
                "Processen: inte påbörjad; nästa steg: träff",
                "Läge i processen: Vi väntar.",
                "Ställningstagande väntas: i höst",
            ],
        ),
    ],
    ids=["nothing told", "up for a position", "the writer's own words stand beside it"],
)
def test_no_more_than_is_told(
    tmp_path: Path, process: str, purpose: str, more: str, told: list[str]
) -> None:
    assert _facts(tmp_path, process, purpose=purpose, more=more) == told


def test_a_deviation_from_a_norm_on_the_process_goes_with_the_matter(tmp_path: Path) -> None:
    more = "deviations: [{norm: N, on: remiss, reason: Det var bråttom.}]"
    laid = dict(files(Judged("VR324", REMISS), Case("steps: {beslut: {done: 2031}}", more=more)))
    meeting = agendas.meeting("- " + ITEM % "dialogue")
    written = {path: text for path, text in laid.items() if "/" in path}
    (line,) = agendas.view(tmp_path, meeting, written).deviations
    assert (line.norm, line.paragraph, line.title) == ("N", "Provprocessen 1", "Normen")
    assert (line.about, line.reason) == ("Punkt 1, A", "Det var bråttom.")
