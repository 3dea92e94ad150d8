"""What a plain admission leaves in the tables, however it is written."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chancery.door.hot.asked import Asked
from chancery.door.hot.devices import Standing

CODE = "door.scan.taken"
KIND = "door.scan"


@dataclass(frozen=True, slots=True)
class Admission:
    """An admission by a device, as it came in at `now`."""

    asked: Asked
    device: Standing
    now: datetime

    @property
    def label(self) -> str:
        """What `str` says of the scan, in English: a device has no reader."""
        return f"came in {self.asked.at:%H:%M:%S}"

    def known(self) -> dict[str, Any]:
        """The columns of the scan that are known before the party is looked up."""
        asked, device = self.asked, self.device
        return {
            "uid": asked.uid,
            "event_id": device.event_id,
            "door_id": device.door_id,
            "device_id": device.id,
            "kind": "admit",
            "how": asked.how,
            "people": asked.people,
            "at": str(asked.at),
            "device_at": str(asked.device_at),
            "received_at": str(self.now),
            "was_offline": False,
        }


@dataclass(frozen=True, slots=True)
class Taken:
    """What the party adds up to with the admission."""

    came: int
    inside: int
    expected: int
    first_at: datetime
