"""`vr minutes adjust`, `vr minutes dispatch` and `vr minutes correct`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.building import Force
from vrtool.cli.clock import today_or
from vrtool.cli.minutes_documents import opened
from vrtool.cli.minutes_mail import mail
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say, tell_written
from vrtool.dates import swedish_date
from vrtool.edit.minutes_adjust import Adjusting, unadjust, waiting
from vrtool.edit.minutes_adjust import adjust as adjust_minutes
from vrtool.edit.minutes_correct import correct as correct_minutes
from vrtool.edit.minutes_correct import refuse_unsettled
from vrtool.edit.minutes_dispatch import Outgoing, refuse_otherwise, refuse_unsendable
from vrtool.edit.minutes_dispatch import dispatch as dispatch_minutes
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.planning.approvals import approver
from vrtool.planning.demands import DISPATCHED, Demands
from vrtool.planning.recipients import concerned
from vrtool.register import choose
from vrtool.register.describe import parties, people, the_minutes
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import join, sentence

_MEETING = typer.Argument(metavar="MÖTE", help="Mötets id, eller FORUM@DATUM (or@11feb).")
_DATE = typer.Option("--date", metavar="DATUM", help="Dagen det skedde, som 2031-02-14.")


# Adjusting


def adjust(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="PERSONER", help="Vilka som justerade. Id eller namn, komma mellan."
        ),
    ] = None,
    on: Annotated[str | None, _DATE] = None,
    sign: Annotated[
        bool, typer.Option("--sign", help="Det var en underskrift, av den som ledde mötet.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Ta tillbaka den senaste justeringen.")
    ] = False,
) -> None:
    """Anteckna vilka som har justerat, och när.

    När alla som ska justera har gjort det låses texten: en ändring efter det syns i vr check, och
    ett fel rättas med vr minutes correct.

    Exempel: vr minutes adjust or@11feb --by "Anna Andersson" --date 2031-02-20
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    if undo:
        asking.refuse_with_undo({"--by": by, "--date": on})
        files, who = unadjust(register.root, chosen.id, signs=sign)
        verb = "undertecknade" if sign else "justerade"
        name = register.person(who)
        out(f"Det är inte längre antecknat att {name} {verb} {the_minutes(register, chosen)}:")
        tell_written(files)
        return
    named, day = _adjusted(register, chosen, by, on, sign=sign)
    done = adjust_minutes(register.root, chosen.id, named, day, signs=sign)
    verb = "undertecknades" if sign else "justerades"
    the = sentence(the_minutes(register, chosen))
    out(f"{the} {verb} {swedish_date(day)} av {people(register, named)}:")
    _tell_adjusted(register, chosen, done)


def _adjusted(
    register: Register, meeting: Meeting, by: str | None, on: str | None, *, sign: bool
) -> tuple[tuple[str, ...], date]:
    """Who signed or adjusted, by id, and when; on a terminal those who are yet to are proposed."""
    left = waiting(Demands(register), meeting)
    proposed = ", ".join(one.who for one in left if one.who and one.signs is sign)
    verb = "undertecknade" if sign else "justerade"
    names, day = asking.answers(
        Question("--by", by, f"Vem {verb} (id eller namn, komma mellan)", proposed or None),
        Question("--date", on, "Vilken dag", today_or(None).isoformat()),
    )
    found = tuple(dict.fromkeys(choose.person_id(register, n) for n in asking.listed(names)))
    if not found:
        raise WrongUsage(f"Ange vem som {verb}, med --by.")
    if sign and len(found) > 1:
        raise WrongUsage("Bara en person undertecknar. De andra justerar: kör utan --sign.")
    return found, choose.day(day)


def _tell_adjusted(register: Register, meeting: Meeting, done: Adjusting) -> None:
    tell_written(done.files)
    if done.besides:
        names = people(register, done.besides)
        say(f"Enligt arbetsformerna är det andra som justerar än {names}: kör vr check.")
    demands = Demands(register)
    for signs, task in ((True, "underteckna"), (False, "justera")):
        left = [approver(demands, one) for one in done.waiting if one.signs is signs]
        if left:
            out(f"Kvar att {task}: {join(left)}.")
    if done.waiting:
        return
    if meeting.minutes and meeting.minutes.dispatched:
        out(f"Nästa steg: vr minutes build {meeting.id}")
    else:
        out(f"Nästa steg: vr minutes dispatch {meeting.id}")


# Sending out


