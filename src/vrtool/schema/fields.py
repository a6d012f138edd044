"""What every record and field is, in Swedish: what an editor shows beside it.

It stands in `fields.json` by record and field, as title, explanation, example and what its ids are
ids of; the last two may be left out. What `*` tells of a field holds wherever nothing else is told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vrtool.model.base import Record

TABLE = "fields.json"
_ANYWHERE = "*"
_ITSELF = ""


class IdOf(Enum):
    """What an id is the id of."""

    FORUM = "forum"
    MATTER = "matter"
    MEETING = "meeting"
    NORM = "norm"
    PARTY = "party"
    PERSON = "person"
    SEAT = "seat"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a field; `example` is None where one follows from what the field holds."""

    title: str
    description: str
    example: Any = None
    id_of: IdOf | None = None


@cache
def table() -> dict[str, dict[str, list[Any]]]:
    """All that is told, by record and field."""
    file = resources.files("vrtool.schema") / TABLE
    read: dict[str, dict[str, list[Any]]] = json.loads(file.read_text(encoding="utf-8"))
    return read


def told(model: type[Record], name: str = _ITSELF) -> Told:
    """What a field of a record is, by its name in files; the record itself where none is named.

    Raises KeyError where nothing is told.
    """
    entries = table()
    sections = [one.__name__ for one in model.__mro__] + [_ANYWHERE]
    found = next((entries[one][name] for one in sections if name in entries.get(one, {})), None)
    if found is None:
        raise KeyError(f"{model.__name__}.{name}")
    title, description, example, id_of = [*found, None, None][:4]
    return Told(title, description, example, IdOf(id_of) if id_of else None)
