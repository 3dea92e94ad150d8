"""Enter, change and delete people, bodies, offices, groups and households; each as one line of history."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction

from chancery.accounts.models import OwnedModel
from chancery.base import audit
from chancery.base.audit import Actor, Changes
from chancery.base.models import AuditLine
from chancery.directory.actions import index
from chancery.directory.actions.writing import stored_snapshot, write_row
from chancery.directory.models import Body, Office, Person, SearchEntry
from chancery.directory.queries.dependents import going_along, resting_on
from chancery.directory.queries.snapshots import Plain, differences, snapshot

_KINDS: dict[type[models.Model], SearchEntry.Kind] = {
    Person: SearchEntry.Kind.PERSON,
    Body: SearchEntry.Kind.BODY,
    Office: SearchEntry.Kind.OFFICE,
}


class SomethingRestsOnIt(Exception):
    """The row cannot be deleted, since others rest on it; `rows` are the first of them."""

    def __init__(self, rows: Sequence[models.Model]) -> None:
        super().__init__()
        self.rows = rows


@transaction.atomic
def enter(row: OwnedModel, *, sections: Mapping[str, Sequence[Plain]], by: Actor) -> AuditLine:
    """Insert `row` with the rows of its sections; returns the line."""
    write_row(row, sections)
    reindex(row)
    return say(row, "created", by=by, changes={name: [None, value] for name, value in _filled(snapshot(row))})


@transaction.atomic
def change(
    row: OwnedModel, *, sections: Mapping[str, Sequence[Plain]], by: Actor, verb: str = "changed"
) -> AuditLine | None:
    """Save `row` and the sections that are given; returns the line, None where nothing differs."""
    before = stored_snapshot(row)
    write_row(row, sections)
    changes = differences(before, stored_snapshot(row))
    if not changes:
        return None
    reindex(row)
    return say(row, verb, by=by, changes=changes)


@transaction.atomic
def delete(row: OwnedModel, *, by: Actor) -> AuditLine:
    """
    Delete `row` with its sections and with what goes along; the line keeps them all for the undo.

    Errors: SomethingRestsOnIt where rows of the events, or offices and tenures, still point here.
    """
    if resting := resting_on(row):
        raise SomethingRestsOnIt(resting)
    kept = snapshot(row) | {"id": row.pk, "along": going_along(row)}
    line = say(row, "deleted", by=by, changes={name: [value, None] for name, value in _filled(kept)})
    forget(row)
    row.delete()
    return line


def say(row: models.Model, verb: str, *, by: Actor, changes: Changes) -> AuditLine:
    """Write one line about `row`: `directory.person.changed`."""
    line = audit.line(row, by=by, code=f"{row._meta.label_lower}.{verb}", changes=changes)
    audit.write([line])
    return line


def _filled(values: Plain) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in values.items() if value not in (None, "", {}, [])]


def forget(row: models.Model) -> None:
    """Take the words of `row` out of the search."""
    if type(row) in _KINDS:
        index.forget_rows(_KINDS[type(row)], [row.pk])


def reindex(row: models.Model) -> None:
    """Enter the words of `row` into the search, with the offices of a body, which are found by its name."""
    if isinstance(row, Body):
        offices = Office.objects.filter(body=row).select_related("organiser", "body").order_by("pk")
        index.index_rows([row, *offices])
    elif isinstance(row, (Person, Office)):
        index.index_rows([row])
