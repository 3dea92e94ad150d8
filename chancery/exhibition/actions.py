"""What changes films and exhibitions."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.exhibition.models import Exhibition, Film


class StillShown(Exception):
    """A film or exhibition stands in a programme; the message says so in a sentence."""


@transaction.atomic
def save_film(film: Film, *, by: Actor) -> Film:
    """Save a new or changed film."""
    return _save(film, by=by, code="exhibition.film")


@transaction.atomic
def save_exhibition(exhibition: Exhibition, *, by: Actor) -> Exhibition:
    """Save a new or changed exhibition."""
    return _save(exhibition, by=by, code="exhibition.exhibition")


@transaction.atomic
def delete_film(film: Film, *, by: Actor) -> None:
    """Delete a film. Errors: StillShown where a programme shows it."""
    _delete(film, by=by, code="exhibition.film.deleted")


@transaction.atomic
def delete_exhibition(exhibition: Exhibition, *, by: Actor) -> None:
    """Delete an exhibition. Errors: StillShown where a programme shows it."""
    _delete(exhibition, by=by, code="exhibition.exhibition.deleted")


def _save[Row: (Film, Exhibition)](row: Row, *, by: Actor, code: str) -> Row:
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row


def _delete(row: Film | Exhibition, *, by: Actor, code: str) -> None:
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=code)
    except models.ProtectedError:
        raise StillShown(
            _("“%(name)s” stands in a programme; take it out there first.") % {"name": row}
        ) from None
