"""What devices send, read into plain values; anything that our own script does not send is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from chancery.door.models import Scan

MOST_SCANS = 500
MOST_PEOPLE = 255


class NotAsTold(ValueError):
    """What came is not what the telephone's script sends."""


@dataclass(frozen=True, slots=True)
class ToldScan:
    """A scan as a device tells it; `party` is the code of a participation, "" for who is not on the list."""

    uid: UUID
    kind: Scan.Kind
    how: Scan.How
    party: str
    people: int
    device_at: datetime
    at: datetime
    undoes: UUID | None
    words: str
    was_offline: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange of a device: what was done on it, how far it knows, what waits, its clock."""

    scans: Sequence[ToldScan]
    cursor: int
    waiting: int
    device_at: datetime


def exchange_in(sent: Any) -> Exchange:
    """Read an exchange. Errors: NotAsTold."""
    try:
        if not isinstance(sent["scans"], list) or len(sent["scans"]) > MOST_SCANS:
            raise NotAsTold("scans")
        return Exchange(
            scans=[scan_in(each) for each in sent["scans"]],
            cursor=max(int(sent.get("cursor") or 0), 0),
            waiting=min(max(int(sent.get("waiting") or 0), 0), 2**31 - 1),
            device_at=moment_in(sent["device_at"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError, OSError) as fault:
        raise NotAsTold(str(fault)) from fault


def scan_in(sent: Mapping[str, Any]) -> ToldScan:
    """Read one scan. Errors: those of a wrong value, which `exchange_in` turns into NotAsTold."""
    return ToldScan(
        uid=UUID(sent["uid"]),
        kind=Scan.Kind(sent["kind"]),
        how=Scan.How(sent.get("how") or Scan.How.PASS),
        party=str(sent.get("party") or "")[:12],
        people=min(max(int(sent.get("people") or 1), 1), MOST_PEOPLE),
        device_at=moment_in(sent["device_at"]),
        at=moment_in(sent["at"]),
        undoes=UUID(sent["undoes"]) if sent.get("undoes") else None,
        words=str(sent.get("words") or "")[:200],
        was_offline=sent.get("was_offline") is True,
    )


def moment_in(milliseconds: Any) -> datetime:
    """Read a moment from milliseconds since 1970; a part of one is left out."""
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)


def to_the_millisecond(moment: datetime) -> datetime:
    """Cut a moment to what devices are told of it, so that they and the office sort scans alike."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def milliseconds(moment: datetime | None) -> int | None:
    """Write a moment as milliseconds since 1970."""
    return None if moment is None else round(moment.timestamp() * 1000)
