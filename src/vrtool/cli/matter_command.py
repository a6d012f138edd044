"""`vr matter list`, `show` and `plan`; what changes a matter stands in modules of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli import matter_changes, matter_new, matter_renumber
from vrtool.cli.clock import Shape, TextOrJson, Today, today_or
from vrtool.cli.repo import colour_wanted, open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.planning.backward import plan as planned
from vrtool.planning.demands import Demands
from vrtool.register import choose
from vrtool.report import matters, plans
from vrtool.report.tables import table

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Ärenden: gör ett nytt, visa ett ärendes väg, följ upp det.",
)
app.command("new", cls=SwedishCommand)(matter_new.new)
app.command("follow-up", cls=SwedishCommand)(matter_changes.follow_up)
app.command("close", cls=SwedishCommand)(matter_changes.close)
app.command("withdraw", cls=SwedishCommand)(matter_changes.withdraw)
app.command("renumber", cls=SwedishCommand)(matter_renumber.renumber_matter)


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
    """Visa ett ärende: vad det är och dess väg genom forumen."""
    register = open_register(context.obj)
    out(matters.shown(register, choose.matter(register, matter)))


@app.command(cls=SwedishCommand)
def plan(
    context: typer.Context,
    matter: Annotated[
        str, typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")
    ],
    position_by: Annotated[
        str | None,
        typer.Option(
            "--position-by",
            metavar="DATUM",
            help="Planera till det sista mötet till och med den dagen; annars till det närmaste.",
        ),
    ] = None,
    today: Today = None,
    shape: TextOrJson = Shape.TEXT,
) -> None:
    """Planera ett ärende baklänges från ställningstagandet.

    Visar vad som ska vara gjort till vilken dag enligt arbetsformerna, vad som redan är gjort, vad
    som inte längre hinns och när det tidigast går i stället. Inget ändras.

    Exempel: vr matter plan 2030-001 --position-by 2030-12-11
    """
    register = open_register(context.obj)
    by = choose.day(position_by) if position_by else None
    made = planned(Demands(register), choose.matter(register, matter), today_or(today), by)
    out(plans.as_json(made) if shape is Shape.JSON else plans.shown(register, made))
