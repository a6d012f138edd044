"""What a structure calls things is what its people read, in every message and document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.own_words import bare, mark_words, register_of, unmarked, without_data
from tests.rules.examples import BASE, base_in, examples_in, put
from tests.rules.test_guidance import SHOWN
from vrtool.diagnostic import Finding
from vrtool.documents.agenda import agenda_markdown, agenda_view
from vrtool.documents.brief import brief_markdown, brief_view
from vrtool.documents.consultation import consultation_markdown, consultation_view
from vrtool.documents.costs import costs_markdown, costs_view
from vrtool.engine import check
from vrtool.register.costs import year_costs
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import roster_on
from vrtool.report import matters, meetings, rosters
from vrtool.rules.catalogue import guidance

pytestmark = pytest.mark.slow

# Every word a structure can have is marked


def _told(finding: Finding) -> str:
    return "\n".join([finding.message, finding.help, *(text for _, text in finding.related)])


@pytest.mark.parametrize("code", SHOWN)
def test_what_a_rule_says(code: str, tmp_path: Path) -> None:
    root = base_in(tmp_path)
    for example in examples_in(guidance(code).bad):
        put(example, root)
    common = [_told(finding) for finding in check(load(root)).findings]
    mark_words(root)
    own = [_told(finding) for finding in check(load(root)).findings]
    assert [word for told in own for word in bare(told)] == []
    assert [*map(unmarked, own)] == [told.casefold() for told in common]


def _documents(register: Register) -> Iterator[str]:
    rulebook = Rulebook(register)
    for meeting in register.chronological:
        yield agenda_markdown(agenda_view(register, rulebook, meeting))
    for matter in register.matters.values():
        yield brief_markdown(brief_view(register, matter))
        if matter.consultation:
            yield consultation_markdown(consultation_view(register, matter, matter.consultation))
    for costs in register.costs.values():
        worked_out = year_costs(register, costs)
        assert worked_out is not None
        yield costs_markdown(costs_view(register, worked_out))


def _shown(register: Register) -> Iterator[str]:
    rulebook = Rulebook(register)
    for meeting in register.chronological:
        yield meetings.shown(register, meeting)
        roster = roster_on(register, rulebook, meeting.forum, meeting.date)
        yield from (str(part) for part in rosters.parts(register, roster))
        yield str(rosters.vacancy_rows(register, roster, offered=True, unknown=True))
    yield from (matters.shown(register, matter) for matter in register.matters.values())
    yield str((rosters.head(register), rosters.vacancies_head(register)))


@pytest.mark.parametrize("texts", [_documents, _shown])
def test_what_is_read_of_the_records(
    texts: Callable[[Register], Iterator[str]], tmp_path: Path
) -> None:
    common = [text.casefold() for text in texts(register_of(BASE))]
    root = base_in(tmp_path)
    mark_words(root)
    own = list(texts(register_of(root)))
    assert [unmarked(text) for text in own] == common
    assert [word for text in own for word in bare(without_data(text))] == []
