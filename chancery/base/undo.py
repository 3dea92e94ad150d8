"""
Undo: the inverse of one line of the history, refused in words where something rests on it.

A line is undone only while the row still holds what the line wrote: a later change is never lost. The undoing
is a change like any other, with its own line, and the undone line names it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Field, ForeignKey, Model, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.fields import SecretField, as_plain
from chancery.base.history import Deed, columns_of, deed_of
from chancery.base.kinds import kind_in_words
from chancery.base.languages import listed
from chancery.base.models import AuditLine

UNDONE = "base.change.undone"
# What the line of a new row leaves out.
EMPTY: tuple[Any, ...] = (None, "", {}, [])

type After = Callable[[Model, Actor], None]
type Inverse = Callable[[AuditLine], tuple[Model, audit.Changes]]

# What an app keeps up with its rows (an index, a revision) it does here too: kind → what to do after an undo.
AFTER: dict[str, list[After]] = {}
# What takes back a line that tells of more than one row, by the code of the line.
INVERSES: dict[str, Inverse] = {}


class CannotUndo(Exception):
    """The change cannot be undone; the words are one sentence that says why."""


def after_undo(kind: str) -> Callable[[After], After]:
    """Register what follows an undo of rows of `kind`: `@undo.after_undo("directory.person")`."""

    def register(function: After) -> After:
        AFTER.setdefault(kind, []).append(function)
        return function

    return register


def inverse_of(code: str) -> Callable[[Inverse], Inverse]:
    """
    Register what takes back lines of `code` which tell of more than one row.

    It changes the rows and returns the one that stands for them, with what its line tells.
    Errors: CannotUndo, or what the database refuses; nothing is changed then.
    """

    def register(function: Inverse) -> Inverse:
        INVERSES[code] = function
        return function

    return register


@transaction.atomic
def undo(line: AuditLine, *, by: Actor) -> AuditLine:
    """
    Undo one change and return the line of the undoing.

    Errors: CannotUndo with a sentence; nothing is changed then.
    """
    line = AuditLine.objects.select_for_update().get(pk=line.pk)
    if line.undone_by_id is not None:
        raise CannotUndo(_("This change is undone already."))
    try:
        with transaction.atomic():
            row, changes = _invert(line)
    except (IntegrityError, ValidationError):
        raise CannotUndo(_("What was there before no longer fits the rest; change it by hand.")) from None
    undoing = audit.line(row, by=by, code=UNDONE, changes=changes)
    undoing.object_id = line.object_id
    audit.write([undoing])
    AuditLine.objects.filter(pk=line.pk).update(undone_by=undoing)
    for follow in AFTER.get(line.kind, ()):
        follow(row, by)
    return undoing


@transaction.atomic
def undo_together(lines: Iterable[AuditLine], *, by: Actor) -> None:
    """
    Undo changes that were made together, the last one first.

    Errors: CannotUndo for the first that cannot be undone; nothing is changed then.
    """
    for line in sorted(lines, key=lambda line: line.pk, reverse=True):
        undo(line, by=by)


def _invert(line: AuditLine) -> tuple[Model, audit.Changes]:
    if audit.is_erased(line):
        raise CannotUndo(_("What stood here was erased, so this cannot be undone."))
    if take_back := INVERSES.get(line.code):
        return take_back(line)
    inverse = {name: [after, before] for name, (before, after) in line.changes.items()}
    columns = columns_of(line.kind)
    if any(isinstance(columns.get(name), SecretField) for name in line.changes):
        raise CannotUndo(_("Need-to-know texts are not kept in the history, so this cannot be undone."))
    match deed_of(line):
        case Deed.CREATED:
            return _delete(line), inverse
        case Deed.DELETED:
            return _make_again(line, columns), inverse
        case Deed.CHANGED:
            return _change_back(line, columns), inverse
        case Deed.NOTED:
            raise CannotUndo(_("This is more than the change of one row and cannot be undone from here."))


def _change_back(line: AuditLine, columns: dict[str, Field[Any, Any]]) -> Model:
    row = _unchanged(line)
    for name, (before, _after) in line.changes.items():
        setattr(row, name, _value(columns[name], before))
    _check_keys(row)
    changed = {columns[name].name for name in line.changes}
    row.clean_fields(exclude={field.name for field in row._meta.concrete_fields} - changed)
    row.save(update_fields=changed)
    return row


def _delete(line: AuditLine) -> Model:
    row = _unchanged(line)
    if hanging := _hanging_on(row):
        kinds = listed(sorted({kind_in_words(kind) for kind in hanging}))
        raise CannotUndo(
            ngettext(
                "Something rests on it by now (%(kinds)s); take that away first.",
                "%(count)s things rest on it by now (%(kinds)s); take them away first.",
                len(hanging),
            )
            % {"kinds": kinds, "count": len(hanging)}
        )
    key = row.pk
    row.delete()
    row.pk = key
    return row


def _make_again(line: AuditLine, columns: dict[str, Field[Any, Any]]) -> Model:
    model = apps.get_model(line.kind)
    if model._default_manager.filter(pk=line.object_id).exists():
        raise CannotUndo(_("It is there again already."))
    values = {name: _value(columns[name], before) for name, (before, _after) in line.changes.items()}
    row: Model = model(pk=line.object_id, **values)
    _check_keys(row)
    row.validate_constraints()
    row.save(force_insert=True)
    return row


def _unchanged(line: AuditLine) -> Model:
    """Return the row of a line. Errors: CannotUndo where it is gone, or holds something else by now."""
    model = apps.get_model(line.kind)
    row: Model | None = model._default_manager.select_for_update().filter(pk=line.object_id).first()
    if row is None:
        raise CannotUndo(_("%(label)s was deleted since; undo that first.") % {"label": line.label})
    for name, column in columns_of(line.kind).items():
        if not _holds_what_was_written(line, name, as_plain(getattr(row, name))):
            raise CannotUndo(
                _("“%(field)s” has been changed again since; undo the later change first.")
                % {"field": str(column.verbose_name)}
            )
    return row


def _holds_what_was_written(line: AuditLine, name: str, value: Any) -> bool:
    """Whether a column is as the line left it; the line of a new row leaves out what was empty."""
    if name in line.changes:
        return bool(value == line.changes[name][1])
    return deed_of(line) is not Deed.CREATED or value in EMPTY


def _hanging_on(row: Model) -> list[str]:
    """Return the kinds of the rows that would go with `row`, one for each row."""
    collector = Collector(using=connection.alias, origin=row)
    try:
        collector.collect([row])
    except (ProtectedError, RestrictedError) as held:
        rows = held.protected_objects if isinstance(held, ProtectedError) else held.restricted_objects
        return [audit.kind_of(other) for other in rows]
    found = [audit.kind_of(other) for rows in collector.data.values() for other in rows if other != row]
    for hanging in collector.fast_deletes:
        found += [audit.kind_of(hanging.model)] * hanging.count()
    return found


def _check_keys(row: Model) -> None:
    """Refuse keys to rows that are no more; the database would only notice at the end of the transaction."""
    for field in row._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or (key := getattr(row, field.attname)) is None:
            continue
        if not field.remote_field.model._default_manager.filter(pk=key).exists():
            raise CannotUndo(
                _("“%(field)s” was deleted since; bring it back first.") % {"field": str(field.verbose_name)}
            )


def _value(field: Field[Any, Any], plain: Any) -> Any:
    """Return the value a column holds for what the line keeps of it."""
    if plain is None:
        return None if field.null else field.get_default()
    return plain if isinstance(field, ForeignKey) else field.to_python(plain)
