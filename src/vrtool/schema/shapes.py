"""From the records to JSON Schema: every field with its name, type and words as files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BeforeValidator, PlainValidator, StringConstraints
from pydantic.fields import FieldInfo

from vrtool.model.base import Record
from vrtool.schema.fields import IdOf, told
from vrtool.schema.laws import LAWS
from vrtool.schema.spelling import READ_BY, SHORT_FOR, TEXT, Schema, nullable

Shape: TypeAlias = Any
"""A type as a model states it."""

Known: TypeAlias = Mapping[IdOf, Mapping[str, str]]
"""The ids there are, by what they are ids of, each with what is called so, or nothing."""


class Shapes:
    """Makes the schema of one kind of file; `definitions` gathers the records met on the way."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.definitions: dict[str, Schema] = {}

    def record(self, model: type[Record]) -> Schema:
        """The schema of a record: its fields, which of them must stand there, and no others."""
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        itself = told(model)
        return {
            "title": itself.title,
            "description": itself.description,
            "type": "object",
            "properties": {name: self._field(model, name, field) for name, field in fields.items()},
            "required": [name for name, field in fields.items() if field.is_required()],
            "additionalProperties": False,
            **LAWS.get(model, {}),
        }

    def _field(self, model: type[Record], name: str, field: FieldInfo) -> Schema:
        words = told(model, name)
        itself: Schema = {"title": words.title, "description": words.description}
        schema = self.shape(field.annotation, field.metadata)
        if words.id_of and (ids := self._known.get(words.id_of)):
            # An editor would offer the example's id beside those that there are.
            return {**itself, **_offering(schema, ids)}
        example = words.example if words.example is not None else _example(field.annotation)
        return {**itself, **schema, "examples": [example]}

    def shape(self, shape: Shape, remarks: Iterable[object] = ()) -> Schema:
        """The schema of a type, with what is remarked of it: how it is read, how far it goes."""
        origin, parts = _taken_apart(shape)
        if origin is Annotated:
            inner, *own = parts
            return self.shape(inner, [*own, *remarks])
        facts = [*_facts(remarks)]
        readers = [one.func for one in facts if isinstance(one, PlainValidator)]
        schema = dict(READ_BY[readers[-1]]) if readers else self._bare(shape)
        for fact in facts:
            schema = {**schema, **_limit(fact, schema)}
        for before in (one.func for one in facts if isinstance(one, BeforeValidator)):
            schema = SHORT_FOR[before](schema)
        return schema

    def _bare(self, shape: Shape) -> Schema:
        origin, inner = _taken_apart(shape)
        if origin in {Union, UnionType}:
            (one,) = (each for each in inner if each is not NoneType)
            return nullable(self.shape(one))
        if origin is tuple:
            return {"type": "array", "items": self.shape(inner[0])}
        if origin is dict:
            return self._map(*inner)
        return {"enum": [*inner]} if origin is Literal else self._single(shape)

    def _single(self, shape: Shape) -> Schema:
        if shape is Any:
            return {}
        if issubclass(shape, Enum):
            return {"enum": [one.value for one in shape]}
        return self._reference(shape) if issubclass(shape, Record) else dict(TEXT)

    def _map(self, key: Shape, value: Shape) -> Schema:
        names = {"minLength", "maxLength", "pattern", "errorMessage", "enum"}
        written = {name: told for name, told in self.shape(key).items() if name in names}
        schema: Schema = {"type": "object", "additionalProperties": self.shape(value)}
        return {**schema, "propertyNames": written} if written else schema

    def _reference(self, model: type[Record]) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # so that one that holds itself is not begun anew
            self.definitions[name] = self.record(model)
        return {"$ref": f"#/$defs/{name}"}


def _taken_apart(shape: Shape) -> tuple[object, tuple[Shape, ...]]:
    return get_origin(shape), get_args(shape)


def _facts(remarks: Iterable[object]) -> Iterator[object]:
    """The remarks one by one: pydantic keeps some of them together."""
    for remark in remarks:
        if isinstance(remark, FieldInfo):
            yield from _facts(remark.metadata)
        elif isinstance(remark, StringConstraints):
            yield from remark
        else:
            yield remark


_COUNTED = {"array": "Items", "object": "Properties"}
"""What the length of a thing counts, where it is no text."""


def _limit(fact: object, schema: Schema) -> Schema:
    """A limit that is set to a value, in the words of a schema."""
    counted = _COUNTED.get(str(schema.get("type")), "Length")
    match fact:
        case MinLen(min_length=least):
            return {f"min{counted}": least}
        case MaxLen(max_length=most):
            return {f"max{counted}": most}
        case Ge(ge=least):
            return {} if schema["type"] == "string" else {"minimum": least}
        case Le(le=most):
            return {} if schema["type"] == "string" else {"maximum": most}
    pattern = getattr(fact, "pattern", None)
    return {"type": "string", "pattern": pattern} if pattern else {}


def _offering(schema: Schema, ids: Mapping[str, str]) -> Schema:
    """The same, with ids to choose among; one that is not among them is no fault here.

    The ids may be older than the records, and `vr check` knows which there are. They are offered
    by a word of the editors' own, for every value in `enum` would be told of as an allowed one.
    """
    if "anyOf" in schema:
        return {**schema, "anyOf": [_offering(one, ids) for one in schema["anyOf"]]}
    if "items" in schema:
        return {**schema, "items": _offering(schema["items"], ids)}
    if "additionalProperties" in schema:
        return {**schema, "properties": dict.fromkeys(ids, schema["additionalProperties"])}
    if "pattern" not in schema:
        return schema
    right = re.compile(schema["pattern"])  # what an editor inserts is no place for other signs
    offered = [
        {"label": key, "description": name, "body": key}
        for key, name in ids.items()
        if right.search(key)
    ]
    return {**schema, "defaultSnippets": offered}


def _example(shape: Shape) -> object:
    """An example of what holds records: the fields that must stand there, else the first one."""
    origin, inner = _taken_apart(shape)
    if origin is tuple:
        return [_example(inner[0])]
    if inner:
        return _example(inner[0])
    fields = {field.alias or name: field for name, field in shape.model_fields.items()}
    needed = [name for name, field in fields.items() if field.is_required()]
    return {name: _example_of(shape, name, fields[name]) for name in needed or [*fields][:1]}


def _example_of(model: type[Record], name: str, field: FieldInfo) -> object:
    given = told(model, name).example
    return given if given is not None else _example(field.annotation)
