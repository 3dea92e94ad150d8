"""Scans at the doors of an event: the one kind of fact from which everything else about arrivals follows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ScanKind(StrEnum):
    """What a scan says. What was said is never changed: a scan said in error is undone by another one."""

    ADMIT = "admit"
    LEAVE = "leave"
    UNDO = "undo"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Scan:
    """
    One thing that was done at a door, by a device that may have been without a network.

    Shape: `id` is made by the device and unique for ever (a UUID as text). `party` is the code of the
    participation, "" for somebody who is not on the list. `people` says how many of the party came in or went
    out. `undoes` is the id of the scan that an UNDO takes back, else "".
    Units: `at` is the true time, aware, as corrected by what the device knew of its clock.
    """

    id: str
    kind: ScanKind
    party: str
    people: int
    at: datetime
    door: str
    device: str
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    Scans that cannot all be right: a person looks at them, at the doors and in the office.

    `first` counts, being the first by true time; `later` brought more of the party in than it has people.
    """

    party: str
    first: Scan
    later: Scan


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Where a party stands by its scans: how many have come in in all and how many are inside now.

    `came` never exceeds what the party has unless somebody at the door said so on purpose; `first_at`,
    `last_at` are None for who never came. `doubts` is empty where the scans agree.
    """

    came: int
    inside: int
    first_at: datetime | None
    last_at: datetime | None
    doubts: tuple[Doubt, ...] = ()
