"""What is said of a file that cannot be written: its own name, not that of its stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from vrtool.atomic import write_whole
from vrtool.errors import CannotDo


def test_the_file_asked_for_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    whole, wanted = tmp_path / "hel.yaml", tmp_path / "finns-inte" / "ny.yaml"
    with pytest.raises(CannotDo) as caught:
        write_whole({whole: b"a", wanted: b"b"})
    assert str(caught.value).startswith(f"{wanted} kan inte skrivas (")
    assert [*tmp_path.iterdir()] == []


def test_a_folder_in_the_way_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(CannotDo, match=r"a\.yaml kan inte skrivas"):
        write_whole({tmp_path / "a.yaml": b"a"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
