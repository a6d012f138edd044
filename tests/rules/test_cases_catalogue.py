"""Every rule has a case that breaks it, one that holds, and one where the record does not tell."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from tests import rules
from tests.rules.cases import Case, Judged
from vrtool.rules.base import Rule
from vrtool.rules.catalogue import names_by_code, rules_by_code

HERE = __name__.rpartition(".")[2]
MODULES = [
    importlib.import_module(f"{rules.__name__}.{module.name}")
    for module in pkgutil.iter_modules(rules.__path__)
    if module.name.startswith("test_cases_") and module.name != HERE
]
WITH_A_NORM = {code: rule for code, rule in rules_by_code().items() if rule.needs_norm}
ABOUT_DATA = {code: rule for code, rule in rules_by_code().items() if not rule.needs_norm}

ABSENCE_SAYS_NOTHING = {
    "VR401": "judges what an item says, not what it leaves out",
    "VR402": "judges what an item says, not what it leaves out",
    "VR403": "judges what a text says, not what it leaves out",
    "VR405": "judges the kind of an outcome that is there",
    "VR503": "judges a day that is there; a missing one is VR502's",
    "VR603": "judges a dispatch that is there",
    "VR206": "judges the composition, and the seats that somebody holds",
    "VR211": "judges the deputies that are there",
    "VR201": "judges the tenures that are there; an empty seat breaks nothing",
    "VR701": "judges closed years alone",
    "VR708": "judges the wheel, which is its own record",
    "VR801": "judges the structure, which is always whole",
    "VR805": "judges the structure, which is always whole",
    "VR861": "judges the level; what is missing there is told of by VR162",
}
JUDGED_ELSEWHERE = {"VR101", "VR141", "VR142"}
"""Rules about the data whose cases are tests of their own, in names and settled."""


def _tables() -> Iterator[tuple[Judged | None, Case]]:
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, dict):
                yield from (entry for entry in value.values() if isinstance(entry, tuple))


def _of(rule: Rule) -> list[Case]:
    return [case for judged, case in _tables() if judged and judged.rule == rule.code]


@pytest.mark.parametrize("rule", WITH_A_NORM.values(), ids=WITH_A_NORM.keys())
def test_a_norm_of_every_rule_is_broken(rule: Rule) -> None:
    found = [line for case in _of(rule) for line in case.found]
    assert any(f" {rule.code} N " in line for line in found)


@pytest.mark.parametrize("rule", WITH_A_NORM.values(), ids=WITH_A_NORM.keys())
def test_a_norm_of_every_rule_holds(rule: Rule) -> None:
    assert any(not case.found and case.tally.holds for case in _of(rule))


@pytest.mark.parametrize("rule", WITH_A_NORM.values(), ids=WITH_A_NORM.keys())
def test_a_norm_of_every_rule_may_be_unknown(rule: Rule) -> None:
    unknown = [case for case in _of(rule) if not case.found and case.tally.unknown]
    assert bool(unknown) is (rule.code not in ABSENCE_SAYS_NOTHING)


@pytest.mark.parametrize("code", sorted(ABOUT_DATA.keys() - JUDGED_ELSEWHERE))
def test_every_rule_about_the_data_is_broken(code: str) -> None:
    found = [line for judged, case in _tables() if judged is None for line in case.found]
    assert any(f" {code} - " in line for line in found)


def test_codes_and_names_are_given_once() -> None:
    names = names_by_code()
    assert len(set(names.values())) == len(names)
    assert all(code.startswith("VR") and len(code) == 5 for code in names)
    assert list(names) == sorted(names)
