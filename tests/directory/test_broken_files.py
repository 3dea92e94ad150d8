"""Broken lists: each is refused in one plain sentence that says where, and nothing is kept half-done."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.directory.models import Body, Import, Person
from tests.conftest import People
from tests.directory import files

GOOD = files.csv_of([files.HEADINGS, files.ROW])
WORKBOOK = files.xlsx_of([files.HEADINGS, files.ROW])
FAR_CELL = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    b"</worksheet>"
)


def row(**cells: str) -> bytes:
    """A list of one row in which some cells are wrong."""
    return files.csv_of(
        [
            files.HEADINGS,
            [cells.get(name.lower(), text) for name, text in zip(files.HEADINGS, files.ROW, strict=True)],
        ]
    )


# What the file is, and what the sentence says.
UNREADABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("list.csv", lambda: b"", "The file is empty"),
    "only spaces": ("list.csv", lambda: b" \r\n \r\n", "The file is empty"),
    "only headings": ("list.csv", lambda: files.csv_of([files.HEADINGS]), "headings but no row under them"),
    "only headings in a workbook": (
        "list.xlsx",
        lambda: files.xlsx_of([files.HEADINGS]),
        "headings but no row",
    ),
    "duplicate headings": (
        "list.csv",
        lambda: files.csv_of([["Name", "name"], ["a", "b"]]),
        "Two columns are headed “name”",
    ),
    "NUL bytes": ("list.csv", lambda: b"Name;E-mail\r\nAna\0Sample;a@b.org\0\0\0x", "holds NUL bytes"),
    "UTF-8 that breaks off": (
        "list.csv",
        lambda: "Name\r\n".encode("utf-16") + b"\xd8",
        "is damaged at byte",
    ),
    "quotation mark left open": (
        "list.csv",
        lambda: b'Name;E-mail\r\n"Ana;a@b.org\r\nBen;c@d.org',
        "the quotation marks do not match",
    ),
    "quotation mark inside": (
        "list.csv",
        lambda: b'Name;E-mail\r\n"Ana" Sample;a@b.org',
        "the quotation marks do not match",
    ),
    "a cell without end": (
        "list.csv",
        lambda: b"Name;E-mail\r\n" + b"A" * 30_000 + b";x",
        "a cell is longer than 20000 letters",
    ),
    "a million columns": (
        "list.csv",
        lambda: b"Name" + b";x" * 1_000_000 + b"\r\nAna",
        "at most 200 are read",
    ),
    "cut-off workbook": ("list.xlsx", lambda: WORKBOOK[: len(WORKBOOK) // 2], "damaged or cut off"),
    "workbook with a changed byte": (
        "list.xlsx",
        lambda: WORKBOOK[:700] + b"\xff" * 40 + WORKBOOK[740:],
        "damaged or cut off",
    ),
    "zip that is no workbook": (
        "list.xlsx",
        lambda: files.repacked(WORKBOOK, without="xl/workbook.xml"),
        "is no workbook",
    ),
    "zip bomb": ("list.xlsx", files.bomb, "unpacks to more than 400 MB"),
    "a cell at the end of the world": (
        "list.xlsx",
        lambda: files.repacked(WORKBOOK, more={"xl/worksheets/sheet1.xml": FAR_CELL}),
        "clear the cells beyond the list",
    ),
    "merged cells": (
        "list.xlsx",
        lambda: files.xlsx_of([files.HEADINGS, files.ROW, ["Ben"]], merged="B3:B5"),
        "merged cells (B3:B5)",
    ),
    "error of a formula": (
        "list.xlsx",
        lambda: files.xlsx_of([files.HEADINGS, files.ROW], formula="=Other!A1"),
        "The cell A2 holds the error of a formula",
    ),
    "a picture": ("list.png", lambda: b"\x89PNG\r\n\x1a\n", "Only CSV and XLSX files are read"),
    "a picture named as a list": ("list.csv", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "holds NUL bytes"),
}

WRONG_CELLS: dict[str, tuple[bytes, str, str]] = {
    "HTML in a name": (row(name="<b>Ana</b>"), "Row 2, column “Name”", "is no name; take the signs"),
    "formula": (row(name="=HYPERLINK(1)"), "Row 2, column “Name”", "holds a formula"),
    "name without end": (row(name="A" * 300), "Row 2, column “Name”", "longer than 200 letters"),
    "no state": (row(country="Nowhereland"), "Row 2, column “Country”", "is no state that is known"),
    "no address": (row(**{"e-mail": "ana at example"}), "Row 2, column “E-mail”", "is no e-mail address"),
    "no date": (row(since="soon"), "Row 2, column “Since”", "is no date"),
    "a date of two readings": (row(since="03/04/2022"), "Row 2, column “Since”", "can be read as two days"),
    "a day that is none": (row(since="31.02.2022"), "Row 2, column “Since”", "is no date"),
    "an office of nobody": (row(organisation=""), "Row 2, column “Title”", "stands without a body"),
    "nobody": (row(name=""), "Row 2", "names nobody"),
    "error of a formula as text": (row(name="#REF!"), "Row 2, column “Name”", "holds the error #REF!"),
    "more cells than headings": (GOOD + b";x;y", "Row 2", "more cells than headings"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    signed_in: Client, people: People, kind: str
) -> None:
    name, content, words = UNREADABLE[kind]

    page = send(signed_in, name, content())

    assert words in sentence_in(page)
    assert not Import.objects.exists()


@pytest.mark.parametrize("kind", WRONG_CELLS)
def test_a_wrong_cell_is_named_by_row_and_column_and_nothing_is_written(
    signed_in: Client, people: People, kind: str
) -> None:
    content, place, words = WRONG_CELLS[kind]
    send(signed_in, "list.xlsx" if content.startswith(b"PK") else "list.csv", content)
    batch = Import.objects.get()

    page = check(signed_in, batch)
    signed_in.post(reverse("directory:import_write", args=["mission", batch.code]))

    assert place in page
    assert words in page
    assert not Person.objects.exists()
    assert not Body.objects.exists()


def test_one_wrong_row_stops_the_whole_list(signed_in: Client, people: People) -> None:
    rows = [files.HEADINGS, files.ROW, ["Ben", "", "", "Nowhereland", "", ""], ["Eve", "", "", "", "", ""]]
    send(signed_in, "list.csv", files.csv_of(rows))
    batch = Import.objects.get()

    page = check(signed_in, batch)
    signed_in.post(reverse("directory:import_write", args=["mission", batch.code]))

    assert "Row 3" in page
    assert not Person.objects.exists()


def test_every_wrong_cell_of_a_row_is_named(signed_in: Client, people: People) -> None:
    send(
        signed_in,
        "list.csv",
        files.csv_of([files.HEADINGS, ["", "", "", "Nowhereland", "no mail", "99.99.2020"]]),
    )
    batch = Import.objects.get()

    check(signed_in, batch)

    assert list(batch.problems.values_list("row", "column").order_by("id")) == [
        (2, ""),
        (2, "Country"),
        (2, "Since"),
        (2, "E-mail"),
    ]


def send(client: Client, name: str, content: bytes) -> str:
    """Bring a file; return the page that comes."""
    file = SimpleUploadedFile(name, content)
    return client.post(
        reverse("directory:imports", args=["mission"]), {"file": file}, follow=True
    ).content.decode()


def check(client: Client, batch: Import) -> str:
    """Take the columns as they were guessed; return the page that comes."""
    mapping = {f"column_{number}": name for number, name in enumerate(batch.mapping)}
    answer = client.post(
        reverse("directory:import_columns", args=["mission", batch.code]), mapping, follow=True
    )
    return answer.content.decode()


def sentence_in(page: str) -> str:
    """Return what the page says of the refused field."""
    errors = re.findall(r'class="field-error"[^>]*>(.*?)</p>', page, re.DOTALL)
    assert len(errors) == 1
    return re.sub(r"<[^>]+>|\s+", " ", errors[0])
