"""Saving and deleting what can be shown."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.exhibition.models import ConditionReport, Exhibition, Film, Loan, Work


class StillShown(Exception):
    """Something is shown in a programme or an exhibition, or lent; the message says so in a sentence."""


def save[Row: (Film, Exhibition, Work, Loan, ConditionReport)](row: Row, *, by: Actor, code: str) -> Row:
    """Save a new or changed row with its line in the history."""
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row


def delete(row: Film | Exhibition | Work, *, by: Actor, code: str) -> None:
    """Delete a row. Errors: StillShown where something rests on it."""
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=code)
    except models.ProtectedError as error:
        raise StillShown(_why(row, {type(resting) for resting in error.protected_objects})) from None


def _why(row: Film | Exhibition | Work, resting: set[type[models.Model]]) -> str:
    if isinstance(row, Work):
        return _("“%(name)s” is in an exhibition or on loan; take it out there first.") % {"name": row}
    if Loan in resting:
        return _("Works are lent for “%(name)s”; change or delete those loans first.") % {"name": row}
    return _("“%(name)s” stands in a programme; take it out there first.") % {"name": row}
