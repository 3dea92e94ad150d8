"""Lists saved as workbooks; what a file claims is checked before anything is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from chancery.directory.importing.problems import UnreadableFile
from chancery.rules.reasons import gettext_noop

MOST_PACKED_BYTES = 30 * 1024 * 1024
MOST_UNPACKED_BYTES = 400 * 1024 * 1024
MOST_PARTS = 500
MOST_CELLS = 20_000_000
_CHUNK = 1024 * 1024
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]+\d+)["']""")
_LONGEST_CELL_START = 200


def is_workbook(content: bytes) -> bool:
    """Whether the content begins as an XLSX does."""
    return content.startswith(b"PK\x03\x04")


def rows_of_xlsx(content: bytes) -> Iterator[list[Any]]:
    """
    Yield the rows of the first sheet that holds anything, as Python values.

    Errors: UnreadableFile for what is no workbook, is damaged, claims more than a list can need, or has
    merged cells.
    """
    _check_package(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = next(
            (found for name in workbook.sheet_names if (found := workbook.get_sheet_by_name(name)).height),
            None,
        )
        merged = sheet.merged_cell_ranges if sheet is not None else None
        rows = sheet.to_python(skip_empty_area=False) if sheet is not None else []
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged() from error
    if merged:
        raise UnreadableFile(
            gettext_noop("The sheet has merged cells (%(where)s); part them, so that each row has its own."),
            where=_named(*merged[0]),
        )
    yield from rows


def _check_package(content: bytes) -> None:
    if len(content) > MOST_PACKED_BYTES:
        raise UnreadableFile(
            gettext_noop("The file is larger than %(most)s MB; divide it into several."),
            most=MOST_PACKED_BYTES // 1024 // 1024,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise _damaged() from error


def _check_parts(package: zipfile.ZipFile) -> None:
    """Unpack every part once, counting: a size that is only claimed protects from nothing."""
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise _bomb()
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise UnreadableFile(gettext_noop("The file is no workbook; save the list as XLSX or CSV."))
    unpacked = 0
    for part in parts:
        size = _Size()
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED_BYTES:
                    raise _bomb()
                if part.filename.startswith("xl/worksheets/"):
                    size.read(chunk)


class _Size:
    """How far the cells of a sheet reach, read piece by piece; an error of a formula is refused."""

    def __init__(self) -> None:
        self.columns = self.rows = 0
        self._rest = b""

    def read(self, chunk: bytes) -> None:
        """Note the farthest cell; a reference may be cut by the end of a piece."""
        chunk = self._rest + chunk
        self._rest = chunk[-_LONGEST_CELL_START:]
        if error := _ERROR.search(chunk):
            raise UnreadableFile(
                gettext_noop("The cell %(cell)s holds the error of a formula; write the value itself."),
                cell=error[1].decode(),
            )
        found = _REFERENCE.findall(chunk)
        if not found:
            return
        self.columns = max(self.columns, *(_number(letters) for letters in {letters for letters, _ in found}))
        self.rows = max(
            self.rows, *(int(digits) for _, digits in found[-1:] + found[:1]), self._largest(found)
        )
        if self.columns * self.rows > MOST_CELLS:
            raise UnreadableFile(
                gettext_noop(
                    "The sheet reaches column %(columns)s and row %(rows)s; clear the cells beyond the list."
                ),
                columns=self.columns,
                rows=self.rows,
            )

    @staticmethod
    def _largest(found: list[tuple[bytes, bytes]]) -> int:
        longest = max(len(digits) for _, digits in found)
        return max(int(digits) for _, digits in found if len(digits) == longest)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _named(start: tuple[int, int], end: tuple[int, int]) -> str:
    return ":".join(f"{_letters(column + 1)}{row + 1}" for row, column in (start, end))


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        gettext_noop("The workbook is damaged or cut off; save it again and send it once more.")
    )


def _bomb() -> UnreadableFile:
    return UnreadableFile(
        gettext_noop(
            "The workbook unpacks to more than %(most)s MB, which no list of people needs; save it as CSV."
        ),
        most=MOST_UNPACKED_BYTES // 1024 // 1024,
    )
