"""The attendance list: who was there, for whom and for which points, who was not."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests import repos
from tests.documents.minutes import example, lines, meeting, section, view
from vrtool.documents.meta import Format
from vrtool.documents.minutes import minutes_markdown, minutes_meta, minutes_view
from vrtool.documents.minutes_view import MinutesView
from vrtool.documents.render import render
from vrtool.planning.demands import Demands

ITEMS = """
- {id: a, title: Ett}
- {id: p, title: Paus, kind: break}
- {id: b, title: Två}
- {id: c, title: Tre}
"""


def _taken(root: Path, attendance: str, files: repos.Files | None = None) -> MinutesView:
    more = f"minutes:\n  secretary: rut\n  attendance: {attendance}\n"
    return view(root, meeting(ITEMS, more=more), files)


def _rows(shown: MinutesView) -> dict[str, list[tuple[str, str, str, str]]]:
    return {
        group.heading: [(row.party, row.name, row.state, row.text) for row in group.people]
        for group in shown.attendance
    }


def test_members_by_party_with_what_is_noted_of_each(tmp_path: Path) -> None:
    shown = _taken(tmp_path, "{present: [{who: anna, items: [b]}], absent: [rut]}")
    assert _rows(shown) == {
        "Ledamöter": [
            ("Alby", "Anna Ek", "partly", "närvarande vid punkt 2"),
            ("Berga", "Bo Lind", "untold", "inte antecknad"),
            ("Regionen", "Rut Gran", "absent", "frånvarande"),
        ]
    }
    assert section(lines(shown), "### Ledamöter")[0] == (
        "1 närvarande, 1 frånvarande och 1 inte antecknad."
    )


def test_a_vacant_seat_is_told_of(tmp_path: Path) -> None:
    vacant = repos.ROSTERS.replace(
        "berga/kso: [{who: bo, from: 2030-01-01}]", "berga/kso: [{vacant: true, from: 2030-01-01}]"
    )
    shown = _taken(tmp_path, "{present: [anna, rut]}", {"forums.yaml": vacant})
    assert ("Berga", "", "vacant", "vakant") in _rows(shown)["Ledamöter"]
    assert section(lines(shown), "### Ledamöter")[0] == "2 närvarande och 1 vakant plats."


def test_a_deputy_stands_below_the_member_with_the_points_served() -> None:
    shown = example("hsf-2031-01")
    rows = _rows(shown)["Ledamöter"]
    at = rows.index(("Exempelköping", "Erik Provsson", "partly", "närvarande vid punkt 1"))
    served = ("Exempelköping", "Elof Reservsson", "served", "tjänstgjorde vid punkt 2")
    assert rows[at + 1] == served
    assert ("Fabelby", "Fia Reservsson", "served", "tjänstgjorde") in rows
    offices = [row.office for group in shown.attendance for row in group.people]
    assert "ersättare för Fanny Provsson" in offices
    assert _rows(shown)["Övriga"] == [
        ("socialchefer", "Sofie Socialchef", "partly", "närvarande vid punkt 1")
    ]
    assert "2 tjänstgörande ersättare" in section(lines(shown), "### Ledamöter")[0]


def test_those_without_a_seat_that_day_are_the_others(tmp_path: Path) -> None:
    attendance = (
        "{present: [anna, {who: asta, items: [a, c]}], absent: [britt], "
        "served: [{who: arne, for: sf/alby/1}], others: [{name: Gun Gäst}]}"
    )
    shown = _taken(tmp_path, attendance)
    assert _rows(shown)["Övriga"] == [
        ("Alby kommun", "Asta Al", "partly", "närvarande vid punkterna 1 och 3"),
        ("Berga kommun", "Britt Björk", "absent", "frånvarande"),
        ("Alby kommun", "Arne Al", "served", "tjänstgjorde"),
        ("", "Gun Gäst", "present", "närvarande"),
    ]


def test_of_the_officials_only_those_noted_are_listed() -> None:
    shown = example("or-2031-02")
    officials = _rows(shown)["Tjänstepersoner"]
    assert len(officials) == 8
    assert officials[0] == ("Attrappås", "Agnes Fingerad", "present", "närvarande")


def test_nobody_is_listed_twice() -> None:
    for chosen in ("or-2031-03", "vr-2031-02", "db-2031-02", "hsf-2031-01"):
        names = [row.name for group in example(chosen).attendance for row in group.people]
        assert len([name for name in names if name]) == len({name for name in names if name})


def _many(count: int) -> dict[str, str]:
    """A council of so many municipalities, each with one member."""
    kso = range(1, count + 1)
    parties = "".join(
        f"  p{n}: {{name: Ort{n} kommun, short: Ort{n}, kind: municipality}}\n" for n in kso
    )
    people = "".join(f"  m{n}: {{name: Person{n} Lång-Efternamnsson, party: p{n}}}\n" for n in kso)
    offices = "".join(f"  p{n}/kso: [{{who: m{n}, from: 2030-01-01}}]\n" for n in kso)
    present = "".join(f"      - m{n}\n" for n in kso)
    more = f"minutes:\n  secretary: rut\n  attendance:\n    present:\n{present}"
    return {
        "structure.yaml": repos.structure().replace("boards:\n", f"{parties}boards:\n", 1),
        "forums.yaml": repos.ROSTERS.replace("people:\n", f"people:\n{people}").replace(
            "offices:\n", f"offices:\n{offices}"
        ),
        "meetings/ra-2031-02.yaml": meeting("- {id: a, title: Ett}", more=more),
    }


@pytest.fixture(name="pages")
def pages_of_sixty(tmp_path: Path) -> list[pypdf.PageObject]:
    """The pages of minutes with sixty members from municipalities."""
    found = repos.register(tmp_path, repos.council(_many(60)))
    shown = minutes_view(Demands(found), found.meetings["ra-2031-02"])
    made = render(minutes_markdown(shown), minutes_meta(shown), [Format.PDF])
    return list(pypdf.PdfReader(BytesIO(made[Format.PDF])).pages)


def test_a_long_list_breaks_over_pages_with_every_row_once(pages: list[pypdf.PageObject]) -> None:
    text = [page.extract_text() for page in pages]
    numbers = [int(n) for page in text for n in re.findall(r"Person(\d+) ", page)]
    assert numbers == [*range(1, 61)]
    listed = [page for page in text if "Person" in page]
    assert len(listed) > 1
    assert all(re.search(r"Part\s+Uppdrag\s+Ledamot\s+Närvaro", page) for page in listed)


def test_no_row_of_a_long_list_stands_on_another(pages: list[pypdf.PageObject]) -> None:
    for page in pages:
        heights: list[float] = []

        def note(text: str, matrix: list[float], *_: Any, into: Any = heights) -> None:
            if text.strip().startswith("Person"):
                into.append(matrix[5])

        page.extract_text(visitor_text=note)
        assert all(abs(a - b) > 12 for a, b in pairwise(heights))
