"""How values are spelt in files, as JSON Schema.

An editor's YAML reader (1.2, core schema) takes some of what stands without quotation marks for
numbers or truth values; here they are as right as the same characters are as text. Only keywords
that draft 7 has too are used, which is as far as many editors have come, and `errorMessage`, an
editor's own word for what it says in place of a pattern nobody can read.
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
_EVERY_YEAR = "|".join(
    (
        f"{_MONTH}-(?:0[1-9]|1[0-9]|2[0-8])",
        "(?:0[13-9]|1[0-2])-(?:29|30)",
        "(?:0[13578]|1[02])-31",
    )
)
_DATE = f"{_YEAR}-(?:{_EVERY_YEAR}|02-29)"
_ROUGH = f"(?:{_YEAR}(?:-{_MONTH})?|{_DATE})"
_CLOCK = "(?:(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]|24[:.]00)"
_GAP = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_WHOLE = f"(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}}){{1,3}}|[0-9]{{1,12}})"
_AMOUNT = rf"{_WHOLE}(?:,[0-9]{{1,3}}|\.[0-9]{{1,2}})?"
_PERCENT = rf"[0-9]{{1,3}}(?:[.,][0-9]{{1,6}})?{_GAP}?%"
_PART = "[a-z0-9]+"
_LATEST_HOUR = 24


def _spelt(pattern: str, told: str, *, also: str | None = None, **more: object) -> Schema:
    """Text of a pattern; `also` is what it may be taken for where it stands without quotes.

    `told` is what an editor says of anything else, in place of the pattern.
    """
    types = ["string", also] if also else "string"
    return {"type": types, "pattern": f"^(?:{pattern})$", "errorMessage": told, **more}


TEXT: Schema = {"type": ["string", "number", "boolean"], "errorMessage": "Här ska text stå."}
"""Any text; an editor may take it for a number or a truth value."""
_ID: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": f"^{_PART}(?:-{_PART})*$",
    "errorMessage": "Skriv ett id: små bokstäver a–z, siffror och bindestreck.",
    "minimum": 0,
}
_SLASHED: Schema = {
    **_ID,
    "pattern": f"^{_PART}(?:[-/]{_PART})*$",
    "errorMessage": "Skriv ett id: a–z, siffror och bindestreck, med snedstreck mellan delarna.",
}
_COUNT = _spelt("[0-9]{1,6}", "Skriv ett heltal.", also="integer", minimum=0, maximum=999_999)
_DAY_TEXT = _spelt(_DATE, "Skriv en dag som finns, som ÅÅÅÅ-MM-DD.", format="date")
_HOURS = _spelt(rf"\s*{_CLOCK}\s*[-–]\s*{_CLOCK}\s*", "Skriv tiden som 13:00–15:00.")
_SPAN = _spelt(
    f"{_DATE}/(?:{_DATE})?|/{_DATE}",
    "Skriv första och sista dagen som ÅÅÅÅ-MM-DD/ÅÅÅÅ-MM-DD; en av dem får utelämnas.",
)


def _reader(alias: object) -> Callable[..., Any]:
    """The function by which a type of the models reads what stands in a file."""
    return next(one.func for one in get_args(alias) if isinstance(one, PlainValidator))


READ_BY: dict[Callable[..., Any], Schema] = {
    _reader(Id): _ID,
    _reader(SlashedId): _SLASHED,
    _reader(Day): _DAY_TEXT,
    _reader(ClockTime): _spelt(
        _CLOCK, "Skriv klockslaget som TT:MM.", also="number", minimum=0, maximum=_LATEST_HOUR
    ),
    _reader(HoursOfDay): _HOURS,
    _reader(DaySpan): _SPAN,
    _reader(Count): _COUNT,
    _reader(Flag): _spelt("true|false", "Skriv true eller false.", also="boolean"),
    _reader(Amount): _spelt(
        _AMOUNT, "Skriv beloppet som 1345, 1 345 eller 130,5.", also="number", minimum=0
    ),
    _reader(People): _spelt(
        rf"{_WHOLE}(?:,0{{1,3}}|\.0{{1,2}})?",
        "Skriv antalet människor som ett heltal.",
        also="integer",
        minimum=0,
    ),
    _reader(Percent): _spelt(f"[-−]?{_PERCENT}", "Skriv procentsatsen som 2,4 %."),
    _reader(Share): _spelt(
        f"{_PERCENT}|[0-9]{{1,3}}/[0-9]{{1,3}}", "Skriv andelen som 50 % eller 2/3."
    ),
    _reader(DayOfYear): _spelt(_EVERY_YEAR, "Skriv en dag som finns varje år, som MM-DD."),
    _reader(EmailAddress): _spelt(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", "Skriv en e-postadress.", maxLength=254
    ),
    _reader(RoughTime): _spelt(
        f"{_ROUGH}(?:/{_ROUGH})?",
        "Skriv ett år, en månad eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD), eller två med / emellan.",
        also="integer",
    ),
    _reader(RoughDay): _spelt(
        _ROUGH,
        "Skriv ett år, en månad eller en dag: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.",
        also="integer",
    ),
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
    days = {**schema, "propertyNames": _spelt(f"every|{_DATE}", "Skriv every eller ÅÅÅÅ-MM-DD.")}
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
