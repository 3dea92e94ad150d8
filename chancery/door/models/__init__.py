"""Tables of the door: doors and devices, scans and what they add up to, how guests are awaited, badges."""

from chancery.door.models.arrivals import ArrivalPlan, PreparedAnswer, Slot
from chancery.door.models.doors import Device, Door
from chancery.door.models.printing import BadgePrinting
from chancery.door.models.scans import DoorNote, Presence, Scan

__all__ = [
    "ArrivalPlan",
    "BadgePrinting",
    "Device",
    "Door",
    "DoorNote",
    "PreparedAnswer",
    "Presence",
    "Scan",
    "Slot",
]
