"""What is said between a telephone and the server."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chancery.rules.door.scans import Scan, ScanKind, Standing
from chancery.rules.door.standing import standing_of

OPENS = datetime(2026, 2, 26, 17, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """One scan as it travels; `at` and `device_at` are milliseconds of simulated time."""

    uid: str
    kind: ScanKind
    party: str
    people: int
    at: int
    device_at: int
    door: str
    device: str
    undoes: str = ""

    def as_scan(self) -> Scan:
        """The value of the rules."""
        at = OPENS + timedelta(milliseconds=self.at)
        return Scan(self.uid, self.kind, self.party, self.people, at, self.door, self.device, self.undoes)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a telephone sends; its cursor is None until it was answered once."""

    device: str
    scans: tuple[Said, ...]
    cursor: int | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says: the scans it has now, what others did, how far that goes, and its time."""

    taken: tuple[Said, ...]
    news: tuple[Said, ...]
    cursor: int
    now: int
    is_gone: bool = False


def standing_by(scans: Iterable[Said], party: str, expected: int) -> Standing:
    """Where a party stands by these scans, by the rule of the product."""
    return standing_of((one.as_scan() for one in scans if one.party == party), expected=expected)
