"""Fingerprints: the same for the same words, another for each word that was settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, register
from tests.rules.cases import together
from vrtool.register.fingerprint import adjusted_parts, fixed_parts

ITEM = {
    "id": "a",
    "title": "Växel",
    "kind": "item",
    "matter": "2031-001",
    "purpose": "[dialogue]",
    "label": "Lägesrapport",
    "logic": "case",
    "text": "Så är läget.",
    "proposal": "Ja.",
    "day": "1",
    "start": "13:00",
    "minutes": "30",
    "presenters": "[anna]",
    "papers": "[Kostnad]",
}
BRIEF = {
    "proposal": "Ja.",
    "summary": "Kort.",
    "description": "Långt.",
    "way_forward": "Framåt.",
    "documents": "[Kostnad]",
}


def _flow(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


def _files(item: dict[str, str], brief: dict[str, str], more: str = "") -> Files:
    head = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    return together(
        {
            "meetings/ra-2031-01.yaml": f"{head}agenda: {{items: [{_flow(item)}]}}\n{more}\n",
            "matters/2031-001-a.yaml": f"id: 2031-001\ntitle: V\nbrief: {_flow(brief)}\n",
            "matters/2031-002-b.yaml": "id: 2031-002\ntitle: B\n",
        }
    )


def _fixed(root: Path, item: dict[str, str], brief: dict[str, str], more: str = "") -> str:
    known = register(root, council(_files(item, brief, more)))
    return fixed_parts(known, known.meetings["ra-2031-01"])["a"]


def test_a_fingerprint_is_sixteen_hexadecimal_figures(tmp_path: Path) -> None:
    found = _fixed(tmp_path, ITEM, BRIEF)
    assert len(found) == 16
    assert set(found) <= set("0123456789abcdef")


def test_order_of_keys_and_comments_do_not_count(tmp_path: Path) -> None:
    item = dict(reversed(ITEM.items()))
    brief = dict(reversed(BRIEF.items()))
    found = _fixed(tmp_path, item, brief, "# en kommentar")
    assert found == _fixed(tmp_path, ITEM, BRIEF)


def test_how_it_was_written_does_not_count(tmp_path: Path) -> None:
    item = ITEM | {"title": '"Växel"', "start": "'13:00'", "purpose": "[ dialogue ]"}
    assert _fixed(tmp_path, item, BRIEF) == _fixed(tmp_path, ITEM, BRIEF)


def test_what_is_as_it_always_is_may_be_written_out(tmp_path: Path) -> None:
    item = {key: value for key, value in ITEM.items() if key not in ("kind", "day")}
    assert _fixed(tmp_path, item, BRIEF) == _fixed(tmp_path, ITEM, BRIEF)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Växlar"),
        ("kind", "standing"),
        ("matter", "2031-002"),
        ("purpose", "[position]"),
        ("label", "Rapport"),
        ("logic", "process"),
        ("text", "Så var läget."),
        ("proposal", "Nej."),
        ("day", "2"),
        ("start", "13:15"),
        ("minutes", "45"),
        ("presenters", "[bo]"),
        ("papers", "[Kostnader]"),
        ("matters", "[2031-002]"),
    ],
)
def test_each_field_of_an_agenda_counts(tmp_path: Path, field: str, value: str) -> None:
    changed = _fixed(tmp_path, ITEM | {field: value}, BRIEF)
    assert changed != _fixed(tmp_path, ITEM, BRIEF)


@pytest.mark.parametrize("field", BRIEF)
def test_each_section_of_the_brief_counts(tmp_path: Path, field: str) -> None:
    value = "[Annat]" if field == "documents" else "Annat."
    changed = _fixed(tmp_path, ITEM, BRIEF | {field: value})
    assert changed != _fixed(tmp_path, ITEM, BRIEF)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outcome", "{kind: noted, text: Ja.}"),
        ("number", "7"),
        ("papers_sent", "2031-03-28"),
        ("papers_count", "3"),
        ("added", "2031-03-30"),
    ],
)
def test_what_comes_after_fixing_does_not_count(tmp_path: Path, field: str, value: str) -> None:
    changed = _fixed(tmp_path, ITEM | {field: value}, BRIEF)
    assert changed == _fixed(tmp_path, ITEM, BRIEF)


OUTCOME = {"kind": "position", "text": "Ja.", "next": "bredd", "decides_next": "[alby]"}
ATTENDANCE = {"present": "[anna, rut]", "absent": "[bo]", "others": "[{name: Gäst}]"}


def _adjusted(
    root: Path,
    outcome: dict[str, str],
    attendance: dict[str, str],
    led_by: str = "rut",
    more: str = "",
) -> dict[str, str]:
    item = ITEM | {"outcome": _flow(outcome)}
    minutes = f"minutes: {{led_by: {led_by}, secretary: bo, attendance: {_flow(attendance)}{more}}}"
    known = register(root, council(_files(item, BRIEF, minutes)))
    return adjusted_parts(known.meetings["ra-2031-01"])


def _differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(part for part in one | other if one.get(part) != other.get(part))


def test_the_parts_of_the_minutes(tmp_path: Path) -> None:
    parts = _adjusted(tmp_path, OUTCOME, ATTENDANCE)
    assert sorted(parts) == ["attendance", "items/a", "led_by", "secretary"]


def test_order_of_keys_does_not_count_in_minutes(tmp_path: Path) -> None:
    reordered = _adjusted(
        tmp_path, dict(reversed(OUTCOME.items())), dict(reversed(ATTENDANCE.items()))
    )
    assert reordered == _adjusted(tmp_path, OUTCOME, ATTENDANCE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "noted"),
        ("text", "Nej."),
        ("next", "rad"),
        ("decides_next", "[berga]"),
        ("people", "[anna]"),
        ("assignments", "[{id: x, receiver: anna}]"),
    ],
)
def test_each_field_of_an_outcome_counts(tmp_path: Path, field: str, value: str) -> None:
    before = _adjusted(tmp_path, OUTCOME, ATTENDANCE)
    assert _differing(_adjusted(tmp_path, OUTCOME | {field: value}, ATTENDANCE), before) == [
        "items/a"
    ]


@pytest.mark.parametrize("field", ATTENDANCE)
def test_each_list_of_attendance_counts(tmp_path: Path, field: str) -> None:
    before = _adjusted(tmp_path, OUTCOME, ATTENDANCE)
    after = _adjusted(tmp_path, OUTCOME, ATTENDANCE | {field: "[]"})
    assert _differing(after, before) == ["attendance"]


def test_who_led_counts(tmp_path: Path) -> None:
    before = _adjusted(tmp_path, OUTCOME, ATTENDANCE)
    assert _differing(_adjusted(tmp_path, OUTCOME, ATTENDANCE, "anna"), before) == ["led_by"]


def test_what_comes_after_adjustment_does_not_count(tmp_path: Path) -> None:
    before = _adjusted(tmp_path, OUTCOME, ATTENDANCE)
    more = (
        ", adjusted: [{by: anna, date: 2031-04-11}], dispatched: 2031-04-12, "
        "corrections: [{date: 2031-05-01, text: Fel.}]"
    )
    assert _adjusted(tmp_path, OUTCOME, ATTENDANCE, more=more) == before


def test_one_item_moved_before_another_changes_neither(tmp_path: Path) -> None:
    head = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\nagenda: {items: [%s, %s]}\n"
    one, other = "{id: a, title: A}", "{id: b, title: B}"
    found = []
    for pair in ((one, other), (other, one)):
        known = register(tmp_path, council({"meetings/ra-2031-01.yaml": head % pair}))
        found.append(fixed_parts(known, known.meetings["ra-2031-01"]))
    assert found[0] == found[1]


POINT = "points: [{id: x, section: '2', view: Ja., handling: taken-in}]"


@pytest.mark.parametrize(
    ("consultation", "same"),
    [
        ("{answers: {alby: no-views}}", True),
        ("{points: []}", True),
        (f"{{{POINT}}}", False),
        (f"{{{POINT.replace('taken-in', 'clarified')}}}", False),
    ],
)
def test_a_view_that_the_brief_prints_is_part_of_what_was_fixed(
    tmp_path: Path, consultation: str, *, same: bool
) -> None:
    head = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    found = []
    for more in ("", f"consultation: {consultation}\n"):
        files = {
            "meetings/ra-2031-01.yaml": f"{head}agenda: {{items: [{_flow(ITEM)}]}}\n",
            "matters/2031-001-a.yaml": f"id: 2031-001\ntitle: V\nbrief: {_flow(BRIEF)}\n{more}",
        }
        known = register(tmp_path, council(files))
        found.append(fixed_parts(known, known.meetings["ra-2031-01"])["a"])
    assert (found[0] == found[1]) is same
