"""Commands one after another in a data repo, with filling-in by hand between them.

After every command each comment that stood in the files must still stand there.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent

import pytest

from tests.cli.running import Told
from vrtool.cli.app import main

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
_HINT_OF_OUTCOME = re.compile(r"      # outcome:\n(?:      #   .*\n)*")
_HINT_OF_PERSON = re.compile(r"^( +)# (- [a-z-]+)(  # .*)$", re.MULTILINE)


@dataclass(frozen=True)
class Scripted:
    """A data repo in the folder worked in, and what has been done with it."""

    root: Path
    capsys: pytest.CaptureFixture[str]
    done: list[str] = field(default_factory=list)

    def vr(self, line: str, code: int = 0) -> Told:
        """Run a command as it would be typed; it must end as said, and lose no comment."""
        words = shlex.split(line)
        assert words[0] == "vr", line
        self.capsys.readouterr()
        before = self.comments()
        ended = main(words[1:])
        out, err = self.capsys.readouterr()
        told = Told(ended, out.replace("\xa0", " "), err.replace("\xa0", " "))
        assert ended == code, f"{line}\nslutade med {ended}, inte {code}\n{told.out}{told.err}"
        assert not before - self.comments(), f"{line}\ntog bort kommentarer"
        self.done.append(line)
        return told

    def comments(self) -> Counter[str]:
        """Every comment of the records, however often it stands there."""
        found: Counter[str] = Counter()
        for file in sorted((self.root / "data").rglob("*.yaml")):
            found.update(_COMMENT.findall(file.read_text(encoding="utf-8")))
        return found

    def read(self, path: str) -> str:
        return (self.root / "data" / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        file = self.root / "data" / path
        file.write_text(text, encoding="utf-8", newline="\n")

    def fill(self, path: str, *changes: tuple[str, str]) -> None:
        """Put one text in another's place, each of which stands once, as in an editor."""
        text = self.read(path)
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in\n{text}"
            text = text.replace(old, new)
        self.write(path, text)

    def add(self, path: str, text: str) -> None:
        """Write something at the end of a file."""
        self.write(path, self.read(path) + text)

    def took_part(self, path: str, *, absent: Sequence[str] = ()) -> None:
        """Uncomment everyone the roster lists as present, but those named, who go to the absent."""
        text = self.read(path)
        for who in absent:
            text, moved = re.subn(rf"^ +# - {who}  # .*\n", "", text, flags=re.MULTILINE)
            assert moved == 1, f"{who} is not listed in\n{text}"
        text, uncommented = _HINT_OF_PERSON.subn(r"\1\2\3", text)
        assert uncommented, f"nobody is listed in\n{text}"
        if absent:
            text = text.replace("    absent:\n", f"    absent: [{', '.join(absent)}]\n")
        self.write(path, text)

    def came_of(self, path: str, item: str, outcome: str) -> None:
        """Write an item's outcome where the file waits for it."""
        text = self.read(path)
        start = text.index(f"    - id: {item}\n")
        hint = _HINT_OF_OUTCOME.search(text, start)
        assert hint, f"nothing waits for an outcome in\n{text}"
        written = indent(f"outcome:\n{indent(outcome, '  ')}", " " * 6)
        self.write(path, text[: hint.start()] + written + text[hint.end() :])
