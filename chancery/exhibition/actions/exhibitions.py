"""What changes exhibitions."""

from django.db import transaction

from chancery.base.audit import Actor
from chancery.exhibition.actions import rows
from chancery.exhibition.models import Exhibition


@transaction.atomic
def save_exhibition(exhibition: Exhibition, *, by: Actor) -> Exhibition:
    """Save a new or changed exhibition."""
    return rows.save(exhibition, by=by, code="exhibition.exhibition")


@transaction.atomic
def delete_exhibition(exhibition: Exhibition, *, by: Actor) -> None:
    """Delete an exhibition. Errors: StillShown where a programme shows it."""
    rows.delete(exhibition, by=by, code="exhibition.exhibition.deleted")
