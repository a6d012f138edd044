"""The matrix: each norm and each rule about the data, broken once by a realistic mistake.

The fictional council is clean but for three deviations, so each mistake must give its own finding
and no other: that no norm speaks of what is another's is tested here as much as that each speaks.
"""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from tests.matrix import agendas, costs, matters, minutes, processes, records, seats, wheels, years
from tests.matrix.mistake import Mistake
from tests.matrix.spoilt import EXAMPLE, Spoilt, untouched
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.rules.base import Subject
from vrtool.rules.catalogue import names_by_code, rules_by_code

pytestmark = pytest.mark.no_cover

TABLES = (agendas, costs, matters, minutes, processes, records, seats, wheels, years)
MISTAKES: tuple[Mistake, ...] = tuple(chain.from_iterable(table.MISTAKES for table in TABLES))

_OLD_YEARS = "judges years before 2022, of which the council keeps no record"
_OLD_FORUMS = "the agreement gives these forums no seats, so it judged none of them"
NOT_BROKEN = {
    "R-attendance": "S-6-notes asks for the same of the same forums, and subsumes it",
    "R-wheel-2021": _OLD_YEARS,
    "S-6.1-meetings": _OLD_YEARS,
    "S-6.2-meetings": _OLD_YEARS,
    "S-6.3-established": _OLD_FORUMS,
    "S-6.3-members": _OLD_FORUMS,
    "S-6.3-networks": _OLD_FORUMS,
    "VR001": "a file of bytes that are no text: tests/register/test_cases_load.py",
    "VR901": "a rule that fails is the tool's fault: tests/engine/test_faults.py",
    "VR903": "leaves the breach without excuse, two findings: tests/rules/test_cases_severities.py",
}
"""What no single mistake in the council can bring forth, and why."""


def _register() -> Register:
    found = load(EXAMPLE).register
    assert found is not None
    return found


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    return Spoilt.copied(tmp_path_factory.mktemp("council"))


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_gives_its_own_finding_and_no_other(mistake: Mistake, council: Spoilt) -> None:
    with council.with_edits(mistake.edits):
        line = council.line(mistake.found_in, mistake.where)
        assert council.told(alone=mistake.alone) == mistake.told(line)


def test_every_norm_and_every_rule_about_the_data_is_broken_by_some_mistake() -> None:
    """The list comes from the data and the catalogue, so a new one asks for its mistake."""
    judged = {
        key for forms in _register().norm_sources for key, norm in forms.norms.items() if norm.rule
    }
    ruled = {code for code, rule in rules_by_code().items() if rule.subject is not Subject.REGISTER}
    wanted = judged | ({*names_by_code()} - ruled)
    made = {mistake.norm for mistake in MISTAKES}
    assert made | {*NOT_BROKEN} == wanted
    assert made.isdisjoint(NOT_BROKEN)


def test_of_the_norms_of_the_year_only_one_is_never_told_of_by_itself() -> None:
    """R-attendance, and what stands in for it covers every forum that it covers itself."""
    found = _register()
    norms = {entry.id: entry.norm for entry in Rulebook(found).norms(date(2031, 1, 1))}
    silent = {key for key, norm in norms.items() if norm.rule} & {*NOT_BROKEN}
    assert silent == {"R-attendance"}
    for key in silent:
        louder = [norm for norm in norms.values() if key in norm.subsumes]
        covered = {forum for norm in louder for forum in found.forums_of(norm.applies.forums)}
        assert covered >= found.forums_of(norms[key].applies.forums)


def test_a_mistake_undone_leaves_the_council_as_it_was(council: Spoilt) -> None:
    with council.with_edits(MISTAKES[0].edits):
        assert council.told()
    assert council.told() == []
    assert len(untouched()) == 3
