"""The coverage matrix: every norm, once, with exactly the keys of version 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.council import ROOT, copied
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.report.norms import Coverage, as_json, coverage, row
from vrtool.rules.catalogue import rules_by_code

KEYS = [
    "id",
    "working_forms",
    "paragraph",
    "strength",
    "forums",
    "rule",
    "unchecked_because",
    "holds",
    "breached",
    "excused",
    "unknown",
]


def _coverage(root: Path) -> list[Coverage]:
    loaded = load(root)
    assert loaded.register is not None
    return coverage(loaded.register, check(loaded))


@pytest.fixture(name="read", scope="module")
def what_a_program_reads() -> dict[str, Any]:
    read = json.loads(as_json(_coverage(ROOT)))
    assert isinstance(read, dict)
    return read


def test_exactly_the_keys_of_version_1(read: dict[str, Any]) -> None:
    assert (list(read), read["version"]) == (["version", "norms"], 1)
    assert all(list(norm) == KEYS for norm in read["norms"])


def test_every_norm_of_every_rulebook_once(read: dict[str, Any]) -> None:
    register = load(ROOT).register
    assert register is not None
    listed = [(norm["working_forms"], norm["id"]) for norm in read["norms"]]
    assert len(listed) == len({*listed})
    assert {*listed} == {
        (source.id, norm) for source in register.norm_sources for norm in source.norms
    }
    assert [key for key, _ in listed] == sorted((key for key, _ in listed), key=_in_force)


def _in_force(forms: str) -> int:
    """The rulebooks as they came into force; then the processes, which have no such day."""
    order = ["samverkansavtal-2019", "praxis-2021", "arbetsformer-2022", "dialogprocess"]
    return order.index(forms)


def test_a_norm_is_checked_or_says_why_not(read: dict[str, Any]) -> None:
    for norm in read["norms"]:
        assert (norm["rule"] is None) != (norm["unchecked_because"] is None)
        assert norm["rule"] is None or norm["rule"] in rules_by_code()
        assert norm["forums"] == sorted(norm["forums"])


def test_the_verdicts_over_the_councils_records(read: dict[str, Any]) -> None:
    norms = {norm["id"]: norm for norm in read["norms"]}
    assert norms["S-6.2-meetings"] == {
        "id": "S-6.2-meetings",
        "working_forms": "samverkansavtal-2019",
        "paragraph": "6.2",
        "strength": "normal",
        "forums": ["ordforanderadet"],
        "rule": "VR701",
        "unchecked_because": None,
        "holds": 1,
        "breached": 1,
        "excused": 0,
        "unknown": 0,
    }
    assert norms["A-3.1-prepared"]["forums"] == ["ordforanderadet", "varmlandsradet"]


def test_an_excused_breach_counts_as_excused_alone(tmp_path: Path) -> None:
    copied(tmp_path).write(
        "deviations.yaml",
        "deviations:\n  - {norm: S-6.2-meetings, on: '2019', reason: Första året.}\n",
    )
    (entry,) = [entry for entry in _coverage(tmp_path) if entry.id == "S-6.2-meetings"]
    tally = entry.tally
    assert (tally.holds, tally.breached, tally.excused, tally.unknown) == (1, 0, 1, 0)


def test_an_unchecked_norm_says_why_in_its_row_and_to_programs(tmp_path: Path) -> None:
    council = copied(tmp_path)
    why = "Förankringen syns inte i rådets handlingar."
    council.add(
        "working-forms/praxis-2021.yaml",
        f"  R-egen:\n    title: Frågorna förankras hemma.\n    unchecked: {why}\n"
        "    strength: may\n    paragraph: '5'\n",
    )
    (entry,) = [entry for entry in _coverage(tmp_path) if entry.id == "R-egen"]
    assert row(entry) == (
        "R-egen",
        "kan",
        "prövas inte",
        *[""] * 4,
        f"Frågorna förankras hemma. Prövas inte: {why}",
    )
    (norm,) = json.loads(as_json([entry]))["norms"]
    assert (norm["rule"], norm["unchecked_because"]) == (None, why)
    assert len(norm["forums"]) == 8
