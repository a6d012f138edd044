"""Loading: every file that can be read is read, every other is told of, none stops the rest."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.repos import council, findings, outcome, placed, structure, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.errors import CannotDo
from vrtool.register import load as loading
from vrtool.register.files import find_root
from vrtool.register.kinds import Kind
from vrtool.register.load import Loaded, load
from vrtool.yamlio import Document, read_path

UP = meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}")


def _loaded(root: Path, *files: object, **more: str) -> Loaded:
    write_repo(root, council(together(*files, more)))  # type: ignore[arg-type] # maps of texts
    return load(root)


def _codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(trouble.fault.code, trouble.place.path) for trouble in loaded.troubles]


def test_a_sound_repo_has_no_troubles(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path, matter(), UP)
    assert loaded.troubles == ()
    assert loaded.register is not None
    assert list(loaded.register.meetings) == ["ra-2031-01"]
    assert list(loaded.register.matters) == ["2031-001"]


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = {
        "meetings/ra-2031-02.yaml": "id: [\n",
        "meetings/ra-2031-03.yaml": "id: ra-2031-03\n",
        "matters/2031-002-b.yaml": "id: 2031-002\nid: 2031-002\ntitle: B\n",
        "matters/2031-003-c.yaml": "id: !!python/object:os.system x\ntitle: C\n",
        "matters/2031-004-d.yaml": "",
    }
    loaded = _loaded(tmp_path, matter(), UP, broken)
    assert sorted(_codes(loaded)) == [
        ("VR002", "data/matters/2031-004-d.yaml"),
        ("VR002", "data/meetings/ra-2031-02.yaml"),
        ("VR003", "data/matters/2031-003-c.yaml"),
        ("VR004", "data/matters/2031-002-b.yaml"),
        ("VR005", "data/meetings/ra-2031-03.yaml"),
        ("VR005", "data/meetings/ra-2031-03.yaml"),
    ]
    assert loaded.register is not None
    assert list(loaded.register.meetings) == ["ra-2031-01"]
    assert list(loaded.register.matters) == ["2031-001"]
    assert "ra-2031-02" in loaded.register.broken
    assert "ra-2031-01" not in loaded.register.broken


def test_one_id_in_two_files(tmp_path: Path) -> None:
    files = {
        "matters/2031-001-a.yaml": "id: ①2031-001\ntitle: A\n",
        "matters/2031-001-b.yaml": "id: ②2031-001\ntitle: B\n",
    }
    places = write_repo(tmp_path, council(files))
    (found,) = outcome(tmp_path).findings
    assert findings(tmp_path) == placed(("② VR008 - error",), places)
    assert found.message == "Id 2031-001 finns redan i data/matters/2031-001-a.yaml."
    ((there, _),) = found.related
    assert f"{there.path}:{there.line}:{there.column}" == places["①"]


def test_the_same_id_for_a_meeting_and_a_matter_is_no_double(tmp_path: Path) -> None:
    assert _codes(_loaded(tmp_path, matter("x"), {"meetings/x.yaml": UP_AS_X})) == []


UP_AS_X = "id: x\nforum: rad\ndate: 2031-04-04\n"


def test_files_that_are_passed_over_are_told_of(tmp_path: Path) -> None:
    write_repo(
        tmp_path,
        council({"meetings/ra-2031-01.yml": "id: x", "matters/Anteckning.txt": "Hej", ".x": ""}),
    )
    (tmp_path / "data/meetings/2030").mkdir()
    (tmp_path / "data/meetings/.gitkeep").touch()
    (tmp_path / "data/matters/x.yaml").mkdir()
    assert sorted(_codes(load(tmp_path))) == [
        ("VR006", "data/matters/Anteckning.txt"),
        ("VR006", "data/matters/x.yaml"),
        ("VR006", "data/meetings/2030"),
        ("VR006", "data/meetings/ra-2031-01.yml"),
    ]


@pytest.mark.parametrize("name", ["meeting", "matter", "working-form"])
def test_a_misspelt_folder_of_records_is_told_of(tmp_path: Path, name: str) -> None:
    """Its records would else be missing without a word."""
    write_repo(tmp_path, council({f"{name}/x.yaml": "id: x\n"}))
    assert ("VR006", f"data/{name}") in _codes(load(tmp_path))


def test_without_a_structure(tmp_path: Path) -> None:
    write_repo(tmp_path, council(UP))
    (tmp_path / "data/structure.yaml").unlink()
    loaded = load(tmp_path)
    assert loaded.register is None
    assert _codes(loaded) == [("VR007", "data/structure.yaml")]
    assert findings(tmp_path) == ["data/structure.yaml:1:1 VR007 - error"]


def test_a_broken_structure_is_not_called_missing(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path, {"structure.yaml": structure() + "okant: x\n"})
    assert loaded.register is None
    assert _codes(loaded) == [("VR005", "data/structure.yaml")]


def test_without_rulebooks(tmp_path: Path) -> None:
    files = council(UP)
    del files["working-forms/former.yaml"]
    write_repo(tmp_path, files)
    assert findings(tmp_path) == []


def test_without_anything_but_a_structure(tmp_path: Path) -> None:
    write_repo(tmp_path, {"structure.yaml": structure()})
    loaded = load(tmp_path)
    assert loaded.register is not None
    assert loaded.register.meetings == {}


def test_without_a_data_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match=r"är inget datarepo: där finns ingen mapp data/"):
        load(tmp_path)
    (tmp_path / "data").write_text("en fil")
    with pytest.raises(CannotDo):
        load(tmp_path)


def test_a_repo_is_known_from_any_folder_inside_it(tmp_path: Path) -> None:
    write_repo(tmp_path, council(UP))
    for start in (tmp_path, tmp_path / "data", tmp_path / "data/meetings"):
        assert find_root(start) == tmp_path
    assert find_root(tmp_path.parent) is None


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_repo(tmp_path, council(UP))

    def refused(path: Path) -> Document:
        if path.name == "ra-2031-01.yaml":
            raise PermissionError(13, "Permission denied")
        return read_path(path)

    monkeypatch.setattr(loading, "read_path", refused)
    loaded = load(tmp_path)
    assert _codes(loaded) == [("VR001", "data/meetings/ra-2031-01.yaml")]
    assert loaded.register is not None
    assert "ra-2031-01" in loaded.register.broken


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    files = council({})
    del files["forums.yaml"]
    write_repo(tmp_path, files)
    (tmp_path / "data/forums.yaml").mkdir()
    loaded = load(tmp_path)
    assert _codes(loaded) == [("VR006", "data/forums.yaml")]
    assert loaded.register is not None
    assert Kind.ROSTERS in loaded.register.broken.kinds


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    write_repo(tmp_path, council({}))
    (tmp_path / "data/matters").mkdir()
    (tmp_path / "data/matters/2031-001-a.yaml").write_bytes(b"id: 2031-001\ntitle: \xe5r\n")
    assert findings(tmp_path) == ["data/matters/2031-001-a.yaml:2:8 VR001 - error"]


TITLED = "id: 2031-001\ntitle: Årshjul för öarna\ntopics: [arshjul]\nnote: |\n  En.\n  Två.\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + TITLED.encode(),
        TITLED.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TITLED).encode(),
        b"\xef\xbb\xbf" + unicodedata.normalize("NFD", TITLED).replace("\n", "\r\n").encode(),
    ],
    ids=["mark", "windows", "mac", "all"],
)
def test_files_from_other_systems_read_alike(tmp_path: Path, raw: bytes) -> None:
    write_repo(tmp_path, council({"matters/2031-001-a.yaml": TITLED}))
    known = load(tmp_path).register
    (tmp_path / "data/matters/2031-001-a.yaml").write_bytes(raw)
    other = load(tmp_path).register
    assert known is not None
    assert other is not None
    assert other.matters == known.matters
    assert other.matters["2031-001"].title == "Årshjul för öarna"
    assert findings(tmp_path) == []


def test_places_are_the_same_in_files_from_other_systems(tmp_path: Path) -> None:
    text = "id: 2031-001\ntitle: Åk\ntopics: [arshjul, ①okant]\n"
    places = write_repo(tmp_path, council({"matters/2031-001-a.yaml": text}))
    file = tmp_path / "data/matters/2031-001-a.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(tmp_path) == placed(("① VR101 - error",), places)
