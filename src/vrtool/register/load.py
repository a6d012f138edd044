"""Load a data repo: every file that can be read becomes a record, every fault is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from vrtool.diagnostic import Place, Pointer, Related
from vrtool.errors import CannotDo
from vrtool.model.base import Record
from vrtool.model.complaints import complaints
from vrtool.register.assembly import assembled, structure_in
from vrtool.register.files import DATA, Found, StrayFile, attachments, records
from vrtool.register.kinds import FileFault, Kind
from vrtool.register.register import Broken, Register
from vrtool.text import ended
from vrtool.yamlio import Document, Fault, FaultKind, read_bytes, read_path

R = TypeVar("R", bound=Record)

_FAULTS = {
    FaultKind.DUPLICATE_KEY: FileFault.DUPLICATE_KEY,
    FaultKind.TAG: FileFault.FORBIDDEN_YAML,
    FaultKind.ANCHOR: FileFault.FORBIDDEN_YAML,
    FaultKind.MERGE_KEY: FileFault.FORBIDDEN_YAML,
    FaultKind.NOT_UTF8: FileFault.UNREADABLE,
    FaultKind.TOO_LARGE: FileFault.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with a file as such."""

    fault: FileFault
    place: Place
    message: str
    mend: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """What came of loading: the register, unless the structure itself cannot be read."""

    root: Path
    register: Register | None
    troubles: tuple[Trouble, ...]


