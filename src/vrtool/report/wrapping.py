"""Text in lines of 80 columns, for what is read as sentences and not as a table."""

from __future__ import annotations

from textwrap import wrap

from vrtool.text import printable

WIDTH = 80


def wrapped(text: str, *, head: str = "", indent: int = 0) -> list[str]:
    """The text in lines, indented; the first of them begins with the head."""
    return wrap(
        printable(text.replace("\n", " ")),
        width=WIDTH,
        initial_indent=f"{head:<{indent}}",
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
