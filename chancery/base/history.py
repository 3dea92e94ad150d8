"""
The audit log in words: who changed what, from what to what, when.

Labels and values are looked up for a whole page of lines at once, so that the number of queries depends on
the kinds of rows that are named and never on the number of lines.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import DateField, DateTimeField, Field, ForeignKey, Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import audit, cldr
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.frame import ChangeLine
from chancery.base.kinds import kind_in_words
from chancery.base.languages import beside, listed, parted, wording
from chancery.base.models import AuditLine
from chancery.rules.dates import PartialDate

# Columns that the house keeps for itself; they take part in undo but say nothing to a reader.
INTERNAL = frozenset(
    {
        *("code", "ref", "organiser_id", "position", "created_at", "revision", "key_digest", "dispatch"),
        *("reply", "placements", "based_on", "outcome", "rows", "figures", "taken"),
    }
)
LONGEST = 300
PAGE = 50


type Words = Callable[[Any], str]

# Columns that hold codes, wherever they stand, and what names a code for a reader of a language.
CODES: dict[str, Callable[[str, str], str]] = {
    "language": cldr.language_in_words,
    "languages": cldr.language_in_words,
    "state": cldr.state_in_words,
    "host_state": cldr.state_in_words,
    "nationality": cldr.state_in_words,
}

# How an app writes a column that holds a table of its own: (kind, column) → what puts its value into words.
WORDS: dict[tuple[str, str], Words] = {}


def words_of(kind: str, column: str) -> Callable[[Words], Words]:
    """Register what writes a column: `@history.words_of("occasions.occasion", "rule")`."""

    def register(function: Words) -> Words:
        WORDS[kind, column] = function
        return function

    return register


class Deed(StrEnum):
    """What a line tells: a row came, changed, went, or something else was noted about it."""

    CREATED = auto()
    CHANGED = auto()
    DELETED = auto()
    NOTED = auto()


@dataclass(frozen=True, slots=True)
class FieldInWords:
    """One column before and after; an empty text where there was nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineInWords:
    """One line of the history as a reader sees it; `by` is empty for the command line and for jobs."""

    number: int
    at: datetime
    by: str
    deed: Deed
    app: str
    kind: str
    label: str
    fields: Sequence[FieldInWords]
    reason: str
    is_undone: bool

    @property
    def deed_words(self) -> str:
        return deed_in_words(self.deed)

    @property
    def is_single_row(self) -> bool:
        """Whether undo may be tried: what is more than one row is undone where it was done."""
        return self.deed is not Deed.NOTED


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, the newest first; `older` is the number to go on from, None at the beginning of time."""

    lines: Sequence[LineInWords]
    older: int | None


def of(*rows: Model, language: str) -> list[LineInWords]:
    """Return the history of the given rows together, newest first; no rows give no lines."""
    if not rows:
        return []
    wanted = reduce(or_, (Q(kind=audit.kind_of(row), object_id=row.pk) for row in rows))
    return in_words(_readable(AuditLine.objects.filter(wanted)), language=language)


def page_of(lines: QuerySet[AuditLine], *, before: int | None, language: str, size: int = PAGE) -> Page:
    """Return the newest `size` of `lines` that are older than the line `before`."""
    if before is not None:
        lines = lines.filter(pk__lt=before)
    found = list(_readable(lines)[: size + 1])
    shown = found[:size]
    return Page(in_words(shown, language=language), shown[-1].pk if len(found) > size else None)


def lines_of_office(
    organiser_id: int,
    *,
    apps_shown: Iterable[str],
    without: Iterable[str] = (),
    kind: str = "",
    by: int | None = None,
    only_by_nobody: bool = False,
) -> QuerySet[AuditLine]:
    """
    Return the lines of an office about rows of `apps_shown` (labels), narrowed by kind and by person.

    `without` are kinds that are left out all the same. `only_by_nobody` keeps what was done by the command
    line and by jobs.
    """
    lines = AuditLine.objects.filter(organiser_id=organiser_id).exclude(kind__in=list(without))
    shown = [Q(kind__startswith=f"{label}.") for label in apps_shown]
    lines = lines.filter(reduce(or_, shown)) if shown else lines.none()
    if kind:
        lines = lines.filter(kind=kind)
    if by is not None:
        lines = lines.filter(by=by)
    return lines.filter(by=None) if only_by_nobody else lines


def change_lines(*rows: Model, language: str) -> list[ChangeLine]:
    """Return the history of the given rows for the why drawer."""
    return [
        ChangeLine(
            words=parted(_change_in_words(field) for field in line.fields) or deed_in_words(line.deed),
            by=line.by,
            at=line.at,
            reason=line.reason,
        )
        for line in of(*rows, language=language)
    ]


def in_words(lines: Iterable[AuditLine], *, language: str) -> list[LineInWords]:
    """Put lines into the reader's words."""
    found = list(lines)
    names = _named_rows(found)
    return [_line_in_words(line, names, language) for line in found]


def deed_of(line: AuditLine) -> Deed:
    """
    Say what a line tells, from its columns alone.

    A column that may not be empty has been empty only before the row came, and only after it went.
    """
    columns = columns_of(line.kind)
    if not line.changes or any(name not in columns for name in line.changes):
        return Deed.NOTED
    for name, (before, after) in line.changes.items():
        if not columns[name].null and before is None:
            return Deed.CREATED
        if not columns[name].null and after is None:
            return Deed.DELETED
    return Deed.CHANGED


