"""`vr due`: what the clock says."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli.clock import Shape, TextOrJson, Today, today_or
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand
from vrtool.dates import swedish_date
from vrtool.planning.due import due
from vrtool.planning.tasks import grouped
from vrtool.report import due as report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    today: Today = None,
    days: Annotated[
        int,
        typer.Option("--days", metavar="ANTAL", min=0, help="Så många dagar framåt räknas som nu."),
    ] = 7,
    shape: TextOrJson = Shape.TEXT,
) -> None:
    """Visa vad som är försenat, vad som ska göras nu och vad som kommer.

    Dagordningar, kallelser, underlag, anteckningar, uppdrag, parternas återföring och beslut,
    remisser, processer, årets frågor, platser och delbetalningar: vad det gäller, sedan när det
    väntar och kommandot för det. Inget ändras.

    Exempel: vr due --days 14
    """
    register, day = open_register(context.obj), today_or(today)
    groups = grouped(due(register, day), day, days)
    if shape is Shape.JSON:
        out(report.as_json(groups, day, days))
    elif groups:
        out(report.shown(groups, days))
    else:
        say(f"Inget väntar {swedish_date(day)}.")
