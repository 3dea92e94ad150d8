"""What devices send, read into plain values; anything that our own script does not send is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from chancery.door.models import Scan

MOST_SCANS = 500
MOST_PEOPLE = 255
END_OF_TIME = 4_102_444_800_000
"""The year 2100 in milliseconds: no telephone of an event of ours shows a later time."""

UNKNOWN_LETTER = "\ufffd"


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
    kind = Scan.Kind(sent["kind"])
    return ToldScan(
        uid=UUID(sent["uid"]),
        kind=kind,
        how=Scan.How(sent.get("how") or Scan.How.PASS),
        party=text_in(sent.get("party"), most=12),
        people=min(max(int(sent.get("people") or 1), 1), MOST_PEOPLE),
        device_at=moment_in(sent["device_at"]),
        at=moment_in(sent["at"]),
        undoes=UUID(sent["undoes"]) if kind is Scan.Kind.UNDO else None,
        words=text_in(sent.get("words"), most=200),
        was_offline=sent.get("was_offline") is True,
    )


def moment_in(milliseconds: Any) -> datetime:
    """Read a moment of 1970 to 2099 from milliseconds; a part of one is left out. Errors: NotAsTold."""
    told = int(milliseconds)
    if not 0 <= told < END_OF_TIME:
        raise NotAsTold("moment")
    return datetime.fromtimestamp(told / 1000, UTC)


def text_in(sent: Any, *, most: int) -> str:
    """
    Read a text of so many letters; what is longer is cut.

    No database keeps halves of letters or the letter of number zero: they become the sign for unknown ones.
    """
    text = str(sent or "").replace("\0", UNKNOWN_LETTER)
    return "".join(UNKNOWN_LETTER if "\ud800" <= each <= "\udfff" else each for each in text[:most])


def to_the_millisecond(moment: datetime) -> datetime:
    """Cut a moment to what devices are told of it, so that they and the office sort scans alike."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def milliseconds(moment: datetime | None) -> int | None:
    """Write a moment as milliseconds since 1970."""
    return None if moment is None else round(moment.timestamp() * 1000)
