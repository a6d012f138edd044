"""What a breach weighs: by the norm's strength, by the check's own choice, by its deviation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.repos import Files, council, findings, outcome, placed, tallies, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.engine import Tally
from vrtool.rules.catalogue import rules_by_code

NORM = "N: {{title: T, rule: VR401, strength: {}, paragraph: '1', with: {{forums: [rad]}}{}}}"
UP = "①{id: a, title: A, matter: 2031-001, outcome: {kind: ②position}}"
FILES = together(matter(), meeting("br-2031-01", "2031-04-04", UP))
DEVIATION = "deviations: [{norm: ③N, on: a, reason: Brådskande.%s}]"


def _found(root: Path, strength: str, more: str = "", deviation: str = "") -> list[str]:
    text = meeting("br-2031-01", "2031-04-04", UP, more=deviation)
    norm = NORM.format(strength, more)
    places = write_repo(root, council(together(matter(), text), norms=norm))
    names = {place: mark for mark, place in places.items()}
    told = (entry.split(" ") for entry in findings(root))
    return [" ".join([names.get(at, at), *rest]) for at, *rest in told]


@pytest.mark.parametrize(
    ("strength", "severity"), [("shall", "error"), ("should", "error"), ("normal", "warning")]
)
def test_a_breach_weighs_what_the_source_says(tmp_path: Path, strength: str, severity: str) -> None:
    assert _found(tmp_path, strength) == [f"② VR401 N {severity}"]


def test_a_norm_that_permits_cannot_be_broken(tmp_path: Path) -> None:
    """`may` has no default severity (norms.md): it opens a possibility and asks for nothing."""
    assert _found(tmp_path, "may") == []


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
@pytest.mark.parametrize("strength", ["shall", "normal"])
def test_the_checks_own_severity_wins(tmp_path: Path, strength: str, severity: str) -> None:
    assert _found(tmp_path, strength, f", severity: {severity}") == [f"② VR401 N {severity}"]


@pytest.mark.parametrize(
    ("strength", "severity"), [("shall", "warning"), ("should", "note"), ("normal", "note")]
)
def test_what_is_left_of_a_breach_with_a_deviation(
    tmp_path: Path, strength: str, severity: str
) -> None:
    assert _found(tmp_path, strength, deviation=DEVIATION % "") == [f"② VR401 N {severity}"]


def test_a_deviation_never_makes_a_breach_graver(tmp_path: Path) -> None:
    found = _found(tmp_path, "shall", ", severity: note", DEVIATION % "")
    assert found == ["② VR401 N note"]


def test_an_excused_breach_carries_its_reason(tmp_path: Path) -> None:
    accepted = ", accepted: {by: presidiet, date: 2031-03-20}"
    _found(tmp_path, "shall", deviation=DEVIATION % accepted)
    (finding,) = outcome(tmp_path).findings
    assert finding.excused is not None
    excuse = finding.excused
    assert (excuse.reason, excuse.accepted_by, excuse.date) == (
        "Brådskande.",
        "presidiet",
        "2031-03-20",
    )
    assert tallies(tmp_path)["N"] == Tally(excused=1)


def test_a_deviation_that_has_run_out_excuses_nothing(tmp_path: Path) -> None:
    found = _found(tmp_path, "shall", deviation=DEVIATION % ", until: ④2031-04-03")
    assert found == ["② VR401 N error", "④ VR903 - warning"]


def test_a_deviation_may_be_leant_on_to_its_last_day(tmp_path: Path) -> None:
    found = _found(tmp_path, "shall", deviation=DEVIATION % ", until: 2031-04-04")
    assert found == ["② VR401 N warning"]


def test_a_deviation_whose_norm_holds_is_told_of(tmp_path: Path) -> None:
    item = "{id: a, title: A, matter: 2031-001, outcome: {kind: position}}"
    text = meeting("ra-2031-01", "2031-04-04", item, more=DEVIATION % "")
    norm = NORM.format("shall", "")
    places = write_repo(tmp_path, council(together(matter(), text), norms=norm))
    assert findings(tmp_path) == placed(("③ VR902 - warning",), places)


def test_a_deviation_from_no_norm_is_told_of(tmp_path: Path) -> None:
    deviation = "deviations: [{norm: ③M, on: a, reason: Brådskande.}]"
    found = _found(tmp_path, "shall", deviation=deviation)
    assert found == ["② VR401 N error", "③ VR902 - warning"]


def test_a_deviation_for_another_item_excuses_nothing(tmp_path: Path) -> None:
    deviation = "deviations: [{norm: ③N, on: b, reason: Brådskande.}]"
    found = _found(tmp_path, "shall", deviation=deviation)
    assert found == ["② VR401 N error", "③ VR902 - warning"]


def test_a_matters_deviation_follows_it_to_the_meeting(tmp_path: Path) -> None:
    own = matter(more="deviations: [{norm: N, reason: Brådskande.}]")
    norm = NORM.format("should", "")
    places = write_repo(tmp_path, council({**FILES, **own}, norms=norm))
    assert findings(tmp_path) == placed(("② VR401 N note",), places)


YEAR_NORM = (
    "N: {title: T, rule: VR701, strength: normal, paragraph: '1', "
    "applies: {forums: [rad]}, with: {min: '2'}}"
)


def _year(root: Path, deviation: str, *more: Files) -> list[str]:
    files = together(
        meeting("ra-2031-01", "2031-04-04"),
        {"deviations.yaml": f"deviations:\n  - {deviation}\n"},
        *more,
    )
    places = write_repo(root, council(files, norms=YEAR_NORM))
    names = {place: mark for mark, place in places.items()}
    told = (entry.split(" ") for entry in findings(root))
    return [" ".join([names.get(at, ""), *rest]).strip() for at, *rest in told]


def test_a_deviation_for_a_year(tmp_path: Path) -> None:
    assert _year(tmp_path, "{norm: N, on: '2031', forum: rad, reason: Valet.}") == ["VR701 N note"]


@pytest.mark.parametrize("about", ["on: '2030', forum: rad", "on: '2031', forum: bredd"])
def test_a_deviation_for_another_year_or_forum_excuses_nothing(tmp_path: Path, about: str) -> None:
    found = _year(tmp_path, f"{{norm: N, {about}, reason: Valet.}}")
    assert found == ["VR701 N warning"]


def test_a_deviation_for_a_year_that_was_as_it_should_is_told_of(tmp_path: Path) -> None:
    deviation = "{norm: ①N, on: '2031', forum: rad, reason: Valet.}"
    found = _year(tmp_path, deviation, meeting("ra-2031-02", "2031-06-13"))
    assert found == ["① VR902 - warning"]


def _boom(*_: Any) -> Any:
    raise RuntimeError("trasig")


def test_a_rule_that_crashes_is_told_of_and_the_others_run_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(rules_by_code()["VR303"], function=_boom)
    monkeypatch.setitem(rules_by_code(), "VR303", broken)
    norms = (
        NORM.format("shall", "") + "\nM: {title: T, rule: VR303, strength: shall, paragraph: '1'}"
    )
    places = write_repo(tmp_path, council(FILES, norms=norms))
    found = outcome(tmp_path).findings
    assert placed(("② VR401 N error",), places)[0] in findings(tmp_path)
    (crash,) = [finding for finding in found if finding.code == "VR901"]
    assert "VR303" in crash.message
    assert "2031-001" in crash.message
    assert "trasig" in crash.message
    assert crash.location.path == "data/matters/2031-001-vaxeln.yaml"


def test_a_data_rule_that_crashes_is_told_of_and_the_others_run_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(rules_by_code(), "VR121", replace(rules_by_code()["VR121"], function=_boom))
    places = write_repo(tmp_path, council(FILES, norms=NORM.format("shall", "")))
    codes = [finding.code for finding in outcome(tmp_path).findings]
    assert sorted(codes) == ["VR401", "VR901"]
    assert places
