"""A file as a table: its headings, and its rows with the numbers a spreadsheet gives them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from chancery.base.sheets import restored
from chancery.directory.importing.csv_files import how_written, rows_of_csv
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.importing.xlsx_files import is_workbook, rows_of_xlsx
from chancery.rules.dates import PartialDate, Precision
from chancery.rules.reasons import gettext_noop

MOST_COLUMNS = 200
MOST_ROWS = 200_000
NO_PEOPLE = gettext_noop("The list has headings but no row under them; add the people.")
_HEADINGS_WITHIN = 10
# Marks of direction and of nothing; the joiners that Persian and Indic names need stay.
_UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)


@dataclass(frozen=True, slots=True)
class Written:
    """How a file is written: the kind, and for text the encoding and the sign between cells."""

    kind: str
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number from 1 as a spreadsheet counts, and its cells as plain text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a list and its rows, empty ones left out; the rows can be read once."""

    headings: tuple[str, ...]
    rows: Iterator[Row]


def recognised(content: bytes) -> Written:
    """Say how a file is written. Errors: UnreadableFile."""
    if not content.strip():
        raise UnreadableFile(gettext_noop("The file is empty; choose the list itself."))
    if is_workbook(content):
        return Written("xlsx")
    return Written("csv", *how_written(content))


def table_of(content: bytes, written: Written, *, no_row: str = NO_PEOPLE) -> Table:
    """
    Read a file as a table; `no_row` says what to add where only headings are there.

    Shape: the first rows are looked through for headings: the first that is as well filled as most rows.
    Errors: UnreadableFile for what cannot be read, two headings alike, too many columns, no row under them;
    later rows may raise it while they are read.
    """
    if written.kind == "xlsx":
        raw: Iterator[list[Any]] = rows_of_xlsx(content)
    else:
        raw = iter(rows_of_csv(content, encoding=written.encoding, delimiter=written.delimiter))
    rows = _numbered(raw)
    first = list(islice(rows, _HEADINGS_WITHIN))
    if not first:
        raise UnreadableFile(gettext_noop("The list holds no row at all; choose the list itself."))
    place = _place_of_headings(first)
    headings = _checked(first[place].cells)
    below = first[place + 1 :]
    if not below:
        raise UnreadableFile(no_row)
    return Table(headings, _bounded(below, rows))


def _numbered(raw: Iterable[list[Any]]) -> Iterator[Row]:
    """Number the rows and leave the empty ones out."""
    for number, cells in enumerate(raw, start=1):
        if len(cells) > MOST_COLUMNS and any(_text(cell) for cell in cells[MOST_COLUMNS:]):
            raise UnreadableFile(
                gettext_noop("Row %(row)s has %(columns)s columns; at most %(most)s are read."),
                row=number,
                columns=len(cells),
                most=MOST_COLUMNS,
            )
        texts = tuple(_text(cell) for cell in cells[:MOST_COLUMNS])
        if any(texts):
            yield Row(number, texts)


def _bounded(first: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from first
    for count, row in enumerate(rest, start=len(first) + 1):
        if count > MOST_ROWS:
            raise UnreadableFile(
                gettext_noop("The list has more than %(most)s rows; divide it into several."), most=MOST_ROWS
            )
        yield row


def _place_of_headings(rows: list[Row]) -> int:
    filled = [sum(bool(cell) for cell in row.cells) for row in rows]
    usual = Counter(filled).most_common(1)[0][0]
    return next(place for place, count in enumerate(filled) if count * 2 >= usual)


def _checked(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Name nameless columns by their letter, and refuse two of one name."""
    headings = tuple(cell or f"({number})" for number, cell in enumerate(_trimmed(cells), start=1))
    twice = [heading for heading, count in Counter(map(str.casefold, headings)).items() if count > 1]
    if twice:
        raise UnreadableFile(
            gettext_noop("Two columns are headed “%(heading)s”; give each a heading of its own."),
            heading=twice[0],
        )
    return headings


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((number for number, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:last]


def _text(cell: Any) -> str:
    """Write a cell as text: dates as ISO, whole numbers without a point, no unseen marks."""
    match cell:
        case str():
            if not cell.isprintable():
                cell = cell.translate(_UNSEEN).replace("\0", "\N{REPLACEMENT CHARACTER}")
            return restored(cell.strip())
        case datetime():
            is_day = cell.time() == time()
            return str(PartialDate(cell.replace(tzinfo=None), Precision.DAY if is_day else Precision.MINUTE))
        case date():
            return cell.isoformat()
        case bool():
            return "1" if cell else ""
        case float() if cell.is_integer():
            return str(int(cell))
        case None:
            return ""
    return str(cell)
