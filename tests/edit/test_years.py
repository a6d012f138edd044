"""Closing a year: what is missing is told, and the spans of completeness are joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, write_repo
from vrtool.edit.change import write
from vrtool.edit.lock import locked
from vrtool.edit.years import Closing, closing, year_change
from vrtool.errors import CannotDo
from vrtool.register.load import load, readable

FILE = "data/structure.yaml"
NORMS = """\
R-notes: {title: Anteckningar, rule: VR601, strength: shall, paragraph: "1",
  applies: {forums: [rad]}, with: {parts: [secretary]}}
"""
HELD = """\
id: ra-2031-01
forum: rad
date: 2031-02-03
agenda:
  items: [{id: a, title: Nätet, purpose: [information], outcome: {kind: noted}}]
"""
NAMED = ("rad", "bredd", "beredning", "sakforum")


def _council(root: Path, complete: str = "", files: dict[str, str] | None = None) -> None:
    write_repo(root, council(files or {}, norms=NORMS, complete=complete))


def _closing(root: Path, year: int = 2031, names: tuple[str, ...] = NAMED) -> Closing:
    with locked(root) as lock:
        loaded = load(root)
        return closing(lock, loaded, readable(loaded), year, names)


def _closed(root: Path, year: int = 2031) -> str:
    """The structure once the year is closed for the first forum, on the disk."""
    with locked(root) as lock:
        loaded = load(root)
        register = readable(loaded)
        write(lock, [year_change(lock, register, closing(lock, loaded, register, year, ["rad"]))])
    return (root / FILE).read_text(encoding="utf-8")


def _spans(text: str) -> str:
    """What the first forum claims, as it stands."""
    return text.split("  rad:")[1].split("complete: ")[1].split("}", maxsplit=1)[0] + "}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "2031-01-01/2031-12-31"),
        ("2027-01-01/2030-12-31", "2027-01-01/2031-12-31"),
        ("2032-01-01/2033-12-31", "2031-01-01/2033-12-31"),
        ("2027-01-01/2030-12-31, 2032-01-01/", "2027-01-01/"),
        ("2027-01-01/2029-12-31", "2027-01-01/2029-12-31, 2031-01-01/2031-12-31"),
        ("2033-01-01/2033-12-31", "2031-01-01/2031-12-31, 2033-01-01/2033-12-31"),
        ("2031-05-01/2031-06-30", "2031-01-01/2031-12-31"),
        ("/2030-12-31", "/2031-12-31"),
    ],
)
def test_spans_that_meet_are_joined_and_others_stand(
    tmp_path: Path, before: str, after: str
) -> None:
    _council(tmp_path, before)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    closed = _closed(tmp_path)
    claims = f"{{meetings: [{after}], rosters: [{after}], minutes: [{after}]}}"
    assert " ".join(_spans(closed).split()) == claims
    assert closed.replace(_spans(closed), _spans(text), 1) == text


def test_a_forum_that_claims_nothing_gets_its_spans(tmp_path: Path) -> None:
    _council(tmp_path)
    file = tmp_path / FILE
    text = file.read_text(encoding="utf-8")
    claim = f"    complete: {_spans(text)}\n"
    file.write_text(text.replace(claim, "", 1), encoding="utf-8", newline="")
    _closed(tmp_path)
    claims = readable(load(tmp_path)).structure.forums["rad"].complete
    days = "2031-01-01/2031-12-31"
    assert [str(claims.meetings[0]), str(claims.rosters[0]), str(claims.minutes[0])] == [days] * 3


def test_a_year_already_closed_asks_for_nothing(tmp_path: Path) -> None:
    _council(tmp_path, "2030-01-01/2032-12-31")
    closed = _closing(tmp_path)
    assert (closed.forums, closed.edits, closed.missing, closed.ready) == ((), (), (), True)


def test_only_the_days_on_which_the_forum_stands_are_claimed(tmp_path: Path) -> None:
    _council(tmp_path)
    file = tmp_path / FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("short: ra\n", "short: ra\n    from: 2031-04-01\n"), "utf-8")
    days = "2031-04-01/2031-12-31"
    assert _spans(_closed(tmp_path)) == (
        f"{{meetings: [{days}], rosters: [{days}], minutes: [{days}]}}"
    )
    assert _closing(tmp_path, 2029).forums == ("bredd", "beredning", "sakforum")


def test_what_would_become_a_breach_is_told(tmp_path: Path) -> None:
    _council(tmp_path, files={"meetings/ra-2031-01.yaml": HELD})
    closed = _closing(tmp_path)
    assert [found.code for found in closed.consequences.failing] == ["VR601"]
    assert (closed.missing, closed.ready) == ((), False)
    minutes = "minutes: {secretary: rut}\n"
    (tmp_path / "data/meetings/ra-2031-01.yaml").write_text(HELD + minutes, encoding="utf-8")
    assert _closing(tmp_path).ready


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "har varken närvaro eller resultat (ra-2031-01)."),
        ("known: planned\n", "är känt bara som planerat (ra-2031-01)."),
        ("known: date\n", "är känt bara till dagen (ra-2031-01)."),
        ("cancelled: {reason: snö}\n", None),
    ],
)
def test_meetings_not_known_whole_are_told(tmp_path: Path, more: str, told: str | None) -> None:
    bare = "id: ra-2031-01\nforum: rad\ndate: 2031-02-03\n"
    _council(tmp_path, files={"meetings/ra-2031-01.yaml": bare + more})
    expected = [] if told is None else [f"Rådet 3\xa0februari\xa02031 {told}"]
    assert [*_closing(tmp_path).missing] == expected


def test_seats_of_which_nothing_is_told_are_named_with_the_first_day(tmp_path: Path) -> None:
    _council(tmp_path)
    file = tmp_path / "data/forums.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("{who: asta, from: 2030-01-01}]}", "{who: asta, from: 2031-02-01}]}")
    text = text.replace(
        "{who: bo, from: 2030-01-01}", "{who: bo, from: 2030-01-01, to: 2031-06-30}"
    )
    file.write_text(text, encoding="utf-8")
    missing = _closing(tmp_path, names=("bredd",)).missing
    assert [line.removesuffix(".") for line in missing] == [
        "Platsen berga/kso i breda rådet saknar uppgift från 1\xa0juli\xa02031",
        "Platsen br/alby/1 i breda rådet saknar uppgift från 1\xa0januari\xa02031",
    ]
    told = text.replace("to: 2031-06-30}", "to: 2031-06-30}, {vacant: true, from: 2031-07-01}")
    file.write_text(told, encoding="utf-8")
    assert len(_closing(tmp_path, names=("bredd",)).missing) == 1


def test_a_forum_set_up_in_the_year_is_asked_for_no_one_before_that(tmp_path: Path) -> None:
    position = HELD.replace("[information]", "[position]").replace("noted", "position")
    _council(tmp_path, files={"meetings/ra-2031-01.yaml": position})
    file = tmp_path / FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace("short: sf\n", "short: sf\n    established_at: ra-2031-01/a\n")
    file.write_text(text, encoding="utf-8")
    rosters = tmp_path / "data/forums.yaml"
    asta = "sf/alby/1:\n    members: [{who: asta, from: 2030-01-01}]"
    came = asta.replace("2030-01-01", "2031-02-03")
    text = rosters.read_text(encoding="utf-8")
    assert asta in text
    rosters.write_text(text.replace(asta, came), encoding="utf-8")
    assert _closing(tmp_path, names=("sakforum",)).missing == ()
    rosters.write_text(text.replace(asta, came.replace("02-03", "02-05")), encoding="utf-8")
    (line,) = _closing(tmp_path, names=("sakforum",)).missing
    assert "sf/alby/1" in line
    assert "från 3\xa0februari\xa02031" in line


def test_a_structure_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    _council(tmp_path)
    with locked(tmp_path) as lock:
        loaded = load(tmp_path)
        register = readable(loaded)
        closed = closing(lock, loaded, register, 2031, NAMED)
        file = tmp_path / FILE
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("name: Rådet", "name: Ett råd"), encoding="utf-8")
        with pytest.raises(CannotDo, match="har ändrats under tiden"):
            year_change(lock, register, closed)
