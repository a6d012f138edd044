"""What is written about each rule: all of it there, and its examples behave as they are said to."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from tests.rules.examples import BASE, base_in, examples_in, findings_with
from tests.rules.wording import unwritten
from vrtool.engine import check
from vrtool.register.kinds import FileFault
from vrtool.register.load import load
from vrtool.rules.catalogue import EngineFault, guidance, names_by_code, rules_by_code

if TYPE_CHECKING:
    from pathlib import Path

    from vrtool.diagnostic import Finding

pytestmark = pytest.mark.no_cover

CODES = list(names_by_code())
NOT_IN_YAML = {FileFault.UNREADABLE.code, FileFault.MISSING_FILE.code}
"""Faults that no text of a file can show; the tests make them."""
NOT_IN_DATA = {EngineFault.RULE_CRASHED.code}
"""A fault of the tool, which no data shows."""
SHOWN = [code for code in CODES if code not in NOT_IN_YAML | NOT_IN_DATA]

FOLDER = resources.files("vrtool.rules") / "guidance"


def _codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


# The base council


def test_the_base_council_is_clean() -> None:
    assert check(load(BASE)).findings == ()


def test_every_norm_of_the_base_council_holds_somewhere() -> None:
    tallies = check(load(BASE)).tallies
    assert [norm for (_, norm), tally in tallies.items() if not tally.holds] == []


def test_the_base_council_has_a_norm_for_every_rule_that_needs_one() -> None:
    register = load(BASE).register
    assert register
    used = {norm.rule for forms in register.norm_sources for norm in forms.norms.values()}
    assert used - {None} == {code for code, rule in rules_by_code().items() if rule.needs_norm}


# The catalogue


def test_a_code_is_given_once() -> None:
    codes = [*rules_by_code(), *(f.code for f in FileFault), *(f.code for f in EngineFault)]
    assert sorted(codes) == CODES
    assert [code for code in codes if not re.fullmatch(r"VR\d{3}", code)] == []


def test_a_name_is_kebab_and_given_once() -> None:
    names = list(names_by_code().values())
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_every_code_has_its_guidance_and_no_guidance_is_left_over() -> None:
    assert sorted(entry.name for entry in FOLDER.iterdir()) == [f"{code}.md" for code in CODES]


def test_an_unknown_code_has_no_guidance() -> None:
    with pytest.raises(KeyError):
        guidance("VR000")


# What is written


@pytest.mark.parametrize("code", CODES)
def test_the_guidance_has_its_sections_in_order(code: str) -> None:
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    rule = rules_by_code().get(code)
    last = ["Parametrar"] if rule and rule.parameters.model_fields else []
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "Varför",
        "Fel",
        "Rätt",
        "Så rättar du",
        *last,
    ]
    written = guidance(code)
    parts = (written.title, written.why, written.bad, written.good, written.mend)
    assert all(len(part.split()) >= 2 for part in parts)
    assert text.startswith(f"# {written.title}\n")


@pytest.mark.parametrize("code", CODES)
def test_every_parameter_is_explained(code: str) -> None:
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    rule = rules_by_code().get(code)
    fields = rule.parameters.model_fields.items() if rule else ()
    explained = re.findall(r"^- `(\w+)`: \w", text.partition("## Parametrar")[2], re.MULTILINE)
    assert explained == [field.alias or name for name, field in fields]


@pytest.mark.parametrize("code", CODES)
def test_the_title_is_the_rules_own(code: str) -> None:
    titles = [guidance(other).title for other in CODES]
    assert titles.count(guidance(code).title) == 1


# The examples


@pytest.fixture(name="base", scope="module")
def a_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the base council, in which each example leaves everything as it was."""
    return base_in(tmp_path_factory.mktemp("base"))


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_gives_the_code_and_no_other(code: str, base: Path) -> None:
    examples = examples_in(guidance(code).bad)
    assert examples
    with findings_with(examples, base) as findings:
        assert _codes(findings) == {code}
        assert unwritten(base, findings) == [], "not written down in tests/rules/said"


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_gives_nothing(code: str, base: Path) -> None:
    examples = examples_in(guidance(code).good)
    assert examples
    with findings_with(examples, base) as findings:
        assert findings == ()


@pytest.mark.parametrize("code", sorted(NOT_IN_YAML | NOT_IN_DATA))
def test_what_cannot_be_shown_is_said_in_words(code: str) -> None:
    assert "```" not in guidance(code).bad + guidance(code).good


def test_bytes_that_are_not_utf_8_are_an_unreadable_file(tmp_path: Path) -> None:
    root = base_in(tmp_path)
    meeting = "id: br-2031-03\nforum: bredd\ndate: 2031-11-21\nplace: Ängen\n"
    (root / "data/meetings/br-2031-03.yaml").write_text(meeting, encoding="latin-1")
    assert _codes(check(load(root)).findings) == {FileFault.UNREADABLE.code}
    (root / "data/meetings/br-2031-03.yaml").write_text(meeting, encoding="utf-8")
    assert check(load(root)).findings == ()


def test_a_repo_without_its_structure_lacks_a_file(tmp_path: Path) -> None:
    root = base_in(tmp_path)
    (root / "data/structure.yaml").unlink()
    assert _codes(check(load(root)).findings) == {FileFault.MISSING_FILE.code}
