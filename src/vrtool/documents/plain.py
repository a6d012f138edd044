"""View models as plain data: exactly what a template gets, and what can be written as JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_plain(view: DataclassInstance) -> dict[str, object]:
    """The view as maps, lists, text, numbers and truth values, its fields in their order.

    Raises TypeError for a value of any other kind: a view holds finished data only.
    """
    return {field.name: _plain(getattr(view, field.name)) for field in fields(view)}


def _plain(value: object) -> object:
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return as_plain(value)
    raise TypeError(f"{type(value).__name__} hör inte hemma i en vymodell")
