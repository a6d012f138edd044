"""The schemas and the models say the same of records: real ones, and ones that are spoilt."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from yaml import YAMLError

from tests.schema.editors import ROOT, as_an_editor_reads, objections
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
    try:
        kind.model.model_validate(data)
    except ValidationError:
        return False
    return True


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
                _holder(data, at)[at[-1]] = draw(VALUES)
            else:
                del _holder(data, at)[at[-1]]
    return kind, data


@given(record=changed())
def test_what_the_model_takes_the_schema_takes(record: tuple[Kind, Any]) -> None:
    kind, data = record
    if _valid(kind, data):
        assert objections(kind, data) == []


def _meeting(**fields: object) -> dict[str, object]:
    return {"id": "ra-2031-01", "forum": "radet", "date": "2031-02-12", **fields}


def _with_item(**fields: object) -> dict[str, object]:
    return _meeting(agenda={"items": [{"id": "a", "title": "A", **fields}]})


def _tenure(**fields: object) -> dict[str, object]:
    return {"offices": {"alby/kso": [fields]}}


def _norm(**fields: object) -> dict[str, object]:
    norm = {"title": "T", "strength": "shall", "paragraph": "1", **fields}
    return {"id": "f", "name": "F", "short_name": "f", "in_force": {"from": "2031-01-01"},
            "norms": {"N": norm}}  # fmt: skip


SPOILT = [
    (Kind.MEETING, {"forum": "radet", "date": "2031-02-12"}),
    (Kind.MEETING, _meeting(colour="red")),
    (Kind.MEETING, _meeting(date="12 februari")),
    (Kind.MEETING, _meeting(date="2031-02-30")),
    (Kind.MEETING, _meeting(date="1831-02-12")),
    (Kind.MEETING, _meeting(date=["2031-02-12"])),
    (Kind.MEETING, _meeting(hours="13–15")),
    (Kind.MEETING, _meeting(hours={"monday": "13:00–15:00"})),
    (Kind.MEETING, _meeting(mode="phone")),
    (Kind.MEETING, _meeting(link="exempel.se")),
    (Kind.MEETING, _meeting(public="yes")),
    (Kind.MEETING, _meeting(topics="skola")),
    (Kind.MEETING, _meeting(forum="Rådet")),
    (Kind.MEETING, _meeting(notice={"officials": {"people": ["anna"]}})),
    (Kind.MEETING, _meeting(notice={"sent": {"to": ["alby"]}})),
    (Kind.MEETING, _with_item(title="")),
    (Kind.MEETING, _with_item(title=None)),
    (Kind.MEETING, _with_item(purpose=["decide"])),
    (Kind.MEETING, _with_item(purpose="position")),
    (Kind.MEETING, _with_item(start="25:00")),
    (Kind.MEETING, _with_item(minutes="0x10")),
    (Kind.MEETING, _with_item(year=1066)),
    (Kind.MEETING, _with_item(presenters=[{"who": "anna", "name": "Anna"}])),
    (Kind.MEETING, _with_item(presenters=[{}])),
    (Kind.MEETING, _with_item(outcome={"kind": "noted", "reservations": [{"text": "Nej"}]})),
    (Kind.ROSTERS, _tenure(who="anna")),
    (Kind.ROSTERS, _tenure(**{"from": "2031-01-01"})),
    (Kind.ROSTERS, _tenure(who="anna", vacant="true", seen=["2031-01-01"])),
    (Kind.ROSTERS, {"offices": {"Alby KSO": []}}),
    (Kind.WORKING_FORMS, _norm()),
    (Kind.WORKING_FORMS, _norm(rule="x", unchecked="y")),
    (Kind.CONTACTS, {"parties": {"alby": {"to": []}}}),
    (Kind.CONTACTS, {"parties": {"alby": {"to": ["Anna Ek"]}}}),
    (Kind.YEAR_WHEEL, {"id": "2031", "year": "2031", "parts": {"a": [{"id": "b", "title": "B",
                                                                      "months": "1"}]}}),
    (Kind.REQUESTS, {"requests": {"b": {"forum": "r", "date": "2031-02-12", "by": []}}}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), SPOILT)
def test_what_is_spoilt_neither_takes(kind: Kind, data: dict[str, object]) -> None:
    assert not _valid(kind, data)
    assert objections(kind, data) != []


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.MEETING, _meeting()),
        (Kind.MEETING, _meeting(hours="9.00 - 10.30", notice={"officials": "all"})),
        (Kind.MEETING, _meeting(notice={"officials": None, "sent": "2031-02-05"})),
        (Kind.MEETING, _with_item(presenters=["anna", {"name": "Bo"}])),
        (Kind.MEETING, _with_item(papers=["A", {"title": "B"}])),
        (Kind.MEETING, _with_item(papers_sent={"date": "2031-02-01", "to": "all"}, start="9.30")),
        (Kind.MATTER, {"id": "2031-001", "title": "true", "consultation": {
            "asked": "all",
            "answers": {"a": "no-views", "b": "answered", "c": "2031-01-01", "d": {}},
            "points": [{"id": "p", "section": "1", "from": ["alby", "En grupp"], "view": "V"}]}}),
        (Kind.ROSTERS, _tenure(vacant="true", **{"from": "2031-01-01"})),
        (Kind.ROSTERS, {"people": None, "offices": {"alby/kso": None}}),
    ],
)  # fmt: skip
def test_short_ways_of_writing_both_take(kind: Kind, data: dict[str, object]) -> None:
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
