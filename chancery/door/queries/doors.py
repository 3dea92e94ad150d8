"""The doors of an event with their devices."""

from django.db.models import Prefetch, QuerySet

from chancery.door.models import Device, Door
from chancery.events.models import Event


def doors_of(event: Event) -> QuerySet[Door]:
    """Return the doors of an event in their order, each with the devices that stand at it."""
    devices = Device.objects.order_by("made_at", "id")
    return (
        Door.objects.filter(event=event)
        .order_by("position", "id")
        .prefetch_related(Prefetch("devices", devices))
    )


def devices_of(event: Event) -> QuerySet[Device]:
    """Return the devices of an event by their doors."""
    found = Device.objects.filter(door__event=event).select_related("door")
    return found.order_by("door__position", "door_id", "made_at", "id")
