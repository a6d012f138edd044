"""A request that a forum meet besides its own plan (begäran om möte)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from vrtool.model.base import Day, Id, Record, Text, none_as_empty_map


class Request(Record):
    """Who asked the forum to meet, on which day and why; the meeting names it as `requested`."""

    forum: Id
    date: Day
    by: Annotated[tuple[Id, ...], Field(min_length=1)]
    reason: Text | None = None


class Requests(Record):
    """`data/requests.yaml`: every request by its id."""

    requests: Annotated[dict[Id, Request], BeforeValidator(none_as_empty_map)] = {}
