"""What parameters say they name: each stands where they say, so that a fault is pointed at."""

from __future__ import annotations

from typing import Any

from tests.rules.examples import BASE
from vrtool.engine.compiled import Compiled, Library
from vrtool.register.load import load
from vrtool.register.norms import Rulebook


def _norms() -> tuple[Compiled, ...]:
    register = load(BASE).register
    assert register
    return Library(register, Rulebook(register)).all


def _stands(written: Any, pointer: tuple[str | int, ...], name: str) -> bool:
    """Whether the name is the value at the pointer, or the key that it ends with."""
    for step in pointer[:-1]:
        written = written[step]
    last = pointer[-1]
    if isinstance(written, dict) and last not in written:
        return False
    return name in (last, written[last])


def test_every_name_stands_where_it_is_said_to() -> None:
    astray = [
        (norm.id, pointer, name)
        for norm in _norms()
        for pointer, name, _ in norm.parameters.references()
        if not _stands(norm.entry.norm.parameters, pointer, name)
    ]
    assert astray == []


def test_most_rules_with_parameters_name_something() -> None:
    named = {norm.rule.code for norm in _norms() if list(norm.parameters.references())}
    assert len(named) > 20
