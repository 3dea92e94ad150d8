"""Take back one line of the history, where nothing later rests on it."""

from collections.abc import Callable
from typing import Any, cast

from django.apps import apps
from django.db import models, transaction

from chancery.accounts.models import OwnedModel
from chancery.base import audit
from chancery.base import undo as base_undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.actions import book
from chancery.directory.actions.writing import set_columns, stored_snapshot, write_row
from chancery.directory.models import Person
from chancery.directory.queries.snapshots import SECTIONS, Plain


class CannotBeUndone(Exception):
    """The line cannot be taken back."""


class UndoneAlready(CannotBeUndone):
    """Somebody took it back before."""


class ChangedSince(CannotBeUndone):
    """Later changes rest on it: they must be taken back first."""


class RefusedByOthers(CannotBeUndone):
    """Other rows rest on what the line made."""


class ValuesErased(CannotBeUndone):
    """What stood there before was erased."""


class IsGone(CannotBeUndone):
    """What the line changed exists no more."""


@transaction.atomic
def undo(line: AuditLine, *, by: Actor) -> AuditLine | None:
    """
    Take back what `line` says and return the line of the undo.

    Errors: CannotBeUndone, one of its kinds; nothing is changed then.
    """
    line = AuditLine.objects.select_for_update().get(pk=line.pk)
    if line.undone_by_id is not None:
        raise UndoneAlready
    if audit.is_erased(line):
        raise ValuesErased
    undone = _HOW.get(line.code.rpartition(".")[2], _undo_change)(line, by)
    AuditLine.objects.filter(pk=line.pk).update(undone_by=undone)
    return undone


@base_undo.after_undo("directory.person")
@base_undo.after_undo("directory.body")
@base_undo.after_undo("directory.office")
def keep_index(row: models.Model, by: Actor) -> None:
    """Bring the search in step with a row that the history of the office brought back or took away."""
    if not type(row)._default_manager.filter(pk=row.pk).exists():
        book.forget(row)
        return
    if isinstance(row, Person):
        row.save(update_fields=["sort_key"])
    book.reindex(row)


def is_undoable(line: AuditLine) -> bool:
    """Whether a line is of a kind that can be taken back at all."""
    verb = line.code.rpartition(".")[2]
    return line.undone_by_id is None and line.code.startswith("directory.") and verb in {*_HOW, "changed"}


def _model(line: AuditLine) -> type[OwnedModel]:
    return cast(type[OwnedModel], apps.get_model(line.kind))


def _row(line: AuditLine) -> OwnedModel:
    row = _model(line)._default_manager.filter(pk=line.object_id).first()
    if row is None:
        raise IsGone
    return row


def _undo_change(line: AuditLine, by: Actor) -> AuditLine | None:
    row = _row(line)
    now = stored_snapshot(row)
    if any(now.get(name) != after for name, (_before, after) in line.changes.items()):
        raise ChangedSince
    before = {name: before for name, (before, _after) in line.changes.items()}
    set_columns(row, before)
    return book.change(row, sections=_sections_in(type(row), before), by=by, verb="undone")


def _undo_creation(line: AuditLine, by: Actor) -> AuditLine:
    row = _row(line)
    later = AuditLine.objects.filter(kind=line.kind, object_id=line.object_id, pk__gt=line.pk)
    if (
        later.exclude(code="directory.office.handed_over")
        .filter(undone_by=None)
        .exclude(undoes__isnull=False)
    ):
        raise ChangedSince
    try:
        return book.delete(row, by=by)
    except book.SomethingRestsOnIt as refused:
        raise RefusedByOthers from refused


def _undo_deletion(line: AuditLine, by: Actor) -> AuditLine:
    model = _model(line)
    before: Plain = {name: before for name, (before, _after) in line.changes.items()}
    row = model()
    row.pk = before.pop("id")
    if model._default_manager.filter(pk=row.pk).exists():
        raise UndoneAlready
    set_columns(row, before)
    write_row(row, _sections_in(model, before))
    for other in before.get("along", []):
        restore(other)
    book.reindex(row)
    return book.say(row, "restored", by=by, changes={})


def _undo_hand_over(line: AuditLine, by: Actor) -> AuditLine:
    _before, keys = line.changes["lines"]
    for inner in AuditLine.objects.filter(pk__in=keys).order_by("-pk"):
        undo(inner, by=by)
    return book.say(_row(line), "undone", by=by, changes={})


_HOW: dict[str, Callable[[AuditLine, Actor], AuditLine | None]] = {
    "created": _undo_creation,
    "deleted": _undo_deletion,
    "handed_over": _undo_hand_over,
    "changed": _undo_change,
    "held": _undo_change,
}


def _sections_in(model: type[models.Model], values: Plain) -> dict[str, list[Plain]]:
    names = {section.name for section in SECTIONS.get(model, ())}
    return {name: values[name] or [] for name in values if name in names}


def restore(stored: dict[str, Any]) -> None:
    """
    Write a row back as `dependents.values_of` kept it, made anew or, where it lost a key only, completed.

    A row whose other end is gone by now stays away.
    """
    model = apps.get_model(stored["model"])
    values = stored["values"]
    for field in model._meta.concrete_fields:
        key = values.get(field.attname)
        is_link = isinstance(field, models.ForeignKey) and key is not None
        if is_link and not field.related_model._default_manager.filter(pk=key).exists():
            return
    row = model(
        **{field.attname: field.to_python(values[field.attname]) for field in model._meta.concrete_fields}
    )
    row.save()
