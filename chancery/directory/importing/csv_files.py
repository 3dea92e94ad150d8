"""Lists saved as text: which sign parts the cells, and the cells themselves."""

import csv
import io
from collections.abc import Iterator

from chancery.directory.importing.encodings import encoding_of, text_of
from chancery.directory.importing.problems import UnreadableFile
from chancery.rules.reasons import gettext_noop

MOST_CSV_BYTES = 60 * 1024 * 1024
LONGEST_CELL = 20_000
_SEPARATORS = ";\t,|"
_LINES_LOOKED_AT = 20


def delimiter_of(text: str) -> str:
    """
    Return the sign that parts the cells: the one that gives the most lines the same number of cells.

    Ties: more columns win, then the semicolon before tab, comma and bar. One column: a comma.
    """
    lines = list(_lines(text))

    def fit(sign: str) -> tuple[int, int]:
        widths = [width for width in _widths(lines, sign) if width]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual), usual) if usual > 1 else (0, 1)

    best = max(_SEPARATORS, key=lambda sign: (fit(sign), -_SEPARATORS.index(sign)))
    return best if fit(best)[0] else ","


def rows_of_csv(content: bytes, *, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """
    Yield the rows as texts, empty ones too, so that they count as in the file.

    Errors: UnreadableFile where a quotation mark is not closed or a cell is longer than any name or note.
    """
    csv.field_size_limit(LONGEST_CELL)
    text = text_of(content, encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            yield row
    except csv.Error as error:
        raise _in_words(error, number + 1) from None


def how_written(content: bytes) -> tuple[str, str]:
    """Return the encoding and the delimiter of a file. Errors: UnreadableFile."""
    if len(content) > MOST_CSV_BYTES:
        raise UnreadableFile(
            gettext_noop("The file is larger than %(most)s MB; divide it into several."),
            most=MOST_CSV_BYTES // 1024 // 1024,
        )
    encoding = encoding_of(content)
    return encoding, delimiter_of(text_of(content, encoding))


def _in_words(error: csv.Error, row: int) -> UnreadableFile:
    if "limit" in str(error):
        return UnreadableFile(
            gettext_noop(
                "Row %(row)s: a cell is longer than %(most)s letters; a quotation mark may be left open."
            ),
            row=row,
            most=LONGEST_CELL,
        )
    return UnreadableFile(
        gettext_noop(
            "Row %(row)s: the quotation marks do not match; close the one that is left open, or take it away."
        ),
        row=row,
    )


def _widths(lines: list[str], sign: str) -> list[int]:
    """Count the cells of each line, up to the first that cannot be parted by this sign."""
    widths = []
    try:
        for row in csv.reader(lines, delimiter=sign):
            widths.append(len(row))
    except csv.Error:
        return widths
    return widths


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text[:200_000])):
        if number == _LINES_LOOKED_AT:
            return
        if line.strip():
            yield line
