"""Files as an editor's YAML reader takes them: version 1.2, core schema."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from vrtool.register.kinds import Kind
from vrtool.schema.kinds import schema

ROOT = Path(__file__).parents[2]


class Core(yaml.SafeLoader):
    """What stands without quotation marks is a number, a truth value or nothing where it can be."""


Core.yaml_implicit_resolvers = {}


_NULL, _BOOL, _INT, _FLOAT = (
    f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float")
)
_FORMS = {
    _NULL: r"~|null|Null|NULL|",
    _BOOL: r"true|True|TRUE|false|False|FALSE",
    _INT: r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    _FLOAT: r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}
for _tag, _form in _FORMS.items():
    Core.add_implicit_resolver(_tag, re.compile(f"^(?:{_form})$"), None)


def _whole(_: Core, node: yaml.ScalarNode) -> int:
    text = str(node.value)
    return int(text, 0) if text[:2] in {"0x", "0o"} else int(text)


Core.add_constructor(_INT, _whole)
Core.add_constructor(_FLOAT, lambda _, node: float(node.value))


def as_an_editor_reads(text: str) -> Any:
    """The data as JSON has it: names of entries are text, whatever they look like."""
    return _named(yaml.load(text, Loader=Core))  # noqa: S506 - a safe loader, with fewer types


def _named(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(name): _named(value) for name, value in data.items()}
    return [_named(one) for one in data] if isinstance(data, list) else data


@cache
def validator(kind: Kind) -> Draft202012Validator:
    return Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def objections(kind: Kind, data: object) -> list[str]:
    """What the schema has against the data, a line each."""
    return [
        f"{error.json_path}: {error.message[:200]}" for error in validator(kind).iter_errors(data)
    ]
