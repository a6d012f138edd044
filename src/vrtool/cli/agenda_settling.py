"""`vr agenda fix` and `vr agenda send`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say, tell_written
from vrtool.dates import swedish_date
from vrtool.edit.agendas import Fixing, unfix
from vrtool.edit.agendas import fix as fix_agenda
from vrtool.edit.notices import Notice, Sending, unsend
from vrtool.edit.notices import send as send_notice
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.describe import meeting_name, people, the_agenda, the_notice
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import sentence

_PEOPLE = "Id eller namn, med komma mellan."

_Meeting: TypeAlias = Annotated[
    str, typer.Argument(metavar="MÖTE", help="Mötets id, eller FORUM@DATUM (or@11feb).")
]
_Day: TypeAlias = Annotated[
    str | None,
    typer.Option("--date", metavar="DATUM", help="Dagen det skedde, som 2031-02-14."),
]
_Undo: TypeAlias = Annotated[
    bool, typer.Option("--undo", help="Ta tillbaka det som antecknats senast.")
]
_Fixers: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="PERSONER",
        help=f"Vilka som fastställde; annars de som gör det enligt arbetsformerna. {_PEOPLE}",
    ),
]
_Support: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--support", metavar="PERSONER", help=f"Vilka som gav stöd vid beredningen. {_PEOPLE}"
    ),
]
_To: TypeAlias = Annotated[
    str | None,
    typer.Option("--to", metavar="PARTER", help="Vilka parter den gick till, om inte till alla."),
]
_Sender: TypeAlias = Annotated[
    str | None, typer.Option("--by", metavar="PERSON", help="Vem som sände den.")
]
_Officials: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--officials",
        metavar="PERSONER",
        help=f"Vilka tjänstepersoner som kallades: all, eller vilka. {_PEOPLE}",
    ),
]


def fix(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: _Meeting,
    by: _Fixers = None,
    support: _Support = None,
    on: _Day = None,
    undo: _Undo = False,
) -> None:
    """Anteckna att dagordningen är fastställd.

    Ändras en punkt eller dess underlag efteråt syns det i kallelsen, tills dagordningen fastställs
    på nytt: kör då kommandot igen, med den nya dagen.

    Exempel: vr agenda fix or@11feb --date 2031-01-31
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    if undo:
        asking.refuse_with_undo({"--by": by, "--support": support, "--date": on})
        files = unfix(register.root, chosen.id)
        out(f"Det är inte längre antecknat att {the_agenda(register, chosen)} har fastställts:")
        tell_written(files)
        return
    fixers, supporters = _people(register, by), _people(register, support)
    day = asking.day(on, f"Vilken dag fastställdes {word(register, 'agenda').the}")
    done = fix_agenda(register.root, chosen.id, day, fixers, supporters)
    _tell_fixed(register, chosen, day, done)


def _people(register: Register, names: str | None) -> tuple[str, ...]:
    return tuple(choose.person_id(register, name) for name in asking.listed(names))


def _tell_fixed(register: Register, meeting: Meeting, day: date, done: Fixing) -> None:
    if done.changed:
        say(done.changed)
    for title in done.lacking:
        say(f"Vem som är {title} {swedish_date(day)} är inte känt.")
    if done.unsupported:
        say(
            f"Förra gången gav {people(register, done.unsupported)} sitt stöd, och det står inte "
            "längre. Gäller det nu också: ange --support."
        )
    again = " på nytt" if done.again else ""
    out(
        f"{sentence(the_agenda(register, meeting))} fastställdes{again} {swedish_date(day)} av "
        f"{people(register, done.by)}:"
    )
    tell_written(done.files)
    notice = word(register, "notice").the
    out(f"Nästa steg: vr agenda build {meeting.id}, och vr agenda send när {notice} har gått ut.")


def send(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: _Meeting,
    on: _Day = None,
    to: _To = None,
    by: _Sender = None,
    officials: _Officials = None,
    undo: _Undo = False,
) -> None:
    """Anteckna att kallelsen har gått ut, och lås punkternas nummer.

    Punkter som kommer till efteråt blir en tilläggslista. När den går ut: kör kommandot igen. Med
    --undo tas det senaste utskicket tillbaka. Inget sänds av kommandot.

    Exempel: vr agenda send or@11feb --date 2031-02-03 --officials all
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    if undo:
        asking.refuse_with_undo({"--date": on, "--to": to, "--by": by, "--officials": officials})
        _tell_unsent(register, chosen, unsend(register.root, chosen.id))
        return
    notice = Notice(
        to=tuple(choose.party_id(register, name) for name in asking.listed(to)),
        by=choose.person_id(register, by) if by else None,
        officials=_called(register, officials),
        sent=asking.day(on, f"Vilken dag gick {word(register, 'notice').the} ut"),
    )
    _tell_sent(register, chosen, notice, send_notice(register.root, chosen.id, notice))


def _called(register: Register, text: str | None) -> tuple[str, ...] | None:
    """The officials called; none named for all of them, None where nothing is said."""
    if text is None:
        return None
    names = asking.listed(text)
    if not names:
        raise WrongUsage("--officials: skriv all, eller vilka som kallades.")
    return () if names == ["all"] else _people(register, text)


def _tell_sent(register: Register, meeting: Meeting, notice: Notice, done: Sending) -> None:
    for warning in done.warnings:
        say(warning)
    what = sentence(_what(register, meeting, done))
    out(f"{what} gick ut {swedish_date(notice.sent)}{_points(done)}:")
    tell_written(done.files)
    out(f"Nästa steg: vr minutes start {meeting.id}, när mötet är hållet.")


def _points(done: Sending) -> str:
    """*, med punkt 5*, *, med punkterna 1–5*."""
    frozen = sorted(done.numbers.values())
    if len(frozen) < 2:  # noqa: PLR2004 - one has no span
        return "".join(f", med punkt {number}" for number in frozen)
    return f", med punkterna {frozen[0]}–{frozen[-1]}"


def _tell_unsent(register: Register, meeting: Meeting, done: Sending) -> None:
    what = _what(register, meeting, done)
    out(f"Det är inte längre antecknat att {what} har gått ut:")
    tell_written(done.files)


def _what(register: Register, meeting: Meeting, done: Sending) -> str:
    if done.late:
        return f"tilläggslistan till {meeting_name(register, meeting)}"
    return the_notice(register, meeting)
