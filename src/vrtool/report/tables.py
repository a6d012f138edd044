"""Tables for the listing commands: they fit the terminal, and stay one line a row in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from vrtool.text import printable

_ENDLESS = 4000
"""Wide enough for a row never to be folded where no terminal sets a width."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, colour: bool) -> str:
    """Rows under a head. On a terminal wide cells fold; in a pipe nothing does."""
    # A shell that completes a listing command imports it, and needs no table.
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    fits = colour or sys.stdout.isatty()
    console = Console(
        highlight=False,
        force_terminal=colour,
        no_color=not colour,
        width=None if fits else _ENDLESS,
    )
    made = Table(box=SIMPLE_HEAD if colour else None, pad_edge=False, show_edge=False)
    for title in head:
        made.add_column(title, overflow="fold", no_wrap=not fits)
    for row in rows:
        made.add_row(*(Text(printable(cell)) for cell in row))
    with console.capture() as captured:
        console.print(made)
    return "\n".join(line.rstrip() for line in captured.get().rstrip("\n").split("\n"))
