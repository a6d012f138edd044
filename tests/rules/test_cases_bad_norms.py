"""VR904: a norm that cannot be run is told of where it stands, and the others run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, council, messages, outcome, tallies, write_repo
from tests.rules.cases import meeting
from vrtool.engine import Tally

NORM = "N: {{title: T, rule: {}, strength: shall, paragraph: '1', with: {}}}"
GOOD = "M: {title: T, rule: VR602, strength: shall, paragraph: '1'}"


def _told(root: Path, norm: str) -> list[tuple[str, str, str]]:
    places = write_repo(root, council({}, norms=f"{norm}\n{GOOD}"))
    names = {place: mark for mark, place in places.items()}
    found = []
    for finding in outcome(root).findings:
        at = finding.location
        place = f"{at.path}:{at.line}:{at.column}"
        found.append((names.get(place, place), finding.code, finding.message))
    return found


@pytest.mark.parametrize(
    ("rule", "parameters", "message"),
    [
        ("①VR999", "{}", "Normen N nämner regeln VR999, som inte finns."),
        ("①VR101", "{}", "Normen N nämner regeln VR101, som inte finns."),
        ("VR301", "①{}", "Normen N: Fältet ”forum” saknas."),
        (
            "VR301",
            "{①forun: beredning, forum: beredning}",
            "Normen N: Okänt fält ”forun”. Menade du forum?",
        ),
        ("VR602", "{①dagar: '3'}", "Normen N: Okänt fält ”dagar”."),
        ("VR503", "{lead_days: ①sju}", "Normen N: ”sju” är inget heltal."),
        ("VR503", "{lead_days: ①'0'}", "Normen N: ”0” är för litet för ”lead_days”."),
        ("VR701", "①{}", "Normen N: Ange min, max eller about."),
        ("VR701", "①{about: '10'}", "Normen N: About och tolerance hör ihop."),
        (
            "VR302",
            "{purposes: [information, ①dialog]}",
            "Normen N: ”dialog” är inget av de ord som gäller här. Menade du dialogue?",
        ),
        (
            "VR504",
            "{sections: [proposal, ①propposal]}",
            "Normen N: ”propposal” är inget av de ord som gäller här. Menade du proposal?",
        ),
        ("VR504", "{sections: ①[]}", "Normen N: Fältet ”sections” behöver minst ett värde."),
    ],
)
def test_a_norm_that_cannot_be_run(
    tmp_path: Path, rule: str, parameters: str, message: str
) -> None:
    told = _told(tmp_path, NORM.format(rule, parameters))
    assert [(mark, code, text.partition(" Menade du VR")[0]) for mark, code, text in told] == [
        ("①", "VR904", message)
    ]


@pytest.mark.parametrize(
    ("rule", "parameters"),
    [
        ("VR301", "{forum: ①ingen}"),
        ("VR401", "{forums: [rad, ①ingen]}"),
        ("VR401", "{forums: [rad], except: [{topic: ①ingen, forums: [bredd]}]}"),
        ("VR702", "{topic: ①ingen}"),
        ("VR202", "{chair_is: styrelsen/ordforande, vice_chair_from: ①ingen}"),
    ],
)
def test_a_name_among_the_parameters_that_does_not_exist(
    tmp_path: Path, rule: str, parameters: str
) -> None:
    found = _told(tmp_path, NORM.format(rule, parameters))
    assert ("①", "VR904") in [(mark, code) for mark, code, _ in found]
    assert "VR901" not in [code for _, code, _ in found]


def test_only_what_is_wrong_in_a_list_is_told_of(tmp_path: Path) -> None:
    """A list with one wrong word is not also called empty."""
    norm = NORM.format("VR302", "{purposes: [dialog]}")
    assert len(messages(tmp_path, council({}, norms=norm))) == 1


def test_the_other_norms_run_on(tmp_path: Path) -> None:
    text = "minutes: {dispatched: 2031-04-11}"
    files = meeting("ra-2031-01", "2031-04-04", more=text)
    write_repo(tmp_path, council(files, norms=f"{NORM.format('VR999', '{}')}\n{GOOD}"))
    assert tallies(tmp_path) == {"M": Tally(holds=1)}


def test_an_unchecked_norm_is_counted_nowhere(tmp_path: Path) -> None:
    norm = "N: {title: T, unchecked: Nej., strength: shall, paragraph: '1'}"
    write_repo(tmp_path, council({}, norms=norm))
    assert tallies(tmp_path) == {}


def test_a_member_recorded_without_a_seat(tmp_path: Path) -> None:
    """A-2.1.1-members judges it: someone recorded as member for a seat that nobody has given."""
    rosters = ROSTERS + "  br/alby/7: {members: [{who: arne, from: 2031-01-01}]}\n"
    norm = "N: {title: T, rule: VR201, strength: shall, paragraph: '1', applies: {forums: [bredd]}}"
    write_repo(tmp_path, council({"forums.yaml": rosters}, norms=norm))
    found = [(f.code, f.location.line) for f in outcome(tmp_path).findings]
    assert found == [("VR201", rosters.count("\n"))]
