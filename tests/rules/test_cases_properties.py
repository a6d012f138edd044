"""Laws of the check: it depends on what the records say, not on how or in which order."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repos import council, findings, outcome, structure, tallies, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.diagnostic import Finding
from vrtool.engine import Outcome, check
from vrtool.register.load import Loaded, load
from vrtool.yamlio import read_path

SOME = settings(max_examples=25, deadline=None)
NORMS = """
    PREPARED: {title: T, rule: VR301, strength: should, paragraph: '1',
      applies: {forums: [rad]}, with: {forum: beredning}}
    DIALOGUE: {title: T, rule: VR302, strength: should, paragraph: '1',
      with: {purposes: [dialogue]}}
    NOTES: {title: T, rule: VR601, strength: shall, paragraph: '1',
      with: {parts: [secretary, attendance, outcomes]}}
    SENT: {title: T, rule: VR502, strength: shall, paragraph: '1', subsumes: [LEAD]}
    LEAD: {title: T, rule: VR503, strength: normal, paragraph: '1', with: {lead_days: '7'}}
    FIXED: {title: T, rule: VR501, strength: shall, paragraph: '1', applies: {forums: [raden]}}
    COUNT: {title: T, rule: VR701, strength: normal, paragraph: '1', with: {min: '2', max: '4'}}
    WHEEL: {title: T, rule: VR702, strength: shall, paragraph: '1', with: {topic: arshjul}}
    MEMBERS: {title: T, rule: VR201, strength: shall, paragraph: '1'}
    INITIATOR: {title: T, rule: VR303, strength: shall, paragraph: '1'}
"""
UP = "{id: a, title: A, matter: 2031-001, purpose: [position]%s}"
RECORDS = together(
    matter(),
    matter("2031-002", "raised: 2031-02-01\ninitiator: okand"),
    meeting("be-2031-01", "2031-03-14", UP % ", outcome: {kind: noted}"),
    meeting(
        "ra-2031-01",
        "2031-04-04",
        UP % ", papers_sent: 2031-04-01",
        more="notice: {sent: 2031-03-21}",
    ),
    meeting("br-2031-01", "2031-05-16", "{id: a, title: A, outcome: {kind: noted}}"),
    meeting("br-2031-02", "2031-06-20", "{id: a, title: A, matters: [2031-001, 2031-002]}"),
)


@cache
def _loaded() -> Loaded:
    """The repo of this module, loaded once; its files stay where they are."""
    folder = TemporaryDirectory()
    _KEPT.append(folder)
    root = Path(folder.name)
    write_repo(root, council(RECORDS, norms=NORMS))
    return load(root)


_KEPT: list[TemporaryDirectory[str]] = []


def _told(found: Outcome) -> tuple[Any, ...]:
    return found.findings, sorted((key, repr(tally)) for key, tally in found.tallies.items())


def test_the_repo_of_this_module_is_full_of_breaches() -> None:
    codes = {finding.code for finding in check(_loaded()).findings}
    assert {"VR101", "VR121", "VR301", "VR302", "VR502", "VR601", "VR701"} <= codes


def test_checking_twice_says_the_same() -> None:
    assert _told(check(_loaded())) == _told(check(_loaded()))
    assert _told(check(load(_loaded().root))) == _told(check(_loaded()))


@SOME
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(chance: random.Random) -> None:
    loaded = _loaded()
    assert loaded.register is not None

    def shuffled(records: dict[Any, Any]) -> dict[Any, Any]:
        keys = list(records)
        chance.shuffle(keys)
        return {key: records[key] for key in keys}

    other = replace(
        loaded.register,
        matters=shuffled(loaded.register.matters),
        meetings=shuffled(loaded.register.meetings),
        working_forms=shuffled(loaded.register.working_forms),
        paths=shuffled(loaded.register.paths),
    )
    assert _told(check(replace(loaded, register=other))) == _told(check(loaded))


ORDERED = {"names", "purpose", "items", "matters", "terms", "deviations", "paths"}
"""Lists whose order says something, or by whose place a finding is pointed at."""


def _shuffled(value: Any, chance: random.Random, name: str = "") -> Any:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: _shuffled(value[key], chance, key) for key in keys}
    if isinstance(value, list):
        members = [_shuffled(member, chance) for member in value]
        if name not in ORDERED:
            chance.shuffle(members)
        return members
    return value


def _in_short(found: Iterable[Finding]) -> Counter[tuple[str, ...]]:
    """Findings without the place inside the file, which moves with what is around it."""
    return Counter((f.code, f.norm or "", f.severity.value, f.location.path) for f in found)


@pytest.mark.slow
@SOME
@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_keys_and_loose_lists_changes_nothing(chance: random.Random) -> None:
    source = _loaded().root
    with TemporaryDirectory() as folder:
        for file in sorted((source / "data").rglob("*.yaml")):
            there = Path(folder) / file.relative_to(source)
            there.parent.mkdir(parents=True, exist_ok=True)
            data = _shuffled(read_path(file).data, chance)
            there.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        found = outcome(Path(folder))
    assert _in_short(found.findings) == _in_short(check(_loaded()).findings)
    assert found.tallies == check(_loaded()).tallies


@SOME
@given(
    number=st.integers(100, 999),
    topics=st.sets(st.sampled_from(["arshjul", "natet"])),
    initiator=st.sampled_from(["alby", "berga", "regionen", "rad", "sakforum"]),
)
def test_another_matter_adds_nothing(number: int, topics: set[str], initiator: str) -> None:
    more = f"initiator: {initiator}\ntopics: [{', '.join(sorted(topics))}]\nraised: 2031-03-01"
    with TemporaryDirectory() as folder:
        files = together(RECORDS, matter(f"2031-{number}", more))
        write_repo(Path(folder), council(files, norms=NORMS))
        before = [repr(finding) for finding in check(_loaded()).findings]
        assert [repr(finding) for finding in outcome(Path(folder)).findings] == before


def test_another_meeting_outside_what_is_complete_adds_nothing(tmp_path: Path) -> None:
    files = together(RECORDS, meeting("sf-2033-01", "2033-03-18", "{id: a, title: A}"))
    write_repo(tmp_path, council(files, norms=NORMS))
    before = [repr(finding) for finding in check(_loaded()).findings]
    assert [repr(finding) for finding in outcome(tmp_path).findings] == before


def _breaches(root: Path, complete: str) -> Counter[tuple[str, str]]:
    files = {**RECORDS, "structure.yaml": structure(complete)}
    write_repo(root, council(files, norms=NORMS))
    return Counter((f.norm or "", f.location.path) for f in outcome(root).findings if f.norm)


@SOME
@given(first=st.integers(1, 12), last=st.integers(1, 12), wider=st.integers(1, 12))
def test_claiming_to_know_more_never_mends_a_breach(first: int, last: int, wider: int) -> None:
    """What was a breach within the narrow span is one within the wider span too."""
    low, high = sorted((first, last))
    narrow = f"2031-{low:02}-01/2031-{high:02}-28"
    wide = f"2031-{min(low, wider):02}-01/2031-{max(high, wider):02}-28"
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        assert _breaches(Path(one), narrow) <= _breaches(Path(other), wide)


def test_unknown_is_never_a_finding(tmp_path: Path) -> None:
    write_repo(tmp_path, council(RECORDS, norms=NORMS, complete=""))
    told = tallies(tmp_path)
    assert told["PREPARED"].unknown
    assert sum(tally.breached for tally in told.values()) == len(
        [entry for entry in findings(tmp_path) if entry.split()[2] != "-"]
    )
