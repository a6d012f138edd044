"""`vr norms`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from vrtool.cli.repo import colour_wanted, open_repo, readable
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.engine import check
from vrtool.report import norms as matrix
from vrtool.report.tables import table

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
) -> None:
    """Visa alla normer: vilken regel som prövar dem, eller varför ingen kan, och hur det gått."""
    loaded = open_repo(context.obj)
    entries = matrix.coverage(readable(loaded), check(loaded))
    if form is Format.JSON:
        out(matrix.as_json(entries))
    else:
        rows = [matrix.row(entry) for entry in entries]
        out(table(matrix.HEAD, rows, colour=colour_wanted()))
