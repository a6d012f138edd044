"""Two states read side by side: only files that differ, and those that hold the names used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from vrtool.errors import CannotDo
from vrtool.history.change import Unread
from vrtool.history.states import Listing, State, kind_at
from vrtool.model.base import Record
from vrtool.model.meeting import Meeting
from vrtool.register.assembly import assembled, structure_in
from vrtool.register.files import DATA, Found
from vrtool.register.kinds import Kind
from vrtool.register.load import parsed
from vrtool.register.register import Register

if TYPE_CHECKING:
    from vrtool.register.load import Trouble

R = TypeVar("R", bound=Record)

Listed: TypeAlias = tuple[State, Listing]
"""A state with the listing of its files."""

_ALWAYS = tuple(f"{DATA}/{kind.place}" for kind in (Kind.STRUCTURE, Kind.ROSTERS))
"""What names stand in."""


@dataclass
class _Side:
    """What has been read of one state."""

    state: State
    listing: Listing
    records: dict[tuple[Kind, str], Record] = field(default_factory=dict)
    paths: dict[tuple[Kind, str], str] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)


def read_both(before: Listed, after: Listed) -> tuple[Register, Register, tuple[Unread, ...]]:
    """Both registers, holding what differs, and the files that could not be read.

    A record that one side could not read is left out of the other too: nothing is known of what
    became of it. Raises CannotDo where the structure can be read in neither.
    """
    old, new = _Side(*before), _Side(*after)
    known: dict[tuple[str, str], Record] = {}
    differing = _differing(old.listing.records, new.listing.records)
    for side in (old, new):
        _read(side, (*_ALWAYS, *differing), known)
    for side in (old, new):
        _read(side, _matters_named(old, new), known)
    for one, other in ((old, new), (new, old)):
        _leave_out([fault.path for fault in one.unread], other)
    _share_single(old, new)
    return _register(old), _register(new), (*old.unread, *new.unread)


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def _read(side: _Side, paths: Iterable[str], known: dict[tuple[str, str], Record]) -> None:
    for path in paths:
        kind, key = kind_at(path), side.listing.records.get(path)
        if kind is None or key is None or path in side.tried:
            continue
        side.tried.add(path)
        record = known.get((path, key)) or _parsed(side, kind, path)
        if record is not None:
            known[path, key] = record
            _keep(side, kind, path, record)


def _parsed(side: _Side, kind: Kind, path: str) -> Record | None:
    try:
        record, troubles = parsed(Found(kind, Path(path), path), side.state.read(path))
    except OSError as error:
        _tell(side, path, None, f"Filen går inte att läsa ({error.strerror}).")
        return None
    if record is None:
        first: Trouble = troubles[0]
        _tell(side, path, first.place.line, first.message)
    return record


def _keep(side: _Side, kind: Kind, path: str, record: Record) -> None:
    key = (kind, "" if kind.single else str(getattr(record, "id", "")))
    if key in side.records:
        _tell(side, path, None, f"Id {key[1]} finns redan i {side.paths[key]}.")
        return
    side.records[key] = record
    side.paths[key] = path


def _tell(side: _Side, path: str, line: int | None, message: str) -> None:
    side.unread.append(Unread(side.state.name, path, line, message))


def _matters_named(*sides: _Side) -> Iterator[str]:
    """Where the matters lie that meetings of either side name, for their titles."""
    named = {
        matter
        for side in sides
        for record in side.records.values()
        if isinstance(record, Meeting)
        for item in record.items
        for matter in item.all_matters
    }
    place = f"{DATA}/{Kind.MATTER.place}/"
    for path in sorted({path for side in sides for path in side.listing.records}):
        if path.startswith(place) and not named.isdisjoint(_ids_of(path)):
            yield path


def _ids_of(path: str) -> list[str]:
    """The ids that a file of such a name may hold: its beginnings, as `2031-001-slug` has three."""
    parts = PurePosixPath(path).stem.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _leave_out(paths: Iterable[str], side: _Side) -> None:
    """Take out the records that may be the same as those which the other side could not read."""
    lost = set(paths)
    ids = {(kind_at(path), identifier) for path in lost for identifier in _ids_of(path)}
    for key, path in list(side.paths.items()):
        if not key[0].single and (path in lost or key in ids):
            del side.records[key], side.paths[key]


def _share_single(old: _Side, new: _Side) -> None:
    """Where one side could not read what there is but one of, the other's stands for both."""
    for kind in Kind:
        for side, other in ((old, new), (new, old)):
            lost = any(kind_at(fault.path) is kind for fault in side.unread)
            needed = kind is Kind.STRUCTURE and (kind, "") not in side.records
            if kind.single and (lost or needed) and (kind, "") in other.records:
                side.records[kind, ""] = other.records[kind, ""]


def _register(side: _Side) -> Register:
    structure = structure_in(side.records)
    if structure is None:
        told = next((fault.message for fault in side.unread), "Filen saknas.")
        raise CannotDo(f"{_ALWAYS[0]} går inte att läsa på någon sida: {told}")
    return assembled(Path(), structure, side.records, side.paths)
