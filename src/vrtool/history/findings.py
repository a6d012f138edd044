"""What a change does to the findings: a full check of both states, and what only one has."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from vrtool.engine import check
from vrtool.history.change import FindingChanges
from vrtool.history.plain import plain
from vrtool.history.states import Folder
from vrtool.register.files import DATA
from vrtool.register.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.diagnostic import Finding
    from vrtool.history.reading import Listed
    from vrtool.model.base import Record
    from vrtool.register.load import Loaded
    from vrtool.register.register import Register

Identity: TypeAlias = tuple[str, ...]
_NAMES = ("id", "norm", "who", "title", "name", "meeting")
"""What an entry of a list is known by, when entries before it come and go."""


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
        loaded = load(root)
        return _by_identity(loaded, check(loaded).findings)


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


def _by_identity(loaded: Loaded, findings: Iterable[Finding]) -> dict[Identity, list[Finding]]:
    records = _records(loaded.register) if loaded.register else {}
    found: dict[Identity, list[Finding]] = defaultdict(list)
    for finding in findings:
        name, record = records.get(finding.location.path, (finding.location.path, None))
        steps = _symbolic(finding.pointer, plain(record) if record else None)
        found[finding.code, finding.norm or "", name, *steps].append(finding)
    return found


def _records(register: Register) -> Mapping[str, tuple[str, Record | None]]:
    """By path what a record is called when its file changes name, and those that have lists."""
    many: dict[str, Mapping[str, Record]] = {
        "matters": register.matters,
        "meetings": register.meetings,
    }
    return {
        path: (f"{kind.place}/{key}", many.get(kind.place, {}).get(key))
        for (kind, key), path in register.paths.items()
    }


def _symbolic(pointer: Iterable[str | int], value: Any) -> Iterator[str]:  # noqa: ANN401 - what a record holds
    """The steps of a pointer, with names instead of positions where entries have any."""
    for step in pointer:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            value = None
        named = isinstance(step, int) and isinstance(value, dict)
        name = next((str(value[key]) for key in _NAMES if value.get(key)), None) if named else None
        yield name or str(step)
