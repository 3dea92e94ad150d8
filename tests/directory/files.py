"""Lists as offices send them, good and broken, made in memory."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import xlsxwriter

HEADINGS = ["Name", "Title", "Organisation", "Country", "E-mail", "Since"]
ROW = ["Ana Sample", "Ambassador of France", "Embassy of France", "France", "ana@example.org", "2022-03-01"]


def csv_of(rows: Sequence[Sequence[str]], *, encoding: str = "utf-8", sign: str = ";") -> bytes:
    """A list as text; cells are written as they are."""
    return "\r\n".join(sign.join(row) for row in rows).encode(encoding)


def xlsx_of(rows: Sequence[Sequence[Any]], *, merged: str = "", formula: str = "") -> bytes:
    """A list as a workbook; dates and numbers stay what they are."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        page = book.add_worksheet("List")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        if merged:
            page.merge_range(merged, "together")
        if formula:
            page.write_formula("A2", formula, None, "#REF!")
    return stream.getvalue()


def repacked(content: bytes, *, without: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A workbook with a part taken out, or parts put in place of others."""
    stream = io.BytesIO()
    more = more or {}
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != without and part.filename not in more:
                new.writestr(part.filename, old.read(part.filename))
        for name, text in more.items():
            new.writestr(name, text)
    return stream.getvalue()


def bomb() -> bytes:
    """A workbook whose sheet unpacks to half a gigabyte of nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(450):
                sheet.write(b" " * 1024 * 1024)
    return stream.getvalue()
