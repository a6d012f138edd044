"""The item a person means: by its number, its id or a part of its title."""

from __future__ import annotations

import pytest

from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose


def _meeting(*items: dict[str, str]) -> Meeting:
    whole = {"id": "ra-2031-01", "forum": "rad", "date": "2031-03-14"}
    return Meeting.model_validate({**whole, "agenda": {"items": list(items)}})


FOUR = _meeting(
    {"id": "a-1", "title": "Nätet i norr"},
    {"id": "paus", "title": "Paus", "kind": "break"},
    {"id": "b", "title": "Växeln"},
    {"id": "c", "title": "Nätet"},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [("1", "a-1"), ("2", "b"), ("3", "c"), ("A 1", "a-1"), ("växel", "b"), ("NORR", "a-1")],
)
def test_it_is_found(text: str, found: str) -> None:
    assert choose.item(FOUR, text).id == found


@pytest.mark.parametrize(
    ("meeting", "text", "said"),
    [
        (FOUR, "nätet", "”nätet” passar flera punkter: 1 a-1 (Nätet i norr) eller 3 c (Nätet)."),
        (FOUR, "4", "Mötet har ingen punkt ”4”. Punkterna är "),
        (FOUR, "", "Mötet har ingen punkt ””."),
        (_meeting(), "1", "Mötet har ingen punkt ”1”. Mötet har inga punkter."),
    ],
)
def test_what_is_not_one_item_is_said(meeting: Meeting, text: str, said: str) -> None:
    with pytest.raises(WrongUsage) as told:
        choose.item(meeting, text)
    assert str(told.value).startswith(said)
