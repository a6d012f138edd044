"""What a forum's days, an assembly's mandates and a presidium may say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from vrtool.model.rosters import Division
from vrtool.model.structure import Forum
from vrtool.model.working_forms import Composition

FORUM = {"short": "sf", "names": [{"name": "Sakforumet", "short_name": "sakforumet"}]}
DIVISION = {"from": "2031-01-01", "majority": {"a": "4"}, "opposition": {"b": "3"}}


def _refused(model: type[BaseModel], data: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    (error,) = caught.value.errors()
    return str(error.get("ctx", {}).get("error", error["msg"]))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"established_at": "ra-2031-01", "established_by": {"body": "landstinget"}},
            "ange antingen established_at eller established_by",
        ),
        ({"from": "2031-01-02", "to": "2031-01-01"}, "to ligger före from"),
        (
            {"closed_at": "ra-2031-01"},
            "ange to, den sista dagen, när closed_at är ifylld",
        ),
    ],
)
def test_a_forum_that_makes_no_sense(fields: dict[str, Any], sentence: str) -> None:
    assert _refused(Forum, FORUM | fields) == sentence


def test_a_forum_stands_on_both_its_days() -> None:
    span = Forum.model_validate(FORUM | {"from": "2031-01-01", "to": "2031-01-02"}).span
    days = [date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 2), date(2031, 1, 3)]
    assert [span.contains(day) for day in days] == [False, True, True, False]


def test_a_forum_without_days_always_stands() -> None:
    assert Forum.model_validate(FORUM).span.contains(date(1900, 1, 1))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"to": "2030-12-31"}, "to ligger före from"),
        ({"opposition": {"b": "3", "a": "1"}}, "”a” står både i majority och i opposition"),
        ({"majority": {"a": "0"}}, "Input should be greater than or equal to 1"),
    ],
)
def test_a_division_that_makes_no_sense(fields: dict[str, Any], sentence: str) -> None:
    assert _refused(Division, DIVISION | fields) == sentence


@pytest.mark.parametrize(
    ("opposition", "governs"), [({"b": "3"}, True), ({"b": "2", "c": "2"}, False), ({}, True)]
)
def test_those_who_govern_have_the_majority_or_not(
    opposition: dict[str, str], *, governs: bool
) -> None:
    division = Division.model_validate(DIVISION | {"opposition": opposition})
    assert division.majority_governs is governs


@pytest.mark.parametrize(
    ("fields", "offices"),
    [
        ({}, ()),
        ({"chair": "ra/a"}, ("ra/a",)),
        ({"chair": "ra/a", "vice_chair": "ra/b"}, ("ra/a", "ra/b")),
        ({"chair": "ra/a", "vice_chair": ["ra/b", "ra/c"]}, ("ra/a", "ra/b", "ra/c")),
        ({"chair": None, "vice_chair": None}, ()),
    ],
)
def test_a_presidium_has_one_vice_chair_or_several(
    fields: dict[str, Any], offices: tuple[str, ...]
) -> None:
    assert Composition.model_validate(fields).presidium == offices
