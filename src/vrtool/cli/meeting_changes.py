"""`vr meeting new`, `vr meeting move` and `vr meeting cancel`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say, tell_written
from vrtool.dates import Hours, forgiving_hours, swedish_date
from vrtool.edit.meetings import cancel as cancel_meeting
from vrtool.edit.meetings import move as move_meeting
from vrtool.edit.new_meeting import Laid, Wanted, lay_out
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Mode
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import sentence

_Meeting: TypeAlias = Annotated[
    str, typer.Argument(metavar="MÖTE", help="Mötets id, eller FORUM@DATUM (or@11feb).")
]
_Reason: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar="SKÄL", help="Varför. Skälet står i kallelsen.")
]
_On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATUM", help="Dagen då det meddelades.")
]
_Forum: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="FORUM", help="Forumets id, kortnamn eller namn.")
]
_First: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="Mötets dag, som 2031-02-14.")
]
_Last: TypeAlias = Annotated[
    str | None, typer.Option("--to", metavar="DATUM", help="Sista dagen, om det är flera.")
]
_Hours: TypeAlias = Annotated[
    str | None, typer.Option("--hours", metavar="TID", help="Från och till, som 13:00–15:00.")
]
_Mode: TypeAlias = Annotated[
    Mode | None, typer.Option("--mode", metavar="SÄTT", help="physical, digital eller hybrid.")
]
_Place: TypeAlias = Annotated[
    str | None, typer.Option("--place", metavar="PLATS", help="Var det hålls.")
]
_NewDay: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="Den nya (första) dagen.")
]


def new(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    forum: _Forum = None,
    on: _First = None,
    to: _Last = None,
    hours: _Hours = None,
    mode: _Mode = None,
    place: _Place = None,
) -> None:
    """Lägg in ett möte, med de punkter som följer med från förr.

    Mötet får ett nytt id och en fil. På dagordningen står föregående mötes anteckningar, öppna
    uppdrag att rapportera om, det som är bordlagt, berett eller återremitterat till forumet, och
    forumets stående punkter.

    Exempel: vr meeting new or --date 2031-02-14 --hours 13:00–15:00 --mode digital
    """
    register = open_register(context.obj)
    forum, day = asking.answers(
        Question("FORUM", forum, "Vilket forum"),
        Question("--date", on, "Vilken dag (ÅÅÅÅ-MM-DD)"),
    )
    if on is None and hours is None:
        hours = asking.asked("Vilken tid, som 13:00–15:00 (Enter om den inte är bestämd)", "")
    wanted = Wanted(
        forum=choose.forum_id(register, forum),
        first=choose.day(day),
        last=_last(choose.day(day), to),
        hours=_hours(hours),
        mode=mode,
        place=" ".join(place.split()) if place else None,
    )
    _tell_new(register, lay_out(register.root, wanted))


def _tell_new(register: Register, done: Laid) -> None:
    for remark in done.remarks:
        say(remark)
    out(f"Nytt möte, {done.meeting.id}: {meeting_name(register, done.meeting)}.")
    tell_written(done.files)
    for carried in done.carried:
        out(f"  Följer med: {carried}")
    out(f"Nästa steg: skriv punkterna i filen, sedan vr agenda build {done.meeting.id}")


def move(
    context: typer.Context,
    meeting: _Meeting,
    to: _NewDay = None,
    reason: _Reason = None,
    on: _On = None,
) -> None:
    """Flytta ett möte till en annan dag. Det behåller sitt id, sina tider och sin längd.

    Exempel: vr meeting move or-2031-02 --date 2031-03-21 --reason "Den 14 mars är klämdag."
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    day, why = asking.answers(
        Question("--date", to, "Till vilken dag (ÅÅÅÅ-MM-DD)"),
        Question("--reason", reason, "Varför"),
    )
    done = move_meeting(register.root, chosen.id, choose.day(day), _said(why), _day(on))
    for remark in done.remarks:
        say(remark)
    now = meeting_name(register, done.meeting)
    out(f"Mötet {chosen.id} är flyttat från {swedish_date(chosen.date)}: nu {now}.")
    tell_written(done.files)
    notice = word(register, "notice")
    told = f": {notice.the} har redan gått ut" if chosen.notice and chosen.notice.sent else ""
    out(f"Nästa steg: meddela dagen, vr agenda build {chosen.id}{told}")


def cancel(
    context: typer.Context, meeting: _Meeting, reason: _Reason = None, on: _On = None
) -> None:
    """Ställ in ett möte. Filen och id:t finns kvar, och säger varför.

    Exempel: vr meeting cancel or-2031-05 --reason "Det finns inga ärenden." --on 2031-08-04
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    (why,) = asking.answers(Question("--reason", reason, "Varför"))
    files = cancel_meeting(register.root, chosen.id, _said(why), _day(on))
    out(f"{sentence(meeting_name(register, chosen))} är inställt.")
    tell_written(files)
    matters = dict.fromkeys(matter for item in chosen.items for matter in item.all_matters)
    if matters:
        out(f"  Ärenden att ta upp vid ett annat möte: {', '.join(matters)}")
    out(f"Nästa steg: meddela det, vr agenda build {chosen.id}")


def _last(first: date, text: str | None) -> date | None:
    last = choose.day(text) if text else None
    if last and last < first:
        raise WrongUsage(f"--to, {swedish_date(last)}, ligger före --date, {swedish_date(first)}.")
    return last if last != first else None


def _hours(text: str | None) -> Hours | None:
    try:
        return forgiving_hours(text) if text else None
    except ValueError as error:
        raise WrongUsage(f"--hours: {error}.") from error


def _said(reason: str) -> str:
    if not reason.strip():
        raise WrongUsage("--reason är tomt. Skriv skälet: det står i kallelsen.")
    return reason.strip()


def _day(text: str | None) -> date | None:
    return choose.day(text) if text else None
