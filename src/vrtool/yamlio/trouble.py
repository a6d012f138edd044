"""Where and in what a parser stopped, with the text around it at hand."""

from __future__ import annotations

from dataclasses import dataclass

from vrtool.yamlio.characters import Lines
from vrtool.yamlio.document import Fault, FaultKind
from vrtool.yamlio.events import MarkedYAMLError, YAMLError


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where a parser stopped (`line`, `column`), inside what, and where that began."""

    context: str
    problem: str
    line: int
    column: int
    since: tuple[int, int]
    lines: Lines

    @property
    def text(self) -> str:
        """The line where the parser stopped."""
        return self.lines.line(self.line)

    @property
    def character(self) -> str:
        """The character where the parser stopped; empty at the end of a line."""
        return self.text[self.column - 1 : self.column]

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.text[: self.column - 1]

    @property
    def in_flow(self) -> bool:
        """Whether the parser was inside `[ ]` or `{ }`."""
        return "flow" in self.context

    def fault(self, message: str, mend: str, kind: FaultKind = FaultKind.SYNTAX) -> Fault:
        """A fault where the parser stopped."""
        return Fault(kind, self.line, self.column, message, mend)

    def fault_since(self, message: str, mend: str, kind: FaultKind = FaultKind.SYNTAX) -> Fault:
        """A fault where the thing that went wrong began."""
        return Fault(kind, *self.since, message, mend)


def trouble_of(error: YAMLError, lines: Lines) -> Trouble:
    """The trouble that an error of either of PyYAML's parsers stands for."""
    if not isinstance(error, MarkedYAMLError):  # a character refused: its own fault is reported
        return Trouble("", "", 1, 1, (1, 1), lines)
    mark, start = error.problem_mark, error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    since = (start.line + 1, start.column + 1) if start else (line, column)
    return Trouble(error.context or "", error.problem or "", line, column, since, lines)
