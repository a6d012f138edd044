"""What parties did with a matter after a meeting, and how a matter ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, outcome, register, write_repo
from vrtool.edit.follow_up import Deed, end, follow_up
from vrtool.errors import CannotDo
from vrtool.model.matter import Status, Taken

PATH = "data/matters/2031-001-natet.yaml"
MATTER = """\
id: 2031-001
title: Nätet
goal: position  # målet
# källan
source: Protokollet
"""
MEETING = """\
id: ra-2031-01
forum: rad
date: 2031-02-03
agenda:
  items:
    - id: natet
      title: Nätet
      matter: 2031-001
      purpose: [information]
      outcome:
        kind: noted
        assignments:
          - {id: rakna, task: Räkna., receiver: alby}
"""


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with a matter that has been up at one of two meetings."""
    files = {
        "matters/2031-001-natet.yaml": MATTER,
        "meetings/ra-2031-01.yaml": MEETING,
        "meetings/ra-2031-02.yaml": "id: ra-2031-02\nforum: rad\ndate: 2031-03-03\n",
    }
    write_repo(tmp_path, council(files))
    return tmp_path


def _taken(body: str = "kommunstyrelsen", day: str = "2031-03-01") -> Taken:
    return Taken.model_validate({"body": body, "date": day})


def _deed(
    party: str = "alby",
    *,
    feedback: Taken | None = None,
    decision: Taken | None = None,
    not_taken: str | None = None,
) -> Deed:
    return Deed(party, "ra-2031-01", feedback, decision, not_taken)


def _read(root: Path) -> str:
    return (root / PATH).read_text(encoding="utf-8")


def test_the_first_stands_in_its_place_and_the_rest_of_the_file_as_it_was(root: Path) -> None:
    assert follow_up(root, "2031-001", _deed(feedback=_taken())) == (root / PATH,)
    added = """\
follow_up:
  alby:
    - meeting: ra-2031-01
      feedback:
        body: kommunstyrelsen
        date: 2031-03-01
"""
    assert _read(root) == MATTER.replace("# källan\nsource", f"{added}# källan\nsource")
    assert outcome(root).findings == ()


def test_what_is_told_later_of_the_same_meeting_stands_with_it(root: Path) -> None:
    follow_up(root, "2031-001", _deed(decision=_taken("fullmäktige", "2031-05-01")))
    follow_up(root, "2031-001", _deed(feedback=_taken()))
    follow_up(root, "2031-001", _deed("berga", not_taken="Ingen tid."))
    found = register(root, {}).matters["2031-001"].follow_up
    assert {party: len(steps) for party, steps in found.items()} == {"alby": 1, "berga": 1}
    (step,) = found["alby"]
    assert (step.feedback, step.decision) == (_taken(), _taken("fullmäktige", "2031-05-01"))
    assert found["berga"][0].not_taken == "Ingen tid."
    assert "      feedback:" in _read(root).partition("      decision:")[0]


def test_what_was_left_at_first_may_be_taken_home_later(root: Path) -> None:
    follow_up(root, "2031-001", _deed(not_taken="Ingen tid."))
    follow_up(root, "2031-001", _deed(feedback=_taken()))
    first, second = register(root, {}).matters["2031-001"].follow_up["alby"]
    assert first.not_taken == "Ingen tid."
    assert second.feedback == _taken()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (_deed(feedback=_taken()), _deed(feedback=_taken("nämnden")), "Om Alby efter ra-2031-01"),
        (_deed(decision=_taken()), _deed(decision=_taken()), "beslutades i kommunstyrelsen"),
        (_deed(feedback=_taken()), _deed(not_taken="Nej."), "togs upp i kommunstyrelsen"),
        (_deed(decision=_taken()), _deed(not_taken="Nej."), "beslutades i kommunstyrelsen"),
        (_deed(not_taken="Nej."), _deed(not_taken="Nej."), "ärendet återfördes inte"),
    ],
)
def test_what_stands_there_already_is_not_told_twice_or_gainsaid(
    root: Path, before: Deed, after: Deed, said: str
) -> None:
    follow_up(root, "2031-001", before)
    text = _read(root)
    with pytest.raises(CannotDo, match=said):
        follow_up(root, "2031-001", after)
    assert _read(root) == text


def test_what_cannot_be_is_refused(root: Path) -> None:
    with pytest.raises(CannotDo, match=r"står inte på dagordningen för ra-2031-02\. Det har varit"):
        follow_up(root, "2031-001", Deed("alby", "ra-2031-02", feedback=_taken()))
    with pytest.raises(CannotDo, match=r"2.februari.2031 ligger före rådet 3.februari.2031"):
        follow_up(root, "2031-001", _deed(feedback=_taken(day="2031-02-02")))
    with pytest.raises(CannotDo, match="2031-009 finns inte"):
        follow_up(root, "2031-009", _deed(feedback=_taken()))
    assert _read(root) == MATTER


@pytest.mark.parametrize("status", [Status.CLOSED, Status.WITHDRAWN])
def test_a_matter_ends_once(root: Path, status: Status) -> None:
    done = end(root, "2031-001", status)
    assert done.written == (root / PATH,)
    assert _read(root) == MATTER.replace("# källan", f"status: {status.value}\n# källan")
    assert done.still_open == ("Ingen har rapporterat att det är gjort: rakna (Räkna.).",)
    with pytest.raises(CannotDo, match=r"är redan (avslutat|tillbakadraget)"):
        end(root, "2031-001", Status.CLOSED)


def test_an_open_status_is_changed_where_it_stands(root: Path) -> None:
    (root / PATH).write_text(MATTER + "status: open  # än\n", encoding="utf-8")
    end(root, "2031-001", Status.CLOSED)
    assert _read(root) == MATTER + "status: closed  # än\n"


def test_a_meeting_to_come_with_the_matter_on_its_agenda_is_told_of(root: Path) -> None:
    meeting = root / "data/meetings/ra-2031-02.yaml"
    items = "agenda: {items: [{id: a, title: A, matter: 2031-001}]}\n"
    meeting.write_text(meeting.read_text(encoding="utf-8") + items, encoding="utf-8")
    told = end(root, "2031-001", Status.CLOSED).still_open
    assert told[0].replace("\xa0", " ") == (
        "Det står på dagordningen för ra-2031-02 (rådet 3 mars 2031), utan resultat."
    )
