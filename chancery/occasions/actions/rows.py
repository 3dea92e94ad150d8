"""How rows of this app are saved and deleted, each with its line of the history."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import OwnedModel
from chancery.base import audit
from chancery.base.audit import Actor


class StillServed(Exception):
    """Events or other rows rest on the row; the message says so in a sentence."""


def save_row[Row: OwnedModel](row: Row, *, by: Actor, code: str) -> Row:
    """Save a new or changed row; the code of its line ends in `.added` or `.changed`."""
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row


def delete_row(row: OwnedModel, *, by: Actor, code: str, refusal: str = "") -> None:
    """
    Delete a row. Errors: StillServed where something rests on it.

    `refusal` says what rests on it, where it is not an event or a statement; it names the row as `name`.
    """
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=code)
    except models.ProtectedError:
        named = _("“%(name)s” is named by an event or a statement; take it out there first.")
        raise StillServed((refusal or named) % {"name": row}) from None
