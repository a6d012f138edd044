"""Completion while typing: what a shell asks for, and the ids it may be answered with.

Typer's own machinery speaks with the shells.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer._completion_classes as typers
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
)

from vrtool.cli.shells import VARIABLE
from vrtool.cli.streams import out

# Typer would have rich, which takes longer than all else here, take out markup there is none of.
setattr(typers, "_sanitize_help_text", str)  # noqa: B010 - a private name, known to no type checker


class _Answers(ShellComplete):
    """What may stand where the word being typed stands; files are the shell's own to offer."""

    helpful = True

    def __init__(self, command: Any, rearranged: Callable[[list[str]], list[str]]) -> None:  # noqa: ANN401 - Typer's classes are private
        super().__init__(command, {}, "vr", VARIABLE)
        self._rearranged = rearranged

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The words that may stand there, each with what it means where the shell can show it."""
        words = self._rearranged(args)
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, words)
        asked, start = _resolve_incomplete(context, args, incomplete)
        if metavar := getattr(asked, "metavar", None):
            # The ids are found by what knows the records, which is much to import for a noun.
            from vrtool.cli.typed_ids import begun  # noqa: PLC0415

            root = context.find_root().params.get("root")  # as typed, not yet a path
            ids = begun(metavar, Path(root) if root else None, start)
            if ids is not None:
                return [CompletionItem(one) for one in ids]
        offered = asked.shell_complete(context, start)
        return [self._shown(one) for one in offered if one.type == "plain"]

    def _shown(self, one: CompletionItem) -> CompletionItem:
        told = one.help.replace("...", "…") if one.help and self.helpful else None
        return CompletionItem(one.value, help=told)


class _Bash(_Answers, typers.BashComplete):
    """Words only."""


class _Zsh(_Answers, typers.ZshComplete):
    """Words with what they mean."""


class _Fish(_Answers, typers.FishComplete):
    """Words with what they mean."""


class _PowerShell(_Answers, typers.PowerShellComplete):
    """Words only: older ones read what is said in the console's own encoding."""

    helpful = False


_SHELLS: dict[str, type[_Answers]] = {
    "complete_bash": _Bash,
    "complete_zsh": _Zsh,
    "complete_fish": _Fish,
    "complete_powershell": _PowerShell,
}


def asked() -> bool:
    """Whether it is a shell that asks, and not a person."""
    return bool(os.environ.get(VARIABLE))


def answer(command: Any, rearranged: Callable[[list[str]], list[str]]) -> int:  # noqa: ANN401 - see above
    """Answer the shell, for the command with all its own; gives the exit code.

    `rearranged` puts the words of a line as the command is to read them. A line that cannot be
    understood, or a shell that is unknown, is answered with nothing: whoever is typing is not to
    be disturbed.
    """
    shell = _SHELLS.get(os.environ[VARIABLE])
    if shell is None:
        return 1
    try:
        said = shell(command, rearranged).complete()
    except SystemExit as told:  # how fish is told whether there is anything to ask for
        return int(bool(told.code))
    except Exception:  # noqa: BLE001 - see above
        return 1
    out(said)
    return 0
