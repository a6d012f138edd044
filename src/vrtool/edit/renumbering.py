"""A matter under another number: its file, and everything that means it, in one change.

Where two branches gave one number to two matters, one of the files gets a new one. What names the
number goes on meaning the other, but for the meetings pointed out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vrtool.edit.change import edited, moved, write
from vrtool.edit.lock import locked
from vrtool.edit.matter_ids import FOLDER, file_of, holder, is_matter_id, next_id
from vrtool.edit.meaning import Put
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.kinds import FileFault, Kind
from vrtool.register.load import load, readable
from vrtool.register.references import named
from vrtool.register.target import Target
from vrtool.text import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from vrtool.diagnostic import Pointer
    from vrtool.edit.change import Change
    from vrtool.edit.lock import Lock
    from vrtool.model.base import Record
    from vrtool.register.load import Loaded
    from vrtool.register.register import Register


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a matter: the file, the way there, and the meeting it stands in, if any.

    `item` is the title of the meeting's item.
    """

    path: str
    kind: Kind
    pointer: Pointer
    meeting: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Bearers:
    """The files that have one id, the first of them being the one read, and what names the id."""

    files: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def meetings(self) -> tuple[str, ...]:
        """The meetings that name the id, each once."""
        return tuple(dict.fromkeys(m.meeting for m in self.mentions if m.meeting))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be renumbered: `old` to `new` (None for the next free number of the year).

    `file` is which one of several that have the number, `meetings` those that mean that file.
    """

    old: str
    new: str | None = None
    file: str | None = None
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What was done: the new number, the files written, the one that is gone, and what still
    names the old number, which another file has.
    """

    new: str
    written: tuple[Path, ...]
    gone: str
    staying: tuple[Mention, ...]


def bearers(loaded: Loaded, identifier: str) -> Bearers:
    """Who has the id and who names it. Raises CannotDo where no readable file has it."""
    register = readable(loaded)
    first = register.paths.get((Kind.MATTER, identifier))
    if first is None:
        raise CannotDo(
            f"Inget ärende som går att läsa har id {identifier}. Kör vr check för att se varför."
        )
    others = (
        trouble.place.path
        for trouble in loaded.troubles
        if trouble.fault is FileFault.DUPLICATE_ID
        and any(related.place.path == first for related in trouble.related)
    )
    return Bearers((first, *others), tuple(_mentions(register, identifier)))


def renumber(root: Path, wish: Wish) -> Renumbered:
    """Give a matter another number: in its file, in the file's name and in all that means it.

    A meeting whose agenda is fixed stays fixed: the fingerprint of what is only renumbered goes
    along. What was cut short is finished by being asked for again, with the same number. Raises
    WrongUsage where it is not said, or not rightly, what is meant; CannotDo where the new number is
    taken or a file cannot be changed. Then nothing is written.
    """
    with locked(root) as lock:
        loaded = load(root)
        register = readable(loaded)
        found = bearers(loaded, wish.old)
        file = _file(found, wish)
        new = wish.new or _next(register, wish.old)
        _refuse_no_number(new)
        following = _following(found, wish)
        renaming, change, gone = _renamed(lock, register, file, new, following)
        if change.alters:
            _refuse_taken(register, new)
        written = write(lock, [change, *_others(renaming, following)], [gone])
    staying = tuple(m for m in found.mentions if m not in following)
    return Renumbered(new, tuple(written), file, staying)


def _mentions(register: Register, identifier: str) -> Iterator[Mention]:
    kinds = {path: key for key, path in register.paths.items()}
    for path, pointer, name, target in named(register):
        if target is Target.MATTER and name == identifier:
            yield _mention(register, kinds[path], path, pointer)
    for (kind, key), path in register.paths.items():
        for index, subject in enumerate(_excused(register, kind, key)):
            if subject == identifier:
                yield _mention(register, (kind, key), path, ("deviations", index, "on"))


def _excused(register: Register, kind: Kind, key: str) -> Iterable[str | None]:
    """The subjects of the deviations that stand in a record, in order."""
    if kind is Kind.DEVIATIONS:
        found = register.deviations.deviations
    elif kind is Kind.MATTER:
        found = register.matters[key].deviations
    elif kind is Kind.MEETING:
        found = register.meetings[key].deviations
    else:
        found = ()
    return [deviation.on for deviation in found]


def _mention(register: Register, record: tuple[Kind, str], path: str, pointer: Pointer) -> Mention:
    kind, key = record
    if kind is not Kind.MEETING:
        return Mention(path, kind, pointer)
    in_item = pointer[:2] == ("agenda", "items")
    title = register.meetings[key].items[int(pointer[2])].title if in_item else None
    return Mention(path, kind, pointer, key, title)


