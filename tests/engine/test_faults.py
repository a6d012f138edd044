"""What cannot be judged hides nothing else: broken files, broken norms, a rule that crashes."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from tests.council import Council, copied
from vrtool.diagnostic import Severity
from vrtool.rules.catalogue import rules_by_code

VR = "meetings/vr-2022-02.yaml"
FORMS = "working-forms/arbetsformer-2022.yaml"


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


def test_many_nasty_files_at_once_leave_every_other_finding(council: Council) -> None:
    nasty = {
        "meetings/bg-2031-01.yaml": "id: [",
        "meetings/bg-2031-02.yaml": "a: &a [*a]\n",
        "meetings/bg-2031-03.yaml": "x: " + "{a: " * 5_000,
        "meetings/bg-2031-04.yaml": "id: bg-2031-04\nforum: okand\ndate: 2031-03-14\n"
        "to: 2031-03-10\nagenda: {items: [{id: a, title: '', minutes: -1}, 7, null]}\n",
        "meetings/bg-2031-05.yaml": "id: bg-2031-05\nforum: beredningsgruppen\n"
        "date: 9999-12-31\nagenda: {items: [{id: a, title: A, matters: [2031-001, 2031-001]}]}\n",
        "meetings/bg-2031-06.yaml": "id: bg-2031-06\nforum: beredningsgruppen\n"
        "date: 0001-01-01\nagenda: {items: [{id: a, title: A, earlier: [bg-2031-06/a]}]}\n",
        "meetings/readme.txt": "hej\n",
        "matters/2031-001-ring.yaml": "id: 2031-001\ntitle: Ring\ncontinues: 2031-001\n",
        "matters/2031-002.yaml": "\ufeff\ufeff",
        "matters/-.yaml": "id: '-'\ntitle: x\n",
        "working-forms/tom.yaml": "norms:\n",
        "working-forms/utan.yaml": "id: utan\nname: Utan\nshort_name: utan\n"
        "in_force: {from: 2031-01-01}\nsupplements: utan\n"
        "norms: {U-1: {title: x, rule: VR999, strength: may, paragraph: '1'}}\n",
        "deviations.yaml": "deviations: [{norm: U-2, on: x, reason: y}]\n",
    }
    for path, content in nasty.items():
        council.write(path, content)
    found = {finding.location.path for finding in council.new_findings()}
    assert found >= {f"data/{path}" for path in nasty} - {
        "data/meetings/bg-2031-05.yaml",  # dates at the ends of the calendar are lawful
        "data/meetings/bg-2031-06.yaml",
        "data/deviations.yaml",  # its norm may stand in the rulebook that cannot be read
    }
    assert not [f for f in council.check().findings if f.code == "VR901"]


def test_a_rule_that_crashes_is_a_finding_and_the_others_run(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> NoReturn:
        raise RuntimeError("så gick det")

    rules = rules_by_code()
    broken = {code: replace(rules[code], function=crash) for code in ("VR701", "VR121")}
    for module in ("vrtool.engine.check", "vrtool.engine.compiled"):
        monkeypatch.setattr(sys.modules[module], "rules_by_code", lambda: rules | broken)
    council.add(VR, "topics_x: y\n")
    findings = council.check().findings
    crashes = [finding for finding in findings if finding.code == "VR901"]
    assert {finding.severity for finding in crashes} == {Severity.ERROR}
    assert {finding.message.split()[1] for finding in crashes} == {"VR701", "VR121"}
    assert all("RuntimeError: så gick det" in finding.message for finding in crashes)
    assert [f.code for f in findings if f.location.path == f"data/{VR}"] == ["VR005"]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("      lead_days: 7\n", "      lead_days: sju\n", "lead_days: sju"),
        ("      lead_days: 7\n", "      lead_dagar: 7\n", "lead_dagar: 7"),
        ("    rule: VR503\n", "    rule: VR530\n", "rule: VR530"),
        ("    rule: VR503\n", "    rule: VR121\n", "rule: VR121"),
    ],
)
def test_a_norm_that_cannot_be_used_is_told_of_where_it_stands(
    council: Council, old: str, new: str, at: str
) -> None:
    council.change(FORMS, old, new)
    found = council.new()
    assert ("VR904", f"data/{FORMS}", council.line(FORMS, at)) in found
    assert {norm for norm, _, _ in found} == {"VR904"}


def test_a_deviation_that_answers_for_nothing(council: Council) -> None:
    council.write(
        "deviations.yaml",
        "deviations:\n"
        "  - {norm: S-6.2-meetings, on: '2019', reason: Första året.}\n"
        "  - {norm: S-6.2-meetings, on: '2020', reason: Pandemi.} # den hölls\n"
        "  - {norm: S-6.2-meeting, on: '2020', reason: Pandemi.} # finns inte\n",
    )
    found = [f for f in council.check().findings if f.code == "VR902"]
    assert [f.location.line for f in found] == [3, 4]
    assert "behövs inte: normen är uppfylld" in found[0].message
    assert "Menade du S-6.2-meetings" in found[1].message


def test_an_excuse_turns_the_breach_into_what_its_strength_leaves(council: Council) -> None:
    council.write(
        "matters/2022-001-exempel.yaml", "id: 2022-001\ntitle: Exempel\ninitiator: arvika\n"
    )
    item = "{id: a, title: A, matter: 2022-001, purpose: [position]}"
    council.add(VR, f"agenda: {{items: [{item}]}}\n")
    (breach,) = council.new_findings()
    assert (breach.norm, breach.severity, breach.excused) == (
        "A-2.2.2-positions",
        Severity.ERROR,
        None,
    )
    council.add(
        VR,
        "deviations:\n  - norm: A-2.2.2-positions\n    on: a\n    reason: Brådskande.\n"
        "    accepted: {by: presidiet, date: 2022-05-01}\n",
    )
    (excused,) = council.new_findings()
    assert excused.severity is Severity.WARNING
    assert excused.excused is not None
    assert (excused.excused.reason, excused.excused.accepted_by, excused.excused.date) == (
        "Brådskande.",
        "presidiet",
        "2022-05-01",
    )
