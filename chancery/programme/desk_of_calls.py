"""What the caller's desk shows before its script takes over, and the words that the script fills in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.programme.desk_words import progress_words
from chancery.rules.timing import duration_words

BEGUN = ("done", "running")

ANOTHER_DAY = 12 * 3600
"""A programme so far from its plan is not late: it is not the day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item beside the clock; `mark` is where it stands, `is_open` whether it may stand by."""

    code: str
    title: str
    kind: str
    planned: str
    projected: str
    actual: str
    progress: str
    mark: str
    is_anchor: bool
    is_part: bool
    is_open: bool
    has_parts: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk as it is served: `current` and `following` are rows or None, cues stand with their item."""

    rows: list[Row]
    current: Row | None
    following: Row | None
    clock: str
    drift: str
    end: str
    cues: list[Mapping[str, Any]]
    offers: list[Mapping[str, Any]]
    is_over_day: bool


def desk_of(state: Mapping[str, Any]) -> Desk:
    """Turn the state of a run into what is served; times are those of the venue."""
    zone = ZoneInfo(state["zone"])
    rows = [_row(item, state, zone) for item in state["items"]]
    by_code = {row.code: row for row in rows}
    starts = [item["planned_start"] for item in state["items"] if item["planned_start"]]
    now = _local(state["now"], zone)
    return Desk(
        rows=rows,
        current=by_code.get(state["current"]),
        following=by_code.get(state["next"]),
        clock=_clock(state["now"], zone),
        drift=drift_words(state["drift"]),
        end=_clock(state["end"]["projected"], zone),
        cues=[cue for cue in state["cues"] if cue["item"] in (state["current"], state["next"])],
        offers=[offer | {"words": _offer(offer)} for offer in state["offers"]],
        is_over_day=bool(starts) and _local(min(starts), zone).date() != now.date(),
    )


def _row(item: Mapping[str, Any], state: Mapping[str, Any], zone: ZoneInfo) -> Row:
    is_begun = item["progress"] in BEGUN
    mark = _mark(item, state)
    start = _clock(item["start"], zone)
    return Row(
        code=item["code"],
        title=_title(item["titles"]),
        kind=item["kind"],
        planned=_clock(item["planned_start"], zone),
        projected="" if is_begun else start,
        actual=start if is_begun else "",
        progress=mark,
        mark=progress_words().get(mark, ""),
        is_anchor=item["is_anchor"],
        is_part=bool(item["parent"]),
        is_open=item["progress"] in ("to-come", "passed-over") and not item["parts"],
        has_parts=item["parts"],
    )


def _mark(item: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    if item["parts"]:
        return str(item["progress"])
    if item["code"] == state["standing_by"]:
        return "standing-by"
    return "next" if item["code"] == state["next"] else str(item["progress"])


def _title(titles: Mapping[str, str]) -> str:
    return wording(titles, get_language() or "en").text


def _local(milliseconds: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone)


def _clock(milliseconds: int | None, zone: ZoneInfo) -> str:
    return "" if milliseconds is None else _local(milliseconds, zone).strftime("%H:%M:%S")


def drift_words(seconds: int | None) -> str:
    """By how much the programme is behind or ahead, with its sign."""
    if seconds is None:
        return _("no planned time to compare with")
    if abs(seconds) > ANOTHER_DAY:
        return _("planned for another day")
    if seconds == 0:
        return _("in time")
    late = _("%(time)s late") if seconds > 0 else _("%(time)s early")
    return late % {"time": duration_words(abs(seconds))}


def _offer(offer: Mapping[str, Any]) -> str:
    values = {"item": _title(offer["titles"]), "saves": duration_words(offer["saves"])}
    return _("Leaving out “%(item)s” wins %(saves)s.") % values
