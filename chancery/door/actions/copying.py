"""What next time's event takes over of the doors: themselves, the slots and the prepared answers."""

from copy import copy

from django.db import models

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.door.models import Door, PreparedAnswer, Slot
from chancery.events.models import Event

COPIED: tuple[type[models.Model], ...] = (Door, Slot, PreparedAnswer)


def copy_doors(event: Event, twin: Event, by: Actor) -> None:
    """
    Take over the doors with what their stewards are told, the slots, and what is done without an invitation.

    Nobody is awaited, noted or counted: devices, scans, notes about guests and who greets whom are of the
    people of last time. Rows keep the ref they had.
    """
    for model in COPIED:
        for row in model._default_manager.filter(event=event).order_by("position", "pk"):
            fresh = copy(row)
            fresh.pk, fresh._state = None, type(row._state)()
            fresh.event, fresh.code = twin, new_code()  # type: ignore[attr-defined]  # each of COPIED has both
            audit.create(fresh, by=by, code=f"door.{model._meta.model_name}.copied")
