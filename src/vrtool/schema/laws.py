"""Which fields may stand together, where a schema can say it; `vr check` says the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.model.consultation import Sender
from vrtool.model.item import Presenter, Reservation
from vrtool.model.process import Participant, ProcessLeader
from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import Norm, SeatRule

if TYPE_CHECKING:
    from vrtool.model.base import Record
    from vrtool.schema.spelling import Schema


def _given(name: str) -> Schema:
    """The field stands there with something in it."""
    filled: Schema = {"not": {"type": "null"}, "minItems": 1}
    return {"required": [name], "properties": {name: filled}}


_VACANT: Schema = {"required": ["vacant"], "properties": {"vacant": {"enum": [True, "true"]}}}


def _one_of(*names: str) -> list[Schema]:
    return [_given(name) for name in names]


LAWS: dict[type[Record], Schema] = {
    Norm: {"oneOf": _one_of("rule", "unchecked")},
    Participant: {"oneOf": _one_of("party", "name")},
    Presenter: {
        "anyOf": _one_of("who", "name", "organisation"),
        "not": {"allOf": _one_of("who", "name")},
    },
    ProcessLeader: {"oneOf": [*_one_of("who", "name"), _VACANT]},
    Reservation: {"oneOf": _one_of("who", "party")},
    SeatRule: {"oneOf": _one_of("office", "presidium", "appointed")},
    Sender: {"oneOf": _one_of("party", "name")},
    Tenure: {"oneOf": [*_one_of("who"), _VACANT], "anyOf": _one_of("from", "seen")},
}
