"""`vr roster replace`, `vr roster import` and `vr roster turnover`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_changes
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.clock import today_or
from vrtool.cli.progress import working
from vrtool.cli.repo import open_register, root_of
from vrtool.cli.streams import out, say, tell_written
from vrtool.dates import swedish_date
from vrtool.diagnostic import Finding
from vrtool.edit.change import write
from vrtool.edit.consequences import consequences
from vrtool.edit.lock import locked
from vrtool.edit.rosters_import import Coming, imported, replacement, turnover
from vrtool.edit.rosters_people import Described
from vrtool.edit.rosters_places import Places
from vrtool.edit.rosters_plan import Plan, StepKind, changed_rosters, roster_change
from vrtool.edit.rosters_table import RosterTable, read_table
from vrtool.edit.rosters_template import write_template
from vrtool.edit.rosters_told import plan_told
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.rosters import Rosters
from vrtool.register import choose
from vrtool.register.load import Loaded, load, readable
from vrtool.register.register import Register
from vrtool.text import count, join, printable

_MOST_SHOWN = 12
_FROM = typer.Option("--from", metavar="DATUM", help="Första dagen, som 2031-02-14.")
_YES = typer.Option("--yes", help="Skriv utan att fråga.")

_Who: TypeAlias = Annotated[
    str | None, typer.Option("--who", metavar="NAMN", help="Vem som kommer: namn eller id.")
]
_Party: TypeAlias = Annotated[
    str | None,
    typer.Option("--party", metavar="PART", help="En ny persons part, om inte platsens."),
]
_PoliticalParty: TypeAlias = Annotated[
    str | None,
    typer.Option("--political-party", metavar="PARTI", help="Personens politiska parti."),
]
_Side: TypeAlias = Annotated[
    str | None, typer.Option("--side", metavar="SIDA", help="majoritet eller opposition.")
]
_New: TypeAlias = Annotated[
    bool, typer.Option("--new", help="En annan än den som redan finns med samma namn.")
]


def replace(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    place: Annotated[
        str,
        typer.Argument(metavar="PLATS", help="Uppdragets eller platsens id, eller vad det heter."),
    ],
    who: _Who = None,
    start: Annotated[str | None, _FROM] = None,
    vacant: Annotated[bool, typer.Option("--vacant", help="Ingen kommer: platsen är tom.")] = False,
    deputy: Annotated[
        bool, typer.Option("--deputy", help="Byt platsens personliga ersättare.")
    ] = False,
    party: _Party = None,
    political_party: _PoliticalParty = None,
    side: _Side = None,
    is_new: _New = False,
) -> int:
    """Låt någon lämna en plats och en annan komma.

    Den som hade platsen står kvar i filen, med dagen före som sista dag. En ny person får en post.
    Har platsen en sista dag gäller den också efterträdaren.

    Exempel: vr roster replace norrby/kso --who "Anna Exempel" --from 2031-03-01
    """
    if vacant and who:
        raise WrongUsage("Ange --who eller --vacant, inte båda.")
    coming, first = asking.answers(
        Question("--who (eller --vacant)", "" if vacant else who, "Vem kommer"),
        Question("--from", start, "Från vilken dag"),
    )

    def plan(register: Register) -> Plan:
        described = Described(
            coming,
            choose.party_id(register, party) if party else None,
            political_party or "",
            side or "",
            is_new=is_new,
        )
        wanted = Coming(None if vacant else described, choose.day(first))
        return replacement(register, place, wanted, deputies=deputy)

    return _carry_out(root_of(context.obj), plan, agreed=True)


def import_table(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Tabellen, .csv eller .xlsx.")],
    forum: Annotated[
        str | None, typer.Option("--forum", metavar="FORUM", help="Forumet som platserna är i.")
    ] = None,
    start: Annotated[str | None, _FROM] = None,
    yes: Annotated[bool, _YES] = False,
) -> int:
    """För in vem som har vilken plats från en tabell.

    Första raden är rubriker: namn och uppdrag (eller plats) måste finnas, och part, från, till,
    politiskt parti, sida, forum och id får finnas. Varje ändring visas innan något skrivs. Går en
    rad inte att föra in skrivs inget.

    Exempel: vr roster import ledamoter.xlsx --forum rådet --from 2031-01-01
    """
    table = _read(file)
    day = choose.day(start) if start else None

    def plan(register: Register) -> Plan:
        chosen = choose.forum_id(register, forum) if forum else None
        return imported(register, table.rows, forum=chosen, start=day)

    return _carry_out(root_of(context.obj), plan, agreed=yes)


def turn_over(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FIL", help="Tabellen, .csv eller .xlsx.")
    ] = None,
    start: Annotated[str | None, _FROM] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FIL", help="Skriv en tabell att fylla i, .csv eller .xlsx."
        ),
    ] = None,
    yes: Annotated[bool, _YES] = False,
) -> int:
    """Byt en hel mandatperiod från en tabell.

    Börja med --template: tabellen får varje plats och vem som har den, i dag eller den dag som
    --from säger. Byt namnen och kör kommandot med tabellen. De som står kvar på sin plats sitter
    kvar. En plats utan namn, eller som inte är med, blir tom. Varje ändring visas innan något
    skrivs.

    Exempel: vr roster turnover --template platser.xlsx

    Exempel: vr roster turnover platser.xlsx --from 2035-01-01
    """
    if template is not None:
        if file is not None:
            raise WrongUsage("Ange en tabell att läsa eller --template, inte båda.")
        return _template(open_register(context.obj), template, today_or(start))
    if file is None:
        raise WrongUsage("Ange tabellen, eller --template FIL för att få en att fylla i.")
    table = _read(file)
    (first,) = asking.answers(Question("--from", start, "Från vilken dag"))
    day = choose.day(first)
    return _carry_out(
        root_of(context.obj), lambda register: turnover(register, table.rows, day), agreed=yes
    )


def _template(register: Register, path: Path, day: date) -> int:
    number = write_template(register, path, day)
    out(f"Tabell med {count(number, 'plats', 'platser')} som de var {swedish_date(day)}:")
    tell_written([path.absolute()])
    out(f"Nästa steg: byt namnen, och kör vr roster turnover {path} --from DATUM")
    return 0


def _read(file: Path) -> RosterTable:
    table = read_table(file)
    if table.unused:
        named = join([printable(heading) for heading in table.unused])
        say(f"Kolumner som inte används: {named}.")
    return table


def _carry_out(root: Path, planned: Callable[[Register], Plan], *, agreed: bool) -> int:
    """Show what the plan changes, and write it where that is agreed; gives the exit code."""
    with locked(root) as lock:
        loaded = load(root)
        register = readable(loaded)
        plan = planned(register)
        rosters = register.rosters if plan.refused else changed_rosters(lock, register, plan)
    _tell_plan(register, plan)
    if plan.refused:
        say("Inget är skrivet. Rätta raderna i tabellen och kör kommandot igen.")
        return 1
    if not plan.edits:
        out("Inget att ändra.")
        return 0
    _tell_consequences(loaded, register, rosters)
    if not (agreed or asking.agreed("Ska ändringarna skrivas", "--yes")):
        say("Inget är skrivet.")
        return 0
    with locked(root) as lock:
        written = write(lock, [roster_change(lock, register, plan)])
    out("Skrivet:")
    tell_written(written)
    out(f"Nästa steg: {_next(plan)}")
    return 0


def _tell_plan(register: Register, plan: Plan) -> None:
    first = min((step.start for step in plan.steps), default=date.max)
    for line in plan_told(register, Places(register, first), plan):
        out(line)


def _tell_consequences(loaded: Loaded, register: Register, rosters: Rosters) -> None:
    """The findings the change would bring. Raises CannotDo for records that would not fit."""
    with working("Prövar ändringarna"):
        brought = consequences(loaded, with_changes(register, rosters=rosters))
    faults = [found for found in brought.about_data if found in brought.failing]
    if faults:
        raise CannotDo(
            "\n".join(["Inget är skrivet, för uppgifterna skulle inte gå ihop:", *_told(faults)])
        )
    if brought.failing:
        say("Det här får vr check att anmärka på:")
        for line in _told(brought.failing):
            say(line)


def _told(findings: tuple[Finding, ...] | list[Finding]) -> list[str]:
    shown = [f"  {found.code} {found.message}" for found in findings[:_MOST_SHOWN]]
    more = len(findings) - _MOST_SHOWN
    return [*shown, f"  … och {more} till"] if more > 0 else shown


def _next(plan: Plan) -> str:
    changed = [step for step in plan.steps if step.kind is not StepKind.UNCHANGED]
    day = max((step.start for step in changed), default=None)
    forum = next((step.place.forums[0] for step in changed if step.place.forums), None)
    return f"vr roster show {forum} --date {day}" if forum and day else "vr check"
