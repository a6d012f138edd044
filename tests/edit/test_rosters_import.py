"""A table of who has which place, made into one change of the rosters, or refused row by row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.edit.tables import carried_out, holders, register_of, rows_of
from tests.repos import ROSTERS, council, outcome, write_repo
from vrtool.edit.rosters_import import imported, turnover
from vrtool.edit.rosters_plan import StepKind
from vrtool.edit.rosters_table import Row, read_table
from vrtool.edit.rosters_template import write_template
from vrtool.errors import CannotDo

DAY = date(2031, 3, 1)


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    write_repo(tmp_path, council({}))
    return tmp_path


# Importing


def test_a_table_becomes_one_change_and_once_more_none(root: Path) -> None:
    rows = rows_of(
        root,
        "namn;kommun;uppdrag;plats;från;till;politiskt parti;sida\n"
        "Åsa Öberg;Alby;KSO;;2031-03-01;2034-12-31;Exempelpartiet;majoritet\n"
        "Bo Lind;Berga;KSO;;2030-01-01;;;\n"
        "Britt Björk;;;br/berga/1;2031-01-01;2031-06-30;;\n"
        "vakant;;;br/alby/1;2031-05-01;;;\n",
    )
    plan = imported(register_of(root), rows, forum=None, start=None)
    assert plan.refused == ()
    assert [step.kind for step in plan.steps] == [
        StepKind.FILLED,
        StepKind.UNCHANGED,
        StepKind.ENDED,
        StepKind.VACATED,
    ]
    register = carried_out(root, plan)
    assert holders(register, "alby/kso")[1] == ("asa-oberg", DAY)
    person = register.rosters.people["asa-oberg"]
    assert (person.party, person.political_party) == ("alby", "Exempelpartiet")
    assert outcome(root).findings == ()
    again = imported(register, rows, forum=None, start=None)
    assert [*again.steps] == [*again.of(StepKind.UNCHANGED)]
    assert again.edits == ()


def test_rows_that_cannot_be_carried_out_are_refused_with_their_line(root: Path) -> None:
    rows = rows_of(
        root,
        "namn,part,uppdrag,från\n"
        "Åsa Öberg,Alby,KSO,\n"
        "Åsa Öberg,Okänd,KSO,2031-03-01\n"
        "Åsa Öberg,Alby,kassör,2031-03-01\n"
        "Åsa Öberg,Alby,KSO,2031-02-30\n"
        ",Alby,KSO,2031-03-01\n"
        "Bo Lind,Alby,KSO,2031-03-01\n"
        "Åsa Öberg,Berga,alby/kso,2031-03-01\n",
    )
    plan = imported(register_of(root), rows, forum=None, start=None)
    assert plan.steps == ()
    assert [refused.line for refused in plan.refused] == [2, 3, 4, 5, 6, 7, 8]
    for refused, why in zip(
        plan.refused,
        [
            "från vilken dag",
            "ingen part ”Okänd”",
            "ingen plats ”kassör” för Alby",
            "2031-02-30 finns inte",
            "saknar namn",
            "Bo Lind finns redan",
            "hör inte till Berga",
        ],
        strict=True,
    ):
        assert why in refused.why


def test_a_forum_tells_which_seat_is_meant(root: Path) -> None:
    rows = rows_of(root, "namn;part;uppdrag\nÅsa Öberg;Alby;ledamot\n")
    (refused,) = imported(register_of(root), rows, forum=None, start=DAY).refused
    assert "passar flera platser: br/alby/1 och sf/alby/1" in refused.why
    (step,) = imported(register_of(root), rows, forum="bredd", start=DAY).steps
    assert step.place.id == "br/alby/1"


def test_of_seats_alike_the_persons_own_is_meant_then_an_empty_one(root: Path) -> None:
    forms = root / "data/working-forms/former.yaml"
    text = forms.read_text(encoding="utf-8")
    old = "{appointed: sf, each: municipality, deputies: true}"
    forms.write_text(text.replace(old, old.replace("sf,", "sf, count: 2,")), encoding="utf-8")
    head = "namn;part;uppdrag;forum\n"
    rows = rows_of(root, f"{head}Ny Person;Alby;ledamot;sakforum\nAsta Al;Alby;ledamot;sakforum\n")
    plan = imported(register_of(root), rows, forum=None, start=DAY)
    assert [(step.place.id, step.kind) for step in plan.steps] == [
        ("sf/alby/2", StepKind.FILLED),
        ("sf/alby/1", StepKind.UNCHANGED),
    ]
    rows = rows_of(root, head + "".join(f"Ny {n};Alby;ledamot;sakforum\n" for n in ("A", "B")))
    plan = imported(register_of(root), rows, forum=None, start=DAY)
    assert "passar flera platser" in plan.refused[0].why


def test_one_place_may_have_several_rows_in_order(root: Path) -> None:
    rows = rows_of(
        root,
        "namn;plats;från;till\nÅsa Ö;alby/kso;2031-01-01;2031-06-30\nBo Å;alby/kso;2031-07-01;",
    )
    register = carried_out(root, imported(register_of(root), rows, forum=None, start=None))
    assert [who for who, _ in holders(register, "alby/kso")] == ["anna", "asa-o", "bo-a"]
    double = rows_of(root, "namn;plats;från\nCea B;alby/kso;2031-09-01\nDea B;alby/kso;2031-09-01")
    (refused,) = imported(register, double, forum=None, start=None).refused
    assert (refused.line, "tidigare rad" in refused.why) == (3, True)


# A whole term


@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
def test_the_table_to_fill_in_changes_nothing_as_it_stands(root: Path, kind: str) -> None:
    path = root / f"platser{kind}"
    number = write_template(register_of(root), path, DAY)
    rows = read_table(path).rows
    assert len(rows) == number == 12
    chair = Row(2, name="Rut Gran", office="ordförande i rådet", place="rad/ordforande")
    assert rows[0] == replace(chair, forum="rådet och breda rådet")
    assert {row.place for row in rows} >= {"alby/kso", "br/alby/1", "sf/alby/1 ersättare"}
    plan = turnover(register_of(root), rows, DAY)
    assert (plan.refused, plan.edits) == ((), ())
    with pytest.raises(CannotDo, match="finns redan och skrivs inte över"):
        write_template(register_of(root), path, DAY)


def test_places_that_are_not_in_the_table_become_empty(root: Path) -> None:
    path = root / "platser.csv"
    write_template(register_of(root), path, DAY)
    text = path.read_text(encoding="utf-8-sig").replace("Anna Ek", "Åsa Öberg")
    kept = [line for line in text.splitlines() if "berga/kso" not in line]
    kept = [line.replace("Britt Björk", "") if "sf/berga/1;" in line else line for line in kept]
    kept = [line for line in kept if "sf/alby/1 ersättare" not in line]
    rows = rows_of(root, "\n".join(kept))
    plan = turnover(register_of(root), rows, DAY)
    assert {step.place.id: step.left for step in plan.of(StepKind.VACATED)} == {
        "berga/kso": "bo",
        "sf/berga/1": "britt",
        "sf/alby/1": "arne",
    }
    register = carried_out(root, plan)
    assert holders(register, "alby/kso")[1] == ("asa-oberg", DAY)
    assert register.rosters.people["asa-oberg"].party == "alby"
    assert [t.vacant for t in register.rosters.seats["sf/berga/1"].members] == [False, True]
    assert len(register.rosters.seats["sf/alby/1"].deputies) == 1


def test_a_refused_row_empties_no_place(root: Path) -> None:
    rows = rows_of(root, "namn;plats\nÅsa Öberg;alby/kzo\n")
    plan = turnover(register_of(root), rows, DAY)
    assert (len(plan.refused), plan.steps, plan.edits) == (1, (), ())


def test_no_cell_of_the_table_to_fill_in_is_a_formula(root: Path) -> None:
    rosters = root / "data/forums.yaml"
    rosters.write_text(ROSTERS.replace("Anna Ek", "'=cmd|x'"), encoding="utf-8")
    for kind in (".csv", ".xlsx"):
        path = root / f"t{kind}"
        write_template(register_of(root), path, DAY)
        assert "=cmd|x" in [row.name for row in read_table(path).rows]
    book = openpyxl.load_workbook(root / "t.xlsx")
    assert "f" not in {cell.data_type for row in book.worksheets[0] for cell in row}
    lines = csv.reader(io.StringIO((root / "t.csv").read_text("utf-8-sig")), delimiter=";")
    assert "'=cmd|x" in {cell for line in lines for cell in line}
