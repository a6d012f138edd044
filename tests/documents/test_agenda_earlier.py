"""Where an item has been up before, and what came of it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.agendas import entries, meeting, plain, view

MATTER = {"matters/2031-001-vaxel.yaml": "id: 2031-001\ntitle: Gemensam växel\n"}
TO_BO, TO_THE_COUNCIL = "{id: x, receiver: bo}", "{id: y, receiver: rad}"
ITEM = "- {id: a, title: A, matter: 2031-001}"


def _earlier(
    root: Path, *before: str, item: str = ITEM, date: str = "2031-02-14", more: str = ""
) -> list[str]:
    """The item's earlier treatments, when these were the items of a meeting before."""
    items = "".join(f"    - {{id: i{n}, title: X, {it}}}\n" for n, it in enumerate(before))
    other = f"id: be-2031-01\nforum: beredning\ndate: {date}\n{more}\nagenda:\n  items:\n{items}"
    shown = view(root, meeting(item), MATTER | {"meetings/be-2031-01.yaml": other})
    return [plain(place) for place in entries(shown)["a"].earlier]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("purpose: [information]", " (information)"),
        ("", ""),
        ("purpose: [information], outcome: {kind: noted}", " (information)"),
        ("outcome: {kind: noted}", " (till kännedom)"),
        ("purpose: [dialogue], outcome: {kind: discussed}", " (dialog)"),
        ("purpose: [information], outcome: {kind: discussed}", " (information; diskuterat)"),
        (
            "purpose: [preparation], outcome: {kind: prepared, next: rad}",
            " (berett, vidare till rådet)",
        ),
        (
            "purpose: [position], outcome: {kind: returned, next: beredning}",
            " (ställningstagande; återremitterat till beredningen)",
        ),
        ("purpose: [position], outcome: {kind: position, text: Ja.}", " (ställningstagande)"),
        ("outcome: {kind: postponed}", " (bordlagt)"),
        (
            f"outcome: {{kind: assigned, assignments: [{TO_BO}, {TO_THE_COUNCIL}]}}",
            " (uppdrag till Bo Lind och rådet)",
        ),
        ("outcome: {kind: assigned}", " (uppdrag)"),
    ],
)
def test_what_came_of_it_is_told_without_saying_it_twice(
    tmp_path: Path, fields: str, told: str
) -> None:
    item = f"matter: 2031-001, {fields}".removesuffix(", ")
    assert _earlier(tmp_path, item) == [f"Beredningen 14 februari 2031{told}"]


def test_a_meeting_where_it_was_up_twice_is_named_once(tmp_path: Path) -> None:
    twice = "matter: 2031-001, purpose: [dialogue]"
    assert _earlier(tmp_path, twice, "matter: 2031-001, purpose: [information]", twice) == [
        "Beredningen 14 februari 2031 (dialog; information)"
    ]


def test_an_item_that_is_no_matter_says_itself_where_it_was(tmp_path: Path) -> None:
    fields = "purpose: [dialogue]"
    for reference, told in (("be-2031-01/i0", " (dialog)"), ("be-2031-01", ""), ("borta", None)):
        item = f"- {{id: a, title: A, earlier: [{reference}]}}"
        expected = [] if told is None else [f"Beredningen 14 februari 2031{told}"]
        assert _earlier(tmp_path, fields, item=item) == expected


def test_later_and_cancelled_meetings_are_not_earlier(tmp_path: Path) -> None:
    assert _earlier(tmp_path, "matter: 2031-001", date="2031-03-20") == []
    assert _earlier(tmp_path, "matter: 2031-001", more="cancelled: {reason: x}") == []


def test_the_same_day_counts_only_by_the_clock(tmp_path: Path) -> None:
    assert _earlier(tmp_path, "matter: 2031-001", date="2031-03-14") == []
    other = (
        "id: be-2031-01\nforum: beredning\ndate: 2031-03-14\nhours: 11:00–12:00\n"
        "agenda: {items: [{id: x, title: X, matter: 2031-001}]}\n"
    )
    files = MATTER | {"meetings/be-2031-01.yaml": other}
    shown = view(tmp_path, meeting(ITEM, more="hours: 13:00–15:00"), files)
    assert [plain(it) for it in entries(shown)["a"].earlier] == ["Beredningen 14 mars 2031"]
