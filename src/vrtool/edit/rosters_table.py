"""A table of who has which place, from CSV or a spreadsheet: columns found by their headings."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vrtool.errors import CannotDo, WrongUsage
from vrtool.text import fold, join, printable, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

CSV, XLSX = ".csv", ".xlsx"
_LARGEST = 20_000_000
_MOST_ROWS = 20_000
_DELIMITERS = ";\t,"
_FORMULA = ("=", "+", "-", "@")
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("namn", "name", "person", "who"),
    "party": ("part", "kommun", "region", "party", "municipality"),
    "forum": ("forum",),
    "office": ("uppdrag", "befattning", "roll", "office"),
    "place": ("plats", "plats-id", "seat", "place"),
    "start": ("från", "from", "från och med", "fr.o.m.", "tillträder", "start"),
    "end": ("till", "to", "till och med", "t.o.m.", "slutar", "end"),
    "political_party": ("politiskt parti", "parti", "partibeteckning", "political party"),
    "side": ("sida", "side", "majoritet/opposition"),
    "id": ("id", "person-id"),
}
_FIELDS = {fold(heading): field for field, known in _HEADINGS.items() for heading in known}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, by its line (from 1), each cell as text without blanks around it."""

    line: int
    name: str = ""
    party: str = ""
    forum: str = ""
    office: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    political_party: str = ""
    side: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """The rows of a table, and the headings that nothing is known of."""

    rows: tuple[Row, ...]
    unused: tuple[str, ...]


def read_table(path: Path) -> RosterTable:
    """The table in a file, by its ending `.csv` or `.xlsx` (the first sheet).

    CSV may be UTF-8 or Windows' own, with semicolon, tab or comma. No formula is worked out: it is
    the text it is. Raises CannotDo for a file that cannot be read so, WrongUsage for one without
    the columns that are needed.
    """
    kind = path.suffix.lower()
    if kind not in {CSV, XLSX}:
        raise WrongUsage(f"{path} är varken .csv eller .xlsx. Spara tabellen i något av dem.")
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotDo(f"{path} finns inte.") from error
    except OSError as error:
        raise CannotDo(f"{path} går inte att läsa ({error.strerror}).") from error
    if len(raw) > _LARGEST:
        raise CannotDo(f"{path} är för stor: högst {_LARGEST // 1_000_000} MB kan läsas.")
    lines = list(_csv(path, raw) if kind == CSV else _xlsx(path, raw))
    if len(lines) > _MOST_ROWS:
        raise CannotDo(f"{path} har fler rader än {_MOST_ROWS}. Dela upp tabellen.")
    return _table(path, lines)


def _table(path: Path, lines: Sequence[tuple[int, list[str]]]) -> RosterTable:
    told = [(number, cells) for number, cells in lines if any(cells)]
    if not told:
        raise WrongUsage(f"{path} är tom.")
    headings = told[0][1]
    columns = [_FIELDS.get(fold(heading)) for heading in headings]
    for field in filter(None, columns):
        if columns.count(field) > 1:
            double = [h for h, f in zip(headings, columns, strict=True) if f == field]
            raise WrongUsage(f"{path} har flera kolumner för samma sak: {join(double)}.")
    if "name" not in columns or not {"office", "place"} & {*columns}:
        raise WrongUsage(
            f"{path} saknar en kolumn som behövs. Första raden ska ha rubrikerna namn och uppdrag "
            "(eller plats), och gärna part, från, till, politiskt parti och sida."
        )
    unused = [h for h, field in zip(headings, columns, strict=True) if h and not field]
    return RosterTable(tuple(_rows(columns, told[1:])), tuple(unused))


def _rows(columns: Sequence[str | None], lines: Iterable[tuple[int, list[str]]]) -> Iterator[Row]:
    for number, cells in lines:
        named = {field: cell for field, cell in zip(columns, cells, strict=False) if field}
        yield Row(number, **named)


# Reading


def _csv(path: Path, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(raw)
    if "\0" in text:
        raise CannotDo(f"{path} är ingen text. Spara tabellen som CSV (UTF-8) eller .xlsx.")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            yield before + 1, [_unguarded(cell.strip()) for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise CannotDo(
            f"{path}, rad {before + 1}, går inte att läsa som CSV. Se efter citattecknen, eller "
            "spara tabellen som .xlsx."
        ) from error


def _decoded(raw: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with, else what Windows writes in Sweden."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from reading text as a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell


def _xlsx(path: Path, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    openpyxl = _openpyxl()
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, [_as_text(value) for value in cells]
            if number > _MOST_ROWS:
                return
    # A damaged file can fail in any part of the library that happens to read it.
    except (zipfile.BadZipFile, ValueError, LookupError, AttributeError, TypeError, OSError) as e:
        raise CannotDo(
            f"{path} går inte att läsa som kalkylblad. Öppna den i ett kalkylprogram och spara om "
            "den som .xlsx eller CSV."
        ) from e


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _openpyxl() -> Any:  # noqa: ANN401 - a library imported late
    try:
        # Takes as long to import as everything else here, and only spreadsheets need it.
        import openpyxl  # noqa: PLC0415
    except ImportError as error:
        raise CannotDo(
            "Kalkylblad går inte att läsa eller skriva: openpyxl saknas. Installera det med: "
            'pip install "vrtool[tables]", eller använd CSV.'
        ) from error
    return openpyxl


# Writing


COLUMNS = {
    "forum": "Forum",
    "party": "Part",
    "office": "Uppdrag",
    "place": "Plats",
    "name": "Namn",
    "start": "Från",
    "end": "Till",
    "political_party": "Politiskt parti",
    "side": "Sida",
}
"""The columns of a table to fill in, and their headings."""


def table_bytes(rows: Sequence[Row], kind: str, day: date) -> bytes:
    """The rows under `COLUMNS`, as CSV for Windows' spreadsheets or as a spreadsheet.

    `kind` is `.csv` or `.xlsx`; `day` dates the spreadsheet. Raises CannotDo without openpyxl.
    """
    lines = [[*COLUMNS.values()]]
    lines += [[getattr(row, field) for field in COLUMNS] for row in rows]
    return _written_csv(lines) if kind == CSV else _written_xlsx(lines, day)


def _written_csv(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")  # without the mark, Excel takes å for Ã¥


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _written_xlsx(lines: Sequence[Sequence[str]], day: date) -> bytes:
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type = printable(text), "s"  # never a formula
            cell.font = openpyxl.styles.Font(bold=number == 1)
    sheet.freeze_panes = "A2"
    for column, letter in enumerate("ABCDEFGHI"):
        longest = max(len(line[column]) for line in lines)
        sheet.column_dimensions[letter].width = min(max(longest + 2, 12), 48)
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - spreadsheets know no time zone
    book.properties.created = book.properties.modified = moment
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def row_told(row: Row) -> str:
    """What a row is about, to be told of: place and name as they were written."""
    told = [row.place or row.office, row.party, row.name]
    return printable(", ".join(filter(None, told))) or quote("")
