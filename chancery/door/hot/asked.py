"""What a device sends, read strictly: anything unusual is left to Django."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from chancery.base.codes import ALPHABET, LENGTH
from chancery.door.told import to_the_millisecond

MOST_SCANS = 32
OLDEST = timedelta(minutes=2)
"""An older scan was made without a network, and others may have been made since."""

MOST_AHEAD = timedelta(seconds=1)

_uid = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch
_code = re.compile(f"[{ALPHABET}]{{{LENGTH}}}").fullmatch


@dataclass(frozen=True, slots=True)
class Asked:
    """
    One admission that may be plain.

    Every text in it is of letters, digits and hyphens alone, as it is checked here.
    """

    uid: str
    party: str
    how: str
    people: int
    at: datetime
    device_at: datetime


def admissions_in(body: bytes, *, now: datetime) -> Sequence[Asked] | None:
    """
    Return the admissions of a request, or None where there is anything else in it.

    Shape: one to 32, each of another party.
    """
    try:
        sent = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    scans = sent.get("scans") if isinstance(sent, dict) else None
    if not isinstance(scans, list) or not 0 < len(scans) <= MOST_SCANS:
        return None
    read = [each for scan in scans if (each := _admission(scan, now)) is not None]
    is_whole = len(read) == len(scans) == len({each.party for each in read})
    return read if is_whole else None


def _admission(scan: Any, now: datetime) -> Asked | None:
    if not isinstance(scan, dict) or not _is_usual(scan):
        return None
    at, device_at = moment(scan.get("at")), moment(scan.get("device_at"))
    if at is None or device_at is None or not now - OLDEST <= at <= now + MOST_AHEAD:
        return None
    # A time that has not come yet is taken as now, as take_scans takes it.
    at = min(at, to_the_millisecond(now))
    return Asked(scan["uid"], scan["party"], scan["how"], scan["people"], at, device_at)


def _is_usual(scan: Mapping[str, Any]) -> bool:
    """Whether it is an admission with nothing remarkable about it, and every text has its form."""
    if scan.get("kind") != "admit" or scan.get("how") not in {"pass", "search"}:
        return False
    if scan.get("undoes") or scan.get("words") or scan.get("was_offline"):
        return False
    uid, party, people = scan.get("uid"), scan.get("party"), scan.get("people")
    if not isinstance(uid, str) or not isinstance(party, str) or type(people) is not int:
        return False
    return bool(_uid(uid) and _code(party)) and 0 < people < 100


def moment(milliseconds: Any) -> datetime | None:
    """Return a time sent as milliseconds since 1970, None for what is none in this century."""
    if type(milliseconds) is not int or not 0 < milliseconds < 4_102_444_800_000:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
