"""How values are spelt in files, as JSON Schema.

An editor's YAML reader (1.2, core schema) takes some of what stands without quotation marks for
numbers or truth values; here they are as right as the same characters are as text. Only keywords
that draft 7 has too are used, which is as far as many editors have come.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, get_args

from pydantic import PlainValidator

# The short ways of writing are the models' own functions; here they are told in another language.
from vrtool.model.amounts import Amount, DayOfYear, People, Percent, Share
from vrtool.model.base import (
    ClockTime,
    Count,
    Day,
    DaySpan,
    Flag,
    HoursOfDay,
    Id,
    SlashedId,
    _parties,
    day_as_sending,
    none_as_empty,
    none_as_empty_map,
)
from vrtool.model.consultation import _answer, _sender
from vrtool.model.contacts import EmailAddress
from vrtool.model.item import _presenter
from vrtool.model.matter import _paper
from vrtool.model.meeting import _hours_by_day, _officials, _presence
from vrtool.model.process import RoughDay, RoughTime
from vrtool.model.working_forms import _one_or_several

Schema: TypeAlias = dict[str, Any]

_YEAR = "(?:19|20|21)[0-9]{2}"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_DATE = f"{_YEAR}-{_MONTH}-{_DAY}"
_ROUGH = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_CLOCK = "(?:(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]|24[:.]00)"
_GAP = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_WHOLE = f"(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}}){{1,3}}|[0-9]{{1,12}})"
_AMOUNT = rf"{_WHOLE}(?:,[0-9]{{1,3}}|\.[0-9]{{1,2}})?"
_PERCENT = rf"[0-9]{{1,3}}(?:[.,][0-9]{{1,6}})?{_GAP}?%"
_PART = "[a-z0-9]+"
_LATEST_HOUR = 24


def _spelt(pattern: str, *, also: str | None = None, **more: object) -> Schema:
    """Text of a pattern; `also` is what it may be taken for where it stands without quotes."""
    types = ["string", also] if also else "string"
    return {"type": types, "pattern": f"^(?:{pattern})$", **more}


TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Any text; an editor may take it for a number or a truth value."""
_ID: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": f"^{_PART}(?:-{_PART})*$",
    "minimum": 0,
}
_SLASHED: Schema = {**_ID, "pattern": f"^{_PART}(?:[-/]{_PART})*$"}
_COUNT = _spelt("[0-9]{1,6}", also="integer", minimum=0, maximum=999_999)
_DAY_TEXT = _spelt(_DATE, format="date")
_HOURS = _spelt(rf"\s*{_CLOCK}\s*[-–]\s*{_CLOCK}\s*")
_SPAN = _spelt(f"{_DATE}/(?:{_DATE})?|/{_DATE}")


def _reader(alias: object) -> Callable[..., Any]:
    """The function by which a type of the models reads what stands in a file."""
    return next(one.func for one in get_args(alias) if isinstance(one, PlainValidator))


READ_BY: dict[Callable[..., Any], Schema] = {
    _reader(Id): _ID,
    _reader(SlashedId): _SLASHED,
    _reader(Day): _DAY_TEXT,
    _reader(ClockTime): _spelt(_CLOCK, also="number", minimum=0, maximum=_LATEST_HOUR),
    _reader(HoursOfDay): _HOURS,
    _reader(DaySpan): _SPAN,
    _reader(Count): _COUNT,
    _reader(Flag): _spelt("true|false", also="boolean"),
    _reader(Amount): _spelt(_AMOUNT, also="number", minimum=0),
    _reader(People): _spelt(_AMOUNT, also="integer", minimum=0),
    _reader(Percent): _spelt(f"[-−]?{_PERCENT}"),
    _reader(Share): _spelt(f"{_PERCENT}|[0-9]{{1,3}}/[0-9]{{1,3}}"),
    _reader(DayOfYear): _spelt(f"{_MONTH}-{_DAY}"),
    _reader(EmailAddress): _spelt(r"[^@\s]+@[^@\s]+\.[^@\s]+", maxLength=254),
    _reader(RoughTime): _spelt(f"{_ROUGH}(?:/{_ROUGH})?", also="integer"),
    _reader(RoughDay): _spelt(_ROUGH, also="integer"),
}
"""What each reader of a value takes."""


def nullable(schema: Schema) -> Schema:
    """The same, or nothing at all after the colon."""
    if "type" in schema:
        types = schema["type"]
        return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return either({"type": "null"}, schema)


def either(short: Schema, schema: Schema) -> Schema:
    """One way of writing a thing, or those there are."""
    return {"anyOf": [short, *schema.get("anyOf", [schema])]}


def _or_nothing(schema: Schema) -> Schema:
    """A list of which something must stand cannot be left empty."""
    return schema if schema.get("minItems") else nullable(schema)


def _by_day(schema: Schema) -> Schema:
    days = {**schema, "propertyNames": {"pattern": f"^(?:every|{_DATE})$"}}
    return either(_HOURS, days)


def _people_or_all(_: Schema) -> Schema:
    return either({"const": "all"}, {"type": ["array", "null"], "items": _ID})


SHORT_FOR: dict[Callable[..., Any], Callable[[Schema], Schema]] = {
    none_as_empty: _or_nothing,
    none_as_empty_map: nullable,
    _parties: lambda schema: either({"const": "all"}, schema),
    day_as_sending: lambda schema: either(_DAY_TEXT, schema),
    _paper: lambda schema: either({**TEXT, "minLength": 1}, schema),
    _presenter: lambda schema: either(_ID, schema),
    _presence: lambda schema: either(_ID, schema),
    _sender: lambda schema: either({**TEXT, "minLength": 1}, schema),
    _answer: lambda schema: either({"enum": ["answered", "no-views"]}, either(_DAY_TEXT, schema)),
    _officials: _people_or_all,
    _hours_by_day: _by_day,
    _one_or_several: lambda schema: either(_SLASHED, nullable(schema)),
}
"""What a short way of writing makes of the schema of the long one."""
