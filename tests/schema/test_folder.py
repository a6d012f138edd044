"""The schemas in a folder: written, found to be old, and with the repo's own ids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.repos import council, write_repo
from tests.schema.editors import ROOT
from vrtool.errors import CannotDo
from vrtool.register.kinds import Kind
from vrtool.schema.fields import IdOf
from vrtool.schema.folder import FOLDER, known_ids, stale, write
from vrtool.schema.kinds import file_of, schema


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


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path) -> Path:
    meeting = "id: ra-2031-01\nforum: rad\ndate: 2031-02-12\n"
    matter = "id: 2031-001\ntitle: A\n"
    files = {"meetings/ra-2031-01.yaml": meeting, "matters/2031-001-a.yaml": matter}
    write_repo(tmp_path, council(files))
    return tmp_path


def test_the_ids_of_a_repo(repo: Path) -> None:
    known = known_ids(repo)
    assert known[IdOf.FORUM] == ["beredning", "bredd", "rad", "sakforum"]
    assert (known[IdOf.MEETING], known[IdOf.MATTER]) == (["ra-2031-01"], ["2031-001"])
    assert known[IdOf.TOPIC] == ["arshjul", "natet"]
    assert {"anna", "bo"} < {*known[IdOf.PERSON]}
    assert set(known) == set(IdOf)


def test_ids_are_offered_but_others_are_no_fault(repo: Path) -> None:
    plain, local = schema(Kind.MEETING), schema(Kind.MEETING, known_ids(repo))
    assert local["properties"]["forum"]["anyOf"][0] == {
        "enum": ["beredning", "bredd", "rad", "sakforum"]
    }
    item = local["$defs"]["Item"]["properties"]
    assert item["matter"]["anyOf"][0] == {"enum": ["2031-001"]}
    assert item["topics"]["items"]["anyOf"][0] == {"enum": ["arshjul", "natet"]}
    present: Any = local["$defs"]["Attendance"]["properties"]["present"]["items"]["anyOf"]
    assert "anna" in present[0]["anyOf"][0]["enum"]
    wheel = schema(Kind.YEAR_WHEEL, known_ids(repo))["properties"]["plan"]
    assert {*wheel["properties"]} == {"beredning", "bredd", "rad", "sakforum"}
    other = {"id": "x-1", "forum": "nytt", "date": "2031-02-12", "notice": {"by": "ny"}}
    for whole in (plain, local):
        Draft202012Validator.check_schema(whole)
        assert [*Draft202012Validator(whole).iter_errors(other)] == []
        assert [*Draft202012Validator(whole).iter_errors({**other, "forum": "Nytt Å"})] != []


def test_no_ids_are_offered_where_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert schema(Kind.MEETING, known_ids(tmp_path)) == schema(Kind.MEETING)


def test_the_schemas_beside_our_own_data_are_fresh() -> None:
    assert stale(ROOT / FOLDER, Kind) == []
