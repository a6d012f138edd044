"""What a change does to the findings: a full check of both states, and what only one has."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from vrtool.engine import check
from vrtool.history.change import FindingChanges
from vrtool.history.states import Folder
from vrtool.register.files import DATA
from vrtool.register.lasting import Lasting
from vrtool.register.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.diagnostic import Finding
    from vrtool.history.reading import Listed

Identity: TypeAlias = tuple[str, ...]


def finding_changes(before: Listed, after: Listed) -> FindingChanges:
    """The findings that appeared and went, and those newly excused.

    A finding is the same when it is of the same rule and norm about the same place in a record,
    whatever its line and its words.
    """
    old, new = (_found(listed) for listed in (before, after))
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


def _found(listed: Listed) -> dict[Identity, list[Finding]]:
    with _on_disk(listed) as root:
        if not (root / DATA).is_dir():
            return {}
        return _by_identity(root, check(load(root)).findings)


@contextmanager
def _on_disk(listed: Listed) -> Iterator[Path]:
    """The folder that the state lies in; one for the time being where it lies in git."""
    state, listing = listed
    if isinstance(state, Folder):
        yield state.root
        return
    with tempfile.TemporaryDirectory(prefix="vr-diff-") as folder:
        root = Path(folder)
        for path in listing.records:
            _write(root / path, state.read(path))
        for path in listing.papers:  # what is in them nobody asks, only whether they are there
            _write(root / path, b"")
        yield root


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
