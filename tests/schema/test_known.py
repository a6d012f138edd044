"""The ids there are in a repo, what they are called, and how the schemas offer them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.repos import council, write_repo
from vrtool.register.kinds import Kind
from vrtool.schema.fields import IdOf
from vrtool.schema.kinds import schema
from vrtool.schema.known import known_ids
from vrtool.schema.spelling import Schema


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path) -> Path:
    meeting = "id: ra-2031-01\nforum: rad\ndate: 2031-02-12\n"
    matter = "id: 2031-001\ntitle: Gemensam växel\n"
    files = {"meetings/ra-2031-01.yaml": meeting, "matters/2031-001-a.yaml": matter}
    write_repo(tmp_path, council(files, norms=_NORM))
    return tmp_path


_NORM = """
  n-1:
    title: Rådet möts varje år
    unchecked: Det syns inte här.
    strength: shall
    paragraph: '1.1'
"""


def test_the_ids_of_a_repo_and_what_they_are_called(repo: Path) -> None:
    known = known_ids(repo)
    assert set(known) == set(IdOf)
    assert [*known[IdOf.FORUM]] == ["beredning", "bredd", "rad", "sakforum"]
    assert known[IdOf.FORUM]["sakforum"] == "Rådets sakforum"
    assert known[IdOf.MEETING] == {"ra-2031-01": "Rådet 12\xa0februari\xa02031"}
    assert known[IdOf.MATTER] == {"2031-001": "Gemensam växel"}
    assert known[IdOf.TOPIC] == {"arshjul": "Årshjulet", "natet": "Nätet"}
    assert known[IdOf.PERSON]["anna"] == "Anna Ek"
    assert known[IdOf.PARTY]["alby"] == "Alby kommun"
    assert known[IdOf.NORM]["n-1"] == "Rådet möts varje år"
    assert known[IdOf.SEAT]["br/alby/1"] == ""


def test_what_cannot_be_read_is_left_out_and_the_rest_is_there(repo: Path) -> None:
    (repo / "data" / "forums.yaml").write_text("people: [", encoding="utf-8")
    (repo / "data" / "matters" / "2031-002-b.yaml").write_text("id: [", encoding="utf-8")
    known = known_ids(repo)
    assert known[IdOf.PERSON] == {}
    assert known[IdOf.MATTER] == {"2031-001": "Gemensam växel", "2031-002": ""}
    assert known[IdOf.MEETING] == {"ra-2031-01": "Rådet 12\xa0februari\xa02031"}


def test_without_a_structure_there_are_ids_but_no_names(repo: Path) -> None:
    (repo / "data" / "structure.yaml").write_text("name: [", encoding="utf-8")
    known = known_ids(repo)
    assert known[IdOf.FORUM] == {}
    assert known[IdOf.MATTER] == {"2031-001": ""}


def _offered(field: Schema) -> dict[str, str]:
    """The ids that an editor offers for a field, each with what it tells of it."""
    snippets = field["defaultSnippets"]
    assert all(one["label"] == one["body"] for one in snippets)
    return {one["body"]: one["description"] for one in snippets}


def test_ids_are_offered_with_their_names_wherever_they_may_stand(repo: Path) -> None:
    known = known_ids(repo)
    local = schema(Kind.MEETING, known)
    assert _offered(local["properties"]["forum"]) == known[IdOf.FORUM]
    item = local["$defs"]["Item"]["properties"]
    assert _offered(item["matter"]) == {"2031-001": "Gemensam växel"}
    assert _offered(item["topics"]["items"]) == known[IdOf.TOPIC]
    present: Any = local["$defs"]["Attendance"]["properties"]["present"]["items"]["anyOf"]
    assert _offered(present[0])["anna"] == "Anna Ek"
    wheel = schema(Kind.YEAR_WHEEL, known)["properties"]["plan"]
    assert {*wheel["properties"]} == {"beredning", "bredd", "rad", "sakforum"}


def test_an_example_is_not_offered_beside_the_ids_there_are(repo: Path) -> None:
    plain, local = schema(Kind.MEETING), schema(Kind.MEETING, known_ids(repo))
    assert plain["properties"]["forum"]["examples"] == ["radet"]
    assert "examples" not in local["properties"]["forum"]
    assert local["properties"]["date"] == plain["properties"]["date"]


def test_an_id_that_the_field_refuses_is_not_offered() -> None:
    known = {IdOf.FORUM: {"rad": "Rådet", "${1:x}": "Elakt", "Rådet": "Fel"}}
    assert [*_offered(schema(Kind.MEETING, known)["properties"]["forum"])] == ["rad"]


def test_other_ids_than_those_offered_are_no_fault(repo: Path) -> None:
    other = {"id": "x-1", "forum": "nytt", "date": "2031-02-12", "notice": {"by": "ny"}}
    for whole in (schema(Kind.MEETING), schema(Kind.MEETING, known_ids(repo))):
        Draft202012Validator.check_schema(whole)
        assert [*Draft202012Validator(whole).iter_errors(other)] == []
        assert [*Draft202012Validator(whole).iter_errors({**other, "forum": "Nytt Å"})] != []


def test_no_ids_are_offered_where_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert schema(Kind.MEETING, known_ids(tmp_path)) == schema(Kind.MEETING)
