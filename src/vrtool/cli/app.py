"""The commands by noun, each imported only when it is called, and how a run ends."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main
from typer._click.exceptions import ClickException
from typer.exceptions import Abort

from vrtool.cli.shells import VARIABLE
from vrtool.cli.streams import ReaderGoneError, prepare_streams, say
from vrtool.cli.swedish import SwedishGroup, usage_message
from vrtool.errors import CannotDo, WrongUsage

_COMMANDS = {
    "agenda": "Kallelse med dagordning: fastställ den, bygg den, sänd den.",
    "brief": "Underlag för ställningstagande: bygg det, visa dess innehåll.",
    "check": "Pröva alla filer mot arbetsformerna.",
    "completion": "Låt skalet fylla i kommandon och id med tabb.",
    "consultation": "Remisser: visa svaren, bygg sammanställningen.",
    "costs": "Vad samverkan kostar ett år: visa det, bygg det som dokument.",
    "diff": "Vad som har ändrats, i mötens och ärendens ord.",
    "due": "Vad som är försenat, vad som ska göras nu och vad som kommer.",
    "explain": "Förklara en regel eller en norm.",
    "fmt": "Skriv filerna på ett och samma sätt, med kommentarerna kvar.",
    "init": "Gör ett nytt datarepo att fylla i.",
    "matter": "Ärenden: gör ett nytt, visa ett ärendes väg, följ upp det.",
    "meeting": "Möten: lägg in, flytta och ställ in dem, lista dem, visa ett.",
    "minutes": "Anteckningarna från ett möte: börja, bygg, justera, sänd ut, rätta.",
    "norms": "Visa normerna, vad som prövar dem och hur det gått.",
    "process": "Långa processer: var ärendena står i dem, som lista och tidslinje.",
    "roster": "Vem som sitter var: visa det, byt, för in från en tabell.",
    "schema": "JSON Schema för filerna, så att editorn fyller i och förklarar.",
    "status": "Var varje öppet ärende står, nästa steg och vad som hindrar.",
    "template": "Pröva mallarna, medföljande och egna.",
    "year": "Året: stäng det när allt är inskrivet.",
}

USAGE, CANNOT, INTERRUPTED = 2, 3, 130


class _Lazy(SwedishGroup):
    """Imports a command's module when the command is called; the help needs none of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer's private classes
        """The commands by name."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - see above
        """The command, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"vrtool.cli.{cmd_name}_command")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:  # noqa: ANN401, ARG002 - see above
        """The commands that begin so, without importing them."""
        # What a shell asks for is its own small part of the command line, not needed to run one.
        from typer._click.shell_completion import CompletionItem  # noqa: PLC0415

        return [
            CompletionItem(name, help=told)
            for name, told in _COMMANDS.items()
            if name.startswith(incomplete)
        ]

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - see above
        """The list of commands, without importing them."""
        with formatter.section("Kommandon"):
            formatter.write_dl(list(_COMMANDS.items()))


app = typer.Typer(
    cls=_Lazy,
    name="vr",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback()
def _root(
    context: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option(
            "--root", metavar="MAPP", help="Datarepots mapp; annars letas den upp härifrån."
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", "-V", help="Visa versionen.")] = False,  # noqa: ARG001 - answered before Typer starts
) -> None:
    """Förbered ett samverkansråds möten: ärenden, möten och platser i vanliga filer."""
    context.obj = root


def main(arguments: list[str]) -> int:
    """Run a command. Out: the exit code (0, 1 findings, 2 usage, 3 cannot, 130 interrupted)."""
    prepare_streams()
    command = typer.main.get_command(app)
    if os.environ.get(VARIABLE):
        # Only a shell that asks needs what answers it.
        from vrtool.cli.completing import answer  # noqa: PLC0415

        return answer(command, _root_first)
    return _ended(
        lambda: command.main(_root_first(arguments), prog_name="vr", standalone_mode=False)
    )


def _root_first(arguments: list[str]) -> list[str]:
    """`--root` may stand anywhere on the line."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--root" and index + 1 == len(arguments):
            raise WrongUsage("--root saknar sitt värde.\nSe vr --help.")
        if argument == "--root":
            return [*arguments[index : index + 2], *arguments[:index], *arguments[index + 2 :]]
        if argument.startswith("--root="):
            return [argument, *arguments[:index], *arguments[index + 1 :]]
    return arguments


def _ended(work: Callable[[], object]) -> int:
    """How the work ended, as an exit code; what went wrong is said in a sentence."""
    try:
        result = work()
        sys.stdout.flush()
    except (BrokenPipeError, ReaderGoneError):
        # The reader (head, less) has gone: nothing more can be said, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - a user gets a sentence, never a traceback
        message, code = _said(error)
        say(message)
        return code
    if result == INTERRUPTED:  # Typer answers Ctrl-C with the code alone
        say("Avbrutet.")
    return result if isinstance(result, int) else 0


def _said(error: BaseException) -> tuple[str, int]:
    """What is said of an error that ended the run, and the exit code."""
    if isinstance(error, ClickException):
        return usage_message(error), USAGE
    if isinstance(error, WrongUsage):
        return str(error), USAGE
    if isinstance(error, CannotDo):
        return str(error), CANNOT
    if isinstance(error, KeyboardInterrupt | Abort):
        return "Avbrutet.", INTERRUPTED
    return _unexpected(error), CANNOT


def _unexpected(error: BaseException) -> str:
    if os.environ.get("VR_TRACEBACK"):
        traceback.print_exception(error)
    return (
        f"Något gick fel i verktyget ({type(error).__name__}: {error}). Anmäl det gärna; "
        "med miljövariabeln VR_TRACEBACK=1 visas var."
    )
