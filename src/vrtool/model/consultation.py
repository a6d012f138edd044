"""A consultation (remiss): whom a matter was sent to for views, what came back, and what of it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.model.base import (
    Day,
    Flag,
    Id,
    Parties,
    Record,
    Text,
    is_id,
    none_as_empty,
    none_as_empty_map,
)


class Stance(Enum):
    """What an answer says of the proposal as a whole."""

    SUPPORTS = "supports"
    SUPPORTS_WITH_VIEWS = "supports-with-views"
    OPPOSES = "opposes"


class Handling(Enum):
    """What came of a view (000, Överväganden; 003, bilaga 2)."""

    TAKEN_IN = "taken-in"
    NOT_TAKEN_IN = "not-taken-in"
    LATER_PROCESS = "later-process"
    CLARIFIED = "clarified"


class Answer(Record):
    """A party's answer. Everything may be unknown but that it came.

    `no_views` is an answer too: that the party had nothing to add. `text` is its content in short,
    `file` a path below `data/`.
    """

    date: Day | None = None
    no_views: Flag = False
    stance: Stance | None = None
    text: Text | None = None
    file: Text | None = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.no_views and self.stance in {Stance.SUPPORTS_WITH_VIEWS, Stance.OPPOSES}:
            raise ValueError(
                "svaret kan inte både vara utan synpunkter (no_views) och ha dem (stance)"
            )
        return self


_IN_A_WORD = {"no-views": {"no_views": "true"}, "answered": {}}


def _answer(value: object) -> object:
    if isinstance(value, str):
        return _IN_A_WORD.get(value, {"date": value})
    return value


class Sender(Record):
    """Whose a view is: a party by its id, or another (a group at a meeting) named in words.

    In a file the id or the name alone will do: what is written as ids are is a party.
    """

    party: Id | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if bool(self.party) == bool(self.name):
            raise ValueError("ange antingen party (id i structure.yaml) eller name")
        return self


def _sender(value: object) -> object:
    if isinstance(value, str):
        return {"party" if is_id(value) else "name": value}
    return value


class Point(Record):
    """A view that came in, and how it was handled; one point may answer several senders.

    `section` is the part of the proposal it is about, `decided_by` who settled it, where that is
    not who handled the whole.
    """

    id: Id
    section: Text
    title: Text | None = None
    senders: Annotated[
        tuple[Annotated[Sender, BeforeValidator(_sender)], ...], BeforeValidator(none_as_empty)
    ] = Field(default=(), alias="from")
    view: Text
    handling: Handling | None = None
    reason: Text | None = None
    decided_by: Text | None = None


class Consultation(Record):
    """Whom the matter was sent to for views, from when until when, who answered, what they said.

    `asked` left out means that it is not known. `closed` is the day the answers were compiled:
    from then on a party without an answer did not answer, and every view has been handled.
    `handled_by` is who weighed the views.
    """

    asked: Parties = ()
    sent: Day | None = None
    due: Day | None = None
    answers: Annotated[
        dict[Id, Annotated[Answer, BeforeValidator(_answer)]], BeforeValidator(none_as_empty_map)
    ] = {}
    points: Annotated[tuple[Point, ...], BeforeValidator(none_as_empty)] = ()
    closed: Day | None = None
    handled_by: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name in ("due", "closed"):
            day = getattr(self, name)
            if self.sent and day and day < self.sent:
                raise ValueError(f"{name} ligger före sent")
        return self

    @model_validator(mode="after")
    def _points_told_apart(self) -> Self:
        seen: set[str] = set()
        for point in self.points:
            if point.id in seen:
                raise ValueError(f"två synpunkter har id ”{point.id}”: ge den ena ett annat")
            seen.add(point.id)
        return self
