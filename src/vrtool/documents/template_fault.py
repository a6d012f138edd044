"""What is wrong in a template, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from pathlib import Path


class TemplateFaultError(CannotDo):
    """A template cannot be used: `file` and `line` tell where (0 where no line is known), `reason`
    why, as the end of a sentence.
    """

    def __init__(self, file: Path, line: int, reason: str) -> None:
        place = f"Mallen {file.name}{f', rad {line}' if line else ''}"
        super().__init__(f"{place}: {reason}. Rätta mallen.")
        self.file = file
        self.line = line
        self.reason = reason
