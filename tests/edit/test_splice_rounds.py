"""Edits made at once: what they would have come to one by one, and far fewer readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edit.test_splice_properties import Case, _edits, cases
from tests.yamlio.writing import KEYS, SCALARS
from vrtool.edit import splice
from vrtool.edit.meaning import Edit, Insert, Put, Remove
from vrtool.edit.source import Source
from vrtool.edit.splice import spliced
from vrtool.edit.splice_rounds import first_round
from vrtool.errors import CannotDo

ROSTERS = b"""\
people:
  anna: {name: Anna}
  bo: {name: Bo}

seats:
  # The first.
  rad/1:
    members:
      - who: anna
        from: 2030-01-01
  rad/2:
    members:
      - {who: bo, from: 2030-01-01}
"""
TURNOVER: list[Edit] = [
    Put(("people", "cia"), {"name": "Cia"}),
    Put(("seats", "rad/1", "members", 0, "to"), "2030-12-31"),
    Insert(("seats", "rad/1", "members"), {"who": "cia", "from": "2031-01-01"}),
    Put(("people", "dan"), {"name": "Dan"}),
    Put(("seats", "rad/2", "members", 0, "to"), "2030-12-31"),
    Insert(("seats", "rad/2", "members"), {"who": "dan", "from": "2031-01-01"}),
]


def _one_by_one(raw: bytes, edits: Sequence[Edit]) -> bytes:
    return reduce(lambda before, edit: spliced(before, [edit]), edits, raw)


def _outcome(does: Callable[[bytes, Sequence[Edit]], bytes], raw: bytes, edits: list[Edit]) -> str:
    try:
        return does(raw, edits).decode()
    except CannotDo:
        return "cannot"


def test_a_turnover_takes_two_rounds() -> None:
    first = first_round(Source(ROSTERS), TURNOVER)
    assert first.taken == [edit for edit in TURNOVER if isinstance(edit, Put)]
    second = first_round(Source(spliced(ROSTERS, first.taken)), first.left)
    assert (second.taken, second.left) == ([e for e in TURNOVER if isinstance(e, Insert)], [])


def test_it_comes_out_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = _one_by_one(ROSTERS, TURNOVER)
    alone: list[Edit] = []
    plain = splice._one

    def noted(raw: bytes, edit: Edit) -> bytes:
        alone.append(edit)
        return plain(raw, edit)

    monkeypatch.setattr(splice, "_one", noted)
    assert spliced(ROSTERS, TURNOVER) == wanted
    assert alone == []
    assert wanted.decode().index("cia: {name: Cia}") < wanted.decode().index("dan: {name: Dan}")


@pytest.mark.parametrize(
    "edits",
    [
        [Remove(("people", "bo")), Put(("people", "cia"), {"name": "Cia"})],
        [Put(("people", "cia"), {}), Put(("people", "cia", "name"), "Cia")],
        [Put(("people", "cia"), {}), Put(("people", "dan"), {}, before="cia")],
        [Insert(("seats", "rad/1", "members"), {}, 0), Remove(("seats", "rad/1", "members", 0))],
        [Put(("seats",), {}), Put(("seats", "rad/1"), {"members": []})],
        [Put(("people", "cia"), {}), Remove(("people", "cia"))],
    ],
)
def test_one_that_rests_on_another_waits_for_it(edits: list[Edit]) -> None:
    assert len(first_round(Source(ROSTERS), edits).taken) == 1
    assert spliced(ROSTERS, edits) == _one_by_one(ROSTERS, edits)


def test_nor_does_it_pass_one_that_waits() -> None:
    edits: list[Edit] = [
        Put(("people", "anna", "name"), "Anna B"),
        Remove(("people", "anna")),
        Put(("people", "cia"), {}),
    ]
    assert first_round(Source(ROSTERS), edits).left == edits[1:]


def test_one_that_cannot_be_made_is_told_of_as_ever() -> None:
    edits = [*TURNOVER, Put(("seats", "rad/9", "members", 0, "to"), "2030-12-31")]
    with pytest.raises(CannotDo, match="seats/rad/9/members/0/to"):
        spliced(ROSTERS, edits)
    with pytest.raises(CannotDo, match="people/anna/name"):
        spliced(ROSTERS, [*TURNOVER, Put(("people", "anna", "name"), "\ud800")])


@st.composite
def many(draw: st.DrawFn) -> tuple[Case, list[Edit]]:
    """A file and some edits of it, any of which may rest on the ones before."""
    case = draw(cases())
    every = [*_edits(case.data, draw(SCALARS), draw(KEYS)), *_edits(case.data, [], draw(KEYS))]
    return case, draw(st.lists(st.sampled_from(every), min_size=2, max_size=6))


@pytest.mark.slow
@given(many())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_at_once_is_as_one_by_one(drawn: tuple[Case, list[Edit]]) -> None:
    case, edits = drawn
    assert _outcome(spliced, case.raw, edits) == _outcome(_one_by_one, case.raw, edits)
