"""How the open matters of the fictional council stand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.council import Council
from tests.planning.reading import register_of
from vrtool.engine import check
from vrtool.planning.demands import Demands
from vrtool.planning.status import MatterStatus, NextKind, statuses
from vrtool.planning.steps import StepKind
from vrtool.register.load import load
from vrtool.report.status import blocks, next_in_words

pytestmark = pytest.mark.slow("measured")

NEW_YEAR = "2032-01-02"
SCHOOL = "matters/2032-001-skolskjuts.yaml"


def _found(council: Council, today: str = NEW_YEAR) -> dict[str, MatterStatus]:
    findings = check(load(council.root)).findings
    found = statuses(Demands(register_of(council)), findings, date.fromisoformat(today))
    return {one.matter.id: one for one in found}


def _blocks(council: Council, matter: str, today: str = NEW_YEAR) -> list[str]:
    return list(blocks(register_of(council), _found(council, today)[matter]))


def test_every_open_matter_and_no_other(council: Council) -> None:
    found = _found(council)
    assert {key: one.next for key, one in found.items()} == {
        "2031-004": NextKind.NOTHING,
        "2031-005": NextKind.DECISIONS,
        "2031-008": NextKind.NOTHING,
        "2031-013": NextKind.NOTHING,
        "2032-001": NextKind.MEETING,
        "2032-002": NextKind.MEETING,
    }
    assert found["2031-004"].last is not None
    assert found["2031-004"].last.meeting.id == "or-2031-08"
    assert found["2032-001"].last is None


def test_the_meeting_that_is_next(council: Council) -> None:
    assert next_in_words(register_of(council), _found(council)["2032-001"]) == (
        "beredning vid direktörsberedningen 16\xa0januari\xa02032 (db-2032-01)"
    )


def test_the_first_step_of_the_plan_where_it_is_on_no_agenda(council: Council) -> None:
    file = "matters/2031-008-varsel-i-fabelby.yaml"
    council.write(file, council.read(file).replace("goal: information", "goal: position"))
    found = _found(council)["2031-008"]
    assert found.next is NextKind.STEP
    assert found.step is not None
    assert found.step.kind is StepKind.PREPARATION


def test_the_parties_whose_decisions_are_awaited(council: Council) -> None:
    found = _found(council)["2031-005"]
    assert len(found.deciders) == 15
    [said] = _blocks(council, "2031-005")
    assert said.startswith("Beslut är inte antecknat från Attrappås, Demoholm, ")
    assert "Provåker, Påhittstad, Sagomark" in said, "in order of the alphabet"
    assert said.endswith("Utkastnäs och Övningsby.")


def test_a_matter_whose_parties_have_decided_is_to_be_closed(council: Council) -> None:
    text = council.read("matters/2031-006-mediecenter.yaml")
    council.write("matters/2031-006-mediecenter.yaml", text.replace("status: closed\n", ""))
    found = _found(council)["2031-006"]
    assert found.next is NextKind.CLOSE
    assert next_in_words(register_of(council), found) == (
        "avsluta ärendet (vr matter close 2031-006)"
    )


def test_papers_that_are_missing_before_a_position(council: Council) -> None:
    assert _blocks(council, "2032-001") == ["Underlaget saknar beskrivning av ärendet och förslag."]
    council.change(
        SCHOOL, "brief:\n", "brief:\n  description: Fem avtal.\n  proposal: Upphandla.\n"
    )
    assert _blocks(council, "2032-001") == []


def test_a_meeting_reached_without_preparation(council: Council) -> None:
    council.change("meetings/db-2032-01.yaml", "      matter: 2032-002\n", "")
    [said] = _blocks(council, "2032-002")
    assert said == (
        "Ingen beredning i direktörsberedningen är antecknad eller inlagd före Övningsrådet "
        "12\xa0februari\xa02032."
    )
    assert _found(council)["2032-002"].unprepared[0][1] == "direktorsberedningen"


def test_what_the_check_says_of_the_matter_or_its_items(council: Council) -> None:
    council.change(SCHOOL, "logic: case\n", "logic: case\ncontinues: 2099-001\n")
    council.change("meetings/or-2032-01.yaml", "presenters: [pia-exempel]", "presenters: [ingen]")
    said = _blocks(council, "2032-001")
    assert [line[:5] for line in said if line.startswith("VR")] == ["VR101", "VR101"]
    assert not any(line.startswith("VR") for line in _blocks(council, "2032-002"))


def test_an_excused_breach_is_in_nobodys_way(council: Council) -> None:
    """The brief of 2031-011 went out late, with a deviation that says why."""
    text = council.read("matters/2031-011-eu-ansokan.yaml")
    council.write("matters/2031-011-eu-ansokan.yaml", text.replace("status: closed\n", ""))
    assert _found(council)["2031-011"].findings == ()


def test_a_step_that_is_too_late_stands_in_the_way(council: Council) -> None:
    council.change("meetings/or-2032-01.yaml", "purpose: [dialogue]", "purpose: [position]")
    late = _found(council, "2032-02-02")["2032-001"].lack
    assert StepKind.PAPERS in [step.kind for step in late]
    assert any(
        said.startswith("För sent: Underlaget ute")
        for said in _blocks(council, "2032-001", "2032-02-02")
    )


def test_a_meeting_that_is_missing_stands_in_the_way(council: Council) -> None:
    council.change("meetings/or-2032-01.yaml", "purpose: [dialogue]", "purpose: [position]")
    none = "inget möte med ordföranderådet är inlagt i tid"
    assert f"Dialog saknas: {none}, lägg in ett senast 5\xa0februari\xa02032." in _blocks(
        council, "2032-001"
    )
    assert f"Dialog hinns inte: {none}." in _blocks(council, "2032-001", "2032-02-06")


def test_why_there_is_no_plan(council: Council) -> None:
    assert _found(council, "2033-02-01")["2032-001"].no_plan.startswith("Inget möte för ")


def test_answers_awaited_in_a_consultation(council: Council) -> None:
    council.add(SCHOOL, "consultation: {asked: [testby, provaker], answers: {testby: no-views}}\n")
    assert "Svar på remissen är inte antecknat från Provåker." in _blocks(council, "2032-001")


def test_the_next_step_of_a_long_process(council: Council) -> None:
    council.add(
        "matters/2031-013-fossilfria-transporter.yaml",
        "process:\n  type: dialogprocess\n  steps:\n"
        "    inledande-moten: {done: 2031-09}\n    samling: {planned: 2032-05}\n",
    )
    found = _found(council)["2031-013"]
    assert found.next is NextKind.PROCESS
    assert next_in_words(register_of(council), found).endswith(", maj\xa02032")
