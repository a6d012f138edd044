"""What a change does to the findings: a full check of both states, and what only one has."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from vrtool.engine import check
from vrtool.history.change import FindingChanges
from vrtool.history.states import Folder
from vrtool.register.files import DATA
from vrtool.register.lasting import Lasting
from vrtool.register.load import load

if TYPE_CHECKING:
    from vrtool.diagnostic import Finding
    from vrtool.history.reading import Listed

Identity: TypeAlias = tuple[str, ...]


def finding_changes(before: Listed, after: Listed) -> FindingChanges:
    """The findings that appeared and went, and those newly excused.

    A finding is the same when it is of the same rule and norm about the same place in a record,
    whatever its line and its words.
    """
    with tempfile.TemporaryDirectory(prefix="vr-diff-") as folder:
        laid = _Laid(Path(folder))
        old, new = (_found(laid, listed) for listed in (before, after))
    appeared, gone, excused = [], [], []
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key, []), new.get(key, [])
        gone += was[len(now) :]
        for number, finding in enumerate(now):
            earlier = was[number] if number < len(was) else None
            if finding.excused and (earlier is None or earlier.excused is None):
                excused.append(finding)
            elif earlier is None or (earlier.excused and not finding.excused):
                appeared.append(finding)
    return FindingChanges(_in_order(appeared), _in_order(gone), _in_order(excused))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


class _Laid:
    """Where states out of git are laid, one over the other: only what differs is written anew."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._keys: dict[str, str] = {}

    def root(self, listed: Listed) -> Path | None:
        """The folder that the state lies in now; None where it has no data."""
        state, listing = listed
        if isinstance(state, Folder):
            return state.root if (state.root / DATA).is_dir() else None
        # What is in the papers nobody asks, only whether they are there.
        wanted = {**dict.fromkeys(listing.papers, ""), **listing.records}
        for path in self._keys.keys() - wanted.keys():
            (self._root / path).unlink()
        for path, key in wanted.items():
            if self._keys.get(path) != key:
                _write(self._root / path, state.read(path) if key else b"")
        self._keys = wanted
        return self._root if wanted else None


def _found(laid: _Laid, listed: Listed) -> dict[Identity, list[Finding]]:
    root = laid.root(listed)
    return {} if root is None else _by_identity(root, check(load(root)).findings)


def _write(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


def _by_identity(root: Path, findings: Iterable[Finding]) -> dict[Identity, list[Finding]]:
    lasting = Lasting(root)
    found: dict[Identity, list[Finding]] = defaultdict(list)
    for finding in findings:
        way = lasting.way(finding.location.path, finding.pointer)
        found[finding.code, finding.norm or "", *way].append(finding)
    return found
