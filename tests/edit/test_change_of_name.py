"""Changes that give a file another name, and those of how it is written alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.repos import council, write_repo
from vrtool.edit.change import drafted, moved, restyled, write
from vrtool.edit.lock import locked
from vrtool.edit.meaning import Put
from vrtool.errors import CannotDo
from vrtool.register.kinds import Kind

OLD, NEW = "data/matters/2031-001-a.yaml", "data/matters/2031-002-a.yaml"
TEXT = "id: 2031-001  # nummer\ntitle: A\n"
EDIT = [Put(("id",), "2031-002")]


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with one matter."""
    write_repo(tmp_path, council({"matters/2031-001-a.yaml": TEXT}))
    return tmp_path


def _matters(root: Path) -> dict[str, str]:
    folder = root / "data/matters"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_a_file_gets_another_name_and_the_old_is_gone(root: Path) -> None:
    with locked(root) as lock:
        change, gone = moved(lock, Kind.MATTER, OLD, NEW, EDIT)
        assert write(lock, [change], [gone]) == [root / NEW]
    assert _matters(root) == {"2031-002-a.yaml": TEXT.replace("2031-001", "2031-002")}


def test_nothing_is_written_where_the_new_name_is_taken_or_the_old_file_changed(root: Path) -> None:
    with locked(root) as lock:
        change, gone = moved(lock, Kind.MATTER, OLD, NEW, EDIT)
        (root / NEW).write_text("id: 2031-002\ntitle: B\n", encoding="utf-8")
        with pytest.raises(CannotDo, match=r"2031-002-a\.yaml har ändrats under tiden"):
            write(lock, [change], [gone])
        (root / NEW).unlink()
        (root / OLD).write_text(TEXT + "# mer\n", encoding="utf-8")
        with pytest.raises(CannotDo, match=r"2031-001-a\.yaml har ändrats under tiden"):
            write(lock, [change], [gone])
    assert _matters(root) == {"2031-001-a.yaml": TEXT + "# mer\n"}


def test_where_the_old_file_cannot_be_taken_away_it_is_said_and_nothing_is_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == root / OLD:
            raise PermissionError(13, "Åtkomst nekad")
        take_away(path, missing_ok)

    with locked(root) as lock:
        change, gone = moved(lock, Kind.MATTER, OLD, NEW, EDIT)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", refuse)
            with pytest.raises(
                CannotDo, match=r"Allt är skrivet, men data/matters/2031-001-a\.yaml gick"
            ):
                write(lock, [change], [gone])
    assert _matters(root) == {
        "2031-001-a.yaml": TEXT,
        "2031-002-a.yaml": TEXT.replace("2031-001", "2031-002"),
    }


def test_a_new_file_stands_as_it_is_written_out_if_it_is_a_record(root: Path) -> None:
    text = "# överst\nid: 2031-002\n\ntitle: B\n"
    with locked(root) as lock:
        assert write(lock, [drafted(lock, Kind.MATTER, NEW, text)]) == [root / NEW]
        with pytest.raises(CannotDo, match="title"):
            drafted(lock, Kind.MATTER, NEW, "id: 2031-002\ntitel: B\n")
        with pytest.raises(CannotDo, match="leder ut ur datarepot"):
            drafted(lock, Kind.MATTER, "data/../x.yaml", text)
    assert (root / NEW).read_text(encoding="utf-8") == text


def test_only_how_a_record_is_written_is_restyled(root: Path) -> None:
    os.utime(root / OLD, ns=(1, 1))
    change = restyled(root, Kind.MATTER, OLD, lambda raw: raw.replace(b"  #", b" #"))
    assert change.alters
    assert not restyled(root, Kind.MATTER, OLD, bytes).alters
    with pytest.raises(CannotDo, match="skulle säga något annat"):
        restyled(root, Kind.MATTER, OLD, lambda raw: raw.replace(b"A", b"B"))
    (root / OLD).write_text("id: 2031-001\n", encoding="utf-8")
    with pytest.raises(CannotDo, match="title"):
        restyled(root, Kind.MATTER, OLD, bytes)
    with pytest.raises(CannotDo, match="går inte att läsa"):
        restyled(root, Kind.MATTER, NEW, bytes)
