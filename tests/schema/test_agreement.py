"""The schemas and the models say the same of records: real ones, and ones that are spoilt."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from yaml import YAMLError

from tests.schema.editors import ROOT, as_an_editor_reads, objections
from tests.schema.spoilt import SPOILT, TAKEN
from vrtool.diagnostic import Pointer
from vrtool.register.files import Found, records
from vrtool.register.kinds import Kind
from vrtool.yamlio import read_bytes, read_path

REPOS = [
    ROOT,
    *sorted(path.parent for path in (ROOT / "examples").glob("*/data")),
    *sorted(path.parent for path in (ROOT / "tests").glob("*/data")),
    ROOT / "tests" / "rules" / "base",
    ROOT / "starters" / "tom",
]


@cache
def _found() -> list[Found]:
    every = [one for root in REPOS for one in records(root) if isinstance(one, Found)]
    return [one for one in every if _valid(one.kind, read_path(one.file).data)]


def _valid(kind: Kind, data: object) -> bool:
    return not _refusals(kind, data)


def _refusals(kind: Kind, data: object) -> list[str]:
    """What the model has against the data, in its own words."""
    try:
        kind.model.model_validate(data)
    except ValidationError as error:
        return [told["msg"] for told in error.errors()]
    return []


def test_every_valid_file_is_valid_for_the_schema_as_an_editor_reads_it() -> None:
    against, unread = set(), set()
    for one in _found():
        try:
            data = as_an_editor_reads(one.file.read_text(encoding="utf-8"))
        except YAMLError:  # our reader takes a question mark last in a list; this one does not
            unread.add(one.path)
        else:
            against |= {f"{one.file}: {told}" for told in objections(one.kind, data)}
    assert against == set()
    assert len(_found()) > 150
    assert len(unread) < len(_found()) / 10


def test_every_valid_file_is_valid_for_the_schema_with_all_its_values_in_quotes() -> None:
    against = {
        f"{one.file}: {told}"
        for one in _found()
        for told in objections(one.kind, read_path(one.file).data)
    }
    assert against == set()


# Spoilt records


def _places(data: Any, at: Pointer = ()) -> Iterator[Pointer]:
    members = data.items() if isinstance(data, dict) else enumerate(data)
    for name, value in members:
        yield (*at, name)
        if isinstance(value, dict | list):
            yield from _places(value, (*at, name))


def _holder(data: Any, at: Pointer) -> Any:
    for step in at[:-1]:
        data = data[step]
    return data


VALUES = st.one_of(
    st.sampled_from(
        [
            None, "", "all", "true", "false", "0", "1", "13", "007", "1 345", "130,5", "1.345",
            "2,4 %",
            "50 %", "2/3", "2031", "2031-02", "2031-02-12", "2031-02-31", "2031-02-12/", "10:00",
            "9.30", "25:00", "24:00", "13:00–15:00", "06-30", "anna-ek", "Anna Ek", "a/b", "a@b.se",
            "position", "no-views", "https://exempel.se", "null", [], {}, ["anna"], [None],
            [{"who": "anna"}], {"date": "2031-02-12"}, {"every": "13:00–15:00"}, {"anna": "1"},
        ]
    ),
    st.text(max_size=6),
)  # fmt: skip


@st.composite
def changed(draw: st.DrawFn) -> tuple[Kind, Any]:
    """A real record with a few of its values taken out or replaced."""
    kind = draw(st.sampled_from(sorted({one.kind for one in _found()}, key=lambda one: one.name)))
    file = draw(st.sampled_from([one.file for one in _found() if one.kind is kind]))
    data: Any = copy.deepcopy(read_path(file).data)
    for _ in range(draw(st.integers(1, 3))):
        places = [*_places(data)]
        if places:
            at = draw(st.sampled_from(places))
            if draw(st.booleans()):
                # A copy, for what is drawn may itself be changed in the next round.
                _holder(data, at)[at[-1]] = copy.deepcopy(draw(VALUES))
            else:
                del _holder(data, at)[at[-1]]
    return kind, data


_UNSAYABLE = re.compile(
    # One field measured against another, or several added up.
    "ligger före|slutar innan|måste vara senare|är ingen av mötets dagar|både avböjd och besatt"
    "|ska vara årtalet|kan inte gälla redan|betalades ett tidigare år|behålla mer än"
    "|inte hela kronor|finns bara net|inget kvar att fördela|i tidsordning|tillsammans vara hela"
    "|står både i"
    # Entries of a list measured against each other.
    "|har id|två (?:faser|steg)|i fasernas"
    # A number in quotation marks; the last of February; the line feed that Python's $ passes over.
    "|Input should be (?:greater|less)|har 28 dagar|ingen del av det hela|\n”"
)
"""What a schema has no words for."""


@given(record=changed())
def test_the_schema_takes_what_the_model_takes_and_refuses_the_rest(
    record: tuple[Kind, Any],
) -> None:
    kind, data = record
    refused = _refusals(kind, data)
    if not refused:
        assert objections(kind, data) == []
    elif not objections(kind, data):
        assert [told for told in refused if not _UNSAYABLE.search(told)] == []


@pytest.mark.parametrize(("kind", "data"), SPOILT)
def test_what_is_spoilt_neither_takes(kind: Kind, data: dict[str, object]) -> None:
    assert not _valid(kind, data)
    assert objections(kind, data) != []


@pytest.mark.parametrize(("kind", "data"), TAKEN)
def test_short_ways_of_writing_and_near_ones_both_take(kind: Kind, data: dict[str, object]) -> None:
    assert _valid(kind, data)
    assert objections(kind, data) == []


def test_plain_values_that_an_editor_takes_for_something_else() -> None:
    text = "id: 2031-001\ntitle: 1984\nreference: 12.50\nstage: true\nsignificant_change: false\n"
    data = as_an_editor_reads(text)
    assert [data["title"], data["reference"], data["stage"]] == [1984, 12.5, True]
    assert objections(Kind.MATTER, data) == []
    assert objections(Kind.MATTER, as_an_editor_reads("id: 2031-001\ntitle:\n")) != []
    costs = "id: 2031\nyear: 2031\nunit: tkr\ndistribution: by-population\n"
    costs += "level:\n  year: 2031\n  totals: {kommun: 1345, region: '1 345'}\n"
    assert objections(Kind.COSTS, as_an_editor_reads(costs)) == []


_WHEEL = "id: 2031\nyear: {year}\nparts:\n  var:\n    - {{id: a, title: A, months: [{month}]}}\n"


@pytest.mark.parametrize(("year", "month"), [("2031", "13"), ("2031", "0"), ("1066", "1")])
def test_numbers_out_of_bounds_neither_takes(year: str, month: str) -> None:
    good, bad = _WHEEL.format(year=2031, month=12), _WHEEL.format(year=year, month=month)
    assert _valid(Kind.YEAR_WHEEL, read_bytes(good.encode()).data)
    assert objections(Kind.YEAR_WHEEL, as_an_editor_reads(good)) == []
    assert not _valid(Kind.YEAR_WHEEL, read_bytes(bad.encode()).data)
    assert len(objections(Kind.YEAR_WHEEL, as_an_editor_reads(bad))) == 1
