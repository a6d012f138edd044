"""`vr matter new`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import typer

from vrtool.cli import asking
from vrtool.cli.asking import Question
from vrtool.cli.clock import Today, today_or
from vrtool.cli.repo import open_register
from vrtool.cli.streams import out, say, tell_written
from vrtool.edit.matters import Made, NewMatter, new_matter
from vrtool.errors import WrongUsage
from vrtool.model.matter import Goal, Logic
from vrtool.register import choose
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import join

_UNKNOWN = "-"
"""What is answered on the terminal where a thing is not known."""

Title: TypeAlias = Annotated[
    str | None, typer.Option("--title", metavar="RUBRIK", help="Ärendets rubrik.")
]
Initiator: TypeAlias = Annotated[
    str | None,
    typer.Option("--initiator", metavar="NAMN", help="Parten eller forumet som väckte det."),
]
Raised: TypeAlias = Annotated[
    str | None, typer.Option("--raised", metavar="DATUM", help="Dagen det väcktes.")
]
Topics: TypeAlias = Annotated[
    str | None,
    typer.Option("--topics", metavar="ÄMNEN", help="Vad det handlar om, med komma mellan."),
]
Ending: TypeAlias = Annotated[
    Goal | None,
    typer.Option("--goal", metavar="MÅL", help="position, anchoring eller information."),
]
Travelling: TypeAlias = Annotated[
    Logic | None, typer.Option("--logic", metavar="LOGIK", help="case eller process.")
]
Following: TypeAlias = Annotated[
    str | None,
    typer.Option("--process", metavar="TYP", help="Den långa process som ärendet följer."),
]
Year: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year", metavar="ÅR", min=1900, max=2199, help="Numrets år; annars året det väcktes."
    ),
]


def new(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    title: Title = None,
    initiator: Initiator = None,
    raised: Raised = None,
    topics: Topics = None,
    goal: Ending = None,
    logic: Travelling = None,
    process: Following = None,
    year: Year = None,
    today: Today = None,
) -> None:
    """Gör ett nytt ärende med nästa lediga nummer.

    Utan --title frågar kommandot efter det som behövs.

    Exempel: vr matter new --title "Gemensam växel" --goal position --raised 2031-03-04
    """
    register = open_register(context.obj)
    if title is None:
        (title,) = asking.answers(Question("--title", None, "Ärendets rubrik"))
        initiator, raised, goal = _asked(register, initiator, raised, goal, today_or(today))
    heading = " ".join(title.split())
    if not heading:
        raise WrongUsage("Ärendet måste ha en rubrik.")
    day = choose.day(raised) if raised else None
    kind = choose.process_id(register, process) if process else None
    wanted = NewMatter(
        title=heading,
        year=year or (day or today_or(today)).year,
        initiator=choose.party_or_forum_id(register, initiator) if initiator else None,
        raised=day,
        topics=tuple(choose.topic_id(register, name) for name in asking.listed(topics)),
        goal=goal,
        logic=logic or (Logic.PROCESS if kind else None),
        process=kind,
    )
    _tell(new_matter(register.root, wanted), heading)


def _tell(made: Made, heading: str) -> None:
    if made.namesakes:
        say(f"Samma rubrik har {join(made.namesakes)}. Se efter att det inte är samma ärende.")
    out(f"Nytt ärende {made.id} ”{heading}”:")
    tell_written(made.written)
    out(
        f"Nästa steg: fyll i filen, och skriv matter: {made.id} på en punkt i ett mötes dagordning."
    )


def _asked(
    register: Register, initiator: str | None, raised: str | None, goal: Goal | None, today: date
) -> tuple[str | None, str | None, Goal | None]:
    """What else was left out, from the one who has just told the title."""
    party = word(register, "party").one
    goals = join([one.value for one in Goal], "eller")
    who = f"Vem väckte det ({party} eller forum, {_UNKNOWN} om det inte är känt)"
    when = f"Vilken dag ({_UNKNOWN} om den inte är känd)"
    by, day, end_in = asking.answers(
        Question("--initiator", initiator, who, _UNKNOWN),
        Question("--raised", raised, when, today.isoformat()),
        Question("--goal", goal.value if goal else None, f"Mål ({goals})", Goal.POSITION.value),
    )
    return _unless_unknown(by), _unless_unknown(day), _goal(end_in)


def _unless_unknown(answer: str) -> str | None:
    return None if answer == _UNKNOWN else answer


def _goal(answer: str) -> Goal:
    try:
        return Goal(answer)
    except ValueError as error:
        known = join([one.value for one in Goal])
        raise WrongUsage(f"”{answer}” är inget mål. Välj bland {known}.") from error
