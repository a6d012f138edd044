"""A finding keeps its identity while lines, order and wording change around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.report.made import not_prepared, report
from tests.repos import council, write_repo
from vrtool.dates import Span
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.report.findings import Reportable, reportable
from vrtool.report.identity import identities

MEETING = "meetings/ra-2031-01.yaml"
TEXT = """\
id: ra-2031-01
forum: rad
date: 2031-02-08
agenda:
  items:
    - id: vaxel
      title: Växeln
      matter: 2031-777
    - title: Nätet
      id: natet
      matter: 2031-888
  supplements:
"""
ITEM_LINES = ("    - id: vaxel\n      title: Växeln\n      matter: 2031-777\n",)


def _report(root: Path, text: str, path: str = MEETING) -> Reportable:
    write_repo(root, council({path: text}))
    loaded = load(root)
    return reportable(loaded, check(loaded))


def _by_message(root: Path, text: str, path: str = MEETING) -> dict[str, str]:
    report = _report(root, text, path)
    return {finding.message: known for finding, known in identities(report).items()}


BASE = TEXT.replace("  supplements:\n", "")


def test_every_finding_has_one_of_its_own(tmp_path: Path) -> None:
    report = _report(tmp_path, BASE)
    found = identities(report)
    assert list(found) == list(report.findings)
    assert len(set(found.values())) == len(report.findings) > 2
    assert all(len(known) == 32 for known in found.values())


@pytest.mark.parametrize(
    "text",
    [
        f"# En rad till\n\n{BASE}",
        BASE.replace("      title: Växeln\n", "      title: Växeln, igen\n"),
        BASE.replace(ITEM_LINES[0], "") + ITEM_LINES[0],
        BASE.replace("  items:\n", "  items:\n    - {id: forst, title: Före alla andra}\n"),
        BASE.replace("date: 2031-02-08", "date: 2031-02-15"),
    ],
    ids=["lines moved", "a title changed", "items reordered", "an item before", "a date changed"],
)
def test_it_lasts(tmp_path: Path, text: str) -> None:
    before, after = _by_message(tmp_path / "a", BASE), _by_message(tmp_path / "b", text)
    for message in before:
        if "2031-777" in message or "2031-888" in message:
            assert before[message] == after[message]
    assert set(before.values()) <= set(after.values())


def test_it_lasts_when_the_file_is_renamed(tmp_path: Path) -> None:
    before = _by_message(tmp_path / "a", BASE)
    after = _by_message(tmp_path / "b", BASE, "meetings/ra-2031-01-vinter.yaml")
    assert set(before.values()) <= set(after.values())


def test_another_subject_is_another_finding(tmp_path: Path) -> None:
    before = _by_message(tmp_path / "a", BASE)
    after = _by_message(tmp_path / "b", BASE.replace("id: vaxel", "id: annat"))
    (first,) = [known for message, known in before.items() if "2031-777" in message]
    assert first not in after.values()


def test_equals_are_numbered_in_order(tmp_path: Path) -> None:
    text = BASE.replace("matter: 2031-777\n", "matters: [2031-777, 2031-777]\n")
    report = _report(tmp_path, text)
    assert len(set(identities(report).values())) == len(report.findings)


def test_a_breach_of_other_days_is_another_one(tmp_path: Path) -> None:
    """Were they only numbered, a new one might go by the name of one known since long."""
    known, new = (
        not_prepared(message=text, days=Span(date(year, month, 1)))
        for text, year, month in (("Från 1 november", 2031, 11), ("Från 1 april", 2032, 4))
    )
    before, after = report(tmp_path, known), report(tmp_path, new, known)
    assert identities(before)[known] == identities(after)[known] != identities(after)[new]
    longer = replace(known, days=Span(date(2031, 11, 1), date(2031, 12, 1)))
    assert identities(report(tmp_path, longer))[longer] == identities(before)[known]


@pytest.mark.parametrize("text", ["id: [\n", "- bara\n- en lista\n", "\x00", ""])
def test_a_file_that_cannot_be_read_has_one_too(tmp_path: Path, text: str) -> None:
    report = _report(tmp_path, text)
    (broken,) = [one for one in report.findings if one.location.path == f"data/{MEETING}"]
    moved = _by_message(tmp_path, f"# rad\n{text}")
    assert identities(report)[broken] in moved.values()
