"""Who presents: someone of the structure's own, or someone from outside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vrtool.diagnostic import Verdict
from vrtool.model.base import Id
from vrtool.model.item import Presenter
from vrtool.model.working_forms import Phase
from vrtool.register.describe import item_name, next_time, the_agenda
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.items import only_informs
from vrtool.text import fold, sentence


class BroadForum(Parameters):
    """`forum`: where those from outside inform."""

    forum: Id

    def references(self) -> Names:
        """The forum."""
        yield ("forum",), self.forum, Target.FORUM


@rule("VR507", "external-elsewhere", subject=Subject.ITEM, wakes=Phase.FIXED, parameters=BroadForum)
def external_elsewhere(
    appearance: Appearance, parameters: BroadForum, context: Context
) -> Iterator[Verdict]:
    """Only people from outside the structure inform, in another forum than the one for that."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    if not only_informs(item) or not item.presenters:
        return
    at = register.meeting_place(meeting, *appearance.pointer, "presenters")
    external = {_external(register, presenter) for presenter in item.presenters}
    if False in external:
        return
    if meeting.forum == parameters.forum:
        yield holds(item.id, at)
    elif None in external:
        yield unknown(item.id, at)
    else:
        information = word(register, "information")
        forum = register.forum_name(parameters.forum, meeting.date)
        yield breach(
            item.id,
            at,
            f"{sentence(item_name(register, item))} är {information.one} från någon "
            f"utanför samverkansstrukturen men står på {the_agenda(register, meeting)}, inte för "
            f"{forum}.",
            f"ta upp {information.the} i {forum}{next_time(register, parameters.forum, meeting)} "
            f"om hela den politiska ledningen ska ha {information.it}; annars behövs ingen åtgärd.",
        )


def _external(register: Register, presenter: Presenter) -> bool | None:
    """Whether a presenter comes from outside the structure; None where that is not told."""
    organisation = presenter.organisation
    if presenter.who is not None:
        person = register.rosters.people.get(presenter.who)
        if person is None:
            return None
        if person.party or _in_office(register, presenter.who):
            return False
        organisation = organisation or person.organisation
    return _outside(register, organisation) if organisation else None


def _in_office(register: Register, person: str) -> bool:
    rosters = register.rosters
    held = [*rosters.offices.values(), *(seat.members for seat in rosters.seats.values())]
    return any(tenure.who == person for tenures in held for tenure in tenures)


def _outside(register: Register, organisation: str) -> bool:
    """Whether an organisation is no party, board, forum or network, nor a unit of one."""
    told = fold(organisation)
    own = _folded(frozenset(_names(register)))
    return told not in own and not told.startswith(
        tuple(f"{name}{sign}" for name in own for sign in "-,")
    )


def _names(register: Register) -> Iterator[str]:
    structure = register.structure
    for party in structure.parties.values():
        yield from (party.name, party.short)
    yield from (board.name for board in structure.boards.values())
    yield from (network.name for network in register.rosters.networks.values())
    for forum in structure.forums.values():
        for entry in forum.names:
            yield from (entry.name, entry.short_name, entry.in_text)


@lru_cache(maxsize=8)
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, names))
