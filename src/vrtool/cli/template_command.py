"""`vr template check`."""

from __future__ import annotations

from pathlib import Path

import typer

from vrtool.cli.building import TEMPLATES
from vrtool.cli.progress import working
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.every import DOCUMENTS
from vrtool.documents.hostile import HOSTILE
from vrtool.documents.trial import Fault, tried
from vrtool.planning.demands import Demands
from vrtool.text import count, ended, join, number, printable, sentence

_MOST_NAMED = 3

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Pröva mallarna, medföljande och egna.",
)


@app.callback()
def _group() -> None:
    """Pröva mallarna, medföljande och egna."""


@app.command(cls=SwedishCommand)
def check(context: typer.Context) -> int:
    """Pröva mallarna mot allt som finns i datarepot.

    Egna mallar i mappen templates går före dem som följer med vr. Varje mall fylls i med varje
    post den passar, med påhittade uppgifter där allt finns eller inget, och med elak text som ska
    förbli text. Det fylligaste dokumentet görs också i varje format. Varje fel visas med fil och
    rad. Slutar med 0 när allt går att använda, 1 när något är fel.

    Exempel: vr template check
    """
    register = open_register(context.obj)
    with working("Prövar mallarna"):
        trial = tried(Demands(register), register.root / TEMPLATES)
    for fault in trial.faults:
        out(_told(fault, register.root))
    tested = (
        f"{number(len(DOCUMENTS))} mallar prövade mot {count(trial.documents, 'post', 'poster')} "
        f"och {number(len(HOSTILE))} elaka texter"
    )
    say(f"{tested}: {number(len(trial.faults)) if trial.faults else 'inget'} fel.")
    return int(bool(trial.faults))


def _told(fault: Fault, root: Path) -> str:
    """`templates/agenda.md.j2:12`, what is wrong there, and what it was found with."""
    file = fault.file.relative_to(root) if fault.file.is_relative_to(root) else fault.file
    place = f"{file.as_posix()}{f':{fault.line}' if fault.line else ''}"
    told = f"{printable(place)}\n     {printable(ended(sentence(fault.reason)))}"
    if not fault.found_with:
        return told
    more = len(fault.found_with) - _MOST_NAMED
    named = [*fault.found_with[:_MOST_NAMED], *([f"{number(more)} till"] if more > 0 else [])]
    return f"{told}\n     Det visade sig med {join(named)}."
