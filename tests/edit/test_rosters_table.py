"""Tables of who has which place: read whatever program wrote them, formulas never worked out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.edit.tables import register_of, rows_of
from tests.repos import council, write_repo
from vrtool.edit.rosters_import import imported
from vrtool.edit.rosters_table import Row, read_table
from vrtool.errors import CannotDo, WrongUsage

DAY = date(2031, 3, 1)


@pytest.fixture(name="root")
def a_council(tmp_path: Path) -> Path:
    write_repo(tmp_path, council({}))
    return tmp_path


# Reading

TABLE = "Namn;Part;Uppdrag;Från\nÅsa Öberg;Alby;KSO;2031-03-01\n"
ROW = Row(2, name="Åsa Öberg", party="Alby", office="KSO", start="2031-03-01")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_csv_is_read_whatever_wrote_it(
    root: Path, encoding: str, delimiter: str, newline: str
) -> None:
    text = TABLE.replace(";", delimiter).replace("\n", newline)
    assert rows_of(root, text, encoding) == (ROW,)


@pytest.mark.parametrize(
    "head",
    ["name,party,office,from", "NAMN,Kommun,Befattning,fr.o.m.", "person,part,roll,från och med"],
)
def test_columns_are_found_by_their_headings(root: Path, head: str) -> None:
    assert rows_of(root, f"{head}\nÅsa Öberg,Alby,KSO,2031-03-01\n") == (ROW,)


def test_quoted_cells_empty_lines_and_short_rows(root: Path) -> None:
    rows = rows_of(
        root, '\nnamn;plats;sida\n"Ek; ""Bo""";alby/kso\n;;\n"Två\nrader"; berga/kso ;x;y\n'
    )
    assert rows == (
        Row(3, name='Ek; "Bo"', place="alby/kso"),
        Row(5, name="Två\nrader", place="berga/kso", side="x"),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "är tom"),
        ("namn;part\nBo;Alby", "saknar en kolumn som behövs"),
        ("plats;part\nalby/kso;Alby", "saknar en kolumn som behövs"),
        ("namn;name;plats\nBo;Bo;x", "flera kolumner för samma sak: namn och name"),
    ],
)
def test_a_table_without_the_columns_needed_is_told(root: Path, text: str, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        rows_of(root, text)


def test_what_is_no_table_is_told(root: Path) -> None:
    with pytest.raises(WrongUsage, match=r"varken \.csv eller \.xlsx"):
        read_table(root / "tabell.ods")
    with pytest.raises(CannotDo, match=r"finns-inte\.csv finns inte\.$"):
        read_table(root / "finns-inte.csv")
    (root / "mapp.csv").mkdir()
    with pytest.raises(CannotDo, match=r"mapp\.csv går inte att läsa"):
        read_table(root / "mapp.csv")
    with pytest.raises(CannotDo, match="är ingen text"):
        rows_of(root, "namn;plats\n\0;x")
    with pytest.raises(CannotDo, match="rad 2, går inte att läsa som CSV"):
        rows_of(root, 'namn;plats\n"Bo" Ek;x\n')
    (root / "tabell.xlsx").write_bytes(b"PK\x03\x04 inget kalkylblad")
    with pytest.raises(CannotDo, match="går inte att läsa som kalkylblad"):
        read_table(root / "tabell.xlsx")


def test_headings_that_nothing_is_known_of_are_named(root: Path) -> None:
    (root / "t.csv").write_text("namn;plats;skostorlek\nBo;x;43\n", encoding="utf-8")
    assert read_table(root / "t.csv").unused == ("skostorlek",)


def test_a_spreadsheet_is_read_with_its_dates_and_its_formulas_as_text(root: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Namn", "Plats", "Från", "Till"])
    sheet.append(["Åsa Öberg", "alby/kso", datetime(2031, 3, 1, 0, 0), date(2031, 12, 31)])  # noqa: DTZ001 - as spreadsheets have it
    sheet.append(['=HYPERLINK("http://x","Bo")', "berga/kso", 2031, None])
    book.save(root / "t.xlsx")
    first, second = read_table(root / "t.xlsx").rows
    assert (first.name, first.start, first.end) == ("Åsa Öberg", "2031-03-01", "2031-12-31")
    assert second.name == '=HYPERLINK("http://x","Bo")'
    (refused,) = imported(register_of(root), [second], forum=None, start=DAY).refused
    assert refused.line == 3


def test_without_openpyxl_what_to_install_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "t.xlsx").write_bytes(b"PK")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(CannotDo, match=r'pip install "vrtool\[tables\]"'):
        read_table(root / "t.xlsx")
