"""The order of fields in a record, from its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_args, get_origin

from vrtool.model.base import Record
from vrtool.register.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

Shape: TypeAlias = Any
"""The type of a value as a model has it; None where nothing is known of it."""

_AUTHORS_OWN = {Kind.STRUCTURE, Kind.WORKING_FORMS, Kind.PROCESS}
"""Written once and read as texts: their order is their author's."""


def shape_of(kind: Kind) -> Shape:
    """The shape of a kind of record. None for those whose order is left as it is."""
    return None if kind in _AUTHORS_OWN else kind.model


def sorted_names(shape: Shape, names: Sequence[str]) -> list[str]:
    """The names of a map's entries in the order of the fields; those of no field come last."""
    record = _record(shape)
    if record is None:
        return [*names]
    order = [*_fields(record)]
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def member_shape(shape: Shape, name: str | None) -> Shape:
    """The shape of what a map holds under a name, or a list as an item (None)."""
    record = _record(shape)
    if record is not None and name is not None:
        return _fields(record).get(name)
    if record is not None:
        return None
    inside = _collection(shape, dict if name is not None else tuple)
    return inside[1 if name is not None else 0] if inside else None


def _fields(record: type[Record]) -> dict[str, Shape]:
    return {field.alias or name: field.annotation for name, field in record.model_fields.items()}


def _record(shape: Shape) -> type[Record] | None:
    """The record that a value is, where it may be one: also `X | None`."""
    return next(
        (one for one in _kinds(shape) if isinstance(one, type) and issubclass(one, Record)), None
    )


def _collection(shape: Shape, of: type) -> tuple[Shape, ...]:
    return next((get_args(one) for one in _kinds(shape) if _origin(one) is of), ())


def _kinds(shape: Shape) -> list[Shape]:
    """The types that a value may be of, without what is said about them."""
    origin = _origin(shape)
    if origin is Annotated:
        return _kinds(get_args(shape)[0])
    if origin in {None, dict, tuple}:
        return [shape]
    return [kind for one in get_args(shape) for kind in _kinds(one)]


def _origin(shape: Shape) -> object:
    return get_origin(shape)
