"""A state of a data repo: which files it has and their bytes, from git or from a folder.

Files that are links are left out on both sides: what they lead to may be of another time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vrtool.errors import CannotDo
from vrtool.history.git import MOST_BYTES, Entry, Git, is_file, is_folder, is_submodule
from vrtool.register.files import ATTACHMENTS, DATA, Found, attachments, records
from vrtool.register.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Listing:
    """Files of a state by path from its root, each with a key that is equal for equal bytes.

    `papers` are the attachments; their keys are empty where they would have to be read for it.
    """

    records: Mapping[str, str]
    papers: Mapping[str, str]


class State(Protocol):
    """What is compared with another of its kind."""

    @property
    def name(self) -> str:
        """What the state is called."""

    def listing(self) -> Listing:
        """Which files there are."""

    def read(self, path: str) -> bytes:
        """A file's bytes. Raises OSError where it cannot be read."""


def kind_at(path: str) -> Kind | None:
    """Which kind of record lies at a path; None for what is none, such as the addresses.

    Addresses are nobody's business but the sender's, and are not compared.
    """
    inside = path.removeprefix(f"{DATA}/")
    folder, _, name = inside.rpartition("/")
    if name.startswith(".") or not name.endswith(".yaml"):
        return None
    wanted = folder or name
    kinds = (kind for kind in Kind if kind is not Kind.CONTACTS and kind.place == wanted)
    return next((kind for kind in kinds if kind.single is not bool(folder)), None)


class Folder:
    """The files as they lie in a folder now. `algorithm` is git's, to compare with a revision."""

    def __init__(self, root: Path, name: str, algorithm: str = "sha1") -> None:
        self.root, self.name = root, name
        self._algorithm = algorithm

    def listing(self) -> Listing:
        """Which files there are."""
        found: dict[str, str] = {}
        for entry in records(self.root):
            if isinstance(entry, Found) and kind_at(entry.path) and not entry.file.is_symlink():
                found[entry.path] = self._key(entry.path)
        papers = {f"{DATA}/{path}": "" for path in attachments(self.root)}
        return Listing(found, papers)

    def read(self, path: str) -> bytes:
        """A file's bytes. Raises OSError where it cannot be read."""
        with (self.root / path).open("rb") as stream:
            return stream.read(MOST_BYTES)

    def _key(self, path: str) -> str:
        """What git would call the file; its path where it cannot be read."""
        try:
            raw = self.read(path)
        except OSError:
            return path
        digest = hashlib.new(self._algorithm, usedforsecurity=False)
        digest.update(b"blob %d\0" % len(raw) + raw)
        return digest.hexdigest()


class Revision:
    """The files as git has them at a revision, in the folder that git was started in."""

    def __init__(self, git: Git, revision: str, *, called: str = "") -> None:
        """`called` is what to say instead. Raises WrongUsage for a revision that does not exist."""
        self.name = called or revision
        self._git = git
        self._commit = git.commit(revision)
        self._keys: dict[str, str] = {}

    @property
    def algorithm(self) -> str:
        """What git names its objects by in this repo."""
        return "sha1" if len(self._commit) == 40 else "sha256"  # noqa: PLR2004 - hex digits of SHA-1

    def listing(self) -> Listing:
        """Which files there are; none where the folder was not there yet."""
        top = next((e for e in self._git.folder(f"{self._commit}:./") if e.name == DATA), None)
        if top and is_submodule(top):
            raise CannotDo(
                f"{DATA}/ är en undermodul (submodule) i {self.name}. Kör vr diff i den i stället."
            )
        every = dict(self._walk(top.key, DATA)) if top and is_folder(top) else {}
        found = {path: key for path, key in every.items() if kind_at(path)}
        inside = f"{DATA}/{ATTACHMENTS}/"
        self._keys = found
        return Listing(found, {path: key for path, key in every.items() if path.startswith(inside)})

    def read(self, path: str) -> bytes:
        """A file's bytes; the listing comes first."""
        return self._git.blob(self._keys[path])

    def _walk(self, key: str, path: str) -> Iterator[tuple[str, str]]:
        for entry in self._git.folder(key):
            below = f"{path}/{entry.name}"
            if is_folder(entry) and _is_plain(entry):
                yield from self._walk(entry.key, below)
            elif is_file(entry) and _is_plain(entry):
                yield below, entry.key


def _is_plain(entry: Entry) -> bool:
    """Whether the name may be a file's here: git's own trees can be forged."""
    odd = entry.name in {"", ".", ".."} or "/" in entry.name or "\\" in entry.name
    return not odd and entry.name.isprintable()
