"""The matrix of the second structure: each of its norms broken once by a realistic mistake."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.council import ROOT
from tests.matrix.mistake import Mistake
from tests.matrix.spoilt import Spoilt, untouched
from tests.matrix.vastmanland import meetings, seats
from vrtool.register.load import load

pytestmark = pytest.mark.no_cover

EXAMPLE = ROOT / "examples" / "vastmanland"
MISTAKES: tuple[Mistake, ...] = (*seats.MISTAKES, *meetings.MISTAKES)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    return Spoilt.copied(tmp_path_factory.mktemp("body"), EXAMPLE)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_gives_its_own_finding_and_no_other(mistake: Mistake, body: Spoilt) -> None:
    with body.with_edits(mistake.edits):
        line = body.line(mistake.found_in, mistake.where)
        assert body.told() == mistake.told(line)


def test_every_norm_with_a_rule_is_broken_by_some_mistake() -> None:
    """The list comes from the data, so a new norm asks for its mistake."""
    found = load(EXAMPLE).register
    assert found is not None
    judged = chain.from_iterable(forms.norms.items() for forms in found.working_forms.values())
    assert {mistake.norm for mistake in MISTAKES} == {key for key, norm in judged if norm.rule}


def test_the_mistakes_undone_leave_it_as_it_was(body: Spoilt) -> None:
    assert body.told() == []
    assert len(untouched(EXAMPLE)) == 1
