"""
The audit log: every change leaves a line in its own transaction.

Actions save rows through `create`, `update` and `delete`; bulk work writes its own lines with `write`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, models

from chancery.base.fields import as_plain
from chancery.base.models import AuditLine

if TYPE_CHECKING:
    from django.contrib.auth.models import _User  # what AUTH_USER_MODEL names, as django-stubs knows it

type Changes = dict[str, list[Any]]

# What stands in a line in the place of a value that was erased (`audit_seal.erasing`); the line itself stays.
ERASED = "[erased]"
# The same where nobody asked for it and the time of keeping was over.
REMOVED = "[removed by age]"
BLANKS = frozenset({ERASED, REMOVED})

_collecting: ContextVar[list[AuditLine] | None] = ContextVar("audit lines being collected", default=None)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, for which organiser; `user` is None for the command line and for jobs."""

    organiser_id: int
    user: "_User | None" = None


def create[Row: models.Model](row: Row, *, by: Actor, code: str, reason: str = "") -> Row:
    """Insert `row` and its line."""
    row.save(force_insert=True)
    write([_line_of_new(row, by=by, code=code, reason=reason)])
    return row


def create_all[Row: models.Model](rows: Iterable[Row], *, by: Actor, code: str) -> list[Row]:
    """Insert many rows of one kind at once, each with its line."""
    made = list(rows)
    if made:
        type(made[0])._default_manager.bulk_create(made)
        write(_line_of_new(row, by=by, code=code) for row in made)
    return made


def _line_of_new(row: models.Model, *, by: Actor, code: str, reason: str = "") -> AuditLine:
    """The line of a new row leaves out what is empty in it."""
    changes = {
        name: [None, value] for name, value in plain_values(row).items() if value not in (None, "", {}, [])
    }
    return line(row, by=by, code=code, changes=changes, reason=reason)


def update[Row: models.Model](row: Row, *, by: Actor, code: str, reason: str = "") -> Changes:
    """
    Save the fields of `row` that differ from the database, and the line that says from what to what.

    Returns the changes; where nothing differs nothing is saved and no line is written.
    """
    changes = _changes(type(row)._default_manager.get(pk=row.pk), row)
    if changes:
        row.save(update_fields=list(changes))
        write([line(row, by=by, code=code, changes=changes, reason=reason)])
    return changes


def update_all(rows: Sequence[models.Model], *, by: Actor, code: str) -> int:
    """Save many rows of one kind as `update` saves each; return how many differed from the database."""
    if not rows:
        return 0
    manager = type(rows[0])._default_manager
    stored = manager.in_bulk([row.pk for row in rows])
    changed = [(row, changes) for row in rows if (changes := _changes(stored[row.pk], row))]
    if changed:
        names = sorted({name for _, changes in changed for name in changes})
        manager.bulk_update([row for row, _ in changed], names, batch_size=200)
        write(line(row, by=by, code=code, changes=changes) for row, changes in changed)
    return len(changed)


def _changes(stored: models.Model, row: models.Model) -> Changes:
    before, after = plain_values(stored), plain_values(row)
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}


def delete(row: models.Model, *, by: Actor, code: str, reason: str = "") -> None:
    """Delete `row` and keep its last values in the line."""
    changes = {
        name: [value, None] for name, value in plain_values(row).items() if value not in (None, "", {}, [])
    }
    last = line(row, by=by, code=code, changes=changes, reason=reason)
    row.delete()
    write([last])


def save_rows(kept: Sequence[models.Model], dropped: Iterable[models.Model], *, by: Actor, code: str) -> None:
    """
    Save the rows that hang on another one, each with its line: `kept` in the given order, `dropped` deleted.

    A row with a `position` gets its place in `kept`. `code` stands without its verb: `events.station`.
    """
    for row in dropped:
        delete(row, by=by, code=f"{code}.deleted")
    for number, row in enumerate(kept):
        if hasattr(row, "position"):
            row.position = number
        if row.pk is None:
            create(row, by=by, code=f"{code}.created")
        else:
            update(row, by=by, code=f"{code}.changed")


def note(
    row: models.Model,
    *,
    by: Actor,
    code: str,
    changes: Mapping[str, list[Any]] | None = None,
    reason: str = "",
) -> None:
    """Write a line about `row` for a change that its own columns do not show."""
    write([line(row, by=by, code=code, changes=dict(changes or {}), reason=reason)])


def write(lines: Iterable[AuditLine]) -> None:
    """Insert finished lines. The caller must be inside the transaction of the change itself."""
    if not connection.in_atomic_block:
        raise RuntimeError("An audit line belongs into the transaction of its change.")
    written = AuditLine.objects.bulk_create(lines, batch_size=1000)
    collected = _collecting.get()
    if collected is not None:
        collected.extend(written)


@contextmanager
def collected() -> Iterator[list[AuditLine]]:
    """Collect the lines that are written inside, in their order, so that they can be undone together."""
    lines: list[AuditLine] = []
    token = _collecting.set(lines)
    try:
        yield lines
    finally:
        _collecting.reset(token)


def lines_of(row: models.Model) -> models.QuerySet[AuditLine]:
    """Return the history of `row`, newest first."""
    found = AuditLine.objects.filter(kind=kind_of(row), object_id=row.pk).select_related("by", "undone_by")
    return found.order_by("-id")


def kind_of(row: models.Model | type[models.Model]) -> str:
    """Return the stable name of a row's kind: `directory.person`."""
    return row._meta.label_lower


def plain_values(row: models.Model) -> dict[str, Any]:
    """Return every column of `row` but its key, as JSON can hold it."""
    return {
        field.attname: as_plain(_as_stored(field, getattr(row, field.attname)))
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def _as_stored(field: models.Field[Any, Any], value: Any) -> Any:
    """An amount with all its places, as the database gives it back: 1000 and 1000.00 are no change."""
    if isinstance(field, models.DecimalField) and value is not None:
        return f"{field.to_python(value):.{field.decimal_places}f}"
    return value


def line(row: models.Model, *, by: Actor, code: str, changes: Changes, reason: str = "") -> AuditLine:
    """Make a line without writing it, for bulk work."""
    return AuditLine(
        organiser_id=by.organiser_id,
        by=by.user,
        code=code,
        kind=kind_of(row),
        object_id=row.pk,
        label=str(row)[:300],
        changes=changes,
        reason=reason,
    )


def is_erased(line: AuditLine) -> bool:
    """Whether values were taken out of a line."""
    return any(is_blank(side) for sides in line.changes.values() if isinstance(sides, list) for side in sides)


def is_blank(value: Any) -> bool:
    """Whether a value is the sign in the place of one that was taken out."""
    return isinstance(value, str) and value in BLANKS
