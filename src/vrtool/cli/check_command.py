"""`vr check`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from vrtool.cli.changed import changed_since
from vrtool.cli.progress import working
from vrtool.cli.repo import colour_wanted, inside_of, open_repo, root_of
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand
from vrtool.engine import check as run_check
from vrtool.errors import WrongUsage
from vrtool.report import statistics as counting
from vrtool.report.baseline import Known, read_baseline, write_baseline
from vrtool.report.findings import Reportable, reportable, selected, touching
from vrtool.report.gitlab import gitlab
from vrtool.report.identity import Identities, identities
from vrtool.report.machine import as_json, github
from vrtool.report.sarif import sarif
from vrtool.report.text import short, summary, text

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(Enum):
    """How the findings are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


_NAMING = {Format.GITLAB, Format.SARIF}
"""The formats that tell who each finding is."""


FormatOption: TypeAlias = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, short, json, github, gitlab, junit eller sarif.",
    ),
]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="KOD|NORM", help="Visa bara dessa. Får upprepas."),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="KOD|NORM", help="Visa inte dessa. Får upprepas."),
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REV",
        help="Visa bara det som gäller filer ändrade sedan revisionen i git (main... för det som "
        "grenen själv har ändrat).",
    ),
]
Baseline: TypeAlias = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FIL", help="Visa inte det som redan står i listan."),
]
WriteBaseline: TypeAlias = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FIL", help="Skriv listan: allt som nu anmärks på."),
]


@app.command(cls=SwedishCommand)
def check(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SÖKVÄG]…", help="Visa bara det som gäller dessa filer och mappar."
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Låt även varningar räknas som underkänt.")
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Räkna anmärkningarna i stället för att visa dem.")
    ] = False,
    since: Since = None,
    baseline: Baseline = None,
    write: WriteBaseline = None,
) -> int:
    """Pröva alla filer mot arbetsformerna.

    Allt läses och prövas, eftersom filerna hänvisar till varandra; med SÖKVÄG visas bara det som
    gäller just de filerna. Slutar med 0 när inget är fel, 1 när något är det, 2 när kommandot är
    fel skrivet och 3 när det inte går att utföra.
    """
    if write:
        _whole_only(paths, select, ignore, statistics, since, baseline)
    if statistics and form not in {Format.TEXT, Format.SHORT}:
        raise WrongUsage("--statistics går bara med --format text eller short.")
    root = root_of(context.obj)
    inside = [inside_of(root, path) for path in paths or ()]
    changed = None if since is None else changed_since(root, since)
    known = read_baseline(baseline) if baseline else None
    whole, norms = _checked(root)
    if write:
        out(write_baseline(write, whole, identities(whole)))
        return 0
    report = selected(whole, norms, select=_split(select), ignore=_split(ignore), paths=inside)
    named = identities(whole) if known or form in _NAMING else {}
    report = _new(report, named, changed, known)
    out(_counted(report) if statistics else _written(report, named, form, strict=strict))
    if known:  # told beside the answer, which in most formats is for programs
        say("\n".join(known.told(whole, named)))
    return int(report.fails(strict=strict))


def _new(
    report: Reportable, named: Identities, changed: frozenset[str] | None, known: Known | None
) -> Reportable:
    """What of a report is of changed files only, and not known from before."""
    report = report if changed is None else touching(report, changed)
    return known.new_in(report, named) if known else report


def _whole_only(*narrowing: object) -> None:
    """Raise WrongUsage where a list of what is known would be written of a selection."""
    if any(narrowing):
        raise WrongUsage("--write-baseline gäller alla anmärkningar: ange inget urval därtill.")


def _checked(root: Path) -> tuple[Reportable, list[str]]:
    """All that is found in the repo, and the norms there are."""
    loaded = open_repo(root)
    with working("Prövar mot arbetsformerna"):
        whole = reportable(loaded, run_check(loaded))
    forms = loaded.register.norm_sources if loaded.register else ()
    return whole, [norm for entry in forms for norm in entry.norms]


def _counted(report: Reportable) -> str:
    # rich is for tables and colours only; a check in a pipe does without
    from vrtool.report.tables import table  # noqa: PLC0415

    rows = counting.rows(report)
    counted = table(counting.HEAD, rows, colour=colour_wanted()) + "\n\n" if rows else ""
    return counted + summary(report)


def _written(report: Reportable, named: Identities, form: Format, *, strict: bool) -> str:
    """The report in its format; `named` has the identities that some of them tell."""
    if form is Format.JSON:
        return as_json(report)
    if form is Format.GITHUB:
        return github(report)
    if form is Format.JUNIT:
        # A library for XML, which no other format needs.
        from vrtool.report.junit import junit  # noqa: PLC0415

        return junit(report, strict=strict)
    if form in _NAMING:
        writer = gitlab if form is Format.GITLAB else sarif
        return writer(report, named)
    shown = text if form is Format.TEXT else short
    return shown(report, colour=colour_wanted())


def _split(names: list[str] | None) -> list[str]:
    """`--select A,B --select C` is A, B and C."""
    return [name.strip() for given in names or () for name in given.split(",") if name.strip()]
