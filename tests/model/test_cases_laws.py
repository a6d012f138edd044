"""Laws of the records: frozen, and what may not stand together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from vrtool.dates import Hours
from vrtool.model.base import Record
from vrtool.model.item import Item, Presenter
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.model.rosters import AppointedSeat, Tenure
from vrtool.model.structure import Forum
from vrtool.model.working_forms import Norm, SeatRule
from vrtool.register.kinds import Kind

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """The model and every model below it."""
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in _inner(field.annotation):
                _models(inner, seen)
    return seen


def _inner(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _inner(part)]


ALL = sorted(
    {model for kind in Kind for model in _models(kind.model, set())}, key=lambda m: m.__name__
)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_record_is_frozen_and_refuses_unknown_fields(model: type[BaseModel]) -> None:
    assert issubclass(model, Record)
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


def test_a_frozen_record_cannot_be_changed() -> None:
    matter = Matter.model_validate({"id": "2031-001", "title": "Växeln"})
    with pytest.raises(ValidationError):
        setattr(matter, "title", "Annat")  # noqa: B010 - a plain assignment would not type-check
    with pytest.raises(ValidationError):
        Matter.model_validate({"id": "2031-001", "title": "Växeln", "titel": "Växeln"})


def _refused(model: type[BaseModel], data: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    (error,) = caught.value.errors()
    return str(error.get("ctx", {}).get("error", error["msg"]))


class TestTenure:
    """Who held what: from and to, or the days someone was seen."""

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"from": "2031-01-01"}, "ange antingen who eller vacant: true"),
            (
                {"who": "anna", "vacant": "true", "from": "2031-01-01"},
                "ange antingen who eller vacant: true",
            ),
            (
                {"who": "anna", "seen": ["2031-01-01"], "from": "2031-01-01"},
                "ange antingen seen eller from och to",
            ),
            (
                {"who": "anna", "seen": ["2031-01-01"], "to": "2031-01-01"},
                "ange antingen seen eller from och to",
            ),
            (
                {"who": "anna"},
                "ange from (och to), eller seen när början och slut inte är kända",
            ),
            (
                {"who": "anna", "to": "2031-01-01"},
                "ange from (och to), eller seen när början och slut inte är kända",
            ),
            ({"who": "anna", "from": "2031-02-01", "to": "2031-01-31"}, "to ligger före from"),
        ],
    )
    def test_refused(self, data: dict[str, Any], sentence: str) -> None:
        assert _refused(Tenure, data) == sentence

    def test_a_single_day(self) -> None:
        tenure = Tenure.model_validate({"who": "anna", "from": "2031-01-01", "to": "2031-01-01"})
        assert tenure.covers(date(2031, 1, 1))
        assert not tenure.covers(date(2031, 1, 2))

    def test_an_open_end(self) -> None:
        tenure = Tenure.model_validate({"vacant": "true", "from": "2031-01-01"})
        assert tenure.covers(date(2199, 12, 31))
        assert not tenure.covers(date(2030, 12, 31))

    @given(st.lists(DAYS, min_size=1, max_size=5), DAYS)
    def test_seen_means_held_from_first_to_last(self, seen: list[date], day: date) -> None:
        data = {"who": "anna", "seen": [one.isoformat() for one in seen]}
        assert Tenure.model_validate(data).covers(day) is (min(seen) <= day <= max(seen))


class TestSeats:
    """Seats by appointment, and the lines of a composition."""

    def test_declined_while_held(self) -> None:
        data = {"declined": "2031-02-01", "members": [{"who": "anna", "from": "2031-01-01"}]}
        assert _refused(AppointedSeat, data) == "platsen är både avböjd och besatt samma dag"

    def test_declined_before_and_after(self) -> None:
        for declined in ("2030-12-31", "2031-02-01"):
            members = [{"who": "anna", "from": "2031-01-01", "to": "2031-01-31"}]
            AppointedSeat.model_validate({"declined": declined, "members": members})

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"each": "municipality"},
            {"office": "kso", "appointed": "vr"},
            {"office": "kso", "presidium": ["styrelsen"]},
            {"presidium": ["styrelsen"], "appointed": "vr"},
        ],
    )
    def test_one_kind_a_line(self, data: dict[str, Any]) -> None:
        assert _refused(SeatRule, data) == "ange en av office, presidium och appointed"

    def test_as_many_as_said(self) -> None:
        assert SeatRule.model_validate({"appointed": "sf", "count": "2"}).count == 2
        assert "greater than or equal to 1" in _refused(SeatRule, {"appointed": "sf", "count": "0"})


class TestNorm:
    """A norm is checked, or says why not."""

    BASE = {"title": "T", "strength": "shall", "paragraph": "1"}  # noqa: RUF012 - never changed

    @pytest.mark.parametrize("more", [{}, {"rule": "VR301", "unchecked": "Nej."}])
    def test_checked_or_explained(self, more: dict[str, str]) -> None:
        sentence = "ange rule, eller unchecked med skälet till att normen inte prövas"
        assert _refused(Norm, self.BASE | more) == sentence

    def test_either(self) -> None:
        assert Norm.model_validate(self.BASE | {"rule": "VR301"}).unchecked is None
        assert Norm.model_validate(self.BASE | {"unchecked": "Nej."}).rule is None


class TestMeeting:
    """Days and hours of a meeting."""

    BASE = {"id": "ra-2031-01", "forum": "rad", "date": "2031-04-03"}  # noqa: RUF012 - never changed

    def _meeting(self, **more: Any) -> Meeting:
        return Meeting.model_validate(self.BASE | more)

    def test_one_day(self) -> None:
        meeting = self._meeting(hours="13:00–15:00")
        assert meeting.days == (date(2031, 4, 3),)
        assert meeting.hours_on(date(2031, 4, 3)) == Hours.parse("13:00–15:00")

    def test_two_days_with_hours_each(self) -> None:
        hours = {"2031-04-03": "13:00–15:00", "2031-04-04": "09:00–12:00"}
        meeting = self._meeting(to="2031-04-04", hours=hours)
        assert meeting.days == (date(2031, 4, 3), date(2031, 4, 4))
        assert meeting.last_day == date(2031, 4, 4)
        assert str(meeting.hours_on(date(2031, 4, 4))) == "09:00–12:00"

    def test_hours_of_one_day_only(self) -> None:
        meeting = self._meeting(to="2031-04-04", hours={"2031-04-03": "13:00–15:00"})
        assert meeting.hours_on(date(2031, 4, 4)) is None

    def test_hours_alike_every_day(self) -> None:
        meeting = self._meeting(to="2031-04-04", hours="09:00–12:00")
        assert {str(meeting.hours_on(day)) for day in meeting.days} == {"09:00–12:00"}

    @given(DAYS, DAYS)
    def test_the_end_is_never_before_the_beginning(self, first: date, last: date) -> None:
        data = self.BASE | {"date": first.isoformat(), "to": last.isoformat()}
        if last < first:
            assert _refused(Meeting, data) == "to ligger före date"
        else:
            meeting = Meeting.model_validate(data)
            assert meeting.span.contains(first)
            assert meeting.span.contains(last)


def test_a_presenter_is_somebody() -> None:
    assert _refused(Presenter, {}) == "ange who, name eller organisation"
    item = Item.model_validate({"id": "a", "title": "A", "presenters": ["anna", {"name": "Bo"}]})
    assert [(one.who, one.name) for one in item.presenters] == [("anna", None), (None, "Bo")]


@pytest.mark.parametrize(
    ("fields", "substance"),
    [
        ({}, True),
        ({"purpose": ["information"]}, True),
        ({"purpose": ["procedure"]}, False),
        ({"purpose": ["procedure", "information"]}, True),
        ({"kind": "standing"}, False),
        ({"kind": "break"}, False),
    ],
)
def test_an_item_of_substance(fields: dict[str, Any], *, substance: bool) -> None:
    item = Item.model_validate({"id": "a", "title": "A"} | fields)
    assert item.of_substance is substance


def test_a_forum_bears_the_last_of_the_names_in_use() -> None:
    names = [
        {"name": "Utskottet", "short_name": "utskottet"},
        {"name": "Rådet", "short_name": "rådet", "from": "2031-03-01"},
    ]
    forum = Forum.model_validate({"short": "ra", "names": names})
    assert forum.name_on(date(2031, 2, 28)).name == "Utskottet"
    assert forum.name_on(date(2031, 3, 1)).name == "Rådet"


def test_a_forum_bears_its_first_name_when_none_was_in_use() -> None:
    names = [{"name": "Rådet", "short_name": "rådet", "from": "2031-03-01", "to": "2031-12-31"}]
    forum = Forum.model_validate({"short": "ra", "names": names})
    assert forum.name_on(date(2030, 1, 1)).name == "Rådet"
    assert forum.name_on(date(2032, 1, 1)).name == "Rådet"
