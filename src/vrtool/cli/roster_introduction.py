"""`vr roster introduction`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli import building
from vrtool.cli.building import EVERY_FORM, TEMPLATES, Force, Formats
from vrtool.cli.clock import Today, today_or
from vrtool.cli.progress import working
from vrtool.cli.repo import open_register
from vrtool.cli.streams import near, out, say
from vrtool.dates import swedish_date
from vrtool.documents.introduction import (
    Newcomer,
    introduction_markdown,
    introduction_meta,
    introduction_view,
    newcomers,
)
from vrtool.documents.meta import Format
from vrtool.documents.output import write_files
from vrtool.documents.render import render
from vrtool.errors import WrongUsage
from vrtool.register import choose
from vrtool.register.register import Register
from vrtool.text import join

FOLDER = "introduktion"
_MONTHS = 12
_HALF = 6


def introduction(
    context: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATUM", help="Nya sedan dess; annars det senaste halvåret."
        ),
    ] = None,
    formats: Formats = EVERY_FORM,
    force: Force = False,
    today: Today = None,
) -> int:
    """Visa vilka som är nya, och bygg ett blad åt var och en.

    Bladet säger vilka forum personen är med i, vilka möten som kommer, vilka ärenden som är öppna,
    hur arbetet går till och vad orden betyder. Bladen hamnar i build/introduktion/.

    Exempel: vr roster introduction --since 2031-07-01 --format pdf
    """
    wanted = building.order(formats, draft=False, force=force, open_it=False)
    register, day = open_register(context.obj), today_or(today)
    first = choose.day(since) if since else _half_a_year_before(day)
    if first > day:
        raise WrongUsage(f"{first} ligger efter {day}. Ange en tidigare dag med --since.")
    new = newcomers(register, first, day)
    if not new:
        say(f"Ingen är ny sedan {swedish_date(first)}, såvitt är känt.")
        return 0
    with working("Bygger bladen"):
        made = _sheets(register, new, day, wanted.formats)
    written = write_files(register.root / building.BUILD / FOLDER, made, force=force)
    _tell(register, new, written, first, day)
    return 0


def _sheets(
    register: Register, new: Sequence[Newcomer], day: date, formats: Sequence[Format]
) -> dict[str, bytes]:
    """Each person's sheet in each format, by the name of its file."""
    own = [register.root / TEMPLATES]
    made: dict[str, bytes] = {}
    for newcomer in new:
        view = introduction_view(register, newcomer, day)
        rendered = render(introduction_markdown(view, own), introduction_meta(view), formats, own)
        made |= {f"{newcomer.person}.{form.value}": raw for form, raw in rendered.items()}
    return made


def _tell(
    register: Register, new: Sequence[Newcomer], written: Sequence[Path], first: date, day: date
) -> None:
    out(f"Nya sedan {swedish_date(first)}:")
    for one in new:
        forums = join([register.forum_short_name(forum, day) for forum in one.forums])
        out(f"  {register.person(one.person)}, {swedish_date(one.since)}: {forums}")
    out("Blad till dem:")
    for path in written:
        out(f"  {near(path)}")


def _half_a_year_before(day: date) -> date:
    """The same day six months before, or the last of that month where it has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - _HALF, _MONTHS)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)
