"""`vr year close`."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli import asking
from vrtool.cli.clock import Today, today_or
from vrtool.cli.progress import working
from vrtool.cli.repo import root_of
from vrtool.cli.streams import out, say, tell_written
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.edit.change import write
from vrtool.edit.lock import locked
from vrtool.edit.years import Closing, closing, days_of, year_change
from vrtool.errors import WrongUsage
from vrtool.register import choose
from vrtool.register.load import load, readable
from vrtool.register.register import Register
from vrtool.text import count, join

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Året: stäng det när allt är inskrivet.",
)


@app.callback()
def _group() -> None:
    """Året: stäng det när allt är inskrivet."""


@app.command(cls=SwedishCommand)
def close(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    year: Annotated[
        int, typer.Argument(metavar="ÅR", help="Året som är slut.", min=1900, max=2199)
    ],
    forum: Annotated[
        str | None, typer.Option("--forum", metavar="FORUM", help="Bara det här forumet.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Skriv utan att fråga.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Stäng fast något saknas.")] = False,
    today: Today = None,
) -> int:
    """Stäng ett år: det som inte står i filerna har då inte skett.

    Först visas vad som saknas: möten utan anteckningar, platser utan uppgift, och allt som
    vr check skulle anmärka på när året är stängt. Saknas inget skrivs året som fullständigt i
    structure.yaml.

    Exempel: vr year close 2031
    """
    if today_or(today).year <= year:
        raise WrongUsage(f"{year} är inte slut. Det kan stängas från och med 1 januari {year + 1}.")
    root = root_of(context.obj)
    with working("Prövar året"), locked(root) as lock:
        loaded = load(root)
        register = readable(loaded)
        closed = closing(lock, loaded, register, year, _forums(register, year, forum))
    if not closed.edits:
        out(f"{year} är redan stängt.")
        return 0
    _tell(closed)
    if not closed.ready and not anyway:
        say(
            "Inget är skrivet. Fyll i det som saknas (vacant: true för en plats som ingen har), "
            "eller stäng året ändå med --anyway."
        )
        return 1
    names = join([register.structure.forums[name].names[-1].in_text for name in closed.forums])
    if not (yes or asking.agreed(f"Ska {year} stängas för {names}", "--yes")):
        say("Inget är skrivet.")
        return 0
    with locked(root) as lock:
        written = write(lock, [year_change(lock, register, closed)])
    out(f"{year} är stängt för {names}:")
    tell_written(written)
    out("Nästa steg: vr check")
    return 0


def _forums(register: Register, year: int, name: str | None) -> list[str]:
    """The forum named, else all that stood in the year. Raises WrongUsage for one that did not."""
    forums = register.structure.forums
    if name is None:
        return [key for key, forum in forums.items() if days_of(forum, year)]
    chosen = choose.forum_id(register, name)
    if days_of(forums[chosen], year) is None:
        raise WrongUsage(f"{chosen} fanns inte {year}.")
    return [chosen]


def _tell(closed: Closing) -> None:
    failing = closed.consequences.failing
    if closed.missing:
        out(f"Det här saknas ({len(closed.missing)}):")
        for line in closed.missing:
            out(f"  {line}")
    if failing:
        out(f"Med året stängt anmärker vr check på {count(len(failing), 'sak', 'saker')} till:")
        for found in failing:
            at = found.location
            out(f"  {found.code} {found.message}")
            out(f"     {at.path}:{at.line}")
    if closed.ready:
        out("Inget saknas.")
