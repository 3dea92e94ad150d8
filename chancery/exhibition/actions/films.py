"""What changes films."""

from django.db import transaction

from chancery.base.audit import Actor
from chancery.exhibition.actions import rows
from chancery.exhibition.models import Film


@transaction.atomic
def save_film(film: Film, *, by: Actor) -> Film:
    """Save a new or changed film."""
    return rows.save(film, by=by, code="exhibition.film")


@transaction.atomic
def delete_film(film: Film, *, by: Actor) -> None:
    """Delete a film. Errors: StillShown where a programme shows it."""
    rows.delete(film, by=by, code="exhibition.film.deleted")
