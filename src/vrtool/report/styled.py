"""Lines of styled pieces: plain text in a pipe, colours on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from vrtool.text import printable

Line: TypeAlias = list[tuple[str, str]]
"""Pieces of text, each with a style of rich's (empty for none).

Text from the files may hold anything: control characters in it are shown, never obeyed.
"""


def styled(lines: Sequence[Line], *, colour: bool) -> str:
    """The lines as one text, with ANSI colours where asked for."""
    harmless = [[(printable(piece), style) for piece, style in line] for line in lines]
    if not colour:
        return "\n".join("".join(piece for piece, _ in line).rstrip() for line in harmless)
    # rich costs as much as everything else a small check imports, and only colours need it
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(force_terminal=True, highlight=False, soft_wrap=True)
    with console.capture() as captured:
        for line in harmless:
            console.print(Text.assemble(*line))
    return captured.get().rstrip("\n")
