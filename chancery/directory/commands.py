"""`chancery match`: judge pairs of names from a list. Reads and writes files only; starts without Django."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from chancery.directory.importing.csv_files import delimiter_of
from chancery.directory.importing.encodings import encoding_of, text_of
from chancery.directory.importing.problems import UnreadableFile
from chancery.rules.names.matching import match

_DELIMITERS = ",;\t|"
_PAIR = ("a", "b")
_RESULT = ("verdict", "reason")
_LONGEST_NAME = 300


class Format(StrEnum):
    """The form of the result."""

    CSV = "csv"
    JSON = "json"


class UnreadablePairs(ValueError):
    """The list cannot be judged; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class PairList:
    """A list of pairs as read: the names of its columns, and its rows cell by cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def register(app: typer.Typer) -> None:
    """Add the commands of the directory to the `chancery` command."""
    app.command("match")(match_command)


def match_command(
    file: Annotated[str, typer.Argument(help="A list with the columns a and b, or - for standard input.")],
    output: Annotated[Format, typer.Option("--format", help="Write CSV or JSON.")] = Format.CSV,
) -> None:
    """Judge pairs of names: same, different or ask, each with the reason."""
    try:
        pairs = read_pairs(_content(file))
    except UnreadablePairs as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    write = {Format.CSV: _as_csv, Format.JSON: _as_json}[output]
    typer.echo(write(_result_columns(pairs), list(_judged(pairs))).encode(), nl=False)


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadablePairs(f"The file {file} cannot be read: {reason}.") from None


def read_pairs(content: bytes) -> PairList:
    """
    Read a list of pairs: commas, semicolons, tabs or bars, in any encoding that an import reads.

    Shape: `columns` holds a and b once; each row has a cell for each column, an empty one where the line is
    shorter. Empty lines are left out. A list of two columns needs no header.
    Errors: UnreadablePairs with one sentence that names the row; the first line is row 1.
    """
    lines = _lines(_text(content))
    first = next(((number, cells) for number, cells in lines if cells), (1, []))
    columns = _columns(first[1])
    below = lines if columns else chain([first], lines)
    columns = columns or _PAIR
    rows = tuple(_checked(number, tuple(cells), columns) for number, cells in below if cells)
    return PairList(columns, rows)


def _columns(header: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns; none where the first line is a pair already."""
    plain = [cell.strip() for cell in header]
    columns = tuple(name.lower() if name.lower() in _PAIR else name for name in plain)
    if len(columns) == len(_PAIR) and not set(_PAIR) & set(columns):
        return ()
    if not set(_PAIR) <= set(columns):
        raise UnreadablePairs("Row 1 must be a header that names the columns a and b.")
    if twice := next((name for name in columns if columns.count(name) > 1), None):
        raise UnreadablePairs(f"Row 1 names the column {twice} twice; give each column its own name.")
    return columns


def _text(content: bytes) -> str:
    try:
        return text_of(content, encoding_of(content))
    except UnreadableFile as error:
        raise UnreadablePairs(str(error)) from None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise UnreadablePairs(f"Row {number + 1} cannot be read: {error}.") from None


def _delimiter(text: str) -> str:
    """The sign that parts a and b in the header; without a header the one that parts all lines alike."""
    header = text.partition("\n")[0].lower()
    for delimiter in _DELIMITERS:
        cells = [cell.strip().strip('"').strip() for cell in header.split(delimiter)]
        if all(name in cells for name in _PAIR):
            return delimiter
    return delimiter_of(text)


def _checked(number: int, cells: tuple[str, ...], columns: Sequence[str]) -> tuple[str, ...]:
    if len(cells) > len(columns):
        raise UnreadablePairs(
            f"Row {number} must have {len(columns)} cells like the first row, not {len(cells)}; "
            "put a name that holds the separator in quotation marks."
        )
    cells += ("",) * (len(columns) - len(cells))
    for name in _PAIR:
        if len(cells[columns.index(name)]) > _LONGEST_NAME:
            raise UnreadablePairs(f"Row {number} has more than {_LONGEST_NAME} letters in column {name}.")
    return cells


def _result_columns(pairs: PairList) -> list[str]:
    return [name for name in pairs.columns if name not in _RESULT] + [*_RESULT]


def _judged(pairs: PairList) -> Iterator[list[str]]:
    """Each row with its verdict and reason; columns of that name in the list are written anew."""
    first, second = (pairs.columns.index(name) for name in _PAIR)
    for cells in pairs.rows:
        verdict = match(cells[first], cells[second])
        kept = [cell for name, cell in zip(pairs.columns, cells, strict=True) if name not in _RESULT]
        yield [*kept, verdict.answer, verdict.reason.words()]


def _as_csv(columns: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def _as_json(columns: list[str], rows: list[list[str]]) -> str:
    listed = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
