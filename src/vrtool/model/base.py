"""What all records share: how text from a file becomes a typed value.

The reader hands over nothing but text, lists, maps and nothing. Every type here takes exactly the
spellings a person would write and refuses the rest with a Swedish sentence.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)

from vrtool.dates import Clock, Hours, Span, parse_day

_FIELDS_GIVEN: dict[frozenset[str], set[str]] = {}


class Record(BaseModel):
    """A frozen record, or a part of one. Unknown fields are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=False,
        arbitrary_types_allowed=True,
        validate_default=False,
    )

    def model_post_init(self, _: object) -> None:
        """Share the set of fields given with other records: a set each is a quarter of the memory.

        Nothing may change it, as nothing may change a record.
        """
        given = self.__pydantic_fields_set__
        shared = _FIELDS_GIVEN.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)


def text_only(value: object, what: str) -> str:
    """The value, which is to be text; raises ValueError (Swedish) that says `what` belongs here."""
    if not isinstance(value, str):
        raise ValueError(f"här ska {what} stå")  # noqa: TRY004 - pydantic gathers only ValueError
    return value


@lru_cache(maxsize=8192)
def _day(text: str) -> date:
    return parse_day(text)


@lru_cache(maxsize=2048)
def _clock(text: str) -> Clock:
    return Clock.parse(text)


@lru_cache(maxsize=2048)
def _hours(text: str) -> Hours:
    return Hours.parse(text)


@lru_cache(maxsize=512)
def _span(text: str) -> Span:
    return Span.parse(text)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_SLASHED = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,6}", re.ASCII)


@lru_cache(maxsize=65536)
def _identifier(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(
            f"”{text}” duger inte som id: skriv små bokstäver a–z, siffror och bindestreck"
        )
    return text


@lru_cache(maxsize=8192)
def _slashed(text: str) -> str:
    if not _SLASHED.fullmatch(text):
        raise ValueError(
            f"”{text}” duger inte som id: skriv a–z, siffror och bindestreck, "
            "med snedstreck mellan delarna"
        )
    return text


def is_id(text: str) -> bool:
    """Whether the text is written as ids are: a–z, digits and hyphens."""
    return _ID.fullmatch(text) is not None


def _count(value: object) -> int:
    text = text_only(value, "ett heltal")
    if not _DIGITS.fullmatch(text):
        raise ValueError(f"”{text}” är inget heltal")
    return int(text)


def _flag(value: object) -> bool:
    text = text_only(value, "true eller false")
    if text not in {"true", "false"}:
        raise ValueError(f"”{text}” är varken true eller false")
    return text == "true"


def none_as_empty(value: object) -> object:
    """Read a list or map that was left empty in the file as an empty one."""
    return [] if value is None else value


def none_as_empty_map(value: object) -> object:
    """Read a map that was left empty in the file as an empty one."""
    return {} if value is None else value


Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
Id: TypeAlias = Annotated[
    str, PlainValidator(lambda value: _identifier(text_only(value, "ett id")))
]
SlashedId: TypeAlias = Annotated[
    str, PlainValidator(lambda value: _slashed(text_only(value, "ett id")))
]
Day: TypeAlias = Annotated[
    date,
    PlainValidator(lambda value: _day(text_only(value, "ett datum"))),
    PlainSerializer(date.isoformat, return_type=str, when_used="json"),
]
ClockTime: TypeAlias = Annotated[
    Clock,
    PlainValidator(lambda value: _clock(text_only(value, "ett klockslag"))),
    PlainSerializer(str, return_type=str),
]
HoursOfDay: TypeAlias = Annotated[
    Hours,
    PlainValidator(lambda value: _hours(text_only(value, "en tid"))),
    PlainSerializer(str, return_type=str),
]
DaySpan: TypeAlias = Annotated[
    Span,
    PlainValidator(lambda value: _span(text_only(value, "en tidrymd"))),
    PlainSerializer(str, return_type=str),
]
Count: TypeAlias = Annotated[int, PlainValidator(_count)]
Flag: TypeAlias = Annotated[bool, PlainValidator(_flag)]

Everyone: TypeAlias = Literal["all"]
"""The word that stands for all parties."""


def _parties(value: object) -> object:
    return None if value == "all" else value


Ids: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(none_as_empty)]
Parties: TypeAlias = Annotated[tuple[Id, ...] | None, BeforeValidator(_parties)]
"""Parties by id; `None` is all of them (the word `all` in the file)."""


class Sending(Record):
    """Something sent: when, and to which parties (all unless named)."""

    date: Day
    to: Parties = None


def day_as_sending(value: object) -> object:
    """Read a bare date as a sending on that day."""
    return {"date": value} if isinstance(value, str) else value


SendingOrDay: TypeAlias = Annotated[Sending, BeforeValidator(day_as_sending)]
"""A sending, or merely its date when it went to all."""
