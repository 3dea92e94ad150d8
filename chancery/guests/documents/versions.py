"""A frozen version of the guest list as a file: only what was asked for, in the words it was frozen in."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint
from chancery.base.printed_sheet import printed_sheet
from chancery.base.sheets import Column, Sheet, write_csv
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.registers import frozen_list
from chancery.guests.models import ListVersion
from chancery.guests.queries.freezing import LABELS, Field
from chancery.rules.list_versions import FrozenRow

type Rows = list[list[str]]
type Write = Callable[[ListVersion, list[str], Rows, str, Imprint], bytes]

WIDTHS: Mapping[str, float] = {Field.NAME: 32, Field.OFFICE: 44, Field.BODY: 36, Field.WITH: 30}


def heads_of(version: ListVersion, language: str) -> list[str]:
    """The names of the fields of a version."""
    with override(language):
        return [str(LABELS[Field(name)]) for name in version.fields]


def file_of(
    version: ListVersion, rows: list[FrozenRow], *, kind: str, language: str, now: datetime, author: str
) -> bytes:
    """Write a version as `xlsx`, `csv` or `pdf`. Errors: KeyError for another kind."""
    cells = [[row.values[name] for name in version.fields] for row in rows]
    imprint = imprint_of(version.event, language, now=now, author=author)
    return KINDS[kind](version, heads_of(version, language), cells, language, imprint)


def _xlsx(version: ListVersion, heads: list[str], rows: Rows, language: str, imprint: Imprint) -> bytes:
    with override(language):
        name = gettext("Guest list, version %(number)s") % {"number": version.number}
    fields = zip(heads, version.fields, strict=True)
    columns = [Column(head, WIDTHS.get(field, 20), wraps=True) for head, field in fields]
    return printed_sheet(Sheet(name, columns, rows), language=language, imprint=imprint)


def _csv(version: ListVersion, heads: list[str], rows: Rows, language: str, imprint: Imprint) -> bytes:
    return write_csv(heads, rows)


def _pdf(version: ListVersion, heads: list[str], rows: Rows, language: str, imprint: Imprint) -> bytes:
    return frozen_list(version, heads, rows, language=language, imprint=imprint)


KINDS: Mapping[str, Write] = {"xlsx": _xlsx, "csv": _csv, "pdf": _pdf}
