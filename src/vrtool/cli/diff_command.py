"""`vr diff`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from vrtool.cli.progress import working
from vrtool.cli.repo import colour_wanted, root_of
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.errors import WrongUsage
from vrtool.history.difference import difference
from vrtool.history.git import DOTS, Git, parted
from vrtool.history.states import Folder, Revision, State
from vrtool.register.files import DATA
from vrtool.report.changes import changes_text
from vrtool.report.changes_json import changes_json
from vrtool.report.changes_markdown import changes_markdown

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_WORKING_COPY = "arbetskopian"
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 10
"""Hex digits of a commit that are shown."""
Pair: TypeAlias = tuple[State, State]


class Format(Enum):
    """How the changes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command(cls=SwedishCommand)
def diff(
    context: typer.Context,
    base: Annotated[
        str,
        typer.Argument(metavar="[BAS]", help="Revision eller mapp att jämföra från; annars HEAD."),
    ] = "HEAD",
    head: Annotated[
        str | None,
        typer.Argument(
            metavar="[NY]",
            help="Revision eller mapp att jämföra med; annars filerna som de ligger.",
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text, markdown eller json.")
    ] = Format.TEXT,
    findings: Annotated[
        bool,
        typer.Option(
            "--findings/--no-findings",
            help="Pröva båda sidorna och visa vilka anmärkningar som tillkommer och försvinner.",
        ),
    ] = True,
) -> int:
    """Visa vad som har ändrats, möte för möte och ärende för ärende.

    Jämför två revisioner i git, en revision och filerna som de ligger, eller två mappar. Poster
    känns igen på sitt id, också när filen bytt namn. Om skrivsätt, kommentarer och ordning utan
    betydelse sägs inget. En fil som inte går att läsa nämns, och resten jämförs ändå.

    Har main gått vidare sedan grenen skapades visar "vr diff main..." bara det som grenen gör: det
    jämför med main där grenen skildes av, och "vr diff main...gren" likaså fram till en gren.

    Slutar med 0 vad som än har ändrats, 2 när en revision inte finns och 3 när det inte går.

    Exempel: vr diff main
    """
    with _states(context.obj, base, head) as (before, after), working("Jämför"):
        found = difference(before, after, findings=findings)
    if form is Format.JSON:
        out(changes_json(found))
    elif form is Format.MARKDOWN:
        out(changes_markdown(found))
    else:
        out(changes_text(found, colour=colour_wanted()))
    return 0


@contextmanager
def _states(given: Path | None, base: str, head: str | None) -> Iterator[Pair]:
    if head is not None and _is_repo(base) and _is_repo(head):
        yield Folder(Path(base).resolve(), base), Folder(Path(head).resolve(), head)
        return
    for name in (base, head):
        if name is not None and _is_repo(name):
            raise WrongUsage(f"{name} är en mapp: ange två mappar, eller två revisioner.")
    root = root_of(given)
    with Git(root) as git:
        before, new = _revisions(git, base, head)
        if new is None:
            yield before, Folder(root, _WORKING_COPY, before.algorithm)
        else:
            yield before, Revision(git, new, called=_called(new))


def _revisions(git: Git, base: str, head: str | None) -> tuple[Revision, str | None]:
    """What to compare from, and the name of the revision to compare with, unless it is the files.

    `A...B` is from where B left A; `A...` alone is from where what is checked out left it.
    """
    two = parted(base)
    if two is None:
        return Revision(git, base, called=_called(base)), head
    if head is not None and not base.endswith(DOTS):
        raise WrongUsage(f"”{base}” är redan två revisioner: stryk ”{head}”.")
    new = head or (None if base.endswith(DOTS) else two[1])
    left = git.left_at(two[0], new or "HEAD")
    by_name = "" if _called(two[0]) != two[0] else f"{two[0]} vid "
    return Revision(git, left, called=f"{by_name}{left[:_SHORT]}"), new


def _called(revision: str) -> str:
    """The revision as it is told of: a commit's whole name says no more than its beginning."""
    return revision[:_SHORT] if _COMMIT.fullmatch(revision) else revision


def _is_repo(name: str) -> bool:
    try:
        return (Path(name) / DATA).is_dir()
    except (OSError, ValueError):  # a name that no file may have is none of a folder
        return False
