"""`vr schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.repo import root_of
from vrtool.cli.streams import near, out, tell_written
from vrtool.cli.swedish import SwedishCommand
from vrtool.errors import WrongUsage
from vrtool.register.kinds import Kind
from vrtool.schema.folder import left_over, stale, write, write_workspace
from vrtool.schema.kinds import NO_IDS, glob_of, name_of, text
from vrtool.schema.known import known_ids
from vrtool.schema.shapes import Known
from vrtool.text import did_you_mean, join

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_KINDS = {name_of(kind): kind for kind in Kind}


@app.command(cls=SwedishCommand)
def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[SLAG]", help="Slaget av fil, som matter; annars alla."),
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--write", metavar="MAPP", help="Skriv schemana i mappen.")
    ] = None,
    compared: Annotated[
        Path | None,
        typer.Option("--check", metavar="MAPP", help="Pröva om mappens scheman är de rätta."),
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Ta med repots egna id, så att också de fylls i.")
    ] = False,
) -> int:
    """JSON Schema för filerna, så att en editor fyller i fälten och förklarar dem.

    Utan mapp visas schemat för ett slag av fil, eller vilka slag det finns. Id som --ids tar med är
    förslag: att ett annat skrivs är inget fel i editorn, men vr check säger till. Med --ids och
    --write skrivs också en arbetsyta, som VS Code öppnas med för att använda dem.

    Slutar med 1 när något saknas, är gammalt eller är för mycket med --check.

    Exempel: vr schema --write schemas
    """
    if target and compared:
        raise WrongUsage("Ange antingen --write eller --check.")
    kinds = [*Kind] if name is None else [_kind(name)]
    known = known_ids(root_of(context.obj)) if ids else NO_IDS
    if compared:
        return _check(compared, kinds, known, whole=name is None)
    if target:
        written = write(target, kinds, known)
        if ids and name is None:
            written += write_workspace(root_of(context.obj), target)
        out("Skrivet:")
        tell_written(written)
    elif name is None:
        out("\n".join(f"{name_of(kind)}: {glob_of(kind)}" for kind in kinds))
    else:
        out(text(kinds[0], known), end="")
    return 0


def _kind(name: str) -> Kind:
    found = _KINDS.get(name)
    if found is None:
        raise WrongUsage(
            f"Det finns inget slag ”{name}”.{did_you_mean(name, _KINDS)} De är {join([*_KINDS])}."
        )
    return found


def _check(folder: Path, kinds: list[Kind], known: Known, *, whole: bool) -> int:
    """`whole` is to look for schemas too that should not lie there."""
    old = stale(folder, kinds, known)
    if old:
        ids = " --ids" if known else ""
        _name("Saknas eller är gamla:", old)
        out(f"Skriv dem på nytt: vr schema{ids} --write {folder}")
    extra = left_over(folder) if whole else []
    if extra:
        _name("Hör inte till något slag av fil. Ta bort:", extra)
    if not old and not extra:
        out("Schemana är de rätta.")
    return int(bool(old or extra))


def _name(heading: str, files: list[Path]) -> None:
    out(heading)
    for file in files:
        out(f"  {near(file)}")
