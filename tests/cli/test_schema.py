"""`vr schema`: shown, written, compared, with the repo's own ids; and what `vr init` makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.repos import council, write_repo
from vrtool.register.files import Found, records
from vrtool.register.kinds import Kind
from vrtool.schema.folder import WORKSPACE
from vrtool.schema.kinds import file_of, name_of


def test_the_kinds_are_listed_and_one_is_shown_without_a_repo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    listed = vr("schema")
    assert (listed.code, listed.err) == (0, "")
    assert "meeting: data/meetings/*.yaml\n" in listed.out
    assert len(listed.out.splitlines()) == len(Kind)
    shown = vr("schema", "year-wheel")
    assert (shown.code, json.loads(shown.out)["title"]) == (0, "Årshjul")


def test_written_and_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run) -> None:
    monkeypatch.chdir(tmp_path)
    none = vr("schema", "--check", "schemas")
    assert (none.code, none.out) == (3, "")
    assert "vr schema --write schemas" in none.err
    written = vr("schema", "--write", "schemas")
    assert written.code == 0
    assert "  schemas/meeting.schema.json\n" in written.out
    assert vr("schema", "--check", "schemas").code == 0
    assert "Inget nytt" in vr("schema", "--write", "schemas").out
    Path("schemas/meeting.schema.json").unlink()
    old = vr("schema", "--check", "schemas")
    assert (old.code, old.err) == (1, "")
    assert old.out == (
        "Saknas eller är gamla:\n  schemas/meeting.schema.json\n"
        "Skriv dem på nytt: vr schema --write schemas\n"
    )
    assert vr("schema", "matter", "--check", "schemas").code == 0
    vr("schema", "--write", "schemas")
    Path("schemas/protocol.schema.json").write_text("{}\n", encoding="utf-8")
    Path("schemas/eget.json").write_text("{}\n", encoding="utf-8")
    extra = vr("schema", "--check", "schemas")
    assert (extra.code, extra.err) == (1, "")
    assert extra.out == (
        "Hör inte till något slag av fil. Ta bort:\n  schemas/protocol.schema.json\n"
    )
    assert vr("schema", "matter", "--check", "schemas").code == 0


def test_with_ids_it_needs_a_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run) -> None:
    monkeypatch.chdir(tmp_path)
    assert vr("schema", "meeting", "--ids").code == 3
    write_repo(tmp_path, council({}))
    shown = vr("schema", "meeting", "--ids")
    (first, *_) = json.loads(shown.out)["properties"]["forum"]["defaultSnippets"]
    assert first == {"label": "beredning", "description": "Rådets beredning", "body": "beredning"}
    assert vr("schema", "meeting", "--ids", "--write", "schemas/local").code == 0
    assert not Path(WORKSPACE).exists()  # it would name schemas that are not there
    written = vr("schema", "--ids", "--write", "schemas/local")
    assert written.code == 0
    assert written.out.endswith(f"  {WORKSPACE}\n")
    assert "Inget nytt" in vr("schema", "--ids", "--write", "schemas/local").out
    assert vr("schema", "--ids", "--check", "schemas/local").code == 0
    assert "vr schema --write" in vr("schema", "--check", "schemas/local").out
    Path(WORKSPACE).unlink()
    vr("schema", "--write", "schemas")
    assert not Path(WORKSPACE).exists()
    assert "vr schema --ids --write" in vr("schema", "--ids", "--check", "schemas").out


def test_wrong_usage(vr: Run) -> None:
    unknown = vr("schema", "meting")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Menade du meeting?" in unknown.err
    assert vr("schema", "--write", "a", "--check", "a").code == 2


def test_a_new_repo_has_fresh_schemas_that_its_editor_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    assert vr("init", "ny", "--structure", "tom").code == 0
    monkeypatch.chdir(tmp_path / "ny")
    assert vr("schema", "--check", "schemas").code == 0
    settings = json.loads(Path(".vscode/settings.json").read_text(encoding="utf-8"))
    schemas: dict[str, str] = settings["yaml.schemas"]
    assert [*schemas] == [f"./schemas/{file_of(kind)}" for kind in Kind]
    assert all(Path(path).is_file() for path in schemas)
    told = {str(file): name_of(one.kind) for one in records(Path()) if isinstance(one, Found)
            for file in [one.file]}  # fmt: skip
    meant = {
        str(file): Path(path).name.removesuffix(".schema.json")
        for path, glob in schemas.items()
        for file in Path().glob(glob)
    }
    assert meant == told
    assert len(told) > 2
    ignored = Path(".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"schemas/local/", WORKSPACE} <= {*ignored}
