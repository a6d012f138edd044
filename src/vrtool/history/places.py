"""The way into a record, step by step: what each step is called, and what it leads to.

A field's name means different things in different records, so labels go by the record's model.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from vrtool.history.labels import CHOICES, LABELS, OWN_LABELS, PARAMETERS

Kind: TypeAlias = object
"""The type of a value, as models annotate it; Any for what a norm hands to its rule."""

ANYTHING: Kind = Any


class Step(NamedTuple):
    """Where a step leads. `label` is None for a name that the record itself gives."""

    label: str | None
    kind: Kind


def step(kind: Kind, name: str) -> Step:
    """The step by this name from a value of the kind: a field, a key of a map, an entry of a list.

    Fields go by their names in files.
    """
    bare = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _fields(bare).get(name, Step(None, ANYTHING))
    arguments = get_args(bare)
    if get_origin(bare) is dict:
        return Step(_key(arguments[0], arguments[1], name), arguments[1])
    if get_origin(bare) in {tuple, list}:
        return Step(LABELS["order"] if name == "order" else None, arguments[0])
    return Step(PARAMETERS.get(name), ANYTHING)


def entry(kind: Kind) -> Kind:
    """What the entries of a list are; the kind itself where it is no list."""
    bare = _bare(kind)
    return get_args(bare)[0] if get_origin(bare) in {tuple, list} else kind


def is_choice(kind: Kind) -> bool:
    """Whether a value of the kind is one of a few words."""
    bare = _bare(kind)
    return isinstance(bare, type) and issubclass(bare, Enum)


def is_flag(kind: Kind) -> bool:
    """Whether a value of the kind is yes or no, and no where nothing is said."""
    return kind is bool


def is_amount(kind: Kind) -> bool:
    """Whether a value of the kind is money or per cent."""
    return _bare(kind) is Decimal


def label_of(model: type[BaseModel], name: str) -> str | None:
    """What a record's field is called, by its name in files; None where nothing is told."""
    own = (OWN_LABELS.get(f"{one.__name__}.{name}") for one in model.__mro__)
    return next((label for label in own if label is not None), LABELS.get(name))


@cache
def _fields(model: type[BaseModel]) -> dict[str, Step]:
    named = {field.alias or name: field for name, field in model.model_fields.items()}
    return {name: Step(label_of(model, name), field.annotation) for name, field in named.items()}


def _key(keys: Kind, values: Kind, name: str) -> str | None:
    """What a key of a map is called, where the map may not have any keys it likes."""
    if values is Any:
        return PARAMETERS.get(name)
    return CHOICES.get(name) if get_origin(keys) is Literal else None


def _bare(kind: Kind) -> Kind:
    """The type without what is said about it, and without None as the other possibility."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _bare(arguments[0])
    if origin in (Union, UnionType):
        return _bare(next(part for part in arguments if part is not NoneType))
    return kind
