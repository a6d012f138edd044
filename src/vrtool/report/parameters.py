"""What a rule lets a norm set: each parameter's name, type and meaning in Swedish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import resources
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from vrtool import rules
from vrtool.dates import Span
from vrtool.model.complaints import field_names
from vrtool.rules.catalogue import rules_by_code

_MEANING = re.compile(r"^- `(?P<name>\w+)`: (?P<meaning>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a rule: how it is written under `with`, and what it means."""

    name: str
    kind: str
    required: bool
    meaning: str


def parameters_of(code: str) -> list[Parameter]:
    """The parameters of a code's rule in order; none for a code that is no rule."""
    rule = rules_by_code().get(code)
    if rule is None:
        return []
    meanings, fields = _meanings(code), rule.parameters.model_fields.values()
    return [
        Parameter(
            name, _kind(field.annotation, field.metadata), field.is_required(), meanings[name]
        )
        for name, field in zip(field_names(rule.parameters), fields, strict=True)
    ]


def _meanings(code: str) -> dict[str, str]:
    """What the guidance says of each parameter, in its last section."""
    text = (resources.files(rules) / "guidance" / f"{code}.md").read_text(encoding="utf-8")
    section = text.partition("\n## Parametrar\n")[2]
    return {found["name"]: found["meaning"] for found in _MEANING.finditer(section)}


def _kind(annotation: Any, metadata: list[Any] | None = None) -> str:  # noqa: ANN401 - any annotation
    """A type in Swedish: *heltal*, *lista av id*, *ett av orden a och b*."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0], list(arguments[1:]))
    if origin in (Union, UnionType):
        return _kind(next(part for part in arguments if part is not NoneType))
    if origin is tuple:
        return f"lista av {_kind(arguments[0])}"
    if origin is dict:
        return f"{_kind(arguments[1])} för varje {_kind(arguments[0])}"
    if origin is Literal:
        return _one_of(arguments)
    return _simple(annotation, metadata or [])


def _simple(annotation: type, metadata: list[Any]) -> str:
    if issubclass(annotation, Enum):
        return _one_of([member.value for member in annotation])
    if issubclass(annotation, BaseModel):
        return f"grupper med {', '.join(f'`{name}`' for name in field_names(annotation))}"
    if annotation is str and any(isinstance(entry, StringConstraints) for entry in metadata):
        return "text"
    return _WORDS[annotation]


_WORDS = {
    bool: "`true` eller `false`",
    int: "heltal",
    str: "id",
    Decimal: "tal",
    Fraction: "andel",
    Span: "tidrymd",
}


def _one_of(words: tuple[str, ...] | list[str]) -> str:
    shown = [f"`{word}`" for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} eller {shown[-1]}"
