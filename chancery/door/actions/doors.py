"""Making, ordering and deleting the doors of an event."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.models import Door
from chancery.events.models import Event


class DoorIsInUse(Exception):
    """A door with devices or scans stays; the message says so in a sentence."""


@transaction.atomic
def make_door(door: Door, *, by: Actor) -> Door:
    """Make a door behind the others."""
    last = Door.objects.filter(event=door.event).order_by("-position").first()
    door.position = last.position + 1 if last else 0
    return audit.create(door, by=by, code="door.door.made")


@transaction.atomic
def change_door(door: Door, *, by: Actor) -> Door:
    """Save what is said of a door."""
    audit.update(door, by=by, code="door.door.changed")
    return door


@transaction.atomic
def order_doors(event: Event, codes: Sequence[str], *, by: Actor) -> None:
    """Put the doors in this order; a door that is not named stays behind the named ones."""
    place = {code: number for number, code in enumerate(codes)}
    doors = list(Door.objects.filter(event=event).order_by("position", "id"))
    doors.sort(key=lambda door: place.get(door.code, len(place)))
    for number, door in enumerate(doors):
        door.position = number
    audit.update_all(doors, by=by, code="door.door.changed")


@transaction.atomic
def delete_door(door: Door, *, by: Actor) -> None:
    """Delete a door. Errors: DoorIsInUse where a device stands at it or somebody came in by it."""
    if door.devices.exists() or door.scans.exists():
        sentence = _("“%(name)s” has devices or scans, which keep it; give it another name instead.")
        raise DoorIsInUse(sentence % {"name": door})
    audit.delete(door, by=by, code="door.door.deleted")
