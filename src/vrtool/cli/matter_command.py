"""`vr matter list` and `vr matter show`."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli.repo import colour_wanted, open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.register import choose
from vrtool.report import matters
from vrtool.report.tables import table

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Ärenden: lista dem, visa ett ärendes väg.",
)


@app.command("list", cls=SwedishCommand)
def list_matters(context: typer.Context) -> None:
    """Lista alla ärenden: läge och var de senast var uppe."""
    register = open_register(context.obj)
    if not register.matters:
        say("Inga ärenden finns.")
        return
    rows = [matters.row(register, register.matters[key]) for key in sorted(register.matters)]
    out(table(matters.HEAD, rows, colour=colour_wanted()))


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    matter: Annotated[
        str, typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")
    ],
) -> None:
    """Visa ett ärende: vad det är och dess väg genom forumen, med datum."""
    register = open_register(context.obj)
    out(matters.shown(register, choose.matter(register, matter)))
