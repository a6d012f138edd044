"""`vr roster`: who sits where, shown here; the commands that change it stand beside."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from vrtool.cli.repo import colour_wanted, open_register
from vrtool.cli.roster_changes import import_table, replace, turn_over
from vrtool.cli.roster_introduction import introduction
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.dates import swedish_date
from vrtool.register import choose
from vrtool.register.norms import Rulebook
from vrtool.register.rosters import roster_on
from vrtool.report import rosters
from vrtool.report.tables import table
from vrtool.text import sentence

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Vem som sitter var: visa det, byt, för in från en tabell.",
)

_DATE = typer.Option("--date", metavar="DATUM", help="Den här dagen; annars i dag.")


def _day(text: str | None) -> date:
    # The clock is asked here and nowhere below: what a roster says of a day depends on the day.
    return choose.day(text) if text else date.today()  # noqa: DTZ011 - a council meets by local days


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    forum: Annotated[str, typer.Argument(metavar="FORUM", help="Forumets id eller namn.")],
    day: Annotated[str | None, _DATE] = None,
) -> None:
    """Visa vilka som sitter i ett forum en viss dag."""
    register = open_register(context.obj)
    roster = roster_on(register, Rulebook(register), choose.forum_id(register, forum), _day(day))
    name = sentence(register.forum_name(roster.forum, roster.day))
    if not register.structure.forums[roster.forum].span.contains(roster.day):
        say(f"{name} finns inte {swedish_date(roster.day)}.")
        return
    if not roster.everyone:
        say(
            f"{name} har inga platser enligt de arbetsformer som gällde {swedish_date(roster.day)}."
        )
        return
    out(f"{name} {swedish_date(roster.day)}")
    for title, rows in rosters.parts(register, roster):
        out(f"\n{title}")
        out(table(rosters.head(register), rows, colour=colour_wanted()))


@app.command(cls=SwedishCommand)
def vacancies(
    context: typer.Context,
    day: Annotated[str | None, _DATE] = None,
    offered: Annotated[
        bool, typer.Option("--offered", help="Ta med erbjudna platser som parten inte har fyllt.")
    ] = False,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="Ta med platser vars innehavare inte är känd.")
    ] = False,
) -> None:
    """Visa platser som ingen har i något forum en viss dag."""
    register = open_register(context.obj)
    rulebook, on = Rulebook(register), _day(day)
    rows = [
        row
        for forum in register.structure.forums
        for row in rosters.vacancy_rows(
            register, roster_on(register, rulebook, forum, on), offered=offered, unknown=unknown
        )
    ]
    if rows:
        out(table(rosters.vacancies_head(register), rows, colour=colour_wanted()))
        return
    more = "" if unknown else " Med --unknown visas också platser vars innehavare inte är känd."
    say(f"Inga kända vakanser {swedish_date(on)}.{more}")


app.command("replace", cls=SwedishCommand)(replace)
app.command("import", cls=SwedishCommand)(import_table)
app.command("turnover", cls=SwedishCommand)(turn_over)
app.command("introduction", cls=SwedishCommand)(introduction)
