"""Tables of the door: doors and their devices, scans and what they add up to, and how guests are awaited."""

from chancery.door.models.arrivals import ArrivalPlan, PreparedAnswer, Slot
from chancery.door.models.doors import Device, Door
from chancery.door.models.scans import DoorNote, Presence, Scan

__all__ = ["ArrivalPlan", "Device", "Door", "DoorNote", "PreparedAnswer", "Presence", "Scan", "Slot"]
