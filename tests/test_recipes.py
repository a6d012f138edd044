"""The recipes of CONTRIBUTING.md, followed step by step."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.examples import base_in
from vrtool import rules
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.rules import catalogue

ROOT = Path(__file__).parent.parent
IMPORTS = """\
from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Verdict
from vrtool.model.base import Count
from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.describe import meeting_name
from vrtool.rules.base import Context, Parameters, Subject, breach, holds, rule


"""
NORM = """\
id: recept
name: Receptets regler
short_name: receptet
in_force: {from: 2031-01-01}
supplements: exempelformer-2030
norms:
  X-1:
    title: En dagordning har högst så många punkter som får plats.
    rule: VR399
    strength: normal
    paragraph: "1"
    applies: {forums: [rad]}
    with: {most: %d}
"""


def _code(recipe: str) -> str:
    """The code of the recipe's first example."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {recipe}\n")[1].split("\n## ")[0]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return textwrap.dedent("   " + found[1].strip(" "))


@pytest.fixture(name="with_the_rule")
def the_catalogue_walks_one_module_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The recipe's rule in a folder that the catalogue walks as it walks its own."""
    folder = tmp_path / "themes"
    folder.mkdir()
    (folder / "recipe_of_a_rule.py").write_text(IMPORTS + _code("A new rule"), encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(folder)])
    catalogue.rules_by_code.cache_clear()
    yield
    catalogue.rules_by_code.cache_clear()


def _with_norm(folder: Path, most: int) -> list[tuple[str, str | None, str]]:
    root = base_in(folder)
    forms = root / "data/working-forms/recept.yaml"
    forms.write_text(NORM % most, encoding="utf-8")
    findings = check(load(root)).findings
    return [(finding.code, finding.norm, finding.severity.value) for finding in findings]


@pytest.mark.usefixtures("with_the_rule")
def test_a_new_rule_is_found_by_itself_and_judges_a_new_norm(tmp_path: Path) -> None:
    assert catalogue.rules_by_code()["VR399"].name == "too-many-items"
    crowded = _with_norm(tmp_path / "crowded", 1)
    assert crowded
    assert set(crowded) == {("VR399", "X-1", "warning")}
    assert _with_norm(tmp_path / "roomy", 99) == []


def test_a_norm_whose_rule_is_not_there_is_told_of(tmp_path: Path) -> None:
    assert _with_norm(tmp_path, 1) == [("VR904", None, "error")]
