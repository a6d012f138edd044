"""What a reference is: a place that names something, and what that should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from vrtool.diagnostic import Place, Pointer


class Target(Enum):
    """What a reference names, in Swedish, with where such things are listed.

    In braces stand words that the structure may have its own for.
    """

    PERSON = ("person", "people i forums.yaml")
    PARTY = ("{party}", "parties i structure.yaml")
    FORUM = ("forum", "forums i structure.yaml")
    FORUM_OR_GROUP = ("forum eller grupp av forum", "forums och groups i structure.yaml")
    PARTY_OR_FORUM = ("{party} eller forum", "parties och forums i structure.yaml")
    RECEIVER = ("{party}, forum eller person", "structure.yaml och forums.yaml")
    BOARD = ("nämnd", "boards i structure.yaml")
    AREA = ("område", "areas i structure.yaml")
    PARTY_KIND = ("slag av {party}", "party_kinds i structure.yaml")
    OFFICE_KIND = ("{office}", "offices i structure.yaml")
    POLITICAL_PARTY = ("politiskt parti", "political_parties i structure.yaml")
    OFFICE = ("{office}", "offices i forums.yaml, skrivet organ/uppdrag")
    BODY = ("{party}, nämnd, forum eller nätverk", "structure.yaml och forums.yaml")
    APPOINTED = ("grupp av valda platser", "seats i arbetsformerna, som appointed")
    MATTER = ("ärende", "mappen matters")
    MEETING = ("möte", "mappen meetings")
    REQUEST = ("begäran om möte", "requests i requests.yaml")
    MEETING_ITEM = ("möte eller punkt", "mappen meetings")
    ITEM = ("punkt på mötet", "agenda i samma fil")
    TOPIC = ("ämne", "topics i structure.yaml")
    NORM = ("norm", "norms i arbetsformerna")
    WORKING_FORMS = ("regelverk", "mappen working-forms")
    ASSIGNMENT = ("{assignment}", "assignments i mötenas resultat")
    PROCESS = ("processtyp", "mappen processes")
    PHASE = ("fas", "phases i processtypen")
    STEP = ("steg", "steps i processtypen")
    SIDE = ("sida", "sides i processtypen")

    # What every name is looked up by; Enum's own is slow. Members are one each.
    __hash__ = object.__hash__

    def __init__(self, swedish: str, listed: str) -> None:
        self.swedish = swedish
        self.listed = f"i {listed}" if listed.startswith("mappen ") else f"bland {listed}"


@dataclass(frozen=True, slots=True)
class Reference:
    """`at` names `name`, which should be a `target`."""

    at: Place
    name: str
    target: Target


Found: TypeAlias = Iterator[tuple[Pointer, str | None, Target]]
"""Where in a record, the name there (None where nothing is named), and what it should be."""


def each(pointer: Pointer, names: tuple[str, ...] | None, target: Target) -> Found:
    """Every name of a list, each with its place."""
    for index, name in enumerate(names or ()):
        yield (*pointer, index), name, target
