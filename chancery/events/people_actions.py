"""What changes who takes part in an event, in which capacity, planned and in fact."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events import queries
from chancery.events.models import Participation


class StillNeeded(Exception):
    """Something of the programme or the record rests on a participation; the message says what."""


@transaction.atomic
def take_part(who: Participation, *, by: Actor) -> Participation:
    """
    Return the row in which somebody takes part in the capacity of `who`, making it where it is missing.

    Ties: whoever takes part in this capacity already is never listed twice; the earliest row counts.
    """
    if who.pk:
        return who
    there = queries.participations_of(who.event).filter(
        person=who.person, body=who.body, office=who.office, capacity=who.capacity
    )
    known = there.first()
    if known is not None:
        return known
    who.ref = queries.free_ref_of_participation(who)
    who.is_sample = bool(getattr(who.person or who.office or who.body, "is_sample", False))
    return audit.create(who, by=by, code="events.participation.added")


@transaction.atomic
def change_participation(who: Participation, *, by: Actor) -> audit.Changes:
    """Save a changed participation; its planned and its actual side stand beside each other."""
    return audit.update(who, by=by, code="events.participation.changed")


@transaction.atomic
def withdraw_participation(who: Participation, *, by: Actor) -> None:
    """
    Take somebody out of the event in this capacity.

    Errors: StillNeeded where they contribute to the programme or a statement of theirs is recorded.
    """
    try:
        with transaction.atomic():
            audit.delete(who, by=by, code="events.participation.withdrawn")
    except models.ProtectedError:
        raise StillNeeded(
            _("%(name)s stands in the programme or in the record; take that out first.")
            % {"name": who.name_printed}
        ) from None
