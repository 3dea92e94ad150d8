"""Spreadsheets: no text is ever a formula, nothing is cut off, right to left turns."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from chancery.base.sheets import (
    LONGEST_CELL,
    Column,
    Sheet,
    SheetRefused,
    neutral,
    restored,
    sheet_names,
    write_csv,
    write_xlsx,
)

MADE = datetime(2026, 2, 20, 14, 5, tzinfo=UTC)
DANGEROUS = [
    "=1+1",
    "+40 21 000 0000",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "  =1+1",
    "=cmd|' /C calc'!A0",
]


def book(*sheets: Sheet, language: str = "en") -> bytes:
    return write_xlsx(sheets, language=language, title="Guests", author="Sample Embassy", made_at=MADE)


def sheet(*rows: Any, name: str = "Guests", columns: int = 1) -> Sheet:
    return Sheet(name, [Column(f"Column {number}") for number in range(columns)], rows)


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def xml_of(content: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(part).decode()


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_is_a_text_cell_and_stays_one_when_edited(text: str) -> None:
    content = book(sheet([text]))

    page, styles = xml_of(content, "xl/worksheets/sheet1.xml"), xml_of(content, "xl/styles.xml")
    assert "<f>" not in page
    assert '<c r="A2" s="' in page
    assert 't="s"' in page
    assert 'quotePrefix="1"' in styles
    assert opened(content).get_sheet_by_index(0).to_python()[1] == [text]


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_gets_an_apostrophe_in_csv(text: str) -> None:
    content = write_csv(["Name"], [[text]])

    (_, row) = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert row == [f"'{text}"]
    assert restored(row[0]) == text


@pytest.mark.parametrize("text", ["Əliyeva", "a=b", "1-2", "", "Țoiu; =1+1", 'quo"te', "line\nbreak"])
def test_harmless_text_is_left_as_it_is(text: str) -> None:
    assert neutral(text) == text


@given(st.text())
def test_neutral_gives_every_text_back_and_never_begins_as_a_formula(text: str) -> None:
    made = neutral(text)

    assert restored(made) == text
    assert not made.lstrip().startswith(("=", "+", "-", "@"))


# What a database can hold: no NUL, and no half of a surrogate pair.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2)))
def test_csv_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    content = write_csv(["a", "b"], rows)

    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [[restored(cell) for cell in row] for row in read[1:]] == rows


def test_csv_keeps_a_semicolon_inside_its_cell() -> None:
    """A spreadsheet that divides by semicolons must not find a formula after one."""
    content = write_csv(["a"], [["x;=1+1"]]).decode("utf-8-sig")

    assert '"x;=1+1"' in content
    assert list(csv.reader(io.StringIO(content), delimiter=";"))[1] == ["x;=1+1"]


def test_numbers_and_days_stay_numbers_and_days() -> None:
    content = book(sheet([12, 3.5, date(2026, 2, 26), None, "12"], columns=5))

    assert opened(content).get_sheet_by_index(0).to_python()[1] == [12.0, 3.5, date(2026, 2, 26), "", "12"]
    assert write_csv(["a", "b", "c"], [[12, date(2026, 2, 26), MADE]]).decode("utf-8-sig").splitlines()[
        1
    ] == ('"12","2026-02-26","2026-02-20 14:05+00:00"')


def test_header_stays_and_is_printed_on_every_page() -> None:
    content = book(sheet(["Țoiu"], ["Əliyeva"]))

    page = xml_of(content, "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="1"' in page
    assert "_xlnm.Print_Titles" in xml_of(content, "xl/workbook.xml")
    assert '<autoFilter ref="A1:A3"/>' in page


@pytest.mark.parametrize(("language", "is_rtl"), [("ar", True), ("he", True), ("en", False), ("az", False)])
def test_sheet_runs_from_right_to_left_in_such_a_language(language: str, is_rtl: bool) -> None:
    content = book(sheet(["x"]), language=language)

    assert ('rightToLeft="1"' in xml_of(content, "xl/worksheets/sheet1.xml")) is is_rtl


def test_text_that_would_be_cut_off_is_refused_with_its_row() -> None:
    with pytest.raises(SheetRefused, match=r"^Row 2 of the sheet “Guests” holds a text of 32768 characters"):
        book(sheet(["x"], ["y" * (LONGEST_CELL + 1)]))


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        (["Guests", "guests", "Guests"], ["Guests", "guests 2", "Guests 3"]),
        (["a/b:c*[d]?\\"], ["a b c  d"]),
        (["", "  ", "'quoted'"], ["Sheet", "Sheet 2", "quoted"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 29 + " 2"]),
    ],
)
def test_names_of_sheets_are_allowed_and_apart(wanted: list[str], made: list[str]) -> None:
    assert sheet_names(wanted) == made


@given(st.lists(st.text(), max_size=6))
def test_any_names_make_a_workbook(names: list[str]) -> None:
    content = book(*(sheet(["x"], name=name) for name in names or ["one"]))

    assert len(opened(content).sheet_names) == max(1, len(names))
