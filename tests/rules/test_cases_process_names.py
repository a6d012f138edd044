"""What a matter says of its process, and the process of itself, must be there and make sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.repos import council, placed, write_repo
from tests.rules.cases import meeting
from tests.rules.processes import TYPE, Case, files, matter
from vrtool.engine.check import check
from vrtool.engine.concerns import concerning
from vrtool.register.load import load
from vrtool.register.norms import Rulebook


def _told(root: Path, laid: repos.Files) -> list[str]:
    places = write_repo(root, laid)
    names = {place: mark for mark, place in places.items()}
    found = []
    for finding in repos.outcome(root).findings:
        at = finding.location
        place = names.get(f"{at.path}:{at.line}:{at.column}", f"{at.path}:{at.line}")
        found.append(f"{place} {finding.code} {finding.message}")
    return found


@pytest.mark.parametrize(
    ("process", "told"),
    [
        ("steps: {①utkas: {done: 2031}}", "VR101 Steg ”utkas” finns inte. Menade du utkast?"),
        (
            "steps:\n  ①forankring/folket: {done: 2031}",
            "VR101 Steg ”forankring/folket” finns inte. Menade du forankring/folk?",
        ),
        (
            "parties: [{side: ①foreningar, name: X}]",
            "VR101 Sida ”foreningar” finns inte. Menade du forening?",
        ),
        ("parties: [{side: kommun, party: ①alb}]", "VR101 Part ”alb” finns inte. Menade du alby?"),
        (
            "leaders: [{side: ①kommuner, vacant: true}]",
            "VR101 Sida ”kommuner” finns inte. Menade du kommun?",
        ),
        (
            "leaders: [{side: kommun, who: ①ana}]",
            "VR101 Person ”ana” finns inte. Menade du anna?",
        ),
        ("parties: [①{side: kommun}]", "VR005 Ange en av party och name."),
        ("leaders: [①{side: kommun}]", "VR005 Ange en av who, name och vacant."),
        (
            "leaders: [①{side: kommun, name: A, from: 2031-05, to: 2031-04}]",
            "VR005 Tiden 2031-05/2031-04 slutar innan den börjar.",
        ),
        (
            "steps: {utkast: {done: ①i våras}}",
            "VR005 Skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”i våras”.",
        ),
        ("steps: {utkast: {done: ①[2031]}}", "VR005 Här ska en tid stå."),
        ("leaders: [{side: kommun, name: A, from: ①[]}]", "VR005 Här ska en tid stå."),
    ],
)
def test_in_a_matter(tmp_path: Path, process: str, told: str) -> None:
    assert _told(tmp_path, files(None, Case(process))) == [f"① {told}"]


def test_a_step_left_empty_is_a_form_to_fill_in(tmp_path: Path) -> None:
    assert _told(tmp_path, files(None, Case("parties:\nleaders:\nsteps:\n  utkast:\n"))) == []


def test_a_type_that_is_not_there_is_told_of_once(tmp_path: Path) -> None:
    laid = {**matter("steps: {utkast: {done: 2031}}")}
    laid = {path: text.replace("type: prov", "type: ①prof") for path, text in laid.items()}
    assert _told(tmp_path, council({"processes/prov.yaml": TYPE, **laid})) == [
        "① VR101 Processtyp ”prof” finns inte. Menade du prov?"
    ]


def test_a_type_that_cannot_be_read_is_told_of_in_its_own_file_alone(tmp_path: Path) -> None:
    laid = council({"processes/prov.yaml": "id: [", **matter("steps: {utkast: {done: 2031}}")})
    (told,) = _told(tmp_path, laid)
    assert told.startswith("data/processes/prov.yaml:1 VR002 ")


def test_a_notice_waits_for_the_type_of_a_matter_on_its_agenda(tmp_path: Path) -> None:
    item = "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"
    laid = council(
        {
            "processes/prov.yaml": "id: [",
            "processes/annat.yaml": "id: [",
            **matter("steps: {}"),
            **meeting("ra-2031-01", "2031-04-04", item),
        }
    )
    write_repo(tmp_path, laid)
    loaded = load(tmp_path)
    register = loaded.register
    assert register is not None
    found = concerning(
        register, Rulebook(register), register.meetings["ra-2031-01"], check(loaded).findings
    )
    assert [finding.location.path for finding in found] == ["data/processes/prov.yaml"]


def test_a_phase_that_the_type_does_not_have(tmp_path: Path) -> None:
    text = TYPE.replace("name: utkast, phase: text", "name: utkast, phase: ①texten")
    told = ["① VR101 Fas ”texten” finns inte. Menade du text?"]
    assert _told(tmp_path, council({"processes/prov.yaml": text})) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: utkast, name", "id: traff, name", "VR005 Två steg har samma id: traff."),
        ("id: slut, name", "id: text, name", "VR005 Två faser har samma id: text."),
        (
            "name: uppföljning, phase: slut",
            "name: uppföljning, phase: start",
            "VR005 Stegen (steps) ska stå i fasernas (phases) ordning.",
        ),
    ],
)
def test_a_type_that_contradicts_itself(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert TYPE.count(old) == 1
    laid = council({"processes/prov.yaml": TYPE.replace(old, new)})
    assert _told(tmp_path, laid) == [f"data/processes/prov.yaml:1 {told}"]


def test_a_consultation_has_no_parts(tmp_path: Path) -> None:
    text = TYPE.replace("consultation: true}", "consultation: true, parts: {a: a}}")
    (told,) = _told(tmp_path, council({"processes/prov.yaml": text}))
    assert told.endswith("VR005 En remiss (consultation) kan inte också ha delar (parts).")


# Norms in their place

NORM = "norms:\n  N: {title: T, rule: %s, strength: shall, paragraph: '1'%s}\n"


@pytest.mark.parametrize(
    ("rule", "more", "told"),
    [
        (
            "①VR602",
            "",
            (
                "VR904 Normen N prövas inte med regeln VR602: en processtyp har bara regler för "
                "ärenden som följer processen."
            ),
        ),
        (
            "VR324",
            ", with: {before: {besluta: ①[traff]}}",
            "VR904 Normen N: steg ”besluta” finns inte. Menade du beslut?",
        ),
        (
            "VR324",
            ", with: {before: {beslut: [traff, ①traffa]}}",
            "VR904 Normen N: steg ”traffa” finns inte. Menade du traff?",
        ),
        (
            "VR324",
            ", with: {at_end: [①traffa]}",
            "VR904 Normen N: steg ”traffa” finns inte. Menade du traff?",
        ),
        ("VR324", ", with: ①{}", "VR904 Normen N: Ange before eller at_end."),
        (
            "VR322",
            ", with: {sides: [①foreningen]}",
            "VR904 Normen N: sida ”foreningen” finns inte. Menade du forening?",
        ),
        (
            "VR323",
            ", with: {phase: ①texten}",
            "VR904 Normen N: fas ”texten” finns inte. Menade du text?",
        ),
    ],
)
def test_a_norm_that_cannot_be_run(tmp_path: Path, rule: str, more: str, told: str) -> None:
    laid = council({"processes/prov.yaml": TYPE + NORM % (rule, more)})
    assert _told(tmp_path, laid) == [f"① {told}"]


def test_a_rulebook_judges_no_process(tmp_path: Path) -> None:
    norm = "N: {title: T, rule: VR321, strength: shall, paragraph: '1'}"
    write_repo(tmp_path, council({}, norms=norm))
    (finding,) = repos.outcome(tmp_path).findings
    assert finding.message == (
        "Normen N prövas inte med regeln VR321: den prövar ärenden som följer en process, och hör "
        "hemma i en processtyp."
    )


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (", applies: {forums: [rad]}", "applies"),
        (", phase: held", "phase"),
        (", replaces: [M]", "replaces"),
    ],
)
def test_a_norm_on_a_process_has_nothing_that_belongs_to_meetings(
    tmp_path: Path, more: str, field: str
) -> None:
    laid = council({"processes/prov.yaml": TYPE + NORM % ("VR321", more)})
    (told,) = _told(tmp_path, laid)
    assert told.endswith(
        f"VR005 En norm i en processtyp har inget {field}: den gäller hela processen."
    )


# What the process answers for the matter


@pytest.mark.parametrize(
    ("process", "told"),
    [
        ("steps: {}", ["① VR307 N error"]),
        ("steps: {traff: {done: 2031-01}}", ["① VR307 N error"]),
        ("steps: {beslut: {planned: 2032}}", []),
        ("steps: {beslut: {done: 2031-02}}", []),
        # The decision came after the meeting, at which it was not even planned.
        ("steps: {beslut: {done: 2031-06}}", ["① VR307 N error"]),
    ],
)
def test_a_matter_in_a_process_tells_its_stage_by_it(
    tmp_path: Path, process: str, told: list[str]
) -> None:
    item = "{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"
    more = "known: full\nagenda: {fixed: {date: 2031-03-01, by: [rut, anna]}}"
    laid = {
        "processes/prov.yaml": TYPE,
        **{p: t.replace("id: 2031", "①id: 2031", 1) for p, t in matter(process).items()},
        **meeting("ra-2031-01", "2031-04-04", more=_with(more, item)),
    }
    norm = "N: {title: T, rule: VR307, strength: shall, paragraph: '1'}"
    places = write_repo(tmp_path, council(laid, norms=norm))
    found = [repos.line(finding) for finding in repos.outcome(tmp_path).findings]
    assert found == placed(tuple(told), places)


def _with(more: str, item: str) -> str:
    return more.replace("by: [rut, anna]}}", f"by: [rut, anna]}}, items: [{item}]}}")
