"""`vr meeting list` and `vr meeting show`; what changes a meeting stands in meeting_changes."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli import meeting_changes
from vrtool.cli.repo import colour_wanted, open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.register import choose
from vrtool.report import meetings
from vrtool.report.tables import table

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Möten: lägg in, flytta och ställ in dem, lista dem, visa ett.",
)
app.command("new", cls=SwedishCommand)(meeting_changes.new)
app.command("move", cls=SwedishCommand)(meeting_changes.move)
app.command("cancel", cls=SwedishCommand)(meeting_changes.cancel)


@app.command("list", cls=SwedishCommand)
def list_meetings(
    context: typer.Context,
    forum: Annotated[
        str | None, typer.Option("--forum", metavar="FORUM", help="Bara det här forumets möten.")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="ÅR", help="Bara det här årets möten.")
    ] = None,
) -> None:
    """Lista möten i tidsordning: dag, forum, hur långt de kommit."""
    register = open_register(context.obj)
    wanted = choose.forum_id(register, forum) if forum else None
    found = [
        meeting
        for meeting in register.chronological
        if wanted in (None, meeting.forum) and year in (None, meeting.date.year)
    ]
    if not found:
        say("Inga möten passar.")
        return
    rows = [meetings.row(register, meeting) for meeting in found]
    out(table(meetings.HEAD, rows, colour=colour_wanted()))


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    meeting: Annotated[
        str, typer.Argument(metavar="MÖTE", help="Mötets id, eller FORUM@DATUM (or@11feb).")
    ],
) -> None:
    """Visa ett möte: när, var, hur långt det kommit och punkterna."""
    register = open_register(context.obj)
    out(meetings.shown(register, choose.meeting(register, meeting)))