# What is meant


def _file(found: Bearers, wish: Wish) -> str:
    if wish.file is None and len(found.files) > 1:
        among = "båda" if len(found.files) == 2 else "alla"  # noqa: PLR2004 - a pair has its word
        raise WrongUsage(
            f"{join(found.files)} har {among} id {wish.old}. Ange med --file vilken av dem som ska "
            "få ett nytt nummer."
        )
    if wish.meetings and len(found.files) == 1:
        raise WrongUsage(
            f"Bara {found.files[0]} har id {wish.old}, så alla hänvisningar följer med. "
            "Ta bort --meetings."
        )
    fitting = [path for path in found.files if wish.file in {None, path, PurePosixPath(path).name}]
    if not fitting:
        raise WrongUsage(
            f"{wish.file} har inte id {wish.old}. Det har {join(found.files)}: ange en av dem."
        )
    return fitting[0]


def _next(register: Register, old: str) -> str:
    if not is_matter_id(old):
        raise WrongUsage(f"Ange det nya numret: {old} säger inte vilket år ärendet hör till.")
    return next_id(register, int(old[:4]))


def _refuse_no_number(new: str) -> None:
    if not is_matter_id(new):
        raise WrongUsage(f"”{new}” är inget ärendenummer. Skriv året och tre siffror: 2031-014.")


def _refuse_taken(register: Register, new: str) -> None:
    other = holder(register, new)
    if other is not None:
        raise CannotDo(
            f"Numret {new} är upptaget: {other} har det. Välj ett annat, eller --next för "
            "nästa lediga."
        )


def _following(found: Bearers, wish: Wish) -> tuple[Mention, ...]:
    """What gets the new number: all, or where another file keeps the old one, what is named."""
    if len(found.files) == 1:
        return found.mentions
    unknown = [key for key in wish.meetings if key not in found.meetings]
    if unknown:
        those = f"Det gör {join(found.meetings)}." if found.meetings else "Det gör inget möte."
        raise WrongUsage(f"{join(unknown)} tar inte upp {wish.old}. {those}")
    return tuple(m for m in found.mentions if m.meeting in wish.meetings)


# What it leads to


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A matter as it was and as it is to be, while nobody else writes."""

    lock: Lock
    register: Register
    file: str
    old: Matter
    new: Matter


def _renamed(
    lock: Lock, register: Register, file: str, new: str, following: tuple[Mention, ...]
) -> tuple[_Renaming, Change, Change]:
    """The matter's own file under its new name, and the one to be taken away."""
    old = _matter(edited(lock, Kind.MATTER, file, ()))
    stem = PurePosixPath(file).stem
    if stem.startswith(f"{old.id}-"):
        to = f"{FOLDER}/{new}{stem.removeprefix(old.id)}.yaml"
    else:
        to = file_of(new, old.title)
    own = [Put(mention.pointer, new) for mention in following if mention.path == file]
    change, gone = moved(lock, Kind.MATTER, file, to, [Put(("id",), new), *own])
    return _Renaming(lock, register, file, old, _matter(change)), change, gone


def _matter(change: Change) -> Matter:
    assert isinstance(change.record, Matter)  # noqa: S101 - what its kind of file holds
    return change.record


def _others(renaming: _Renaming, following: tuple[Mention, ...]) -> list[Change]:
    """The other files' changes; of a meeting with a fixed agenda also its fingerprints."""
    edits: dict[tuple[str, Kind], list[Put]] = defaultdict(list)
    for mention in following:
        if mention.path != renaming.file:
            edits[mention.path, mention.kind].append(Put(mention.pointer, renaming.new.id))
    changes = []
    for (path, kind), puts in edits.items():
        draft = edited(renaming.lock, kind, path, puts)
        prints = [*_prints(renaming, draft.record)]
        changes.append(edited(renaming.lock, kind, path, [*puts, *prints]) if prints else draft)
    return changes


def _prints(renaming: _Renaming, after: Record) -> Iterator[Put]:
    """New fingerprints for the items that stand as they were fixed."""
    if not isinstance(after, Meeting) or after.agenda is None or after.agenda.fixed is None:
        return
    register, old, new = renaming.register, renaming.old, renaming.new
    was = fixed_parts(
        replace(register, matters={**register.matters, old.id: old}), register.meetings[after.id]
    )
    becomes = fixed_parts(replace(register, matters={**register.matters, new.id: new}), after)
    for item, fingerprint in after.agenda.fixed.fingerprint.items():
        if fingerprint == was.get(item) != becomes[item]:
            yield Put(("agenda", "fixed", "fingerprint", item), becomes[item])
