"""`vr completion show` and `vr completion install`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrtool.atomic import unwritable, write_whole
from vrtool.cli import shells
from vrtool.cli.shells import Shell
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Låt skalet fylla i kommandon och id med tabb.",
)

_SHELL = typer.Argument(metavar="SKAL", help="bash, zsh, fish, powershell eller pwsh.")


@app.command(cls=SwedishCommand)
def show(shell: Annotated[Shell, _SHELL]) -> None:
    """Visa det som skalet ska köra när det startar.

    Exempel: vr completion show fish
    """
    out(shells.script(shell), end="")


@app.command(cls=SwedishCommand)
def install(shell: Annotated[Shell, _SHELL]) -> None:
    """Lägg in ifyllningen i ditt skal.

    Den läggs i din hemmapp, och en rad i skalets egen startfil läser in den. Allt annat i
    startfilen står kvar. Sedan fyller tabb i kommandon och flaggor, och id på möten, ärenden,
    forum, personer, parter och normer.

    Exempel: vr completion install bash
    """
    files = shells.installed(shell, Path.home())
    for path in files:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(path.parent, error) from error
    write_whole(files)
    out("Ifyllningen är inlagd:")
    for path in files:
        out(f"  {path}")
    out("Öppna ett nytt fönster, skriv vr och tryck tabb.")
