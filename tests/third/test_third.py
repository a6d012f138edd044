"""A structure nobody has heard of, written with data alone: three villages that share a brook.

It has no region, no boards, its own words and five norms of its own, all by rules of the tool.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.matrix.mistake import (
    ERROR,
    ROSTERS,
    WARNING,
    Mistake,
    cut,
    meeting,
    removed,
    swap,
)
from tests.matrix.spoilt import Spoilt, untouched
from vrtool.documents.agenda import agenda_markdown, agenda_view
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register

THIRD = Path(__file__).parent
SPRING, AUTUMN, NEXT = meeting("bs-2041-01"), meeting("bs-2041-02"), meeting("bs-2042-01")

MISTAKES = (
    Mistake(
        "B-2-members",
        "a delegate's successor was entered before she left",
        ERROR,
        (swap(ROSTERS, "to: 2041-08-31", "to: 2041-12-31"),),
        where="- {who: stellan-provsson, from: 2041-09-01}",
    ),
    Mistake(
        "B-3-meetings",
        "there was no meeting in the autumn",
        ERROR,
        (removed(AUTUMN),),
        file="structure.yaml",
        where="      meetings: [2041-01-01/2042-04-11]",
    ),
    Mistake(
        "B-4-counsel",
        "they were only told of the matter before they agreed on it",
        ERROR,
        (
            swap(
                SPRING,
                "purpose: [dialogue]\n      outcome: {kind: discussed}",
                "purpose: [information]\n      outcome: {kind: noted}",
            ),
        ),
        file=NEXT,
        where="    - id: dammen",
    ),
    Mistake(
        "B-5-papers",
        "the papers came a week before",
        WARNING,
        (swap(NEXT, "papers_sent: 2042-03-28", "papers_sent: 2042-04-04"),),
        where="papers_sent: 2042-04-04",
    ),
    Mistake(
        "B-6-book",
        "the book does not tell what came of an item",
        ERROR,
        (cut(SPRING, "      outcome: {kind: discussed}\n"),),
        where="    - id: dammen",
    ),
)


@pytest.fixture(scope="module")
def villages(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    return Spoilt.copied(tmp_path_factory.mktemp("villages"), THIRD)


def _register() -> Register:
    found = load(THIRD).register
    assert found is not None
    return found


def test_it_is_clean_and_every_norm_of_it_has_something_to_bite_on() -> None:
    assert untouched(THIRD) == ()
    tallies = {norm: tally for (_, norm), tally in check(load(THIRD)).tallies.items()}
    assert sorted(tallies) == sorted({mistake.norm for mistake in MISTAKES})
    assert [norm for norm, tally in tallies.items() if not tally.holds] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_broken_record_gives_its_own_finding_and_no_other(
    mistake: Mistake, villages: Spoilt
) -> None:
    with villages.with_edits(mistake.edits):
        line = villages.line(mistake.found_in, mistake.where)
        assert villages.told() == mistake.told(line)


def test_a_finding_speaks_its_words(villages: Spoilt) -> None:
    (counsel,) = [mistake for mistake in MISTAKES if mistake.norm == "B-4-counsel"]
    with villages.with_edits(counsel.edits):
        (finding,) = check(load(villages.root)).findings
    assert "överenskommelse" in finding.message
    assert "ställningstagande" not in finding.message + finding.help


def test_its_notice_speaks_its_words() -> None:
    found = _register()
    view = agenda_view(found, Rulebook(found), found.meetings["bs-2042-01"])
    markdown = agenda_markdown(view).replace("\N{NO-BREAK SPACE}", " ")
    headings = re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)
    assert headings == [
        "Bud till bäckastämman",
        "Ärendelista",
        "1. Vårfloden och broarna",
        "2. Kvarndammen",
        "Förslag till överenskommelse",
        "Kallade",
        "Ombud",
        "Fastställande och utskick",
    ]
    assert "| By | Uppdrag | Ombud |" in markdown
    assert "Nora Exempel, ålderman" in markdown
    assert "Bäckastämman 12 april 2041 (rådslag)" in markdown
    assert "Ärendelistan fastställdes 24 mars 2042 av Nora Exempel. Budet sändes ut" in markdown
    common = ("kallelse", "dagordning", "ställningstagande", "information", "dialog", "ledamot")
    assert [word for word in common if word in markdown.casefold()] == []
