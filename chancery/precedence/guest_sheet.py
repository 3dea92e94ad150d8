"""The sheet a guest list is written on: from bytes to numbered rows of cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from chancery.precedence.columns import UnreadableList
from chancery.rules.reasons import gettext_noop

NOT_UNICODE = gettext_noop(
    "%(where)s is written neither in UTF-8 nor in UTF-16; save it as CSV UTF-8 and try again."
)
TOO_LARGE = gettext_noop("%(where)s: a cell holds more than %(limit)s characters; please shorten it.")
BAD_QUOTES = gettext_noop("%(where)s: the quotation marks of the row are not in pairs; please correct them.")
_SEPARATORS = ",;\t"
# Spreadsheets write the separator into a first row of its own.
_SEPARATOR_ROW = re.compile(r"sep=([,;\t])\r?(?:\n|$)", re.IGNORECASE)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def sheet_rows(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """
    Read the rows of a sheet.

    Shape: each row with its number, counted from 1 as a spreadsheet does; empty rows are left out.
    UTF-8, or UTF-16 with its mark; cells parted by comma, semicolon or tab, whichever the first row has most.
    `name` names the sheet in errors. Errors: UnreadableList with one sentence.
    """
    text = _text(content, name)
    number = 0
    if said := _SEPARATOR_ROW.match(text):
        number, text, separator = 1, text[said.end() :], said[1]
    else:
        first = next((line for line in text.splitlines() if line.strip()), "")
        separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for record in reader:
            number += 1
            if any(cell and not cell.isspace() for cell in record):
                yield number, record
    except csv.Error as error:
        raise _problem(f"{name}, row {number + 1}", str(error)) from None


def _text(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableList(NOT_UNICODE, where=name) from None


def _problem(where: str, said: str) -> UnreadableList:
    if "limit" in said:
        return UnreadableList(TOO_LARGE, where=where, limit=f"{csv.field_size_limit():,}")
    return UnreadableList(BAD_QUOTES, where=where)
