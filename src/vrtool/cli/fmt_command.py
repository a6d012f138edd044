"""`vr fmt`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.repo import inside_of, root_of
from vrtool.cli.streams import out, say, tell_written
from vrtool.cli.swedish import SwedishCommand
from vrtool.edit.formatting import format_records
from vrtool.text import count

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=SwedishCommand)
def fmt(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[SÖKVÄG]…", help="Bara dessa filer och mappar; annars alla."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Ändra inget: visa bara vilka filer det gäller.")
    ] = False,
) -> int:
    """Skriv filerna på ett och samma sätt, med kommentarerna kvar på sin plats.

    Fälten i sin ordning, indrag med två mellanslag, citattecken bara där de behövs. Vad filerna
    säger ändras aldrig. Strukturens, regelverkens och processernas fält behåller sin ordning.

    Slutar med 1 när en fil inte går att läsa, och med --check också när någon skulle ändras.

    Exempel: vr fmt data/meetings
    """
    root = root_of(context.obj)
    done = format_records(root, [inside_of(root, path) for path in paths or ()], check=check)
    for told in done.passed_over:
        say(f"Lämnad som den är: {told}")
    if done.changed:
        out("Skulle skrivas om:" if check else "Omskrivna, med samma innehåll:")
        tell_written([root / path for path in done.changed])
    right = done.total - len(done.changed) - len(done.passed_over)
    out(f"{count(right, 'fil är redan rätt skriven', 'filer är redan rätt skrivna')}.")
    return int(bool(done.passed_over) or (check and bool(done.changed)))
