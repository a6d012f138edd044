"""Which findings a notice waits for: those about its meeting, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import Council, copied, in_short
from vrtool.engine import check
from vrtool.engine.concerns import concerning, concerning_matter
from vrtool.register.load import load
from vrtool.register.norms import Rulebook

MEETING = "meetings/or-2022-01.yaml"
MATTER = "matters/2021-001-arbetsformer.yaml"
OTHER = "meetings/vr-2022-02.yaml"


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


def _concerning(council: Council, meeting: str = "or-2022-01") -> list[str]:
    """The files of the findings that concern a meeting."""
    loaded = load(council.root)
    register = loaded.register
    assert register is not None
    found = concerning(
        register, Rulebook(register), register.meetings[meeting], check(loaded).findings
    )
    return [in_short(finding)[1].removeprefix("data/") for finding in found]


def _new(council: Council) -> list[str]:
    return [path.removeprefix("data/") for _, path, _ in council.new()]


def test_nothing_in_the_councils_data_concerns_the_meeting_of_11_february(
    council: Council,
) -> None:
    assert _concerning(council) == []


def test_what_is_wrong_with_a_year_concerns_no_meeting_of_it(council: Council) -> None:
    assert _concerning(council, "or-2019-01") == []
    assert _concerning(council, "vr-2020-05") == []
    assert _concerning(council, "vr-2020-06") == ["meetings/vr-2020-06.yaml"]


def test_its_own_file(council: Council) -> None:
    council.change(MEETING, "purpose: [position]", "purpose: [position]\n      topics: [okand]")
    assert _new(council) == _concerning(council) == [MEETING]


@pytest.mark.parametrize("text", ["topics: [okand]\n", "brief:\n"])
def test_a_matter_on_its_agenda(council: Council, text: str) -> None:
    old = "topics: [arbetsformer]\n" if "topics" in text else "brief:\n"
    council.change(MATTER, old, text if "topics" in text else "okant_falt: x\nbrief:\n")
    assert _concerning(council) == [MATTER]
    assert _concerning(council, "or-2022-02") == []


def test_another_matter_does_not(council: Council) -> None:
    council.add("matters/2021-002-gemensamma-resurser.yaml", "topics: [okand]\n")
    council.write("matters/2021-003-framtida-etableringsfunktion.yaml", "id: [")
    assert len(_new(council)) == 2
    assert _concerning(council) == []


def test_another_meeting_does_not(council: Council) -> None:
    council.add(OTHER, "planned_as: np-1999-01\n")
    council.write("meetings/or-2022-02.yaml", "id: [")
    assert len(council.check().findings) > 3
    assert _concerning(council) == []


@pytest.mark.parametrize(
    ("first", "second", "concerned"),
    [
        ("2022-01-01", "2022-06-30", True),
        ("2022-02-11", "2022-02-11", True),
        ("2022-02-12", "2022-06-30", False),
        ("2021-01-01", "2022-02-10", False),
    ],
)
def test_two_holders_of_a_seat_of_its_forum_that_day(
    council: Council, first: str, second: str, *, concerned: bool
) -> None:
    council.change(
        "forums.yaml",
        "  arvika/kso:\n    - who: peter-soderstrom\n      seen: [2021-01-22, 2022-06-17]\n",
        "  arvika/kso:\n    - {who: peter-soderstrom, from: 2021-01-01}\n"
        f"    - {{who: linda-larsson, from: {first}, to: {second}}}\n",
    )
    council.change("forums.yaml", "name: Linda Larsson\n    party: karlstad", "name: Linda Larsson")
    assert set(_new(council)) == {"forums.yaml"}
    assert set(_concerning(council)) == ({"forums.yaml"} if concerned else set())


def test_a_seat_of_another_forum_does_not(council: Council) -> None:
    council.add(
        "forums.yaml",
        "  hsf/arvika/1:\n    members:\n      - {who: okand, from: 2020-01-01}\n"
        "  vr/arvika/1:\n    members:\n      - {who: peter-soderstrom, from: 2020-01-01}\n",
    )
    assert len(_new(council)) >= 2
    assert _concerning(council) == []
    assert _concerning(council, "vr-2022-01") == ["forums.yaml"]


def test_a_person_who_sits_there(council: Council) -> None:
    council.change(
        "forums.yaml", "name: Peter Söderström\n    party: arvika", "name: Peter\n    party: arvik"
    )
    assert set(_concerning(council)) == {"forums.yaml"}
    council.change("forums.yaml", "party: arvik\n", "party: arvika\n")
    council.change(
        "forums.yaml", "name: Linda Larsson\n    party: karlstad", "name: L\n    party: k"
    )
    assert _new(council) != []
    assert _concerning(council) == []


@pytest.mark.parametrize("path", ["forums.yaml", "working-forms/arbetsformer-2022.yaml", MATTER])
@pytest.mark.parametrize("content", ["id: [", "x: y\n"])
def test_a_file_that_cannot_be_read_and_may_say_something(
    council: Council, path: str, content: str
) -> None:
    council.write(path, content)
    assert set(_concerning(council)) == {path}


def test_the_order_of_the_findings_is_kept(council: Council) -> None:
    council.change(MEETING, "purpose: [position]", "purpose: [position]\n      topics: [b, a]")
    council.change(MATTER, "topics: [arbetsformer]\n", "topics: [okand]\n")
    assert _concerning(council) == [MATTER, MEETING, MEETING]


# What a paper about a matter waits for


def _concerning_matter(council: Council) -> list[str]:
    loaded = load(council.root)
    assert loaded.register is not None
    chosen = loaded.register.matters["2021-001"]
    found = concerning_matter(loaded.register, chosen, check(loaded).findings)
    return [in_short(finding)[1].removeprefix("data/") for finding in found]


def test_a_matters_own_file_concerns_it_and_its_meetings_do_not(council: Council) -> None:
    council.change(MATTER, "topics: [arbetsformer]", "topics: [okand]")
    council.change(MEETING, "purpose: [position]", "purpose: [position]\n      topics: [okand]")
    assert set(_new(council)) == {MATTER, MEETING}
    assert _concerning_matter(council) == [MATTER]


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        ("forums.yaml", True),
        ("working-forms/arbetsformer-2022.yaml", True),
        ("meetings/vr-2022-01.yaml", True),
        ("meetings/or-2022-02.yaml", False),
        ("matters/2021-002-gemensamma-resurser.yaml", False),
    ],
)
def test_a_file_that_cannot_be_read_concerns_a_matter_that_rests_on_it(
    council: Council, path: str, *, concerned: bool
) -> None:
    council.write(path, "id: [")
    assert _concerning_matter(council) == ([path] if concerned else [])
