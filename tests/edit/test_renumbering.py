"""A matter under another number: everything that means it goes along, nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.repos import council, outcome, register, write_repo
from vrtool.edit.agendas import fix
from vrtool.edit.renumbering import Wish, bearers, renumber
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.load import load

OLD, TWIN = "data/matters/2031-001-natet.yaml", "data/matters/2031-001-vaxeln.yaml"
MATTER = """\
# Om nätet.
id: 2031-001  # gavs i maj
title: Nätet
note: Se 2031-001.
deviations:
  - {norm: X, on: 2031-001, reason: Brådska.}
"""
MEETING = """\
id: {id}
forum: rad
date: {date}
agenda:
  items:
    # först
    - {{id: a, title: Nätet, matter: 2031-001, purpose: [information]}}
    - {{id: b, title: Båda, matters: [2031-002, 2031-001], purpose: [information]}}
"""
LATER = "id: 2031-002\ntitle: Vägen\ncontinues: 2031-001\n"


def _meeting(number: int) -> str:
    return MEETING.format(id=f"ra-2031-0{number}", date=f"2031-0{number + 1}-03")


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with a matter that two meetings and another matter name."""
    files = {
        "matters/2031-001-natet.yaml": MATTER,
        "matters/2031-002-vagen.yaml": LATER,
        "meetings/ra-2031-01.yaml": _meeting(1),
        "meetings/ra-2031-02.yaml": _meeting(2),
    }
    write_repo(tmp_path, council(files))
    return tmp_path


@pytest.fixture(name="twins")
def two_of_a_number(root: Path) -> Path:
    """The same, where another branch gave the number to a matter of its own."""
    (root / TWIN).write_text("id: 2031-001\ntitle: Växeln\n", encoding="utf-8")
    return root


def _bytes(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def _text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_all_that_means_it_goes_along_and_every_other_byte_stays(root: Path) -> None:
    before = _bytes(root)
    done = renumber(root, Wish("2031-001", "2031-014"))
    new = "data/matters/2031-014-natet.yaml"
    assert (done.new, done.gone, done.staying) == ("2031-014", OLD, ())
    after = _bytes(root)
    assert after.keys() == before.keys() - {OLD} | {new}
    changed = {path.replace(new, OLD): raw for path, raw in after.items()}
    assert changed.pop(OLD).decode() == MATTER.replace("2031-001", "2031-014").replace(
        "Se 2031-014", "Se 2031-001"
    )
    for path, raw in changed.items():
        assert raw == before[path].replace(b"2031-001", b"2031-014"), path
    assert {str(path.relative_to(root)) for path in done.written} == {
        new,
        "data/matters/2031-002-vagen.yaml",
        "data/meetings/ra-2031-01.yaml",
        "data/meetings/ra-2031-02.yaml",
    }


def test_the_next_free_number_is_taken_where_none_is_named(root: Path) -> None:
    assert renumber(root, Wish("2031-001")).new == "2031-003"


def test_what_is_only_renumbered_is_as_it_was_fixed(root: Path) -> None:
    key = "ra-2031-02"
    fix(root, key, date(2031, 2, 20), by=("rut",))
    path = f"data/meetings/{key}.yaml"
    changed = _text(root, path).replace("title: Båda", "title: Bägge")
    (root / path).write_text(changed, encoding="utf-8")
    before = register(root, {}).meetings[key].agenda
    renumber(root, Wish("2031-001", "2031-014"))
    read = register(root, {})
    after = read.meetings[key].agenda
    assert before is not None
    assert before.fixed is not None
    assert after is not None
    assert after.fixed is not None
    now = fixed_parts(read, read.meetings[key])
    assert after.fixed.fingerprint["a"] == now["a"] != before.fixed.fingerprint["a"]
    assert after.fixed.fingerprint["b"] == before.fixed.fingerprint["b"] != now["b"]


def test_of_two_files_with_one_number_it_must_be_told_which(twins: Path) -> None:
    before = _bytes(twins)
    with pytest.raises(WrongUsage, match=f"{OLD} och {TWIN} har båda id 2031-001. Ange med --file"):
        renumber(twins, Wish("2031-001"))
    with pytest.raises(WrongUsage, match=r"x\.yaml har inte id 2031-001\. Det har"):
        renumber(twins, Wish("2031-001", file="x.yaml"))
    with pytest.raises(
        WrongUsage, match=r"ra-2031-09 tar inte upp 2031-001\. Det gör ra-2031-01 o"
    ):
        renumber(twins, Wish("2031-001", file=TWIN, meetings=("ra-2031-09",)))
    assert _bytes(twins) == before


def test_references_stay_with_the_other_file_but_for_the_meetings_named(twins: Path) -> None:
    before = _bytes(twins)
    done = renumber(twins, Wish("2031-001", file=TWIN, meetings=("ra-2031-02",)))
    after = _bytes(twins)
    assert done.new == "2031-003"
    path = "data/meetings/ra-2031-02.yaml"
    assert after[path] == before[path].replace(b"2031-001", b"2031-003")
    assert _text(twins, "data/matters/2031-003-vaxeln.yaml") == "id: 2031-003\ntitle: Växeln\n"
    same = before.keys() - {path, TWIN}
    assert {p: after[p] for p in same} == {p: before[p] for p in same}
    assert [(m.path, m.item) for m in done.staying] == [
        ("data/matters/2031-002-vagen.yaml", None),
        ("data/meetings/ra-2031-01.yaml", "Nätet"),
        ("data/meetings/ra-2031-01.yaml", "Båda"),
        (OLD, None),
    ]
    assert "VR008" not in {finding.code for finding in outcome(twins).findings}


def test_the_file_that_was_read_first_can_be_the_one_that_changes(twins: Path) -> None:
    renumber(twins, Wish("2031-001", "2031-003", file="2031-001-natet.yaml"))
    read = register(twins, {})
    assert {key: matter.title for key, matter in read.matters.items()} == {
        "2031-001": "Växeln",
        "2031-002": "Vägen",
        "2031-003": "Nätet",
    }
    assert read.matters["2031-002"].continues == "2031-001"
    assert bearers(load(twins), "2031-001").files == (TWIN,)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("2031-001", "2031-002"), r"2031-002 är upptaget: data/matters/2031-002-vagen\.yaml"),
        (Wish("2031-001", "2031-005"), r"2031-005 är upptaget: data/matters/2031-005-trasig\.yaml"),
        (Wish("2031-001", "2031-14"), "är inget ärendenummer"),
        (Wish("2031-001", "../x"), "är inget ärendenummer"),
        (Wish("2031-001", meetings=("ra-2031-01",)), "Ta bort --meetings"),
        (Wish("2031-099"), "Inget ärende som går att läsa har id 2031-099"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    root: Path, wish: Wish, said: str
) -> None:
    (root / "data/matters/2031-005-trasig.yaml").write_text("id: [", encoding="utf-8")
    before = _bytes(root)
    with pytest.raises((WrongUsage, CannotDo), match=said):
        renumber(root, wish)
    assert _bytes(root) == before


