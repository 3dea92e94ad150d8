"""Saving and deleting what can be shown."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.exhibition.models import Exhibition, Film


class StillShown(Exception):
    """A film or exhibition stands in a programme; the message says so in a sentence."""


def save[Row: (Film, Exhibition)](row: Row, *, by: Actor, code: str) -> Row:
    """Save a new or changed row with its line in the history."""
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row


def delete(row: Film | Exhibition, *, by: Actor, code: str) -> None:
    """Delete a row. Errors: StillShown where a programme shows it."""
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=code)
    except models.ProtectedError:
        raise StillShown(
            _("“%(name)s” stands in a programme; take it out there first.") % {"name": row}
        ) from None
