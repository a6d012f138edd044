"""A new matter: its number, its file, and that it checks clean."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from tests.repos import council, outcome, register, write_repo
from vrtool.edit.canonical import canonical
from vrtool.edit.field_order import shape_of
from vrtool.edit.matters import Made, NewMatter, new_matter
from vrtool.model.matter import Goal, Logic
from vrtool.register.kinds import Kind

FOLDER = "data/matters"
PROCESS = """\
id: remiss
name: Remissen
short_name: remissen
phases: [{id: borjan, name: början}]
steps:
  - {id: svar, name: svar, phase: borjan}
  - {id: slut, name: slut, phase: borjan}
"""


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    """A little council with two matters, and a meeting that names a third."""
    files = {
        "matters/2031-001-natet.yaml": "id: 2031-001\ntitle: Nätet\n",
        "matters/2030-009-vagen.yaml": "id: 2030-009\ntitle: Vägen\n",
        "meetings/ra-2031-01.yaml": "id: ra-2031-01\nforum: rad\ndate: 2031-02-03\n",
        "processes/remiss.yaml": PROCESS,
    }
    write_repo(tmp_path, council(files))
    return tmp_path


def _made(root: Path, title: str = "Växeln", year: int = 2031) -> Made:
    return new_matter(root, NewMatter(title, year))


def test_it_gets_the_next_number_of_its_year(root: Path) -> None:
    assert _made(root).id == "2031-002"
    assert _made(root).id == "2031-003"
    assert _made(root, year=2030).id == "2030-010"
    assert _made(root, year=2032).id == "2032-001"


def test_no_number_is_given_that_a_file_or_a_reference_has(root: Path) -> None:
    (root / FOLDER / "2031-004-trasig.yaml").write_text("id: [", encoding="utf-8")
    (root / FOLDER / "2031-006.yaml").write_text("id: 2031-005\ntitle: Annat\n", encoding="utf-8")
    assert _made(root).id == "2031-007"
    meeting = root / "data/meetings/ra-2031-01.yaml"
    meeting.write_text(
        meeting.read_text(encoding="utf-8")
        + "agenda: {items: [{id: a, title: A, matter: 2031-998}]}\n",
        encoding="utf-8",
    )
    assert _made(root).id == "2031-999"
    assert _made(root).id == "2031-1000"


def test_two_at_once_get_a_number_each(root: Path) -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.append(_made(root, "Samma").id)) for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [f"2031-00{n}" for n in range(2, 7)]
    assert len([*(root / FOLDER).glob("2031-00*-samma.yaml")]) == 5


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Östra ålen & växeln: del 2", "2031-002-ostra-alen-vaxeln-del-2.yaml"),
        ("😀", "2031-002-namnlos.yaml"),
        ("../../utanför", "2031-002-utanfor.yaml"),
        ("Mycket " * 20, f"2031-002-{'-'.join(['mycket'] * 8)}.yaml"),
        ("a" * 200, f"2031-002-{'a' * 60}.yaml"),
    ],
)
def test_the_file_is_named_for_its_number_and_title(root: Path, title: str, name: str) -> None:
    made = _made(root, " ".join(title.split()))
    assert made.written == (root / FOLDER / name,)
    assert register(root, {}).matters["2031-002"].title == " ".join(title.split())


def test_all_that_is_told_stands_in_the_record_and_the_record_checks_clean(root: Path) -> None:
    wanted = NewMatter(
        "Nätet: 'igen'",
        2031,
        initiator="rad",
        raised=date(2031, 3, 4),
        topics=("natet", "arshjul"),
        goal=Goal.POSITION,
        logic=Logic.PROCESS,
        process="remiss",
    )
    made = new_matter(root, wanted)
    matter = register(root, {}).matters[made.id]
    assert (matter.title, matter.initiator, matter.raised) == (
        "Nätet: 'igen'",
        "rad",
        date(2031, 3, 4),
    )
    assert (matter.topics, matter.goal, matter.logic) == (
        ("natet", "arshjul"),
        Goal.POSITION,
        Logic.PROCESS,
    )
    assert matter.process is not None
    assert matter.process.type == "remiss"
    assert outcome(root).findings == ()


def test_the_file_tells_how_it_is_filled_in_and_is_written_as_files_are(root: Path) -> None:
    (path,) = _made(root).written
    text = path.read_text(encoding="utf-8")
    assert "# Vad det handlar om: arshjul eller natet.\ntopics: []\n" in text
    assert "Förslaget till ställningstagande" in text
    assert max(map(len, text.splitlines())) <= 100
    assert canonical(path.read_bytes(), shape_of(Kind.MATTER)) == path.read_bytes()


def test_the_structures_own_words_stand_in_it(root: Path) -> None:
    structure = root / "data/structure.yaml"
    words = (
        "words:\n  position: {one: rekommendation, the: rekommendationen, many: rekommendationer}\n"
    )
    structure.write_text(structure.read_text(encoding="utf-8") + words, encoding="utf-8")
    (path,) = _made(root).written
    assert "# Förslaget till rekommendation:" in path.read_text(encoding="utf-8")


def test_those_with_the_same_title_are_told_of(root: Path) -> None:
    assert _made(root, "NÄTET").namesakes == ("2031-001",)
    assert _made(root, "Nätverket").namesakes == ()
