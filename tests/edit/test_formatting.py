"""Records written in canonical form: which, what is passed over, and what is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, write_repo
from vrtool.edit.formatting import Formatting, format_records

UNTIDY = """\
forum: rad
id: ra-2031-01   # ändras aldrig
date: "2031-02-03"
"""
TIDY = """\
id: ra-2031-01   # ändras aldrig
forum: rad
date: 2031-02-03
"""
PATH = "data/meetings/ra-2031-01.yaml"
OTHER = "data/meetings/ra-2031-02.yaml"
ROSTERS = "data/forums.yaml"


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with a meeting that is not written as it should be."""
    other = TIDY.replace("31-01", "31-02").replace("02-03", "03-03")
    write_repo(
        tmp_path, council({"meetings/ra-2031-01.yaml": UNTIDY, "meetings/ra-2031-02.yaml": other})
    )
    files = ["data/structure.yaml", "data/forums.yaml", "data/working-forms"]
    format_records(tmp_path, files, check=False)
    return tmp_path


def _bytes(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_only_what_is_not_so_already_is_written(root: Path) -> None:
    before = _bytes(root)
    assert format_records(root, (), check=False) == Formatting((PATH,), (), len(before))
    assert _bytes(root) == before | {PATH: TIDY.encode()}
    assert format_records(root, (), check=False).changed == ()


def test_a_check_tells_the_same_and_writes_nothing(root: Path) -> None:
    before = _bytes(root)
    assert format_records(root, (), check=True).changed == (PATH,)
    assert _bytes(root) == before


@pytest.mark.parametrize(
    ("inside", "total"),
    [(["data/meetings"], 2), ([OTHER], 1), (["."], 5), (["data/meet"], 0), ([PATH, OTHER], 2)],
)
def test_only_the_files_and_folders_named_are_looked_at(
    root: Path, inside: list[str], total: int
) -> None:
    done = format_records(root, inside, check=True)
    assert done.total == total
    assert done.changed == ((PATH,) if PATH in inside or "." in inside or total == 2 else ())


def test_what_cannot_be_read_is_passed_over_and_the_rest_is_written(root: Path) -> None:
    (root / OTHER).write_text("id: [\n", encoding="utf-8")
    (root / ROSTERS).write_text("people:\n  anna: {nam: Anna}\n", encoding="utf-8")
    done = format_records(root, (), check=False)
    assert done.changed == (PATH,)
    assert [told.partition(",")[0].partition(":")[0] for told in done.passed_over] == [
        ROSTERS,
        OTHER,
    ]
    assert (root / PATH).read_text(encoding="utf-8") == TIDY
    assert (root / OTHER).read_text(encoding="utf-8") == "id: [\n"


def test_a_link_out_of_the_repo_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.yaml"
    outside.write_text(UNTIDY, encoding="utf-8")
    (root / PATH).unlink()
    (root / PATH).symlink_to(outside)
    assert format_records(root, (), check=False).changed == ()
    assert outside.read_text(encoding="utf-8") == UNTIDY
