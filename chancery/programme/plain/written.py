"""Durations, clock times and days as people write them in a plain programme."""

import math
import re
from datetime import date, datetime, time

from chancery.rules.reasons import gettext_noop
from chancery.rules.timing import Anchor, ClockAnchor, InstantAnchor, StartAnchor

from .errors import NotUnderstood

LONGEST = 31 * 86_400
FIRST_YEAR, LAST_YEAR = 1583, 9000

_DURATION = gettext_noop('%(text)s is not a duration; write minutes as a number, "5 min", "0:05" or "PT5M".')
_TOO_LONG = gettext_noop("%(text)s is longer than 31 days; write a shorter duration.")
_SECONDS = gettext_noop("%(text)s is not a number of seconds; write a number that is not negative.")
_TIME = gettext_noop('%(text)s is not a clock time; write "11:00", "11:00:30", "2025-02-26T11:00" or "T-15".')
_DAY = gettext_noop('%(text)s is not a day; write it as "2025-02-26".')
_YEAR = gettext_noop("%(text)s is outside the years 1583 to 9000; correct the year.")

_ISO = re.compile(r"P(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+)S)?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>\d{1,3}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?")
_WORDS = re.compile(
    r"(?:(?P<h>\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?))?\s*"
    r"(?:(?P<m>\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?))?\s*"
    r"(?:(?P<s>\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<m>\d+(?:[.,]\d+)?)")
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_FROM_START = re.compile(
    r"T\s*(?:([+\-−–])\s*(?:(\d{1,3}):([0-5]\d)|(\d{1,5}))\s*(?:min)?|0)?", re.IGNORECASE
)
_RANGE = re.compile(r"\s+to\s+|\s*[–—]\s*(?=[\dT])|(?<=\d)\s*-\s*(?=\d)")


def shown(value: object) -> str:
    """The value as it stands in a sentence, shortened."""
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def seconds_of_minutes(value: object) -> int:
    """
    Read a duration.

    Units: a number is minutes; text may be "5", "5 min", "1 h 30 min", "90 s", "0:05" (hours and minutes) or
    an ISO 8601 duration. The answer is in whole seconds.
    Errors: NotUnderstood for anything else, negative values included.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _bounded(_float(value) * 60, value)
    if isinstance(value, str):
        text = value.strip()
        for pattern in (_ISO, _CLOCK, _NUMBER, _WORDS):
            found = pattern.fullmatch(text)
            if found and any(part is not None for part in found.groupdict().values()):
                return _bounded(_summed(found), value)
    raise NotUnderstood(_DURATION % {"text": shown(value)})


def seconds_given(value: object) -> int:
    """
    Read a number of seconds, or a duration that names its unit.

    Errors: NotUnderstood for a negative or unreadable value.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _bounded(_float(value), value)
    if isinstance(value, str):
        if _NUMBER.fullmatch(value.strip()):
            return _bounded(float(value.replace(",", ".")), value)
        return seconds_of_minutes(value)
    raise NotUnderstood(_SECONDS % {"text": shown(value)})


def day_of(value: object) -> date:
    """Read a day in ISO form. Errors: NotUnderstood."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and "-" in value else None
    except ValueError:
        day = None
    if day is None:
        raise NotUnderstood(_DAY % {"text": shown(value)})
    return _in_bounds(day, value)


def looks_like_a_day(text: str) -> bool:
    """Whether a text is meant as a full date, so that an impossible one is an error and not a remark."""
    return re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text.strip()) is not None


def anchor_of(value: object) -> Anchor:
    """
    Read one clock time: "11:00", "11:00:30", a date with it, an offset after that, or a T-time.

    Units: T-times are minutes ("T-15") or hours and minutes ("T+1:30") from the start; "start" is T0.
    Errors: NotUnderstood.
    """
    if isinstance(value, str):
        found = _anchor(value.strip())
        if found is not None:
            return found
    raise NotUnderstood(_TIME % {"text": shown(value)})


def span_of(value: object) -> tuple[Anchor, Anchor | None]:
    """
    Read a time or a time from-to: "19:00", "19:00-20:00", "T-15 to T-10".

    Errors: NotUnderstood.
    """
    if isinstance(value, str) and _anchor(value.strip()) is None:
        ends = _RANGE.split(value.strip())
        if len(ends) == 2:
            return anchor_of(ends[0]), anchor_of(ends[1])
    return anchor_of(value), None


def is_in_words(value: object) -> bool:
    """Whether a time is told in words only ("dawn"), so that nothing can be computed from it."""
    if not isinstance(value, str) or not value.strip() or any(sign.isdigit() for sign in value):
        return False
    return _anchor(value.strip()) is None


def _float(value: int | float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _summed(found: re.Match[str]) -> float:
    units = {"d": 86_400, "h": 3600, "m": 60, "s": 1}
    parts = {name: part for name, part in found.groupdict().items() if part is not None}
    return sum(float(part.replace(",", ".")) * units[name] for name, part in parts.items())


def _bounded(seconds: float, value: object) -> int:
    if math.isnan(seconds) or seconds < 0:
        raise NotUnderstood(_DURATION % {"text": shown(value)})
    if seconds > LONGEST:
        raise NotUnderstood(_TOO_LONG % {"text": shown(value)})
    return round(seconds)


def _anchor(text: str) -> Anchor | None:
    if text.lower() == "start":
        return StartAnchor()
    if found := _FROM_START.fullmatch(text):
        return StartAnchor(_from_start(found))
    if found := _TIME_OF_DAY.fullmatch(text):
        at = _time(*found.groups())
        return None if at is None else ClockAnchor(at)
    return _dated(text)


def _from_start(found: re.Match[str]) -> int:
    sign, hours, minutes, plain = found.groups()
    distance = int(plain) * 60 if plain else int(hours or 0) * 3600 + int(minutes or 0) * 60
    return -distance if sign and sign != "+" else distance


def _time(hour: str, minute: str, second: str | None) -> time | None:
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None


def _dated(text: str) -> Anchor | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", text):
        return None
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:
        return None
    _in_bounds(moment.date(), text)
    if moment.tzinfo is not None:
        return InstantAnchor(moment)
    return ClockAnchor(moment.time(), moment.date())


def _in_bounds(day: date, value: object) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotUnderstood(_YEAR % {"text": shown(value)})
    return day
