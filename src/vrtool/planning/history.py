"""What a matter has behind it and ahead: prepared, spoken of, a position taken, up next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vrtool.model.item import Item, OutcomeKind, Purpose
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.times import ended_before


def as_item(matter: Matter) -> Item:
    """The item that the matter would be, up for a position."""
    return Item.model_validate(
        {"id": "punkten", "title": matter.title, "matter": matter.id, "purpose": ["position"]}
    )


def treatments(register: Register, matter: Matter, before: Meeting) -> list[Appearance]:
    """Where the matter has been, or is to be, up before the meeting begins, in order of time."""
    return [
        there
        for there in register.path_of(matter.id)
        if there.meeting.id != before.id and ended_before(there.meeting, before)
    ]


def prepared(register: Register, matter: Matter, forum: str, before: Meeting) -> Appearance | None:
    """Where the forum sent the matter on, since it was last sent back (001, 3.1)."""
    found = None
    for there in treatments(register, matter, before):
        kind = there.item.outcome.kind if there.item.outcome else None
        if kind is OutcomeKind.RETURNED:
            found = None
        elif kind is OutcomeKind.PREPARED and there.meeting.forum == forum:
            found = there
    return found


def basis_asked_for(
    register: Register, matter: Matter, forum: str, before: Meeting
) -> Appearance | None:
    """Where the forum was given an assignment in the matter."""
    return next(
        (
            there
            for there in treatments(register, matter, before)
            for work in (there.item.outcome.assignments if there.item.outcome else ())
            if work.receiver == forum
        ),
        None,
    )


def listed(
    register: Register,
    matter: Matter,
    before: Meeting,
    fits: Callable[[Appearance], bool],
) -> Appearance | None:
    """The first meeting not yet held, or not yet told of, that has the matter up as fits."""
    unheld = (a for a in treatments(register, matter, before) if not held(a.meeting))
    return next((there for there in unheld if fits(there)), None)


def spoken_of(there: Appearance, purposes: tuple[Purpose, ...]) -> bool:
    """Whether the matter was, or is, up for one of the purposes, or was discussed."""
    outcome = there.item.outcome
    discussed = outcome is not None and outcome.kind is OutcomeKind.DISCUSSED
    return discussed or not {*there.item.purpose}.isdisjoint(purposes)


def position_taken(register: Register, matter: Matter) -> Appearance | None:
    """Where the last position on the matter was taken, or recommendation made."""
    taken = [
        there
        for there in register.path_of(matter.id)
        if there.item.outcome and there.item.outcome.kind.takes_position
    ]
    return taken[-1] if taken else None


def last_held(register: Register, matter: Matter) -> Appearance | None:
    """Where the matter was last up at a meeting that was held."""
    found = [there for there in register.path_of(matter.id) if held(there.meeting)]
    return found[-1] if found else None


def coming(register: Register, matter: Matter, today: date) -> tuple[Appearance, ...]:
    """The coming meetings whose agenda the matter is on."""
    return tuple(
        there
        for there in register.path_of(matter.id)
        if there.meeting.date >= today and not held(there.meeting)
    )
