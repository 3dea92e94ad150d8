"""Dates as they are known: to the minute, the day, the month, the year, or not at all."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2})?)?)?)?"
)


class Precision(StrEnum):
    """How far a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16}


class UnreadableDate(ValueError):
    """The text is not a year, month, day or minute in ISO form."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """
    A date with the precision it is known to, in the local time of the place it belongs to.

    Shape: `earliest` and `latest` bound the moments it can mean, both inclusive, to the minute.
    Ties: two dates are decidable only when their bounds do not overlap; see `is_before`.
    """

    earliest: datetime
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read `1992`, `1992-02`, `1992-02-26` or `1992-02-26T19:00`.

        Errors: UnreadableDate with the text, also for days that do not exist.
        """
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            raise UnreadableDate(text)
        parts = [int(part) for part in found.groups() if part is not None]
        precision = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY, 5: Precision.MINUTE}[len(parts)]
        try:
            earliest = datetime(*[*parts, 1, 1][: max(3, len(parts))])  # type: ignore[arg-type]  # year to minute  # noqa: DTZ001  # local to its place by definition
        except ValueError:
            raise UnreadableDate(text) from None
        return cls(earliest, precision)

    @property
    def latest(self) -> datetime:
        """The last minute the date can mean."""
        start = self.earliest
        match self.precision:
            case Precision.YEAR:
                return start.replace(month=12, day=31, hour=23, minute=59)
            case Precision.MONTH:
                return start.replace(day=monthrange(start.year, start.month)[1], hour=23, minute=59)
            case Precision.DAY:
                return start + timedelta(hours=23, minutes=59)
            case Precision.MINUTE:
                return start

    @property
    def last_day(self) -> date:
        """The last day the date can mean."""
        is_whole = self.precision is Precision.DAY or self.precision is Precision.MINUTE
        return (self.earliest if is_whole else self.latest).date()

    def is_before(self, other: "PartialDate") -> bool:
        """Whether every moment this can mean lies before every moment the other can mean."""
        return self.latest < other.earliest

    def __str__(self) -> str:
        return self.earliest.isoformat(timespec="minutes")[: _LENGTHS[self.precision]]
