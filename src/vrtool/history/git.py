"""Files as git has them at a revision, through one process that runs nothing of the repo's own.

`git cat-file` neither filters nor converts: no program that a repo's settings name is started.
"""

from __future__ import annotations

import os
import shutil
import subprocess  # git is called by its absolute path, with a fixed list of arguments
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeAlias

from vrtool.errors import CannotDo, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

MOST_BYTES = 6 * 1024 * 1024
"""Of an object that is read; longer ones are cut, which the reader of records tells of."""
_CHUNK = 1 << 16
_FOLDER, _SUBMODULE, _FILE = "40000", "160000", "100"
_SECONDS = 60
_OTHER_REPO = frozenset({
    "GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
})  # fmt: skip
"""What git's own hooks leave behind, and would lead away from the repo that the folder lies in."""
_SETTINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a clone without all objects is told of, and nothing is fetched
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

Ask: TypeAlias = "Callable[..., subprocess.CompletedProcess[bytes]]"
"""Puts a question to git, one argument after the other, as `asked` does."""

DOTS = "..."
"""Between two revisions: from where the first was left, as git has it."""


def parted(given: str) -> tuple[str, str] | None:
    """The two revisions of `A...B`; HEAD for one left out. None where there are no such dots."""
    one, dots, other = given.partition(DOTS)
    return (one or "HEAD", other or "HEAD") if dots else None


def asked(program: str, root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """One question to git about the repo that the folder lies in, and what it answered.

    Raises CannotDo where git cannot be started, or takes more than a minute.
    """
    try:
        return subprocess.run(
            [program, "-C", str(root), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=_environment(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotDo(f"git gick inte att köra ({error}).") from error


def is_shallow(ask: Ask) -> bool:
    """Whether only a part of the history has been fetched."""
    return ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def no_common_history(one: str, other: str, *, shallow: bool) -> CannotDo:
    """The sentence for two revisions that come from no commit that is here."""
    told = f"{one} och {other} har ingen gemensam historik här"
    if shallow:
        return CannotDo(
            f"{told}: bara en del av den är hämtad. Hämta resten med git fetch --unshallow, i CI "
            "med fetch-depth: 0."
        )
    return CannotDo(f"{told}. Ange två revisioner med mellanslag emellan för att ändå jämföra dem.")


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OTHER_REPO}
    return {**kept, **_SETTINGS}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder of git's: its mode, as octal digits, and its object's name (hex)."""

    mode: str
    name: str
    key: str


class Git:
    """One `git cat-file --batch` in the folder. A context manager; close it to end the process."""

    def __init__(self, root: Path) -> None:
        """Start it. Raises CannotDo without git, or where the folder is in no repo of git's."""
        self._root = root
        program = shutil.which("git")
        if program is None:
            raise CannotDo("git finns inte på datorn. Installera det, eller ange två mappar.")
        self._program = program
        self._process = subprocess.Popen(
            [program, "-C", str(root), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def commit(self, revision: str) -> str:
        """The name (hex) of the commit that a revision means. Raises WrongUsage for none."""
        found = None
        if revision.strip() and revision.isprintable():
            found = self._object(f"{revision}^{{commit}}")
        if found is None:
            raise WrongUsage(self._unknown(revision))
        return found[0]

    def left_at(self, one: str, other: str) -> str:
        """The last commit (hex) that both revisions come from: where the one left the other.

        Raises WrongUsage for a revision that does not exist, CannotDo where they share none.
        """
        done = self._ask("merge-base", self.commit(one), self.commit(other))
        found = done.stdout.decode().strip()
        if done.returncode != 0 or not found:
            raise no_common_history(one, other, shallow=is_shallow(self._ask))
        return found

    def folder(self, name: str) -> tuple[Entry, ...]:
        """What a folder holds, by its object's name or `<commit>:./<path>`; empty for none."""
        found = self._object(name)
        return tuple(_entries(found[1], len(found[0]) // 2)) if found else ()

    def blob(self, key: str) -> bytes:
        """A file's bytes, cut where they are more than any record may have. Raises CannotDo."""
        found = self._object(key)
        if found is None:
            raise CannotDo(
                "Filer ur historiken saknas i den här klonen. Hämta dem med git fetch, eller klona "
                "utan --filter."
            )
        return found[1]

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return asked(self._program, self._root, arguments)

    def _object(self, name: str) -> tuple[str, bytes] | None:
        """An object's name and bytes; None where there is no such object."""
        out, put = self._process.stdout, self._process.stdin
        if out is None or put is None:  # opened above, as pipes
            return None
        try:
            put.write(f"{name}\n".encode())
            put.flush()
        except BrokenPipeError:
            self._ended()
        header = out.readline().decode(errors="replace").split()
        if not header:
            self._ended()
        if len(header) != 3 or not header[2].isdigit():  # noqa: PLR2004 - name, type, size
            return None
        return header[0], self._content(int(header[2]))

    def _content(self, size: int) -> bytes:
        out = self._process.stdout
        if out is None:  # opened above, as a pipe
            return b""
        kept = out.read(min(size, MOST_BYTES))
        left = size - len(kept) + 1  # git ends every object with a line break
        while left > 0:
            passed = len(out.read(min(left, _CHUNK)))
            if not passed:
                self._ended()
            left -= passed
        return kept

    def _ended(self) -> None:
        """Say why git gave up."""
        stream = self._process.stderr
        said = stream.read().decode(errors="replace") if stream else ""
        if "not a git repository" in said:
            raise CannotDo(
                f"Mappen {self._root} ligger inte i något git-repo. Gå till rätt mapp, eller "
                "ange två mappar att jämföra."
            )
        if "outside working tree" in said:
            raise CannotDo(
                f"{self._root} är ett git-repo utan arbetskopia. Kör vr diff i en vanlig klon."
            )
        reason = said.strip().partition("\n")[0] or "utan förklaring"
        raise CannotDo(f"git avbröt ({reason}). Se över repot med git status.")

    def _unknown(self, revision: str) -> str:
        told = f"Revisionen ”{revision}” finns inte."
        if is_shallow(self._ask):
            return (
                f"{told} Klonen är grund (shallow) och saknar äldre historik: hämta den med "
                "git fetch --unshallow, i CI med fetch-depth: 0."
            )
        return f"{told} Ange en gren, en tagg eller en incheckning; git log visar dem."


def _entries(raw: bytes, width: int) -> Iterator[Entry]:
    """The entries of a tree object, whose names of objects are `width` bytes."""
    at = 0
    while at < len(raw):
        space = raw.index(b" ", at)
        end = raw.index(b"\0", space)
        name = raw[space + 1 : end].decode("utf-8", errors="surrogateescape")
        key = raw[end + 1 : end + 1 + width].hex()
        yield Entry(raw[at:space].decode("ascii"), name, key)
        at = end + 1 + width


def is_folder(entry: Entry) -> bool:
    """Whether the entry is a folder."""
    return entry.mode == _FOLDER


def is_submodule(entry: Entry) -> bool:
    """Whether the entry is another repo of git's."""
    return entry.mode == _SUBMODULE


def is_file(entry: Entry) -> bool:
    """Whether the entry is a plain file, and no link."""
    return entry.mode.startswith(_FILE)
