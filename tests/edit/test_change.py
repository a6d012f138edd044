"""Changes of records on disk: held to the model, written whole, never over another's words."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tests.repos import council, outcome, register, write_repo
from vrtool.edit.change import Change, created, edited, write
from vrtool.edit.lock import Lock, locked
from vrtool.edit.meaning import Put, Remove
from vrtool.errors import CannotDo
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.kinds import Kind

PATH = "data/meetings/ra-2031-01.yaml"
OTHER = "data/meetings/ra-2031-02.yaml"
MEETING = """\
id: ra-2031-01  # ändras aldrig
forum: rad
date: 2031-02-03
agenda:
  items:
    # det enda
    - {id: a, title: Nätet, purpose: [information]}
"""
NOTED = Put(("note",), "Flyttat.")


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with two meetings."""
    second = MEETING.replace("2031-01 ", "2031-02 ").replace("02-03", "03-03")
    files = {"meetings/ra-2031-01.yaml": MEETING, "meetings/ra-2031-02.yaml": second}
    write_repo(tmp_path, council(files))
    return tmp_path


def _edit(root: Path, *edits: Put | Remove, path: str = PATH) -> list[Path]:
    with locked(root) as lock:
        return write(lock, [edited(lock, Kind.MEETING, path, edits)])


def _names(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_an_edit_is_written_and_the_rest_of_the_file_stands(root: Path) -> None:
    names = _names(root)
    assert _edit(root, NOTED, Put(("agenda", "items", 0, "minutes"), "10")) == [root / PATH]
    assert (root / PATH).read_text(encoding="utf-8") == (
        MEETING.replace("[information]}", "[information], minutes: 10}") + "note: Flyttat.\n"
    )
    assert _names(root) == names
    assert outcome(root).findings == ()


def test_a_change_tells_what_it_would_make_of_the_record(root: Path) -> None:
    with locked(root) as lock:
        change = edited(lock, Kind.MEETING, PATH, [NOTED])
    assert isinstance(change.record, Meeting)
    assert change.record.note == "Flyttat."
    assert "note" not in (root / PATH).read_text(encoding="utf-8")


def test_a_change_that_changes_nothing_is_not_written(root: Path) -> None:
    os.utime(root / PATH, ns=(1, 1))
    assert _edit(root, Put(("forum",), "rad")) == []
    assert (root / PATH).stat().st_mtime_ns == 1


def test_what_would_be_no_valid_record_is_refused(root: Path) -> None:
    with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml, date: .*31 februari|2031-02-31"):
        _edit(root, Put(("date",), "2031-02-31"))
    with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml: Ändringen av agenda/9"):
        _edit(root, Remove(("agenda", 9)))
    (root / PATH).write_text("id: [", encoding="utf-8")
    with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml:1: Klammern"):
        _edit(root, NOTED)
    (root / PATH).unlink()
    with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml går inte att läsa"):
        _edit(root, NOTED)


def test_a_record_that_says_something_else_by_now_is_not_changed(root: Path) -> None:
    seen = register(root, {}).meetings["ra-2031-01"]
    commented = MEETING.replace("# det enda", "# bara en annan anmärkning")
    (root / PATH).write_text(commented, encoding="utf-8")
    with locked(root) as lock:
        edited(lock, Kind.MEETING, PATH, [NOTED], seen=seen)
        (root / PATH).write_text(MEETING.replace("Nätet", "Vägen"), encoding="utf-8")
        with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml har ändrats under tiden"):
            edited(lock, Kind.MEETING, PATH, [NOTED], seen=seen)


def test_a_file_saved_meanwhile_keeps_what_was_saved_and_nothing_is_written(root: Path) -> None:
    with locked(root) as lock:
        changes = [edited(lock, Kind.MEETING, path, [NOTED]) for path in (OTHER, PATH)]
        before = (root / OTHER).read_bytes()
        (root / PATH).write_text(MEETING + "# sparat\n", encoding="utf-8")
        with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml har ändrats under tiden"):
            write(lock, changes)
        (root / PATH).unlink()
        with pytest.raises(CannotDo, match="har ändrats"):
            write(lock, changes)
    assert (root / OTHER).read_bytes() == before


def _new(lock: Lock, identifier: str = "2031-001") -> Change:
    data = {"id": identifier, "title": "C: en #titel", "initiator": "alby", "raised": "2031-01-07"}
    return created(lock, Kind.MATTER, f"data/matters/{identifier}.yaml", {**data})


def test_a_new_record_reads_as_what_was_meant(root: Path) -> None:
    with locked(root) as lock:
        change = _new(lock)
        assert write(lock, [change]) == [root / change.path]
    assert (root / change.path).read_text(encoding="utf-8") == (
        "id: 2031-001\ntitle: 'C: en #titel'\ninitiator: alby\nraised: 2031-01-07\n"
    )
    matter = register(root, {}).matters["2031-001"]
    assert isinstance(matter, Matter)
    assert matter == change.record


def test_a_new_record_never_takes_the_place_of_another(root: Path) -> None:
    with locked(root) as lock:
        change = _new(lock)
        write(lock, [change])
        with pytest.raises(CannotDo, match="har ändrats"):
            write(lock, [change])
        with pytest.raises(CannotDo, match=r"data/matters/Ä\.yaml, id: "):
            _new(lock, "Ä")


def test_permissions_stay(root: Path) -> None:
    (root / PATH).chmod(0o640)
    _edit(root, NOTED)
    assert stat.S_IMODE((root / PATH).stat().st_mode) == 0o640


def test_a_link_inside_is_followed_and_one_that_leads_out_is_refused(root: Path) -> None:
    (root / PATH).rename(root / "data" / "egen.yaml")
    (root / PATH).symlink_to("../egen.yaml")
    _edit(root, NOTED)
    assert (root / PATH).is_symlink()
    assert "Flyttat" in (root / "data" / "egen.yaml").read_text(encoding="utf-8")
    (root / "data" / "egen.yaml").rename(root / "ute.yaml")
    (root / PATH).unlink()
    (root / PATH).symlink_to("../../ute.yaml")
    before = (root / "ute.yaml").read_bytes()
    with pytest.raises(CannotDo, match=r"ra-2031-01\.yaml leder ut ur datarepot"):
        _edit(root, NOTED)
    with pytest.raises(CannotDo, match="leder ut ur datarepot"):
        _edit(root, NOTED, path="data/../ute.yaml")
    assert (root / "ute.yaml").read_bytes() == before


def test_a_ring_of_links_is_refused(root: Path) -> None:
    (root / PATH).unlink()
    (root / PATH).symlink_to("ra-2031-01.yaml")
    with pytest.raises(CannotDo, match=r"leder ut ur datarepot|går inte att läsa"):
        _edit(root, NOTED)


def test_a_full_disk_leaves_everything_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter([None, OSError(errno.ENOSPC, "No space left on device")])

    def fsync(_: int) -> None:
        if error := next(calls):
            raise error

    before = {name: (root / name).read_bytes() for name in _names(root)}
    with locked(root) as lock:
        changes = [edited(lock, Kind.MEETING, path, [NOTED]) for path in (PATH, OTHER)]
        monkeypatch.setattr("vrtool.atomic.os.fsync", fsync)
        with pytest.raises(CannotDo, match=r"ra-2031-02\.yaml kan inte skrivas .*disken inte är"):
            write(lock, changes)
    assert {name: (root / name).read_bytes() for name in _names(root)} == before


def test_a_file_open_in_another_program_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Åtkomst nekad", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotDo, match=r"kan inte skrivas \(Åtkomst nekad\)\. Stäng filen"):
        _edit(root, NOTED)
    assert (root / PATH).read_text(encoding="utf-8") == MEETING
    assert not [name for name in _names(root) if name.endswith(".tmp")]


def test_a_folder_that_cannot_be_written_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_open = os.open

    def read_only(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain_open(path, flags, mode)

    monkeypatch.setattr("vrtool.edit.lock.os.open", read_only)
    with pytest.raises(CannotDo, match=r"data/\.lock kan inte skrivas \(Permission denied\)"):
        _edit(root, NOTED)
    monkeypatch.undo()
    (root / "data/matters").write_bytes(b"")
    with pytest.raises(CannotDo, match=r"matters.* kan inte skrivas"), locked(root) as lock:
        write(lock, [_new(lock)])


def test_what_a_killed_run_left_is_cleared_and_does_no_harm(root: Path) -> None:
    leftover = root / "data/meetings/.ra-2031-01.yaml.0123abcd.tmp"
    leftover.write_bytes(b"halv")
    (root / "data/.lock").write_bytes(b"")
    assert outcome(root).findings == ()
    _edit(root, NOTED)
    assert not leftover.exists()
