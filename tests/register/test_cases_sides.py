"""On which side someone sits on a day: said of the person, or told by how mandates are divided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.repos import ROSTERS, council, register, structure
from vrtool.model.rosters import Side
from vrtool.register.register import Register
from vrtool.register.sides import division_on, side_on

PARTIES = "political_parties: {a: Allpartiet, b: Bypartiet, c: Cykelpartiet}\n"
BOARD = "boards:\n  styrelsen: {name: styrelsen, party: regionen}\n"
DIVIDED = """\
assemblies:
  styrelsen:
    - {from: 2031-01-01, to: 2031-05-31, majority: {a: '4'}, opposition: {b: '3'}}
    - {from: 2031-06-01, majority: {b: '4'}, opposition: {a: '3'}}
"""
SPRING, AUTUMN = date(2031, 5, 31), date(2031, 6, 1)


def _known(root: Path, rut: str, more: str = "") -> Register:
    """Rut of the region as given; `more` are divisions of another of its boards."""
    boards = f"{BOARD}  namnden: {{name: nämnden, party: regionen}}\n"
    rosters = ROSTERS.replace("rut: {name", f"rut: {{{rut}name") + DIVIDED + more
    return register(
        root,
        council(
            {
                "structure.yaml": structure(more=PARTIES).replace(BOARD, boards),
                "forums.yaml": rosters,
            }
        ),
    )


@pytest.mark.parametrize(
    ("rut", "spring", "autumn"),
    [
        ("political_party: a, ", Side.MAJORITY, Side.OPPOSITION),
        ("political_party: b, ", Side.OPPOSITION, Side.MAJORITY),
        ("political_party: c, ", None, None),
        ("", None, None),
        ("side: opposition, ", Side.OPPOSITION, Side.OPPOSITION),
        ("side: majority, political_party: b, ", Side.MAJORITY, Side.MAJORITY),
    ],
)
def test_the_side_of_the_day(
    tmp_path: Path, rut: str, spring: Side | None, autumn: Side | None
) -> None:
    known = _known(tmp_path, rut)
    assert (side_on(known, "rut", SPRING), side_on(known, "rut", AUTUMN)) == (spring, autumn)


def test_boards_that_disagree_tell_nothing(tmp_path: Path) -> None:
    other = "  namnden:\n    - {from: 2031-05-01, majority: {b: '2'}, opposition: {a: '1'}}\n"
    known = _known(tmp_path, "political_party: a, ", other)
    assert side_on(known, "rut", date(2031, 4, 30)) is Side.MAJORITY
    assert side_on(known, "rut", SPRING) is None
    assert side_on(known, "rut", AUTUMN) is Side.OPPOSITION


def test_the_boards_of_another_party_tell_nothing_of_someone(tmp_path: Path) -> None:
    known = _known(tmp_path, "political_party: a, ")
    assert side_on(known, "anna", SPRING) is None
    assert side_on(known, "ingen", SPRING) is None


def test_a_division_is_that_of_the_day_alone(tmp_path: Path) -> None:
    known = _known(tmp_path, "")
    assert division_on(known, "styrelsen", date(2030, 12, 31)) is None
    spring = division_on(known, "styrelsen", SPRING)
    assert spring is not None
    assert spring.sides == {"a": Side.MAJORITY, "b": Side.OPPOSITION}
    assert division_on(known, "namnden", SPRING) is None


def test_two_divisions_of_one_day_tell_nothing(tmp_path: Path) -> None:
    more = "    - {from: 2031-05-31, to: 2031-05-31, majority: {c: '1'}}\n"
    known = _known(tmp_path, "", more)
    assert division_on(known, "styrelsen", SPRING) is None
    assert division_on(known, "styrelsen", date(2031, 5, 30)) is not None
