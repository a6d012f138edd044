"""`vr init`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.edit.scaffold import new_repo
from vrtool.edit.starters import starters
from vrtool.errors import WrongUsage

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=SwedishCommand)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAPP", help="Mappen som ska bli datarepo; ny eller tom.")
    ],
    structure: Annotated[
        str | None,
        typer.Option("--structure", metavar="NAMN", help="Vad det ska börja med. Måste anges."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAMN", help="Vad rådet heter; annars som i förlagan."),
    ] = None,
) -> None:
    """Gör ett nytt datarepo, färdigt att fylla i.

    Där finns strukturen, arbetsformerna och alla platser som vakanta, och det som behövs för att
    varje ändring ska prövas. Inget som redan finns skrivs över.

    Exempel: vr init samverkan --structure tom --name "Norra rådet"
    """
    if structure is None:
        listed = "\n".join(f"  {key}: {each.title}" for key, each in starters().items())
        raise WrongUsage(f"Ange vad repot ska börja med, --structure NAMN:\n{listed}")
    called = " ".join(name.split()) if name else None  # a heading is one line
    # The clock tells which term of office is the current one.
    made = new_repo(folder, structure, called, date.today())  # noqa: DTZ011 - local days
    out(f"Nytt datarepo i {folder}:")
    for path in made:
        out(f"  {path.as_posix()}")
    out(f"\nLäs {folder / 'README.md'} för de första stegen.")
