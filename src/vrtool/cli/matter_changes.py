"""`vr matter follow-up`, `close` and `withdraw`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.clock import today_or
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say, tell_written
from vrtool.edit.follow_up import Deed, end
from vrtool.edit.follow_up import follow_up as record
from vrtool.errors import WrongUsage
from vrtool.model.matter import Status, Taken
from vrtool.register import choose
from vrtool.register.describe import matter_name
from vrtool.register.words import word
from vrtool.text import join, sentence

Chosen: TypeAlias = Annotated[
    str, typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")
]
Party: TypeAlias = Annotated[
    str | None, typer.Option("--party", metavar="PART", help="Den part det gäller.")
]
After: TypeAlias = Annotated[
    str | None, typer.Option("--meeting", metavar="MÖTE", help="Mötet som det är en följd av.")
]
Feedback: TypeAlias = Annotated[
    str | None, typer.Option("--feedback", metavar="ORGAN", help="Där ärendet återfördes hemma.")
]
Decision: TypeAlias = Annotated[
    str | None, typer.Option("--decision", metavar="ORGAN", help="Där parten beslutade.")
]
NotTaken: TypeAlias = Annotated[
    str | None, typer.Option("--not-taken", metavar="SKÄL", help="Varför det inte återfördes.")
]
Day: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="Dagen det skedde.")
]


def follow_up(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    matter: Chosen,
    party: Party = None,
    meeting: After = None,
    feedback: Feedback = None,
    decision: Decision = None,
    not_taken: NotTaken = None,
    on: Day = None,
) -> None:
    """Anteckna vad en part gjorde med ett ärende efter ett möte.

    Ange en av --feedback, --decision och --not-taken; till de två första också --date.

    Exempel: vr matter follow-up 2031-005 --party NAMN --meeting or@11feb
    --feedback kommunstyrelsen --date 2031-06-09
    """
    register = open_register(context.obj)
    chosen = choose.matter(register, matter)
    told = {"--feedback": feedback, "--decision": decision, "--not-taken": not_taken}
    given = [option for option, text in told.items() if text is not None]
    _refuse_several(given, on)
    option = given[0] if given else "--feedback"
    whose, after, text, day = asking.answers(
        Question("--party", party, f"Vilken {word(register, 'party').one}"),
        Question("--meeting", meeting, "Efter vilket möte"),
        Question(join([*told], "eller"), told[option], "I vilket organ återfördes det"),
        Question("--date", on if option != "--not-taken" else "", "Vilken dag", _day_of_clock()),
    )
    if not text.strip():
        raise WrongUsage(f"{option} saknar sitt värde.")
    key, there = choose.party_id(register, whose), asking.meeting(register, after)
    files = record(register.root, chosen.id, _deed(key, there.id, option, text.strip(), day))
    out(f"Antecknat för {register.party(key)} i {matter_name(chosen)}:")
    tell_written(files)
    out("Nästa steg: vr due visar vad som återstår.")


def _refuse_several(given: list[str], on: str | None) -> None:
    if len(given) > 1:
        raise WrongUsage(f"{join(given)} går inte ihop: ange en av dem, och kör en gång för varje.")
    if given == ["--not-taken"] and on is not None:
        raise WrongUsage("--date hör till --feedback och --decision. Ta bort den.")


def _day_of_clock() -> str:
    return today_or(None).isoformat()


def _deed(party: str, meeting: str, option: str, text: str, day: str) -> Deed:
    if option == "--not-taken":
        return Deed(party, meeting, not_taken=text)
    taken = Taken.model_validate({"body": text, "date": choose.day(day).isoformat()})
    if option == "--decision":
        return Deed(party, meeting, decision=taken)
    return Deed(party, meeting, feedback=taken)


def close(context: typer.Context, matter: Chosen) -> None:
    """Avsluta ett ärende. Det som fortfarande är öppet i det sägs, men hindrar inte.

    Exempel: vr matter close 2031-005
    """
    _end(context, matter, Status.CLOSED, "avslutat")


def withdraw(context: typer.Context, matter: Chosen) -> None:
    """Anteckna att ett ärende är tillbakadraget.

    Exempel: vr matter withdraw 2031-005
    """
    _end(context, matter, Status.WITHDRAWN, "tillbakadraget")


def _end(context: typer.Context, matter: str, status: Status, how: str) -> None:
    register = open_register(context.obj)
    chosen = choose.matter(register, matter)
    ended = end(register.root, chosen.id, status)
    for told in ended.still_open:
        say(told)
    out(f"{sentence(matter_name(chosen))} är {how}:")
    tell_written(ended.written)
    out("Nästa steg: vr check.")
