"""`vr norms`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from vrtool.cli.repo import colour_wanted, open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.engine import check
from vrtool.errors import WrongUsage
from vrtool.model.working_forms import WorkingForms
from vrtool.register.load import readable
from vrtool.register.register import Register
from vrtool.report import norms as matrix
from vrtool.report.differences import differences
from vrtool.report.tables import table
from vrtool.text import did_you_mean, join

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(Enum):
    """How the matrix is written."""

    TEXT = "text"
    JSON = "json"


@app.command(cls=SwedishCommand)
def norms(
    context: typer.Context,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text eller json.")
    ] = Format.TEXT,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--differences",
            metavar="ÄLDRE NYARE",
            help="Visa bara var det nyare regelverket avviker från det äldre.",
        ),
    ] = None,
) -> None:
    """Visa alla normer: vilken regel som prövar dem, eller varför ingen kan, och hur det gått."""
    loaded = open_repo(context.obj)
    if compare is not None:
        older, newer = (_rulebook(readable(loaded), name) for name in compare)
        out(differences(readable(loaded), older, newer))
        return
    entries = matrix.coverage(readable(loaded), check(loaded))
    if form is Format.JSON:
        out(matrix.as_json(entries))
    else:
        rows = [matrix.row(entry) for entry in entries]
        out(table(matrix.HEAD, rows, colour=colour_wanted()))


def _rulebook(register: Register, name: str) -> WorkingForms:
    known = register.working_forms
    if name not in known:
        guess = did_you_mean(name, list(known))
        raise WrongUsage(f"Det finns inget regelverk ”{name}”.{guess} De är {join(sorted(known))}.")
    return known[name]
