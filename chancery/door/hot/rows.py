"""What a plain admission leaves in the tables, however it is written."""

from dataclasses import dataclass
from datetime import datetime

from chancery.door.hot.asked import Asked
from chancery.door.hot.devices import Standing

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

    @property
    def changes(self) -> str:
        """What its line in the history tells, as JSON, as `actions.scans.line_of` writes it."""
        asked = self.asked
        return (
            f'{{"kind": [null, "admit"], "people": [null, {asked.people}],'
            f' "at": [null, "{asked.at.isoformat()}"], "device_id": [null, {self.device.id}]}}'
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What the party adds up to with the admission; `door` is the code of the one it came in by first."""

    came: int
    inside: int
    expected: int
    first_at: datetime
    door: str
