"""The recipe of CONTRIBUTING.md for a new structure: its table, and a council made by it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tests.repos import line, outcome
from vrtool.edit.meaning import Edit, Insert, Put, Remove
from vrtool.edit.scaffold import new_repo
from vrtool.edit.splice import spliced
from vrtool.model.complaints import _model_at, field_names
from vrtool.register.kinds import Kind
from vrtool.rules.catalogue import rules_by_code

ROOT = Path(__file__).parents[1]


def _section() -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.split("\n## A new structure\n")[1].split("\n## ")[0]


def _rows() -> list[tuple[str, str, str]]:
    rows = re.findall(r"^\| (.+?) \| `(.+?)` \| (.+?) \|$", _section(), re.MULTILINE)
    assert len(rows) > 12
    return rows


def _kind(file: str) -> Kind:
    (found,) = [kind for kind in Kind if file in (kind.place, f"{kind.place}/*.yaml")]
    return found


def test_every_place_of_the_table_can_be_written_in() -> None:
    for question, file, places in _rows():
        fields = re.findall(r"`([^`]+)`", places)
        assert fields, question
        for field in fields:
            *above, last = field.split(".")
            assert last in field_names(_model_at(_kind(file).model, tuple(above))), field


def test_every_rule_of_the_table_exists() -> None:
    named = {code for _, _, places in _rows() for code in re.findall(r"VR\d+", places)}
    assert len(named) > 12
    assert named <= set(rules_by_code())


def test_the_table_asks_for_every_part_of_a_structure_and_a_rulebook() -> None:
    asked = {
        (file, field.partition(".")[0])
        for _, file, places in _rows()
        for field in re.findall(r"`([^`]+)`", places)
    }
    # What has another source than the agreement, or says only what the file is.
    beside = {"name", "country", "groups", "political_parties"}
    beside |= {"id", "short_name", "source", "position", "initiative"}
    for kind, file in (
        (Kind.STRUCTURE, "structure.yaml"),
        (Kind.WORKING_FORMS, "working-forms/*.yaml"),
    ):
        told = {field for place, field in asked if place == file}
        assert set(field_names(kind.model)) - told - beside == set(), file


ANSWERS: dict[str, list[Edit]] = {
    "data/structure.yaml": [
        Put(("name",), "Sjörådet"),
        Put(("parties", "norrsjo"), {
            "name": "Norrsjö",
            "short": "Norrsjö",
            "kind": "municipality",
        }),
        Put(("forums", "sjogruppen"), {
            "short": "sg",
            "names": [{"name": "Sjörådets grupp", "short_name": "sjögruppen"}],
        }),
        Put(("topics",), {"vatten": "Vattnet"}),
    ],
    "data/working-forms/arbetsformer.yaml": [
        Put(("seats", "sjogruppen"), {
            "paragraph": "3",
            "members": [{"appointed": "sg", "each": "municipality"}],
        }),
        Insert(("seats", "radet", "members"), {"appointed": "rad", "parties": ["norrsjo"]}),
        Put(("norms", "moten"), {
            "title": "Rådet möts minst två gånger om året.",
            "rule": "VR701",
            "strength": "shall",
            "paragraph": "1",
            "applies": {"forums": ["radet"]},
            "with": {"min": "2"},
        }),
    ],
    "data/forums.yaml": [
        Put(("people",), {"eva": {"name": "Eva Ek", "party": "norrsjo"}}),
        Put(("offices", "norrsjo/kso"), [{"who": "eva", "from": "2023-01-01"}]),
        Put(("seats",), {"rad/norrsjo/1": {"members": [{"who": "eva", "from": "2023-01-01"}]}}),
    ],
}  # fmt: skip


def _follow(root: Path, answers: dict[str, list[Edit]]) -> list[str]:
    for path, edits in answers.items():
        (root / path).write_bytes(spliced((root / path).read_bytes(), edits))
    return [line(finding) for finding in outcome(root).findings]


def test_a_structure_made_by_the_recipe_is_judged_by_its_own_norms(tmp_path: Path) -> None:
    root = tmp_path / "ny"
    new_repo(root, "tom", None, date(2026, 5, 4))
    assert _follow(root, ANSWERS) == []
    claim = Put(("forums", "radet", "complete"), {"meetings": ["2024-01-01/2024-12-31"]})
    claimed = _follow(root, {"data/structure.yaml": [claim]})
    assert [each.partition(" ")[2] for each in claimed] == ["VR701 moten error"]
    gone = _follow(root, {"data/structure.yaml": [Remove(("forums", "radet"))]})
    assert {each.split()[1] for each in gone} >= {"VR101"}
