"""Durations and clock times as they stand in sentences: signs of measure, the same in every language."""

from datetime import time

from .clock import Moment


def duration_words(seconds: int) -> str:
    """
    Write a duration in hours and minutes, with seconds only where there are any (R90).

    Units: seconds in; "90 s" below two minutes that are not whole, else "1 h 30 min", "20 min 30 s".
    """
    if seconds < 120 and seconds % 60:
        return f"{seconds} s"
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (left, "s"))
    return " ".join(f"{count} {sign}" for count, sign in parts if count) or "0 min"


def clock_words(at: time) -> str:
    """Write a clock time to the minute, with seconds only where there are any."""
    return at.strftime("%H:%M:%S" if at.second else "%H:%M")


def moment_words(moment: Moment) -> str:
    """Write a moment as clock time, with its date or day only where it is not the programme's day."""
    at = clock_words(moment.clock)
    if moment.day == 0:
        return at
    return f"{moment.on.isoformat()} {at}" if moment.on else f"{at} ({moment.day:+d} d)"


def offset_words(moment: Moment) -> str:
    """Write the distance of the venue's clock from UTC at a moment, empty when the zone is not known."""
    return moment.instant.strftime("%:z") if moment.instant else ""
