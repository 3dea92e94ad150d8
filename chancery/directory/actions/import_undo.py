"""Take a whole import back, unless something later rests on it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from django.apps import apps
from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.actions import index
from chancery.directory.actions.writing import set_columns
from chancery.directory.models import Body, Group, Import, ImportedRow, Office, Person, SearchEntry
from chancery.directory.queries.dependents import SHOWN, is_of_the_directory, links_to

# Who points comes before what is pointed at.
_ORDER: tuple[type[models.Model], ...] = (Person, Group, Office, Body)
_KINDS: dict[type[models.Model], SearchEntry.Kind] = {
    Person: SearchEntry.Kind.PERSON,
    Body: SearchEntry.Kind.BODY,
    Office: SearchEntry.Kind.OFFICE,
}
BATCH = 1000


class RestsOnImport(Exception):
    """Later changes or other records rest on what the import made; `rows` are the first of them."""

    def __init__(self, rows: Sequence[models.Model]) -> None:
        super().__init__()
        self.rows = rows


class NotDone(Exception):
    """The import was not written, or was taken back already."""


@transaction.atomic
def undo_import(of: Import, *, by: Actor) -> None:
    """
    Delete what the import made and empty what it filled.

    Errors: NotDone; RestsOnImport where an entry was changed since, or a record that is not of this import
    points at one; nothing is changed then.
    """
    if not Import.objects.filter(pk=of.pk, state=Import.State.DONE).update(state=Import.State.UNDONE):
        raise NotDone
    if resting := [*_changed_since(of), *_pointing_from_outside(of)][:SHOWN]:
        raise RestsOnImport(resting)
    _empty_filled(of, by)
    for model in _ORDER:
        _delete_made(of, model, by)
    audit.note(of, by=by, code="directory.import.undone")


def made_by(of: Import, model: type[models.Model]) -> QuerySet[ImportedRow, dict[str, int]]:
    """Return the keys of the rows of `model` that the import made, as a subquery."""
    made = ImportedRow.objects.filter(of=of, kind=model._meta.label_lower, changes={})
    return cast("QuerySet[ImportedRow, dict[str, int]]", made.values("object_id"))


def _changed_since(of: Import) -> list[models.Model]:
    later = AuditLine.objects.filter(
        organiser_id=of.organiser_id,
        kind=OuterRef("kind"),
        object_id=OuterRef("object_id"),
        at__gt=of.done_at,
    )
    touched = ImportedRow.objects.filter(Exists(later), of=of).order_by("id")[:SHOWN]
    rows = [apps.get_model(row.kind)._default_manager.filter(pk=row.object_id).first() for row in touched]
    return [row for row in rows if row is not None]


def _pointing_from_outside(of: Import) -> list[models.Model]:
    """Return rows of other apps, and of the directory but not of this import, that point at what it made."""
    found: list[models.Model] = []
    for model in _ORDER:
        for link in links_to(model):
            rows = link.model._default_manager.filter(**{f"{link.name}__in": made_by(of, model)})
            pointing = _of_others(of, rows, link.model) if is_of_the_directory(link.model) else rows
            if pointing is not None:
                found += pointing.order_by("pk")[:SHOWN]
    return found


def _of_others(
    of: Import, pointing: QuerySet[models.Model], model: type[models.Model]
) -> QuerySet[models.Model] | None:
    """Leave out what the import made itself, and what goes along with the people it made."""
    if model in _ORDER:
        return pointing.exclude(pk__in=made_by(of, model))
    if not any(field.name == "office" for field in model._meta.concrete_fields):
        return None
    filled = _added(of).get(model._meta.label_lower, [])
    return pointing.exclude(person__in=made_by(of, Person)).exclude(pk__in=filled)


def _added(of: Import) -> dict[str, list[int]]:
    """Return the keys of the rows that were added to known people, by kind."""
    added: dict[str, list[int]] = defaultdict(list)
    for changes in ImportedRow.objects.filter(of=of).exclude(changes={}).values_list("changes", flat=True):
        for kind, keys in changes["added"].items():
            added[kind] += keys
    return added


def _empty_filled(of: Import, by: Actor) -> None:
    added = _added(of)
    for kind in reversed(list(added)):
        apps.get_model(kind)._default_manager.filter(pk__in=added[kind]).delete()
    for row in ImportedRow.objects.filter(of=of).exclude(changes={}).order_by("id").iterator(BATCH):
        person = Person.objects.get(pk=row.object_id)
        before = {name: sides[0] for name, sides in row.changes["columns"].items()}
        set_columns(person, before)
        person.save(update_fields=list(before))
        audit.note(person, by=by, code="directory.person.undone")
        index.index_rows([person])


def _delete_made(of: Import, model: type[models.Model], by: Actor) -> None:
    rows = model._default_manager.filter(pk__in=made_by(of, model))
    lines = [audit.line(row, by=by, code=f"{row._meta.label_lower}.deleted", changes={}) for row in rows]
    audit.write(lines)
    if model in _KINDS:
        index.forget_rows(_KINDS[model], made_by(of, model))
    for link in links_to(model):
        if is_of_the_directory(link.model) and link.model not in _ORDER:
            link.model._default_manager.filter(**{f"{link.name}__in": made_by(of, model)}).delete()
    rows.delete()
