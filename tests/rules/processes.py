"""One norm on a process, one matter that follows it, and what the check is to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import repos
from tests.repos import Files, council, placed, write_repo
from tests.rules.cases import Judged
from tests.rules.wording import nameless, unwritten
from vrtool.engine import Tally

TYPE = """\
id: prov
name: Provets process
short_name: provprocessen
sides:
  kommun: {one: kommun, the: kommunen, many: kommuner}
  forening: {one: förening, the: föreningen, many: föreningar}
phases:
  - {id: start, name: start}
  - {id: text, name: skrivande}
  - {id: slut, name: avslut}
steps:
  - {id: traff, name: träff, phase: start}
  - {id: utkast, name: utkast, phase: text}
  - {id: remiss, name: remiss, phase: text, consultation: true}
  - {id: forankring, name: förankring, phase: slut, parts: {folk: folket, tjanst: tjänstemännen}}
  - {id: beslut, name: beslut, phase: slut, position: true}
  - {id: efterat, name: uppföljning, phase: slut}
"""


@dataclass(frozen=True)
class Case:
    """Lines of the matter's `process`, of the matter itself (`more`), and what comes of it.

    `parameters` are the norm's, where they are not those of its table.
    """

    process: str
    found: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    more: str = ""
    parameters: str = ""


Cases = Mapping[str, tuple[Judged | None, Case]]
"""Cases by name; those without a norm are about the data itself."""


def cases(judged: Judged | None, **named: Case) -> dict[str, tuple[Judged | None, Case]]:
    """Cases by name, all judged alike."""
    return {name: (judged, case) for name, case in named.items()}


def each(table: Cases) -> pytest.MarkDecorator:
    """Run the test once a case."""
    return pytest.mark.parametrize(("judged", "case"), table.values(), ids=table.keys())


def matter(process: str, more: str = "") -> dict[str, str]:
    """A matter that follows the process, with these lines of its own."""
    indented = "".join(f"  {line}\n" for line in process.strip("\n").split("\n"))
    lines = ["id: 2031-001", "title: Växeln", *([more] if more else []), "process:", "  type: prov"]
    return {"matters/2031-001-vaxeln.yaml": "\n".join([*lines, indented])}


def files(judged: Judged | None, case: Case) -> Files:
    """The little council with the process, its norm and the matter."""
    kind = TYPE
    if judged:
        asked = case.parameters or judged.parameters
        kind += (
            f"norms:\n  N: {{title: Normen, rule: {judged.rule}, strength: {judged.strength}, "
            f"paragraph: '1', with: {asked}}}\n"
        )
    return council({"processes/prov.yaml": kind, **matter(case.process, case.more)})


def judge(root: Path, judged: Judged | None, case: Case) -> None:
    """Check the case: its findings, all there are, and how often the norm held."""
    places = write_repo(root, files(judged, case))
    outcome = repos.outcome(root)
    assert sorted(map(repos.line, outcome.findings)) == placed(case.found, places)
    assert outcome.tallies.get(("prov", "N"), Tally()) == case.tally
    assert unwritten(root, outcome.findings) == [], "not written down in tests/rules/said"
    assert nameless(root) == []
