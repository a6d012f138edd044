"""VR703 with several topics: each is to be up once a term, and each is told of by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, findings, messages, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, BROKEN = Tally(holds=1), Tally(breached=1)
TERM = "2031-01-01/2032-12-31"
TERMS = "terms: [{id: 2031–2032, from: 2031-01-01, to: 2032-12-31}]\n"
NOTED = "{id: a, title: A, topics: [natet], outcome: {kind: noted}}"


def _once(item: str) -> Files:
    return meeting("ra-2031-01", "2031-02-14", item)


def _in_term(*files: Files) -> dict[str, str]:
    """The span that claims to know the term is marked."""
    claimed = structure(TERM, more=TERMS).replace("ngs: [", "ngs: [①", 1)
    return together({"structure.yaml": claimed}, *files)


BOTH_UP = "{id: a, title: A, topics: [natet, arshjul], outcome: {kind: noted}}"
SEVERAL = cases(
    Judged("VR703", "{topics: [natet, arshjul]}", "[rad]"),
    both_at_once=Case(_in_term(_once(BOTH_UP)), tally=Tally(holds=2)),
    each_at_its_time=Case(
        _in_term(_once(NOTED), meeting("ra-2032-01", "2032-04-16", BOTH_UP)), tally=Tally(holds=2)
    ),
    one_of_them=Case(_in_term(_once(NOTED)), ("① VR703 N error",), Tally(holds=1, breached=1)),
    neither=Case(
        _in_term(_once("{id: b, title: B}")),
        ("① VR703 N error", "① VR703 N error"),
        Tally(breached=2),
    ),
    not_fully_known=Case(
        _in_term(meeting("ra-2031-01", "2031-02-14", NOTED, more="known: items")),
        tally=Tally(holds=1, unknown=1),
    ),
)
PREPARED = cases(
    Judged("VR703", "{topics: [natet], outcome: recommendation}", "[rad]"),
    recommended=Case(_in_term(_once(NOTED.replace("noted", "recommendation"))), tally=HOLDS),
    merely_noted=Case(_in_term(_once(NOTED)), ("① VR703 N error",), BROKEN),
)


@each({**SEVERAL, **PREPARED})
def test_several_topics(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_deviation_names_one_of_several_topics(tmp_path: Path) -> None:
    norm = Judged("VR703", "{topics: [natet, arshjul]}", "[rad]").norm
    excuse = "deviations: [{norm: N, forum: rad, on: 2031–2032/natet, reason: Pandemi}]\n"
    files = _in_term(_once("{id: b, title: B}"), {"deviations.yaml": excuse})
    write_repo(tmp_path, council(files, norms=norm))
    found = [line.split(maxsplit=1)[1] for line in findings(tmp_path)]
    assert sorted(found) == ["VR703 N error", "VR703 N warning"]


@pytest.mark.parametrize("topics", ["", "topic: natet, topics: [arshjul]"])
def test_one_topic_or_several_must_be_named(tmp_path: Path, topics: str) -> None:
    norm = Judged("VR703", f"{{{topics}}}", "[rad]").norm
    (told,) = messages(tmp_path, council({}, norms=norm))
    assert told == "Normen N: Ange antingen topic eller topics."
