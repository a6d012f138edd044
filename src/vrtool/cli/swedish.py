"""Typer's own words in Swedish: headings of the help, and what is said of wrong usage."""

from __future__ import annotations

import re
from typing import Any

import typer.core
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)

from vrtool.text import did_you_mean, printable

_WORDS = {
    "Arguments": "Argument",
    "Options": "Flaggor",
    "Commands": "Kommandon",
    "default: {default}": "annars: {default}",
    "required": "måste anges",
    "(dynamic)": "(beräknas)",
    "env var: {var}": "miljövariabel: {var}",
    "Missing command.": "Ange ett kommando.",
    "No such command {name!r}.": "Det finns inget kommando ”{name}”.",
}
_USAGE = "Användning: "


def _in_swedish(text: str) -> str:
    return _WORDS.get(text, text)


# Typer asks gettext for these and ships no Swedish; there is no other place to hand them in.
setattr(typer.core, "_", _in_swedish)  # noqa: B010 - a private name, known to no type checker


class _Swedish:
    """What a command and a group of commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own classes are private
        """Write the usage line."""
        pieces = [_METAVARS.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_USAGE)

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - see above
        """The help option, explained in Swedish."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option


_METAVARS = {"[OPTIONS]": "[FLAGGOR]", "COMMAND [ARGS]...": "KOMMANDO …"}


class SwedishCommand(_Swedish, typer.core.TyperCommand):
    """A command that speaks Swedish."""


class SwedishGroup(_Swedish, typer.core.TyperGroup):
    """A group of commands that speaks Swedish."""


def usage_message(error: ClickException) -> str:
    """What is wrong with how the command was given, in one Swedish sentence or two."""
    if isinstance(error, NoArgsIsHelpError):
        return error.message
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "vr"
    return f"{_what(error)}\nSe {path} --help."


def _what(error: ClickException) -> str:
    if isinstance(error, NoSuchOption):
        guess = did_you_mean(error.option_name, list(error.possibilities or ()))
        return f"Det finns ingen flagga {printable(error.option_name)}.{guess}"
    if isinstance(error, MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "ett värde"
        return f"{printable(name)} måste anges."
    if isinstance(error, BadParameter):
        hint = error.param.opts[0] if error.param and error.param.opts else ""
        return f"Värdet för {hint} går inte att använda: {_value(error.message)}"
    if isinstance(error, BadOptionUsage):
        value = "inget värde" if "does not take" in error.message else None
        name = printable(error.option_name)
        return f"{name} tar {value}." if value else f"{name} saknar sitt värde."
    return _other(error)


def _value(message: str) -> str:
    """What is said of a bad value; of a choice, the words there are."""
    if "is not a valid int" in message:
        return "skriv ett heltal."
    _, mark, choices = message.partition("is not one of ")
    return f"välj bland {printable(choices)}" if mark else printable(message)


def _other(error: ClickException) -> str:
    message = error.message
    unknown = re.match("Det finns inget kommando ”(.*?)”\\.", message, re.DOTALL)
    context = getattr(error, "ctx", None)
    if unknown and context:
        guess = did_you_mean(unknown[1], context.command.list_commands(context))
        return f"{printable(unknown[0])}{guess}"
    for english, swedish in _OTHERS:
        if english in message:
            return f"{swedish} ({printable(message.rpartition('(')[2].rstrip(')'))})."
    return printable(message)


_OTHERS = (("Got unexpected extra argument", "Det står för mycket på raden"),)
