"""Tables for spreadsheets: formatted XLSX and plain CSV, in which no text is ever a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from django.utils.translation import gettext, gettext_noop
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from chancery.base.languages import direction

type Cell = str | int | float | date | datetime | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet may run; the wide forms are read as formulas in Japanese settings."""
LONGEST_CELL = 32_767
LONGEST_NAME = 31
LONGEST_FOOTER = 240
"""Characters of a printed footer; the format allows 255 with its codes."""
MOST_ROWS = 1_048_576
PAPER_SIZES = {"a4": 9, "us-letter": 1}


class SheetRefused(Exception):
    """A table beyond what a spreadsheet holds; `str()` is one sentence in the reader's language."""

    def __init__(self, template: str, **values: str | int) -> None:
        super().__init__(template, values)
        self.template, self.values = template, values

    def __str__(self) -> str:
        return gettext(self.template) % self.values


CELL_TOO_LONG = gettext_noop(
    "Row %(row)s of the sheet “%(sheet)s” holds a text of %(length)s characters; a cell holds 32,767."
)
SHEET_TOO_LONG = gettext_noop(
    "The sheet “%(sheet)s” has more than 1,048,575 rows; export it as CSV, which has no limit."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a width in characters; a long text in a column that wraps takes several lines."""

    heading: str
    width: float = 18
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook; rows are as long as `columns`."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def write_xlsx(
    sheets: Sequence[Sheet],
    *,
    language: str,
    title: str,
    author: str,
    made_at: datetime,
    paper: str = "a4",
    foot: str = "",
) -> bytes:
    """
    Write a workbook.

    Shape: on each sheet a header that stays and is printed on every page, one row of cells a row, a filter;
    from right to left where the language is; `foot` stands at the foot of every printed page. Texts are text
    cells whatever they begin with; numbers and dates are numbers and dates. Names of sheets are shortened
    and kept apart.
    Errors: SheetRefused for a text or rows that would be cut off.
    """
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, {**settings, "strings_to_numbers": False}) as book:
        book.set_properties({"title": title, "author": author, "created": made_at.replace(tzinfo=None)})
        styles = _styles(book)
        for sheet, name in zip(sheets, sheet_names([sheet.name for sheet in sheets]), strict=True):
            page = book.add_worksheet(name)
            _set_up(page, sheet, styles, is_rtl=direction(language) == "rtl", paper=paper)
            page.set_footer(_footer(sheet.name, foot))
            _fill(page, sheet, styles)
    return stream.getvalue()


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, delimiter: str = ",") -> bytes:
    """
    Write a table as CSV: UTF-8 with a byte order mark, lines ended as RFC 4180 wants them.

    A text that a spreadsheet might run gets an apostrophe before it (`neutral`), which `restored` takes away.
    Every cell is quoted, so that a semicolon in a text begins no new cell where semicolons divide.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([neutral(heading) for heading in columns])
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """
    Return a text that no spreadsheet takes for a formula.

    An apostrophe is put before a text that begins like a formula, also after spaces, and before one that
    already begins with an apostrophe, so that `restored` gives every text back.
    """
    start = text.lstrip(" \u00a0\ufeff")
    return f"'{text}" if start.startswith((*FORMULA_STARTS, "'")) else text


def restored(text: str) -> str:
    """Return the text that `neutral` was given; a text it never changes comes back as it is."""
    return text[1:] if text.startswith("'") and neutral(text[1:]) == text else text


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """
    Make names that a workbook takes: without []:*?/\\, at most 31 characters, no two alike but for case.

    Shape: one name each, in the same order; a second “Guests” becomes “Guests 2”.
    """
    names: list[str] = []
    for one in wanted:
        plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", one).strip(" '")
        plain = _shortened(plain, LONGEST_NAME).rstrip(" '") or "Sheet"
        name, number = plain, 2
        while name.casefold() in (taken.casefold() for taken in names):
            name = f"{_shortened(plain, LONGEST_NAME - len(f' {number}'))} {number}"
            number += 1
        names.append(name)
    return names


def _shortened(text: str, most: int) -> str:
    """The beginning of a text that takes at most so many units of UTF-16, in which the format counts."""
    return text.encode("utf-16-le", "replace")[: 2 * most].decode("utf-16-le", "ignore")


@dataclass(frozen=True, slots=True)
class _Styles:
    """`guarded` keeps a text a text when it is edited in place."""

    heading: Format
    plain: Format
    wrapped: Format
    guarded: Format
    day: Format
    moment: Format


def _styles(book: Workbook) -> _Styles:
    base = {"valign": "top"}
    return _Styles(
        heading=book.add_format({"bold": True, "bottom": 1, "font_color": "#5B6270", "valign": "bottom"}),
        plain=book.add_format(base),
        wrapped=book.add_format({**base, "text_wrap": True}),
        guarded=book.add_format({**base, "text_wrap": True, "quote_prefix": True}),
        day=book.add_format({**base, "num_format": "yyyy-mm-dd"}),
        moment=book.add_format({**base, "num_format": "yyyy-mm-dd hh:mm"}),
    )


def _set_up(page: Worksheet, sheet: Sheet, styles: _Styles, *, is_rtl: bool, paper: str) -> None:
    if is_rtl:
        page.right_to_left()
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(PAPER_SIZES[paper])
    page.fit_to_pages(1, 0)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width, styles.wrapped if column.wraps else styles.plain)
        page.write_string(0, number, column.heading, styles.heading)


def _footer(name: str, foot: str) -> str:
    """The name and the foot at the left, the page at the right; an ampersand in a text is doubled."""
    said = " · ".join(text for text in (name, foot) if text).replace("&", "&&")
    return f"&L{said[:LONGEST_FOOTER]}&R&P / &N"


def _fill(page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        if last == MOST_ROWS:
            raise SheetRefused(SHEET_TOO_LONG, sheet=sheet.name)
        for number, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                raise SheetRefused(CELL_TOO_LONG, sheet=sheet.name, row=last, length=len(cell))
            _write(page, last, number, cell, column, styles)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _write(page: Worksheet, row: int, number: int, cell: Cell, column: Column, styles: _Styles) -> None:
    match cell:
        case None | "":
            page.write_blank(row, number, None, styles.plain)
        case str():
            usual = styles.wrapped if column.wraps else styles.plain
            page.write_string(row, number, cell, styles.guarded if neutral(cell) != cell else usual)
        case datetime():
            page.write_datetime(row, number, cell.replace(tzinfo=None), styles.moment)
        case date():
            page.write_datetime(row, number, cell, styles.day)
        case _:
            page.write_number(row, number, cell, styles.plain)


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return neutral(cell)
        case datetime():
            return cell.isoformat(sep=" ", timespec="minutes")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