def test_a_matter_without_a_year_in_its_id_needs_a_number(root: Path) -> None:
    (root / "data/matters/vagen.yaml").write_text("id: vagen\ntitle: V\n", encoding="utf-8")
    with pytest.raises(WrongUsage, match="Ange det nya numret"):
        renumber(root, Wish("vagen"))
    renumber(root, Wish("vagen", "2031-007"))
    assert (root / "data/matters/2031-007-v.yaml").is_file()
    assert not (root / "data/matters/vagen.yaml").exists()


def test_what_was_cut_short_is_finished_with_the_same_number(root: Path) -> None:
    before = (root / OLD).read_bytes()
    done = renumber(root, Wish("2031-001", "2031-014"))
    finished = {path: path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
    (root / OLD).write_bytes(before)
    (root / "data/meetings/ra-2031-02.yaml").write_text(_meeting(2), encoding="utf-8")
    again = renumber(root, Wish("2031-001", "2031-014"))
    assert [path.name for path in again.written] == ["ra-2031-02.yaml"]
    assert again.gone == done.gone
    assert {path: path.read_bytes() for path in sorted(root.rglob("*.yaml"))} == finished


def test_a_file_that_says_something_else_is_not_taken_for_one_cut_short(root: Path) -> None:
    new = root / "data/matters/2031-014-natet.yaml"
    text = MATTER.replace("2031-001", "2031-014") + "status: closed\n"
    new.write_text(text, encoding="utf-8")
    with pytest.raises(CannotDo, match="2031-014 är upptaget"):
        renumber(root, Wish("2031-001", "2031-014"))
    with pytest.raises(CannotDo, match="2031-001 är upptaget"):
        renumber(root, Wish("2031-001", "2031-001"))
    assert (root / OLD).exists()
