"""Imports: the entries of a file by its mapping, and what is still to be decided."""

from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext

from chancery.accounts.models import Organiser
from chancery.base.jobs import Progress
from chancery.directory.importing.columns import Field
from chancery.directory.importing.dates import Slashes, slashes_in
from chancery.directory.importing.entries import Entry, Reader
from chancery.directory.importing.problems import Problem
from chancery.directory.importing.tables import Table, Written, table_of
from chancery.directory.models import Import, ImportPair, ImportProblem

SAMPLES = 3
ROWS_LOOKED_AT = 20
_DATES = (Field.FROM, Field.CREDENTIALS)


def entries_of(
    of: Import, content: bytes, progress: Progress | None = None
) -> tuple[list[Entry], list[Problem]]:
    """
    Read the whole file.

    Shape: the entries in the order of their rows, and all problems. Errors: UnreadableFile.
    """
    written = Written(of.kind, of.encoding, of.delimiter)
    reader = Reader(of.headings, of.mapping, _slashes(of, content, written))
    entries: list[Entry] = []
    problems: list[Problem] = []
    rows = table_of(content, written).rows
    for row in progress.over(rows, step=gettext("Reading")) if progress else rows:
        entry = reader.entry(row)
        problems += reader.problems
        if entry is not None:
            entries.append(entry)
    return entries, problems


def _slashes(of: Import, content: bytes, written: Written) -> dict[Field, Slashes]:
    """Find out how each column of dates writes them; a file without such a column is not read for it."""
    columns = {field: of.mapping.index(field) for field in _DATES if field in of.mapping}
    if not columns:
        return {}
    texts = _cells_of(table_of(content, written), columns)
    return {field: slashes_in(texts[field]) for field in columns}


def _cells_of(table: Table, columns: dict[Field, int]) -> dict[Field, set[str]]:
    texts: dict[Field, set[str]] = {field: set() for field in columns}
    for row in table.rows:
        for field, number in columns.items():
            if number < len(row.cells):
                texts[field].add(row.cells[number])
    return texts


def language_of(of: Import) -> str:
    """Return the language in which an office keeps what lists write in one language only."""
    return next(iter(of.organiser.languages), "en")


def open_pairs(of: Import) -> QuerySet[ImportPair]:
    """Return the pairs that still need a decision: none of a row that was said to be somebody."""
    decided = ImportPair.objects.filter(of=of, row=OuterRef("row"), decision=ImportPair.Decision.SAME)
    return ImportPair.objects.filter(~Exists(decided), of=of, decision=ImportPair.Decision.OPEN)


def plain_entry(entry: Entry) -> dict[str, Any]:
    """Return an entry as the pages show it: only what it says."""
    shown = {
        "row": entry.row,
        "name": entry.printed,
        "others": ", ".join(printed for printed, _given, _family in entry.names[1:]),
        "honorific": entry.honorific,
        "office": entry.office or entry.office_class,
        "body": entry.body,
        "state": entry.state,
        "from": str(entry.begins or ""),
        "email": ", ".join(entry.mails),
        "phone": ", ".join([*entry.phones, *entry.mobiles]),
        "group": ", ".join(entry.groups),
    }
    return {name: value for name, value in shown.items() if value}


def imports_of(organiser: Organiser) -> QuerySet[Import]:
    """Return the imports of an office, the newest first."""
    return Import.objects.filter(organiser=organiser).select_related("uploaded_by").order_by("-id")


def in_words(problem: ImportProblem) -> tuple[str, str]:
    """Return where a problem is and what it is, both in the reader's words."""
    words = gettext(problem.template) % problem.values
    if not problem.row:
        return "", words
    if not problem.column:
        return gettext("Row %(row)s") % {"row": problem.row}, words
    return gettext("Row %(row)s, column “%(column)s”") % {"row": problem.row, "column": problem.column}, words


def samples_of(of: Import) -> list[list[str]]:
    """Return for each column the first cells that hold anything, so that a reader recognises it."""
    with of.file.open("rb") as file:
        table = table_of(file.read(), Written(of.kind, of.encoding, of.delimiter))
    rows = list(islice(table.rows, ROWS_LOOKED_AT))
    cells = (
        [row.cells[number] for row in rows if number < len(row.cells)] for number in range(len(of.headings))
    )
    return [[text[:60] for text in column if text][:SAMPLES] for column in cells]
