"""Documents on disk: whole or not at all, and never over what somebody wrote by hand."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO, cast

import pytest

from vrtool.documents.meta import Format
from vrtool.documents.output import STAMPS, write_document
from vrtool.errors import CannotDo

_FIRST = {Format.MD: b"ett", Format.PDF: b"%PDF-ett"}
_SECOND = {Format.MD: b"tv\xc3\xa5", Format.PDF: b"%PDF-tva"}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "or-2022-01"
    assert write_document(folder, "kallelse", _FIRST) == [
        folder / "kallelse.md",
        folder / "kallelse.pdf",
    ]
    assert (folder / "kallelse.md").read_bytes() == b"ett"
    assert _names(folder) == {"kallelse.md", "kallelse.pdf", STAMPS}


def test_new_data_replace_what_was_generated(tmp_path: Path) -> None:
    for rendered in (_FIRST, _SECOND, _FIRST):
        write_document(tmp_path, "kallelse", rendered)
        assert (tmp_path / "kallelse.pdf").read_bytes() == rendered[Format.PDF]


def test_unchanged_data_touch_nothing(tmp_path: Path) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    for path in tmp_path.iterdir():
        os.utime(path, ns=(1, 1))
    write_document(tmp_path, "kallelse", _FIRST)
    assert {path.stat().st_mtime_ns for path in tmp_path.iterdir()} == {1}
    assert before.keys() == _names(tmp_path)


def test_two_documents_share_a_folder(tmp_path: Path) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    write_document(tmp_path, "protokoll", _FIRST)
    write_document(tmp_path, "kallelse", _SECOND)
    write_document(tmp_path, "protokoll", _SECOND)
    assert (tmp_path / "protokoll.md").read_bytes() == _SECOND[Format.MD]


def test_a_file_changed_by_hand_is_kept_and_nothing_is_written(tmp_path: Path) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    (tmp_path / "kallelse.pdf").write_bytes(b"egna ord")
    with pytest.raises(CannotDo, match=r"kallelse\.pdf.*--force") as caught:
        write_document(tmp_path, "kallelse", _SECOND)
    assert "kallelse.md" not in str(caught.value)
    assert (tmp_path / "kallelse.pdf").read_bytes() == b"egna ord"
    assert (tmp_path / "kallelse.md").read_bytes() == b"ett"


def test_force_overwrites_and_the_file_is_ours_again(tmp_path: Path) -> None:
    (tmp_path / "kallelse.md").write_bytes(b"egna ord")
    with pytest.raises(CannotDo, match="--force"):
        write_document(tmp_path, "kallelse", _FIRST)
    write_document(tmp_path, "kallelse", _FIRST, force=True)
    write_document(tmp_path, "kallelse", _SECOND)
    assert (tmp_path / "kallelse.md").read_bytes() == _SECOND[Format.MD]


@pytest.mark.parametrize("stamps", [b"", b"{}", b"[]", b'{"files": 3}', b"\xff"])
def test_broken_stamps_protect_what_is_there(tmp_path: Path, stamps: bytes) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    (tmp_path / STAMPS).write_bytes(stamps)
    with pytest.raises(CannotDo, match="--force"):
        write_document(tmp_path, "kallelse", _SECOND)
    write_document(tmp_path, "kallelse", _FIRST)
    write_document(tmp_path, "kallelse", _SECOND)


def test_cut_short_while_writing_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    _fail_replacing(monkeypatch, "kallelse.pdf", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_document(tmp_path, "kallelse", _SECOND)
    monkeypatch.undo()
    assert (tmp_path / "kallelse.pdf").read_bytes() == _FIRST[Format.PDF]
    third = {Format.MD: b"tre", Format.PDF: b"%PDF-tre"}
    write_document(tmp_path, "kallelse", third)
    assert (tmp_path / "kallelse.pdf").read_bytes() == third[Format.PDF]


def test_a_file_open_elsewhere_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    _fail_replacing(monkeypatch, "kallelse.pdf", PermissionError(errno.EACCES, "Åtkomst nekad"))
    with pytest.raises(CannotDo, match=r"kallelse\.pdf kan inte skrivas \(Åtkomst nekad\).*öppen"):
        write_document(tmp_path, "kallelse", _SECOND)
    assert _names(tmp_path) == {"kallelse.md", "kallelse.pdf", STAMPS}


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    calls = iter([None, OSError(errno.ENOSPC, "No space left on device")])

    def fsync(_: int) -> None:
        if error := next(calls):
            raise error

    monkeypatch.setattr("vrtool.atomic.os.fsync", fsync)
    with pytest.raises(CannotDo, match="kan inte skrivas"):
        write_document(tmp_path, "kallelse", _SECOND)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_or_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(CannotDo, match="build"):
        write_document(tmp_path / "build" / "or", "kallelse", _FIRST)
    (tmp_path / "kallelse.md").mkdir()
    with pytest.raises(CannotDo, match=r"kallelse\.md kan inte skrivas"):
        write_document(tmp_path, "kallelse", _FIRST)
    (tmp_path / STAMPS).mkdir()
    with pytest.raises(CannotDo, match=STAMPS):
        write_document(tmp_path, "protokoll", _FIRST)


def test_a_write_protected_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    plain_open = Path.open

    def protected_open(self: Path, mode: str = "r") -> IO[bytes]:
        if mode == "r+b" and self.name != STAMPS:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return cast("IO[bytes]", plain_open(self, mode))

    monkeypatch.setattr(Path, "open", protected_open)
    with pytest.raises(CannotDo, match=r"kallelse\.md kan inte skrivas"):
        write_document(tmp_path, "kallelse", _SECOND)
    assert (tmp_path / "kallelse.md").read_bytes() == b"ett"


def _fail_replacing(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == name:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)


@pytest.mark.parametrize(
    "mark", ["~$llelse.pdf", "~$allelse.pdf", "~$kallelse.pdf", ".~lock.kallelse.pdf#"]
)
def test_a_file_that_a_word_processor_has_open_is_left_alone(tmp_path: Path, mark: str) -> None:
    write_document(tmp_path, "kallelse", _FIRST)
    (tmp_path / mark).write_bytes(b"")
    write_document(tmp_path, "kallelse", _FIRST)  # nothing to write, and nothing to say
    with pytest.raises(CannotDo, match=r"Öppet i ett annat program: .*kallelse\.pdf\. Stäng"):
        write_document(tmp_path, "kallelse", _SECOND)
    assert (tmp_path / "kallelse.md").read_bytes() == b"ett"
    write_document(tmp_path, "kallelse", _SECOND, force=True)
    assert (tmp_path / "kallelse.pdf").read_bytes() == b"%PDF-tva"
    write_document(tmp_path, "protokoll", _FIRST)
