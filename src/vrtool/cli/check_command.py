"""`vr check`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.progress import working
from vrtool.cli.repo import colour_wanted, inside_of, open_repo, root_of
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.engine import check as run_check
from vrtool.errors import WrongUsage
from vrtool.register.load import Loaded
from vrtool.report import statistics as counting
from vrtool.report.findings import Reportable, reportable, selected
from vrtool.report.machine import as_json, github
from vrtool.report.text import short, summary, text

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(Enum):
    """How the findings are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    GITHUB = "github"


@app.command(cls=SwedishCommand)
def check(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SÖKVÄG]…", help="Visa bara det som gäller dessa filer och mappar."
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text, short, json eller github.")
    ] = Format.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Låt även varningar räknas som underkänt.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="KOD|NORM", help="Visa bara dessa. Får upprepas."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="KOD|NORM", help="Visa inte dessa. Får upprepas."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Räkna anmärkningarna i stället för att visa dem.")
    ] = False,
) -> int:
    """Pröva alla filer mot arbetsformerna.

    Allt läses och prövas, eftersom filerna hänvisar till varandra; med SÖKVÄG visas bara det som
    gäller just de filerna. Slutar med 0 när inget är fel, 1 när något är det, 2 när kommandot är
    fel skrivet och 3 när det inte går att utföra.
    """
    root = root_of(context.obj)
    inside = [inside_of(root, path) for path in paths or ()]
    loaded = open_repo(root)
    with working("Prövar mot arbetsformerna"):
        found = run_check(loaded)
    report = selected(
        reportable(loaded, found),
        _norms(loaded),
        select=_split(select),
        ignore=_split(ignore),
        paths=inside,
    )
    out(_counted(report, form) if statistics else _written(report, form))
    return int(report.fails(strict=strict))


def _counted(report: Reportable, form: Format) -> str:
    if form not in {Format.TEXT, Format.SHORT}:
        raise WrongUsage("--statistics går bara med --format text eller short.")
    # rich is for tables and colours only; a check in a pipe does without
    from vrtool.report.tables import table  # noqa: PLC0415

    rows = counting.rows(report)
    counted = table(counting.HEAD, rows, colour=colour_wanted()) + "\n\n" if rows else ""
    return counted + summary(report)


def _written(report: Reportable, form: Format) -> str:
    if form is Format.JSON:
        return as_json(report)
    if form is Format.GITHUB:
        return github(report)
    writer = text if form is Format.TEXT else short
    return writer(report, colour=colour_wanted())


def _norms(loaded: Loaded) -> list[str]:
    forms = loaded.register.norm_sources if loaded.register else ()
    return [norm for entry in forms for norm in entry.norms]


def _split(names: list[str] | None) -> list[str]:
    """`--select A,B --select C` is A, B and C."""
    return [name.strip() for given in names or () for name in given.split(",") if name.strip()]
