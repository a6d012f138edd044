"""Norms in force: rulebooks supplement one another, norms replace norms, days decide."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.repos import council, register
from vrtool.register.norms import Rulebook, forms_in_force, norm_place
from vrtool.register.register import Register

HEAD = "id: {0}\nname: {0}\nshort_name: {0}\nin_force: {{from: {1}{2}}}\n"
NORM = "  {}: {{title: T, unchecked: Nej., strength: shall, paragraph: '1'{}}}\n"


def _forms(
    identifier: str, first: str, last: str = "", *, base: str = "", norms: str = "", seats: str = ""
) -> dict[str, str]:
    text = HEAD.format(identifier, first, f", to: {last}" if last else "")
    text += f"supplements: {base}\n" if base else ""
    text += f"seats:\n  rad: {{members: [{seats}]}}\n" if seats else ""
    text += f"norms:\n{norms}" if norms else ""
    return {f"working-forms/{identifier}.yaml": text}


def _council(root: Path, *forms: dict[str, str]) -> Register:
    files = council({})
    del files["working-forms/former.yaml"]
    for one in forms:
        files |= one
    return register(root, files)


def _in_force(known: Register, day: str) -> list[str]:
    return [forms.id for forms in forms_in_force(known, date.fromisoformat(day))]


def _norms(known: Register, day: str) -> list[str]:
    return [entry.id for entry in Rulebook(known).norms(date.fromisoformat(day))]


def _seats(known: Register, day: str) -> str | None:
    found = Rulebook(known).composition("rad", date.fromisoformat(day))
    return found[0].id if found else None


KSO = "{office: kso, each: municipality}"
BASE = _forms("a", "2030-01-01", norms=NORM.format("A-1", "") + NORM.format("A-2", ""), seats=KSO)
LATER = _forms(
    "z",
    "2031-01-01",
    base="a",
    norms=NORM.format("Z-1", ", replaces: [A-1]") + NORM.format("Z-3", ""),
    seats=KSO,
)


def test_before_any_rulebook_there_are_no_norms(tmp_path: Path) -> None:
    known = _council(tmp_path, BASE)
    assert _in_force(known, "2029-12-31") == []
    assert _norms(known, "2029-12-31") == []
    assert _seats(known, "2029-12-31") is None


def test_without_any_rulebook_there_are_no_norms(tmp_path: Path) -> None:
    known = _council(tmp_path)
    assert Rulebook(known).changes == []
    assert _norms(known, "2031-01-01") == []


def test_a_supplement_adds_and_replaces_from_its_first_day(tmp_path: Path) -> None:
    known = _council(tmp_path, BASE, LATER)
    assert _norms(known, "2030-12-31") == ["A-1", "A-2"]
    assert _norms(known, "2031-01-01") == ["A-2", "Z-1", "Z-3"]
    assert (_seats(known, "2030-12-31"), _seats(known, "2031-01-01")) == ("a", "z")


def test_what_is_supplemented_comes_first_whatever_it_is_called(tmp_path: Path) -> None:
    base = _forms("z", "2030-01-01")
    known = _council(
        tmp_path, base, _forms("m", "2030-01-01", base="z"), _forms("a", "2030-01-01", base="m")
    )
    assert _in_force(known, "2031-01-01") == ["z", "m", "a"]


def test_a_supplement_without_seats_leaves_them_as_they_are(tmp_path: Path) -> None:
    practice = _forms("z", "2031-01-01", base="a", norms=NORM.format("Z-1", ""))
    known = _council(tmp_path, BASE, practice)
    assert _seats(known, "2031-06-01") == "a"


def test_a_rulebook_that_has_ended_gives_back_what_it_replaced(tmp_path: Path) -> None:
    trial = _forms(
        "z",
        "2031-01-01",
        "2031-06-30",
        base="a",
        norms=NORM.format("Z-1", ", replaces: [A-1]"),
        seats=KSO,
    )
    known = _council(tmp_path, BASE, trial)
    assert _norms(known, "2031-06-30") == ["A-2", "Z-1"]
    assert _norms(known, "2031-07-01") == ["A-1", "A-2"]
    assert (_seats(known, "2031-06-30"), _seats(known, "2031-07-01")) == ("z", "a")
    days = [date(2030, 1, 1), date(2031, 1, 1), date(2031, 7, 1)]
    assert Rulebook(known).changes == days


def test_a_gap_between_rulebooks_has_none(tmp_path: Path) -> None:
    known = _council(
        tmp_path,
        _forms("a", "2030-01-01", "2030-12-31", norms=NORM.format("A-1", ""), seats=KSO),
        _forms("z", "2032-01-01", norms=NORM.format("Z-1", ""), seats=KSO),
    )
    assert _norms(known, "2031-06-01") == []
    assert _seats(known, "2031-06-01") is None
    assert _norms(known, "2032-01-01") == ["Z-1"]


@pytest.mark.parametrize("base", ["a", "z", "borta"])
def test_a_ring_or_a_missing_base_is_no_trap(tmp_path: Path, base: str) -> None:
    files = council({})
    del files["working-forms/former.yaml"]
    files |= _forms("a", "2030-01-01", base="z") | _forms("z", "2030-01-01", base=base)
    known = register(tmp_path, files)
    assert sorted(_in_force(known, "2031-01-01")) == ["a", "z"]


def test_norms_are_worked_out_once_a_span(tmp_path: Path) -> None:
    rulebook = Rulebook(_council(tmp_path, BASE, LATER))
    first, second = date(2031, 2, 1), date(2031, 11, 1)
    assert rulebook.norms(first) is rulebook.norms(second)
    assert rulebook.norms(first) is not rulebook.norms(date(2030, 2, 1))


def test_where_a_norm_stands(tmp_path: Path) -> None:
    known = _council(tmp_path, BASE)
    (entry, _) = Rulebook(known).norms(date(2030, 1, 1))
    place = norm_place(known, entry, "with", "min")
    assert place.path == "data/working-forms/a.yaml"
    assert place.pointer == ("norms", "A-1", "with", "min")
