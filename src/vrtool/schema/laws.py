"""Which fields may stand together, where a schema can say it; `vr check` says the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.model.consultation import Answer, Sender
from vrtool.model.costs import Costs, Level
from vrtool.model.item import Outcome, Presenter, Reservation
from vrtool.model.process import Participant, ProcessLeader, ProcessStep, ProcessType
from vrtool.model.rosters import Tenure
from vrtool.model.structure import Forum
from vrtool.model.working_forms import Norm, SeatRule

if TYPE_CHECKING:
    from vrtool.model.base import Record
    from vrtool.schema.spelling import Schema


def _given(name: str) -> Schema:
    """The field stands there with something in it."""
    return _being(name, {"not": {"type": "null"}, "minItems": 1, "minProperties": 1})


def _being(name: str, schema: Schema) -> Schema:
    """The field stands there and is as the schema says."""
    return {"required": [name], "properties": {name: schema}}


def _true(name: str) -> Schema:
    return _being(name, {"enum": [True, "true"]})


def _one_of(*names: str) -> list[Schema]:
    return [_given(name) for name in names]


def _without(*names: str) -> list[Schema]:
    return [{"not": given} for given in _one_of(*names)]


def _never(*together: Schema) -> Schema:
    return {"not": {"allOf": [*together]}}


_OF_MEETINGS: Schema = {
    "anyOf": [*_one_of("phase", "replaces"), _being("applies", _given("forums"))]
}
"""A norm has something that none can have in a type of process."""

LAWS: dict[type[Record], Schema] = {
    Answer: _never(
        _true("no_views"), _being("stance", {"enum": ["supports-with-views", "opposes"]})
    ),
    Costs: _never(_being("distribution", {"const": "as-paid"}), _being("level", _given("totals"))),
    Forum: {
        "allOf": [
            _never(*_one_of("established_at", "established_by")),
            _never(_given("closed_at"), *_without("to")),
        ]
    },
    Level: {
        "anyOf": [
            {"allOf": [*_one_of("paid", "paid_in"), *_without("totals")]},
            {"allOf": [_given("totals"), *_without("paid", "paid_in")]},
        ]
    },
    Norm: {"oneOf": _one_of("rule", "unchecked")},
    Outcome: _never(_true("consensus"), _given("reservations")),
    Participant: {"oneOf": _one_of("party", "name")},
    Presenter: {
        "anyOf": _one_of("who", "name", "organisation"),
        **_never(*_one_of("who", "name")),
    },
    ProcessLeader: {"oneOf": [*_one_of("who", "name"), _true("vacant")]},
    ProcessStep: _never(_true("consultation"), _given("parts")),
    ProcessType: {
        "allOf": [{"properties": {"norms": {"additionalProperties": {"not": _OF_MEETINGS}}}}]
    },
    Reservation: {"oneOf": _one_of("who", "party")},
    SeatRule: {"oneOf": _one_of("office", "presidium", "appointed")},
    Sender: {"oneOf": _one_of("party", "name")},
    Tenure: {
        "oneOf": [_given("who"), _true("vacant")],
        "anyOf": [
            {"allOf": [_given("from"), *_without("seen")]},
            {"allOf": [_given("seen"), *_without("from", "to")]},
        ],
    },
}
