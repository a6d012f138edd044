"""Views that no record gave: every field filled, every list with entries, or nothing at all."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from vrtool.documents import agenda_view, minutes_view, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import DataclassInstance

V = TypeVar("V", bound="DataclassInstance")

_DAY = "2030-01-31"
_SHARED = vars(parts) | vars(agenda_view) | vars(minutes_view)
"""Where a view finds the parts that it imports only for the type checker."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the fields: `text` gives it by the way there (`days.entries.title`), `truth`
    is every yes or no and whether numbers are more than 0, `many` how long every list is.
    """

    text: Callable[[str], str]
    truth: bool = True
    many: int = 2


NOTHING = Filling(lambda _: "", truth=False, many=0)
"""What is left where nothing is known."""


def made_up(view: type[V], filling: Filling, way: str = "") -> V:
    """A view of the type; `issued` alone is always a day, as it is in every view.

    Raises TypeError for a field that no view may have.
    """
    known = _SHARED | vars(sys.modules[view.__module__])
    hints = get_type_hints(view, localns=known)
    values = {
        field.name: _DAY
        if field.name == "issued"
        else _value(hints[field.name], filling, f"{way}.{field.name}".lstrip("."))
        for field in fields(view)
    }
    return view(**values)


def _value(hint: Any, filling: Filling, way: str) -> Any:  # noqa: ANN401 - of whatever type is asked for
    if hint is str:
        return filling.text(way)
    if hint is bool:
        return filling.truth
    if hint is int:
        return int(filling.truth)
    if get_origin(hint) is tuple:
        first, *rest = get_args(hint)
        kinds = [first] * filling.many if rest == [...] else [first, *rest]
        return tuple(_value(kind, filling, way) for kind in kinds)
    return made_up(hint, filling, way)
