"""The long processes of the examples: the council's own types, and the report's plan drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import ROOT
from vrtool.documents.agenda import agenda_view
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.processes import Progress, followed
from vrtool.register.register import Register
from vrtool.register.timeline import timeline
from vrtool.report.norms import as_json, coverage
from vrtool.report.processes import MARKS, WIDTH, shown

EXAMPLES = ROOT / "examples"
AGREEMENT = EXAMPLES / "overenskommelsen"
NBSP = "\N{NO-BREAK SPACE}"
OF_PROCESS = {
    "D-anchoring",
    "D-approval",
    "D-leaders",
    "D-parties",
    "D-phases",
    "D-plan-of-action",
    "D-principles",
    "D-remiss",
}


def _register(root: Path) -> Register:
    found = load(root).register
    assert found is not None
    return found


def _progress() -> tuple[Register, Progress]:
    found = _register(AGREEMENT)
    progress = followed(found, found.matters["2016-001"])
    assert progress is not None
    return found, progress


@pytest.mark.parametrize(
    ("example", "types"),
    [
        ("overenskommelsen", ["dialogprocess.yaml"]),
        ("ovningsradet", ["dialogprocess.yaml", "remiss.yaml", "styrdokument.yaml"]),
    ],
)
def test_the_types_are_the_councils_own(example: str, types: list[str]) -> None:
    folder = EXAMPLES / example / "data" / "processes"
    assert sorted(file.name for file in folder.iterdir()) == types
    for name in types:
        assert (folder / name).read_bytes() == (ROOT / "data/processes" / name).read_bytes()


def test_the_agreement_is_clean_and_its_norms_wait_for_what_is_planned() -> None:
    outcome = check(load(AGREEMENT))
    assert outcome.findings == ()
    held = {norm: tally.holds for (_, norm), tally in outcome.tallies.items()}
    assert held == dict.fromkeys(OF_PROCESS, 0) | {"D-phases": 1, "D-parties": 2}


def test_every_norm_on_the_dialogue_process_is_listed_with_its_rule() -> None:
    loaded = load(ROOT)
    assert loaded.register is not None
    listed = coverage(loaded.register, check(loaded))
    found = {entry.id: entry for entry in listed if entry.forms.id == "dialogprocess"}
    assert {*found} == OF_PROCESS
    assert all(entry.norm.rule and not entry.forums for entry in found.values())
    assert '"working_forms": "dialogprocess"' in as_json(list(found.values()))


def test_the_plan_runs_from_the_writing_meetings_to_the_signing() -> None:
    register, progress = _progress()
    told = shown(register, progress, MARKS).replace(NBSP, " ")
    assert max(map(len, told.splitlines())) <= WIDTH
    for line in (
        "  Fas: samlingsfas",
        "  Nästa steg: skrivarmöten, januari–maj 2017",
        "  skrivarmöten: planerat januari–maj 2017",
        "  remiss: planerat maj–augusti 2017",
        "  skrivarmöten efter remissen: planerat september–november 2017",
        "  förankring: planerat 2017",
        "  signering: planerat mars 2018",
    ):
        assert line in told.splitlines()
    rows = {row.name: row for row in timeline(progress).rows}
    assert str(rows["formuleringsfas"].reach) == "2017-01/2017-11"


def test_the_notice_of_the_next_meeting_says_where_the_process_stands() -> None:
    register, _ = _progress()
    view = agenda_view(register, Rulebook(register), register.meetings["pg-2017-01"])
    (entry,) = (entry for day in view.days for entry in day.entries)
    assert [(fact.term, fact.text.replace(NBSP, " ")) for fact in entry.expected] == [
        ("Processen", "samlingsfas; nästa steg: skrivarmöten, januari–maj 2017"),
        ("Ställningstagande väntas", "2018"),
    ]