def dispatch(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    on: Annotated[str | None, _DATE] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="PARTER", help="Vilka parter de går till, om inte till alla."),
    ] = None,
    others: Annotated[
        list[str] | None,
        typer.Option("--other", metavar="NAMN", help="Någon annan de går till; kan upprepas."),
    ] = None,
    no_mail: Annotated[
        bool, typer.Option("--no-mail", help="Anteckna bara, gör inga utkast till e-post.")
    ] = False,
    mail_only: Annotated[
        bool, typer.Option("--mail-only", help="Gör bara utkasten, anteckna inget.")
    ] = False,
    force: Force = False,
) -> int:
    """Gör utkast till e-post, och anteckna att det går ut.

    Ett utkast till varje part hamnar i build/ under mötets id, i mappen utskick, med
    anteckningarna som PDF. Öppna dem i ditt e-postprogram och skicka; vr sänder ingenting.
    Adresserna står i data/contacts.yaml.

    Exempel: vr minutes dispatch or@11feb --date 2031-02-21
    """
    if no_mail and mail_only:
        raise WrongUsage("--no-mail och --mail-only tar ut varandra: utelämna en av dem.")
    held = opened(context.obj, meeting)
    register, chosen = held.register, held.meeting
    outgoing = _outgoing(register, chosen, on, to, others or (), mail_only=mail_only)
    refuse_unsendable(register, chosen, outgoing.date)
    if not mail_only:
        refuse_otherwise(register, chosen, outgoing)
    for warning in _warnings(register, chosen, outgoing):
        say(warning)
    if not no_mail and not mail(held, outgoing, force=force, only=mail_only):
        return 1
    if not mail_only:
        files = dispatch_minutes(register.root, chosen.id, outgoing)
        out(f"Antecknat: {the_minutes(register, chosen)} sänds ut {swedish_date(outgoing.date)}.")
        tell_written(files)
    return 0


def _outgoing(  # noqa: PLR0913 - what was given on the command line
    register: Register,
    meeting: Meeting,
    on: str | None,
    to: str | None,
    others: Sequence[str],
    *,
    mail_only: bool,
) -> Outgoing:
    """When and to whom; for drafts alone, as it is recorded where nothing else is given.

    Others are those named and, by the norms, those whom a matter concerns.
    """
    known = meeting.minutes.dispatched if meeting.minutes and mail_only else None
    named = [" ".join(name.split()) for name in others]
    if not all(named):
        raise WrongUsage("--other: skriv namnet på mottagaren.")
    if known and to is None and not named:
        receiving, besides = known.to, known.others
    else:
        receiving = _parties(register, to)
        asked = concerned(Demands(register), meeting) if to is None else ()
        besides = tuple({name.casefold(): name for name in (*named, *asked)}.values())
    if known and on is None:
        return Outgoing(known.date, receiving, besides)
    question = f"Vilken dag sänds {word(register, 'minutes').the} ut"
    return Outgoing(asking.day(on, question), receiving, besides)


def _parties(register: Register, to: str | None) -> tuple[str, ...] | None:
    """The parties by id, None for all of them."""
    if to is None:
        return None
    found = tuple(dict.fromkeys(choose.party_id(register, n) for n in asking.listed(to)))
    if not found:
        raise WrongUsage("--to: skriv vilka de går till, eller utelämna det för alla.")
    return None if {*found} == {*register.structure.parties} else found


def _warnings(register: Register, meeting: Meeting, outgoing: Outgoing) -> Iterator[str]:
    """What is not as it should be, though it stops nothing."""
    demands, minutes = Demands(register), word(register, "minutes")
    left = [approver(demands, one) for one in waiting(demands, meeting)]
    if left:
        settled = minutes.agree("justerad", "justerat", "justerade")
        yield f"{sentence(minutes.the)} är inte {settled} av {join(left)}."
    missed = [p for p in register.structure.parties if outgoing.to and p not in outgoing.to]
    if missed and demands.asked(DISPATCHED, meeting.forum, meeting.date):
        yield (
            f"Enligt arbetsformerna går {minutes.the} till alla {word(register, 'party').many}, "
            f"också till {parties(register, missed)}."
        )


# Correcting


def correct(
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    item: Annotated[
        str | None,
        typer.Option(
            "--item", metavar="PUNKT", help="Punktens nummer, id eller rubrik; annars det hela."
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Hur det ska stå.")
    ] = None,
    on: Annotated[str | None, _DATE] = None,
) -> None:
    """Rätta ett fel i anteckningar som är justerade.

    Det justerade står kvar som det var, och rättelsen läggs till med sin dag.

    Exempel: vr minutes correct or@11feb --item 3 --text "Ska vara 12 mars." --date 2031-03-01
    """
    register = open_register(context.obj)
    chosen = asking.meeting(register, meeting)
    minutes = refuse_unsettled(Demands(register), chosen)
    if text is None and item is None and asking.on_terminal():
        item = asking.asked("Vilken punkt (Enter om det gäller det hela)", "") or None
    about = choose.item(chosen, item).id if item else None
    reads, day = asking.answers(
        Question("--text", text, "Hur ska det stå"),
        Question("--date", on, "Vilken dag rättas det", today_or(None).isoformat()),
    )
    if not reads.strip():
        raise WrongUsage("--text: skriv hur det ska stå.")
    files = correct_minutes(register.root, chosen.id, reads.strip(), choose.day(day), about)
    out(f"{sentence(the_minutes(register, chosen))} har en rättelse:")
    tell_written(files)
    again = f", sedan vr minutes dispatch {chosen.id} --mail-only" if minutes.dispatched else ""
    out(f"Nästa steg: vr minutes build {chosen.id}{again}")
