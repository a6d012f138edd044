"""What was left out of a command: asked for on a terminal, named in a script."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import typer

from vrtool.cli.clock import today_or
from vrtool.cli.streams import say
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.register import Register
from vrtool.text import join, sentence


@dataclass(frozen=True, slots=True)
class Question:
    """What a command must know: the option that tells it, what was given, and how it is asked.

    `default` is the answer of whoever only presses Enter.
    """

    option: str
    given: str | None
    text: str
    default: str | None = None


def on_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def answers(*questions: Question) -> list[str]:
    """What was given for each, or is answered now.

    Raises WrongUsage, naming every option that is lacking, where there is nobody to ask.
    """
    lacking = [question.option for question in questions if question.given is None]
    if lacking and not on_terminal():
        raise WrongUsage(f"Ange {join(lacking)}.")
    return [
        question.given if question.given is not None else asked(question.text, question.default)
        for question in questions
    ]


def asked(text: str, default: str | None = None) -> str:
    """The answer to a question on the terminal, on the stream that is not the command's result."""
    return str(typer.prompt(text, default=default, err=True)).strip()


def meeting(register: Register, text: str) -> Meeting:
    """The meeting meant; where several fit and somebody is there to ask, the one they choose.

    Raises WrongUsage where none fits or it stays open which.
    """
    try:
        return choose.meeting(register, text)
    except choose.SeveralFitError as several:
        if not on_terminal():
            raise
        return one_of(register, several.meetings)


def one_of(register: Register, meetings: Sequence[Meeting]) -> Meeting:
    """Ask which meeting is meant; without a terminal to ask at, say that it must be named."""
    if not on_terminal():
        raise WrongUsage(f"Flera möten passar: {join([m.id for m in meetings])}. Skriv vilket.")
    for number, one in enumerate(meetings, start=1):
        say(f"{number:>3}. {one.id}  {sentence(meeting_name(register, one))}")
    answer = asked("Vilket möte (nummer)")
    if not (answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(meetings)):
        raise WrongUsage(f"”{answer}” är inget av numren 1–{len(meetings)}.")
    return meetings[int(answer) - 1]


def day(given: str | None, question: str) -> date:
    """The day that `--date` gives, or is answered now; whoever only presses Enter means today.

    Raises WrongUsage where there is nobody to ask, or for what is no date.
    """
    today = today_or(None).isoformat()
    (text,) = answers(Question("--date", given, question, today))
    return choose.day(text)


def refuse_with_undo(options: Mapping[str, str | None]) -> None:
    """Raise WrongUsage for the options that were given with `--undo` and say nothing there."""
    given = [option for option, value in options.items() if value is not None]
    if given:
        raise WrongUsage(f"--undo tar tillbaka det som står: utelämna {join(given)}.")


def listed(text: str | None) -> list[str]:
    """The names of a list with commas between."""
    return [name.strip() for name in (text or "").split(",") if name.strip()]


def agreed(question: str, option: str) -> bool:
    """Whether somebody at the terminal says yes.

    Raises WrongUsage, naming the option that says yes beforehand, where there is nobody to ask.
    """
    if not on_terminal():
        raise WrongUsage(f"Inget är skrivet. Ange {option} för att skriva utan fråga.")
    answer = asked(f"{question} (ja/nej)", "nej")
    return answer.casefold() in {"j", "ja", "y", "yes"}