@dataclass
class _Pile:
    """Records read so far, by kind and id."""

    records: dict[tuple[Kind, str], Record] = field(default_factory=dict)
    paths: dict[tuple[Kind, str], str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    broken: list[Found] = field(default_factory=list)


def load(root: Path) -> Loaded:
    """Load the data repo at `root`. Raises CannotDo where there is none."""
    if not (root / DATA).is_dir():
        raise CannotDo(
            f"Mappen {root} är inget datarepo: där finns ingen mapp {DATA}/. "
            "Gå till rätt mapp eller ange den med --root."
        )
    pile = _Pile()
    with collector_paused():
        for found in records(root):
            if isinstance(found, StrayFile):
                _pass_over(found, root, pile)
            else:
                _read(found, pile)
        register = _register(root, pile)
    return Loaded(root, register, tuple(pile.troubles))


def readable(loaded: Loaded) -> Register:
    """The register of what was loaded. Raises CannotDo where not even the structure is there."""
    if loaded.register is None:
        first = loaded.troubles[0]
        raise CannotDo(f"{first.place.path}: {first.message} Kör vr check för resten.")
    return loaded.register


@contextmanager
def collector_paused() -> Iterator[None]:
    """Many live records make the cyclic collector dear, and none of them is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _pass_over(stray: StrayFile, root: Path, pile: _Pile) -> None:
    """A stray file is told of; one that might have held a record is missed as a broken one is."""
    place = Place(stray.path, line=1, column=1)
    pile.troubles.append(Trouble(FileFault.STRAY_FILE, place, stray.message, stray.mend))
    if stray.kind is not None:
        pile.broken.append(Found(stray.kind, root / stray.path, stray.path))


def parsed(found: Found, raw: bytes) -> tuple[Record | None, list[Trouble]]:
    """The record that a file's bytes hold; None, and what is wrong, where they hold none."""
    return _record(found, read_bytes(raw))


def _read(found: Found, pile: _Pile) -> None:
    try:
        document = read_path(found.file)
    except OSError as error:
        _keep_broken(found, pile, [_unreadable(found, error)])
        return
    record, troubles = _record(found, document)
    if record is None:
        _keep_broken(found, pile, troubles)
    else:
        _keep(found, record, pile)


def _record(found: Found, document: Document) -> tuple[Record | None, list[Trouble]]:
    troubles = [_from_fault(found, fault) for fault in document.faults]
    record = None if troubles else _validated(found, document.data, troubles)
    return record, troubles


def _keep_broken(found: Found, pile: _Pile, troubles: list[Trouble]) -> None:
    pile.troubles.extend(troubles)
    pile.broken.append(found)


def _validated(found: Found, data: object, troubles: list[Trouble]) -> Record | None:
    try:
        return found.kind.model.model_validate(data)
    except ValidationError as error:
        troubles.extend(
            Trouble(
                FileFault.INVALID_RECORD,
                Place(found.path, _as_written(complaint.pointer, data), complaint.on_key),
                complaint.message,
                complaint.mend,
            )
            for complaint in complaints(error, found.kind.model)
        )
    return None


def _as_written(pointer: Pointer, data: object) -> Pointer:
    """The pointer without the steps that a short way of writing leaves out of the file."""
    steps: list[str | int] = []
    here = data
    for step in pointer:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            continue
        steps.append(step)
    return tuple(steps)


def _keep(found: Found, record: Record, pile: _Pile) -> None:
    key = (found.kind, "" if found.kind.single else str(getattr(record, "id", "")))
    first = pile.paths.get(key)
    if first is not None:
        _keep_broken(found, pile, [_double(found, key[1], first)])
        return
    pile.records[key] = record
    pile.paths[key] = found.path


def _double(found: Found, identifier: str, first: str) -> Trouble:
    return Trouble(
        FileFault.DUPLICATE_ID,
        Place(found.path, ("id",)),
        f"Id {identifier} finns redan i {first}.",
        _renumbered(found, identifier),
        (Related(Place(first, ("id",)), "har samma id"),),
    )


def _renumbered(found: Found, identifier: str) -> str:
    if found.kind is Kind.MATTER:
        return (
            "Ge det nyare av ärendena ett nytt nummer. Är det den här filen: vr matter renumber "
            f"{identifier} --next --file {found.file.name}"
        )
    return "Ge den ena posten ett nytt, ledigt nummer och byt filnamn därefter."


def _unreadable(found: Found, error: OSError) -> Trouble:
    reason = error.strerror or type(error).__name__
    return Trouble(
        FileFault.UNREADABLE,
        Place(found.path),
        f"Filen går inte att läsa ({reason}).",
        "Kontrollera att filen finns kvar och att du har rätt att läsa den.",
    )


def _from_fault(found: Found, fault: Fault) -> Trouble:
    return Trouble(
        _FAULTS.get(fault.kind, FileFault.NOT_YAML),
        Place(found.path, line=fault.line, column=fault.column),
        ended(fault.message),
        ended(fault.mend),
    )


def _register(root: Path, pile: _Pile) -> Register | None:
    structure = structure_in(pile.records)
    if structure is None:
        if not any(found.kind is Kind.STRUCTURE for found in pile.broken):
            pile.troubles.append(_no_structure())
        return None
    if (Kind.ROSTERS, "") not in pile.records:
        _miss_rosters(root, pile)
    broken = Broken(
        frozenset(found.kind for found in pile.broken),
        frozenset(found.stem for found in pile.broken),
        frozenset(found.path for found in pile.broken),
    )
    register = assembled(root, structure, pile.records, pile.paths)
    return replace(register, files=attachments(root), broken=broken)


def _miss_rosters(root: Path, pile: _Pile) -> None:
    """Without rosters nobody is known: that is told once, and not of everyone who is named."""
    if any(found.kind is Kind.ROSTERS for found in pile.broken):
        return
    path = f"{DATA}/{Kind.ROSTERS.place}"
    pile.broken.append(Found(Kind.ROSTERS, root / path, path))
    pile.troubles.append(
        Trouble(
            FileFault.MISSING_FILE,
            Place(path),
            f"Filen {path} saknas: utan den är ingen person och inget uppdrag känt.",
            "Lägg till filen; handboken visar vad som ska stå i den.",
        )
    )


def _no_structure() -> Trouble:
    path = f"{DATA}/{Kind.STRUCTURE.place}"
    return Trouble(
        FileFault.MISSING_FILE,
        Place(path),
        f"Filen {path} saknas: utan den är ingen part och inget forum känt.",
        "Lägg till filen; handboken visar vad som ska stå i den.",
    )
