"""What became of a matter: what a party did with it after a meeting, and that it has ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.change import edited, write
from vrtool.edit.meaning import Insert, Put
from vrtool.edit.records import field_after, under_lock
from vrtool.errors import CannotDo
from vrtool.model.matter import FollowUp, Status
from vrtool.register.describe import matter_name, meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.phases import held
from vrtool.register.words import word
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.model.matter import Matter, Taken
    from vrtool.register.register import Register
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a party did after a meeting, with the party and the meeting by id.

    Either `body` took the matter home (`feedback`) or decided on it (`decision`) on a day, or it
    was not taken home at all, for the reason given.
    """

    party: str
    meeting: str
    feedback: Taken | None = None
    decision: Taken | None = None
    not_taken: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """That a matter was ended: the files written, and in sentences what was still open."""

    written: tuple[Path, ...]
    still_open: tuple[str, ...]


def follow_up(root: Path, matter_id: str, deed: Deed) -> tuple[Path, ...]:
    """Record what a party did with a matter after a meeting. Out: the files written.

    What is known since before of the same meeting is added to. Raises CannotDo where the matter
    was not up at the meeting, the day lies before it, or something else is recorded already.
    """
    with under_lock(root) as (lock, register):
        matter = _matter(register, matter_id)
        _refuse_impossible(register, matter, deed)
        return _written(lock, register, matter, [_edit(register, matter, deed)])


def end(root: Path, matter_id: str, status: Status) -> Ended:
    """Close or withdraw a matter. Raises CannotDo where it has ended already."""
    with under_lock(root) as (lock, register):
        matter = _matter(register, matter_id)
        if matter.status is not Status.OPEN:
            how = "avslutat" if matter.status is Status.CLOSED else "tillbakadraget"
            raise CannotDo(f"{sentence(matter_name(matter))} är redan {how}.")
        put = Put(("status",), status.value, field_after(matter, "status"))
        written = _written(lock, register, matter, [put])
    return Ended(written, (*_coming(register, matter), *_undone(register, matter)))


def _matter(register: Register, identifier: str) -> Matter:
    found = register.matters.get(identifier)
    if found is None:
        raise CannotDo(f"Ärendet {identifier} finns inte längre. Kör kommandot igen.")
    return found


def _written(lock: Lock, register: Register, matter: Matter, edits: list[Edit]) -> tuple[Path, ...]:
    path = register.matter_place(matter).path
    return tuple(write(lock, [edited(lock, Kind.MATTER, path, edits, seen=matter)]))


# What a party did


def _refuse_impossible(register: Register, matter: Matter, deed: Deed) -> None:
    up = {there.meeting.id: there.meeting for there in register.path_of(matter.id)}
    meeting = up.get(deed.meeting)
    if meeting is None:
        was = f"Det har varit uppe vid {join([*up])}." if up else "Det har inte varit uppe än."
        raise CannotDo(
            f"{sentence(matter_name(matter))} står inte på {word(register, 'agenda').the} för "
            f"{deed.meeting}. {was}"
        )
    taken = deed.feedback or deed.decision
    if taken and taken.date < meeting.date:
        raise CannotDo(
            f"{sentence(swedish_date(taken.date))} ligger före {meeting_name(register, meeting)}. "
            "Rätta dagen eller mötet."
        )


def _edit(register: Register, matter: Matter, deed: Deed) -> Edit:
    steps = matter.follow_up.get(deed.party, ())
    known = {i: step for i, step in enumerate(steps) if step.meeting == deed.meeting}
    for step in known.values():
        _refuse_known(register, matter, step, deed)
    # What was left at first and is taken home later is two things that happened.
    beside = next((i for i, step in known.items() if step.not_taken is None), None)
    if beside is not None:
        name, value = next(iter(_told(deed).items()))
        pointer = ("follow_up", deed.party, beside, name)
        return Put(pointer, value, field_after(known[beside], name))
    entry: dict[str, Data] = {"meeting": deed.meeting, **_told(deed)}
    if deed.party in matter.follow_up:
        return Insert(("follow_up", deed.party), entry)
    if matter.follow_up:
        return Put(("follow_up", deed.party), [entry])
    return Put(("follow_up",), {deed.party: [entry]}, field_after(matter, "follow_up"))


def _told(deed: Deed) -> dict[str, Data]:
    """The one thing done, as it stands in the file."""
    for name, taken in (("feedback", deed.feedback), ("decision", deed.decision)):
        if taken:
            return {name: {"body": taken.body, "date": taken.date.isoformat()}}
    return {"not_taken": deed.not_taken}


def _refuse_known(register: Register, matter: Matter, known: FollowUp, deed: Deed) -> None:
    told = _clash(known, deed)
    if told:
        raise CannotDo(
            f"Om {register.party(deed.party)} efter {deed.meeting} står redan i "
            f"{register.matter_place(matter).path}: ärendet {told}. Är det fel, ändra det där."
        )


def _clash(known: FollowUp, deed: Deed) -> str | None:
    """What is recorded already that cannot stand beside the new, as it is put in a sentence."""
    if deed.not_taken and known.not_taken:
        return "återfördes inte"
    if known.feedback and (deed.feedback or deed.not_taken):
        return f"togs upp i {known.feedback.body} {swedish_date(known.feedback.date)}"
    if known.decision and (deed.decision or deed.not_taken):
        return f"beslutades i {known.decision.body} {swedish_date(known.decision.date)}"
    return None


# What is left when it ends


def _coming(register: Register, matter: Matter) -> list[str]:
    later = [there.meeting for there in register.path_of(matter.id) if not held(there.meeting)]
    names = [f"{meeting.id} ({meeting_name(register, meeting)})" for meeting in later]
    agenda = word(register, "agenda").the
    return [f"Det står på {agenda} för {join(names)}, utan resultat."] if names else []


def _undone(register: Register, matter: Matter) -> list[str]:
    given = [
        work
        for there in register.path_of(matter.id)
        for work in (there.item.outcome.assignments if there.item.outcome else ())
        if work.id not in register.done
    ]
    names = [f"{work.id} ({work.task})" if work.task else work.id for work in given]
    return [f"Ingen har rapporterat att det är gjort: {join(names)}."] if names else []
