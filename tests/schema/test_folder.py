"""The schemas in a folder: written, found to be old, and an editor told of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.schema.editors import ROOT
from vrtool.errors import CannotDo
from vrtool.register.kinds import Kind
from vrtool.schema.folder import FOLDER, WORKSPACE, stale, write, write_workspace
from vrtool.schema.kinds import file_of, glob_of


def test_written_once_they_are_fresh_until_they_are_changed(tmp_path: Path) -> None:
    folder = tmp_path / "under" / "schemas"
    with pytest.raises(CannotDo, match="finns inte"):
        stale(folder, Kind)
    assert [file.name for file in write(folder, Kind)] == [file_of(kind) for kind in Kind]
    assert (stale(folder, Kind), write(folder, Kind)) == ([], [])
    meeting, matter = folder / file_of(Kind.MEETING), folder / file_of(Kind.MATTER)
    meeting.write_bytes(meeting.read_bytes().replace(b"\n", b"\r\n"))
    assert stale(folder, Kind) == []
    meeting.write_text("{}\n", encoding="utf-8")
    matter.unlink()
    assert stale(folder, Kind) == [matter, meeting]
    assert stale(folder, [Kind.COSTS]) == []
    assert write(folder, Kind) == [matter, meeting]


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(CannotDo, match="kan inte skrivas"):
        write(tmp_path / "fil" / "schemas", Kind)


def test_a_file_that_is_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / file_of(Kind.MATTER)).mkdir()
    with pytest.raises(CannotDo, match="går inte att läsa"):
        stale(tmp_path, [Kind.MATTER])


# What VS Code opens


def _schemas(file: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(file.read_bytes())["settings"]["yaml.schemas"]
    return found


def test_an_editor_is_told_of_the_schemas_with_ids(tmp_path: Path) -> None:
    (written,) = write_workspace(tmp_path, tmp_path / "schemas" / "local")
    assert written == tmp_path / WORKSPACE
    assert json.loads(written.read_bytes())["folders"] == [{"path": "."}]
    assert _schemas(written) == {f"./schemas/local/{file_of(kind)}": glob_of(kind) for kind in Kind}
    assert write_workspace(tmp_path, tmp_path / "schemas" / "local") == []
    assert write_workspace(tmp_path, tmp_path / "egna") == [written]
    assert set(_schemas(written)) == {f"./egna/{file_of(kind)}" for kind in Kind}


def test_what_else_is_set_there_is_left(tmp_path: Path) -> None:
    file = tmp_path / WORKSPACE
    own = {"folders": [{"path": "."}, {"path": "../annat"}], "settings": {"editor.fontSize": 14}}
    file.write_text(json.dumps(own), encoding="utf-8")
    assert write_workspace(tmp_path, tmp_path / "local") == [file]
    now = json.loads(file.read_bytes())
    assert now["folders"] == own["folders"]
    assert now["settings"].pop("yaml.schemas") == {
        f"./local/{file_of(kind)}": glob_of(kind) for kind in Kind
    }
    assert now["settings"] == own["settings"]


@pytest.mark.parametrize(
    "text", ["// egen\n{}\n", "", "[]", '{"settings": []}', '{"settings": null}', "\xff"]
)
def test_a_file_of_other_form_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / WORKSPACE
    file.write_bytes(text.encode("latin-1"))
    assert write_workspace(tmp_path, tmp_path / "local") == []
    assert file.read_bytes() == text.encode("latin-1")


def test_schemas_outside_the_repo_are_told_to_nobody(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    root.mkdir()
    assert write_workspace(root, tmp_path / "annat") == []
    assert [*root.iterdir()] == []


def test_a_workspace_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / WORKSPACE).mkdir()
    with pytest.raises(CannotDo, match="går inte att läsa"):
        write_workspace(tmp_path, tmp_path / "local")


# Our own


def test_the_schemas_beside_our_own_data_are_fresh() -> None:
    assert stale(ROOT / FOLDER, Kind) == []


def test_our_own_editor_is_told_what_a_new_repo_s_is() -> None:
    """The data lie at the same places here, so nothing differs."""
    settings = Path(".vscode") / "settings.json"
    ours = (ROOT / settings).read_bytes()
    assert ours == (ROOT / "starters" / "shared" / settings).read_bytes()
    told: dict[str, str] = json.loads(ours)["yaml.schemas"]
    assert told == {f"./{FOLDER}/{file_of(kind)}": glob_of(kind) for kind in Kind}
    assert {ROOT / path for path in told} == {*(ROOT / FOLDER).glob("*.json")}
    for ignored in (ROOT / ".gitignore", ROOT / "starters" / "shared" / ".gitignore"):
        assert {"schemas/local/", WORKSPACE} <= {*ignored.read_text(encoding="utf-8").splitlines()}
