"""`vr process list`, `vr process show` and `vr process build`."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.building import BUILD, Force
from vrtool.cli.repo import colour_wanted, open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.output import write_files
from vrtool.documents.timeline import timeline_svg
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register import choose
from vrtool.register.processes import Progress, followed
from vrtool.register.register import Register
from vrtool.report import processes
from vrtool.report.tables import table
from vrtool.text import join

FILE = "tidslinje.svg"

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Långa processer: var ärendena står i dem, som lista och tidslinje.",
)

_MATTER = typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")


class Shape(Enum):
    """How a matter's process is shown."""

    TEXT = "text"
    SVG = "svg"
    JSON = "json"


@app.command("list", cls=SwedishCommand)
def list_processes(context: typer.Context) -> None:
    """Lista de ärenden som följer en process: fas och nästa steg."""
    register = open_register(context.obj)
    found = processes.rows(register)
    if not found:
        say("Inga processtyper finns. De läggs i data/processes/.")
        return
    out(table(processes.HEAD, found, colour=colour_wanted()))


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    matter: Annotated[str, _MATTER],
    shape: Annotated[
        Shape, typer.Option("--format", metavar="FORMAT", help="text, svg eller json.")
    ] = Shape.TEXT,
) -> None:
    """Visa ett ärendes process: var den står, tidslinjen och varje steg.

    Exempel: vr process show 2016-001
    """
    register = open_register(context.obj)
    progress = _progress(register, matter)
    if shape is Shape.SVG:
        out(timeline_svg(progress).decode(), end="")
    elif shape is Shape.JSON:
        out(processes.as_json(progress))
    else:
        out(processes.shown(register, progress, _marks()))


@app.command(cls=SwedishCommand)
def build(context: typer.Context, matter: Annotated[str, _MATTER], force: Force = False) -> None:
    """Rita tidslinjen som en bild (SVG) i build/ under ärendets id.

    Exempel: vr process build 2016-001
    """
    register = open_register(context.obj)
    progress = _progress(register, matter)
    folder = register.root / BUILD / progress.matter.id
    for path in write_files(folder, {FILE: timeline_svg(progress)}, force=force):
        here = Path.cwd()
        out(str(path.relative_to(here) if path.is_relative_to(here) else path))


def _progress(register: Register, text: str) -> Progress:
    """The process of the matter meant. Raises where it follows none, or one that is not there."""
    matter = choose.matter(register, text)
    progress = followed(register, matter)
    if progress is not None:
        return progress
    if matter.process is None:
        following = [key for key, other in register.matters.items() if followed(register, other)]
        which = f"De som gör det är {join(sorted(following))}." if following else "Inget gör det."
        raise WrongUsage(
            f"Ärendet {matter.id} följer ingen process. {which} Skriv process i ärendets fil."
        )
    raise CannotDo(
        f"Processtypen {matter.process.type} går inte att läsa eller finns inte: "
        "kör vr check för att se varför."
    )


def _marks() -> tuple[str, str, str]:
    """The signs of the timeline, as far as the console has them."""
    try:
        "".join(processes.MARKS).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return processes.PLAIN_MARKS
    return processes.MARKS
