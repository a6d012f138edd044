"""One norm, a few records, and exactly what the check is to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

import pytest

from tests import repos
from tests.repos import YEAR, Files, council, placed, write_repo
from tests.rules.wording import nameless, unwritten
from vrtool.engine import Tally


@dataclass(frozen=True)
class Case:
    """A norm `N` by `rule`, the records it judges, and what comes of it.

    `found` are the findings (`① VR301 N error`), all there are. `tally` counts the norm's verdicts;
    rules about the data have none, and there a case without findings shows that they hold.
    """

    files: Files
    found: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    complete: str = YEAR


@dataclass(frozen=True)
class Judged:
    """How the cases of one rule are judged: the norm's fields besides its title."""

    rule: str
    parameters: str = "{}"
    forums: str = "[]"
    strength: str = "shall"

    @property
    def norm(self) -> str:
        """The norm as an entry of a rulebook."""
        return (
            f"N: {{title: Normen, rule: {self.rule}, strength: {self.strength}, paragraph: '1', "
            f"applies: {{forums: {self.forums}}}, with: {self.parameters}}}"
        )


Cases = Mapping[str, tuple[Judged | None, Case]]
"""Cases by name; those without a norm are about the data itself."""


def cases(judged: Judged | None, **named: Case) -> dict[str, tuple[Judged | None, Case]]:
    """Cases by name, all judged alike."""
    return {name: (judged, case) for name, case in named.items()}


def each(table: Cases) -> pytest.MarkDecorator:
    """Run the test once a case."""
    return pytest.mark.parametrize(("judged", "case"), table.values(), ids=table.keys())


@dataclass(frozen=True)
class Said:
    """What a check says: its findings, a line each, and the norm's tally."""

    found: list[str]
    tally: Tally


def said(root: Path, judged: Judged | None, case: Case) -> tuple[Said, Said]:
    """Write the case's repo and check it. Out: what is said, and what is to be said."""
    norms = judged.norm if judged else ""
    places = write_repo(root, council(case.files, norms=norms, complete=case.complete))
    outcome = repos.outcome(root)
    assert unwritten(root, outcome.findings) == [], "not written down in tests/rules/said"
    assert nameless(root) == []
    tally = outcome.tallies["former", "N"] if judged else Tally()
    found = sorted(repos.line(finding) for finding in outcome.findings)
    return Said(found, tally), Said(placed(case.found, places), case.tally)


FORUMS = {"ra": "rad", "br": "bredd", "be": "beredning", "sf": "sakforum"}


def meeting(
    identifier: str, date: str, *items: str, hours: str = "", more: str = ""
) -> dict[str, str]:
    """A meeting's file; each item is a map on one line, `more` are lines of the meeting itself."""
    lines = [f"id: {identifier}", f"forum: {FORUMS[identifier[:2]]}", f"date: {date}"]
    lines += [f"hours: {hours}"] if hours else []
    lines += ["agenda:", "  items:", *(f"    - {item}" for item in items)] if items else []
    return {f"meetings/{identifier}.yaml": "\n".join([*lines, dedent(more).strip("\n"), ""])}


def matter(identifier: str = "2031-001", more: str = "raised: 2031-01-07") -> dict[str, str]:
    """A matter's file; `more` are lines of its own."""
    lines = [f"id: {identifier}", "title: Växeln", dedent(more).strip("\n"), ""]
    return {f"matters/{identifier}-vaxeln.yaml": "\n".join(lines)}


def together(*files: Files) -> dict[str, str]:
    """All the files."""
    return {path: text for part in files for path, text in part.items()}
