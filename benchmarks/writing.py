"""Plain YAML as a person would write it, from nested maps, lists and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

# What certainly needs no quotation marks; all else gets them.
_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö0-9/](?:[^\s:#]|:(?=\S)| (?=[^\s:#]))*")


def as_yaml(record: Mapping[str, Value]) -> str:
    """A record as the text of a file, in the order of its keys."""
    return "\n".join(_mapping(record, "")) + "\n"


def _mapping(record: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _entry(f"{indent}{_plain(key)}:", value, f"{indent}  ")


def _entry(head: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(head, value, indent)
        return
    yield head
    yield from _mapping(value, indent) if isinstance(value, Mapping) else _sequence(value, indent)


def _sequence(values: Sequence[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield from _text(f"{indent}-", value, f"{indent}  ")
        elif isinstance(value, Mapping):
            first, *rest = _mapping(value, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    if "\n" not in text:
        yield f"{head} {_plain(text)}"
        return
    yield f"{head} |-"
    yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))


def _plain(text: str) -> str:
    if _PLAIN.fullmatch(text) and text != "null":
        return text
    return "'" + text.replace("'", "''") + "'"
