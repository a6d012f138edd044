"""`vr matter renumber`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.repo import open_repo
from vrtool.cli.streams import out, say, tell_written
from vrtool.edit.matter_ids import is_matter_id, next_id
from vrtool.edit.renumbering import Bearers, Mention, Renumbered, Wish, bearers, renumber
from vrtool.errors import WrongUsage
from vrtool.register import choose
from vrtool.register.load import readable
from vrtool.register.register import Register

_NONE = "-"
"""What is answered on the terminal for none of them."""


Old: TypeAlias = Annotated[
    str, typer.Argument(metavar="ÄRENDE", help="Ärendet som ska byta nummer.")
]
New: TypeAlias = Annotated[str | None, typer.Argument(metavar="[NYTT]", help="Det nya numret.")]
Next: TypeAlias = Annotated[bool, typer.Option("--next", help="Ta årets nästa lediga nummer.")]
File: TypeAlias = Annotated[
    str | None,
    typer.Option("--file", metavar="FIL", help="Vilken fil, när två har samma nummer."),
]
Meetings: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--meetings", metavar="MÖTEN", help="De möten som menar just den filen, med komma mellan."
    ),
]


def renumber_matter(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    old: Old,
    new: New = None,
    take_next: Next = False,
    file: File = None,
    meetings: Meetings = None,
) -> None:
    """Ge ett ärende ett annat nummer, överallt där det nämns.

    Har två grenar gett samma nummer till var sitt ärende: ange med --file vilken fil som ska byta.
    Det som nämner numret hör då till den andra, utom mötena i --meetings.

    Exempel: vr matter renumber 2031-014 --next --file 2031-014-gemensam-vaxel.yaml
    """
    if new is not None and take_next:
        raise WrongUsage("Ange antingen det nya numret eller --next, inte båda.")
    loaded = open_repo(context.obj)
    register = readable(loaded)
    key = choose.matter(register, old).id
    found = bearers(loaded, key)
    chosen = Path(file).name if file else _file(found, key)
    number = None if take_next else _number(register, key, new)
    with_it = asking.listed(meetings) if meetings is not None else _meetings(found, chosen)
    moving = tuple(choose.meeting(register, name).id for name in with_it)
    _tell(key, renumber(register.root, Wish(key, number, chosen, moving)))


def _number(register: Register, key: str, given: str | None) -> str:
    default = next_id(register, int(key[:4])) if is_matter_id(key) else None
    question = Question("det nya numret eller --next", given, "Nytt nummer", default)
    return asking.answers(question)[0]


def _tell(key: str, done: Renumbered) -> None:
    out(f"Ärendet har nu nummer {done.new}:")
    tell_written(done.written)
    out(f"Borttagen, eftersom filen har bytt namn: {done.gone}")
    _tell_staying(key, done.staying)
    out("Nästa steg: vr check.")


def _file(found: Bearers, key: str) -> str | None:
    """Which file is meant, where several have the number and somebody is there to answer."""
    if len(found.files) == 1 or not asking.on_terminal():
        return None
    for number, path in enumerate(found.files, start=1):
        say(f"{number:>3}. {path}")
    (answer,) = asking.answers(Question("--file", None, f"Vilken ska byta från {key} (nummer)"))
    if not (answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(found.files)):
        raise WrongUsage(f"”{answer}” är inget av numren 1–{len(found.files)}.")
    return found.files[int(answer) - 1]


def _meetings(found: Bearers, file: str | None) -> list[str]:
    if len(found.files) == 1 or not found.meetings or not asking.on_terminal():
        return []
    for mention in found.mentions:
        say(f"  {_place(mention)}")
    question = f"Vilka möten menar {file} (id, med komma mellan, {_NONE} för inget)"
    (answer,) = asking.answers(Question("--meetings", None, question, _NONE))
    return asking.listed(answer) if answer != _NONE else []


def _tell_staying(key: str, staying: Sequence[Mention]) -> None:
    if not staying:
        return
    say(f"Det här nämner fortfarande {key}, som den andra filen har kvar:")
    for mention in staying:
        say(f"  {_place(mention)}")
    if any(mention.meeting for mention in staying):
        say(f"Menar något av mötena det nya numret, byt {key} mot det i mötets fil.")


def _place(mention: Mention) -> str:
    return f"{mention.path}: {mention.item}" if mention.item else mention.path
