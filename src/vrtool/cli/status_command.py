"""`vr status`: every open matter."""

from __future__ import annotations

import typer

from vrtool.cli.clock import Shape, TextOrJson, Today, today_or
from vrtool.cli.repo import open_repo
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand
from vrtool.engine import check
from vrtool.planning.demands import Demands
from vrtool.planning.status import statuses
from vrtool.register.load import readable
from vrtool.report import status as report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=SwedishCommand)
def show(context: typer.Context, today: Today = None, shape: TextOrJson = Shape.TEXT) -> None:
    """Visa varje öppet ärende: läge, var det senast var uppe, nästa steg och vad som hindrar.

    I vägen står det som vr check säger om ärendet, beredning och underlag som saknas, och steg som
    inte hinns före nästa möte som kan ta ställning. Inget ändras.

    Exempel: vr status
    """
    loaded = open_repo(context.obj)
    register, day = readable(loaded), today_or(today)
    found = statuses(Demands(register), check(loaded).findings, day)
    if shape is Shape.JSON:
        out(report.as_json(register, found))
    elif found:
        out(report.shown(register, found))
    else:
        say("Inga ärenden är öppna.")
