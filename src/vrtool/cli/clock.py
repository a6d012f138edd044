"""The only clock: what a command takes for today where the user does not say."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, TypeAlias

import typer

from vrtool.register import choose

Today: TypeAlias = Annotated[
    str | None,
    typer.Option("--today", metavar="DATUM", help="Räkna som om det vore den här dagen."),
]


class Shape(Enum):
    """How an answer is given: to be read, or for programs."""

    TEXT = "text"
    JSON = "json"


TextOrJson: TypeAlias = Annotated[
    Shape, typer.Option("--format", metavar="FORMAT", help="text eller json.")
]


def today_or(text: str | None) -> date:
    """The day given, else the clock's. Raises WrongUsage for what is no date."""
    return choose.day(text) if text else date.today()  # noqa: DTZ011 - a council meets by local days
