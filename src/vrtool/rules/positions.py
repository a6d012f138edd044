"""Where positions may be taken, and what they may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from vrtool.diagnostic import Place, Pointer, Verdict
from vrtool.model.base import Id, Ids, Record, Text, none_as_empty
from vrtool.model.item import Item, Purpose
from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.describe import item_name, meeting_name
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.preparation import takes_position
from vrtool.text import join, quote, sentence


class OtherPlace(Record):
    """A topic on which other forums may take positions too."""

    topic: Id
    forums: Ids


class Places(Parameters):
    """`forums`: where positions are taken; `except`: topics that have other places too."""

    forums: Ids
    other_places: Annotated[tuple[OtherPlace, ...], BeforeValidator(none_as_empty)] = Field(
        default=(), alias="except"
    )

    def references(self) -> Names:
        """The forums, and each exception's topic and forums."""
        for index, forum in enumerate(self.forums):
            yield ("forums", index), forum, Target.FORUM_OR_GROUP
        for number, other in enumerate(self.other_places):
            yield ("except", number, "topic"), other.topic, Target.TOPIC
            for index, forum in enumerate(other.forums):
                yield ("except", number, "forums", index), forum, Target.FORUM_OR_GROUP


@rule("VR401", "position-elsewhere", subject=Subject.ITEM, wakes=Phase.DRAFT, parameters=Places)
def position_elsewhere(
    appearance: Appearance, parameters: Places, context: Context
) -> Iterator[Verdict]:
    """A position is taken in a forum that has no mandate for it."""
    register, forum = context.register, appearance.meeting.forum
    if not takes_position(appearance):
        return
    allowed = register.forums_of(parameters.forums)
    topics = register.topics_of(appearance.item)
    elsewhere = any(
        entry.topic in topics and forum in register.forums_of(entry.forums)
        for entry in parameters.other_places
    )
    if forum in allowed or elsewhere:
        yield holds(appearance.item.id, _place(register, appearance))
        return
    if parameters.other_places and topics_unread(register, appearance.item):
        yield unknown(appearance.item.id, _place(register, appearance))
        return
    day = appearance.meeting.date
    places = join([register.forum_name(name, day) for name in sorted(allowed)], "eller")
    yield _misplaced(
        register, appearance, f"ta upp det för {word(register, 'position').one} i {places}"
    )


@rule("VR402", "no-position-here", subject=Subject.ITEM, wakes=Phase.DRAFT)
def no_position_here(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """A forum for information only takes a position."""
    register = context.register
    if takes_position(appearance):
        instead = join([word(register, p).one for p in ("information", "dialogue")], "eller")
        yield _misplaced(register, appearance, f"ta upp punkten som {instead} här")
    else:
        yield holds(appearance.item.id, _place(register, appearance))


def topics_unread(register: Register, item: Item) -> bool:
    """Whether some of an item's topics stand in a matter that cannot be read or does not exist."""
    return any(matter not in register.matters for matter in item.all_matters)


def _misplaced(register: Register, appearance: Appearance, instead: str) -> Verdict:
    outcome = appearance.item.outcome
    taken = outcome is not None and outcome.kind.takes_position
    position = word(register, "position")
    return breach(
        appearance.item.id,
        _place(register, appearance),
        f"{sentence(item_name(register, appearance.item))} "
        f"{f'har fått {position.a}' if taken else f'är uppe för {position.one}'} vid "
        f"{meeting_name(register, appearance.meeting)}, som inte har mandat för {position.many}.",
        f"{instead}, eller ange ett avsteg med skäl.",
    )


def _place(register: Register, appearance: Appearance) -> Place:
    """The purpose that says position, or the outcome that is one."""
    pointer: Pointer = appearance.pointer
    purposes = appearance.item.purpose
    if Purpose.POSITION in purposes:
        pointer = (*pointer, "purpose", purposes.index(Purpose.POSITION))
    elif appearance.item.outcome is not None:
        pointer = (*pointer, "outcome", "kind")
    return register.meeting_place(appearance.meeting, *pointer)


class Wording(Parameters):
    """`verbs`: forms of deciding that no forum does; `headings`: what no text is headed.

    `instead`: what to say in place of the verbs, as an example or two.
    """

    verbs: Annotated[tuple[Text, ...], Field(min_length=1)]
    instead: Annotated[tuple[Text, ...], Field(min_length=1)] = (
        "tar ställning för",
        "ställer sig bakom",
    )
    headings: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()


@rule("VR403", "wording", subject=Subject.MEETING, wakes=Phase.HELD, parameters=Wording)
def wording(meeting: Meeting, parameters: Wording, context: Context) -> Iterator[Verdict]:
    """A forum is said to decide, where it takes positions."""
    register = context.register
    decides = _decides(register.forum_names, parameters.verbs)
    headings = frozenset(name.casefold() for name in parameters.headings)
    for index, item in enumerate(meeting.items):
        found = [
            (pointer, phrase)
            for pointer, text in _texts(item)
            for phrase in _phrases(text, decides, headings)
        ]
        for pointer, phrase in found:
            at = register.meeting_place(meeting, "agenda", "items", index, *pointer)
            yield _wrong_word(register, Appearance(meeting, item, index), at, phrase, parameters)
        if not found:
            yield holds(item.id, register.meeting_place(meeting, "agenda", "items", index))


def _wrong_word(
    register: Register, appearance: Appearance, at: Place, phrase: str, parameters: Wording
) -> Verdict:
    meeting, item = appearance.meeting, appearance.item
    position = word(register, "position")
    instead = join([quote(verb) for verb in parameters.instead], "eller")
    return breach(
        item.id,
        at,
        f"Under {item_name(register, item)} vid {meeting_name(register, meeting)} står ”{phrase}”; "
        f"det forumet kommer fram till är {position.a}, inget beslut.",
        f"skriv till exempel {instead}, och {position.one} i rubriken.",
    )


def _texts(item: Item) -> Iterator[tuple[Pointer, str]]:
    for name in ("title", "label", "proposal", "text"):
        value = getattr(item, name)
        if value:
            yield (name,), value
    if item.outcome and item.outcome.text:
        yield ("outcome", "text"), item.outcome.text


@lru_cache(maxsize=8)
def _decides(names: frozenset[str], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A forum, perhaps a word or two, and a form of deciding, in either order."""
    forum = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    verb = "|".join(re.escape(form) for form in verbs)
    return re.compile(
        rf"\b(?:{forum})\s+(?:har\s+|ska\s+|bör\s+|skall\s+)?(?:{verb})\b"
        rf"|\b(?:{verb})\s+(?:{forum})\b",
        re.IGNORECASE,
    )


def _phrases(text: str, decides: re.Pattern[str], headings: frozenset[str]) -> Iterator[str]:
    yield from (match.group() for match in decides.finditer(text))
    for line in text.splitlines():
        heading = line.strip().strip("#*_: ").casefold()
        if heading in headings:
            yield line.strip()