def columns_of(kind: str) -> dict[str, Field[Any, Any]]:
    """Return the columns of a kind by their attribute; empty for a kind that is no more."""
    try:
        model = apps.get_model(kind)
    except LookupError:
        return {}
    return {field.attname: field for field in model._meta.concrete_fields if not field.primary_key}


def deed_in_words(deed: Deed) -> str:
    """Say in a word what was done."""
    match deed:
        case Deed.CREATED:
            return _("made")
        case Deed.DELETED:
            return _("deleted")
        case Deed.CHANGED:
            return _("changed")
        case Deed.NOTED:
            return _("noted")


def _readable(lines: QuerySet[AuditLine]) -> QuerySet[AuditLine]:
    return lines.select_related("by").order_by("-pk")


type _Names = dict[tuple[type[Model], Any], str]


def _named_rows(lines: Iterable[AuditLine]) -> _Names:
    """Look up what the lines point to, one query for each table that is pointed to."""
    wanted: defaultdict[type[Model], set[Any]] = defaultdict(set)
    for line in lines:
        columns = columns_of(line.kind)
        for name, sides in line.changes.items():
            field = columns.get(name)
            if isinstance(field, ForeignKey) and name not in INTERNAL:
                wanted[field.remote_field.model].update(
                    key for key in sides if key is not None and not audit.is_blank(key)
                )
    return {(model, row.pk): str(row) for model, keys in wanted.items() for row in _rows_to_name(model, keys)}


def _rows_to_name(model: type[Model], keys: Iterable[Any]) -> QuerySet[Model]:
    """Fetch rows with what stands beside them, because the name of a tenure is that of its person."""
    beside = [field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    rows = model._default_manager.filter(pk__in=keys)
    return rows.select_related(*beside) if beside else rows


def _line_in_words(line: AuditLine, names: _Names, language: str) -> LineInWords:
    columns = columns_of(line.kind)
    shown = [name for name in line.changes if name not in INTERNAL]
    return LineInWords(
        number=line.pk,
        at=line.at,
        by=str(line.by) if line.by else "",
        deed=deed_of(line),
        app=line.kind.split(".")[0],
        kind=kind_in_words(line.kind),
        label=line.label,
        fields=[
            _field_in_words(columns.get(name), name, line.changes[name], names, language) for name in shown
        ],
        reason=line.reason,
        is_undone=line.undone_by_id is not None,
    )


def _field_in_words(
    field: Field[Any, Any] | None, name: str, sides: Sequence[Any], names: _Names, language: str
) -> FieldInWords:
    before, after = (_value_in_words(field, value, names, language) for value in sides)
    words = _(str(field.verbose_name)) if field else _(name.replace("_", " "))
    return FieldInWords(words[:1].upper() + words[1:], before, after)


def value_in_words(field: Field[Any, Any], value: Any, *, language: str) -> str:
    """Write one stored value of a column that points to no other row; an empty one as nothing."""
    return _value_in_words(field, value, {}, language)


def _value_in_words(field: Field[Any, Any] | None, value: Any, names: _Names, language: str) -> str:
    """Write one stored value as a reader knows it."""
    if value in (None, "", {}, []):
        return ""
    if audit.is_blank(value):
        return _("erased") if value == audit.ERASED else _("removed by age")
    if field is not None and (write := WORDS.get((field.model._meta.label_lower, field.name))):
        return write(value)[:LONGEST]
    if isinstance(field, ForeignKey):
        return names.get((field.remote_field.model, value), _("deleted"))
    if isinstance(field, LanguagesField) and isinstance(value, dict):
        return parted(
            f"{cldr.language_in_words(code, language)}: {beside(wording(value, code), language)}"
            for code in value
        )
    if isinstance(field, PartialDateField):
        return cldr.partial_date_in_words(PartialDate.parse(str(value)), language)
    if isinstance(field, DateTimeField):
        return cldr.moment_in_words(timezone.localtime(datetime.fromisoformat(str(value))), language)
    if isinstance(field, DateField):
        return cldr.day_in_words(date.fromisoformat(str(value)), language)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field is not None and (named := CODES.get(field.name)):
        codes = value if isinstance(value, list) else [value]
        return listed(named(str(code), language) for code in codes)
    return _plain_in_words(value)[:LONGEST]


def _plain_in_words(value: Any) -> str:
    """Write a list or a table of values as a reader would, not as a program does."""
    if isinstance(value, list):
        return listed(_plain_in_words(part) for part in value)
    if isinstance(value, dict):
        named = ((_(key.replace("_", " ")), part) for key, part in value.items())
        return parted(f"{name}: {_plain_in_words(part)}" for name, part in named)
    return str(value)


def _change_in_words(field: FieldInWords) -> str:
    if not field.before:
        return _("%(name)s: %(after)s") % {"name": field.name, "after": field.after}
    if not field.after:
        return _("%(name)s: %(before)s taken away") % {"name": field.name, "before": field.before}
    return _("%(name)s: from %(before)s to %(after)s") % {
        "name": field.name,
        "before": field.before,
        "after": field.after,
    }
