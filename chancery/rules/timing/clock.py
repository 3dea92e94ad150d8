"""The venue's clock: local times to seconds on one line and back, with care for the change of clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Self

from .items import Anchor, ClockAnchor, InstantAnchor, Programme

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Moment:
    """
    A computed time at the venue.

    `seconds` is the place on the programme's own line and only means something beside another Moment of
    the same programme. `day` counts from the programme's day (0). `on` is missing when the programme has
    no date, `instant` (aware, at the venue's offset of that moment) when it has no zone either.
    """

    seconds: int
    day: int
    clock: time
    on: date | None = None
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The line on which all times of one programme lie. With day and zone it runs in real seconds."""

    day: date | None = None
    zone: tzinfo | None = None

    @classmethod
    def of(cls, programme: Programme) -> Self:
        """Take the programme's day, or the earliest date that any of its items names."""
        if programme.day is not None:
            return cls(programme.day, programme.zone)
        dates = list(_dates_named(programme))
        return cls(min(dates) if dates else None, programme.zone)

    def day_number(self, on: date | int) -> int:
        """Days from the programme's day."""
        if isinstance(on, int):
            return on
        return (on - self.day).days if self.day else 0

    def seconds_at(self, day: int, at: time) -> tuple[int, ...]:
        """
        Place a local time on the line.

        Shape: one place; two, earlier first, for a time that the night's change of clocks repeats. A time
        that the change skips is taken as far after the change as it would have been.
        """
        local = self._local(day, at)
        if local is None or local.tzinfo is None:
            return (day * DAY_SECONDS + _since_midnight(at),)
        places = {int(local.replace(fold=fold).timestamp()) for fold in (0, 1)}
        return (max(places),) if self.is_skipped(day, at) else tuple(sorted(places))

    def seconds_of(self, instant: datetime) -> int:
        """Place an aware moment on the line; without day and zone its own local time counts."""
        if self.day is not None and self.zone is not None:
            return int(instant.timestamp())
        day = (instant.date() - self.day).days if self.day else 0
        return day * DAY_SECONDS + _since_midnight(instant.time())

    def is_skipped(self, day: int, at: time) -> bool:
        """Whether the change of clocks leaves this local time out."""
        local = self._local(day, at)
        if local is None or local.tzinfo is None:
            return False
        back = local.astimezone(UTC).astimezone(local.tzinfo)
        return back.replace(tzinfo=None) != local.replace(tzinfo=None)

    def moment(self, seconds: int) -> Moment:
        """Read a place on the line as local time."""
        if self.day is not None and self.zone is not None:
            local = _with_fixed_offset(datetime.fromtimestamp(seconds, self.zone))
            day = (local.date() - self.day).days
            return Moment(seconds, day, local.time(), local.date(), local)
        day, rest = divmod(seconds, DAY_SECONDS)
        on = self.day + timedelta(days=day) if self.day else None
        return Moment(seconds, day, time(rest // 3600, rest // 60 % 60, rest % 60), on)

    def _local(self, day: int, at: time) -> datetime | None:
        if self.day is None:
            return None
        return datetime.combine(self.day + timedelta(days=day), at.replace(tzinfo=None), self.zone)


def _with_fixed_offset(local: datetime) -> datetime:
    """The same moment without its fold: times that come twice would never compare equal across zones."""
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()), fold=0)


def _since_midnight(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second


def _dates_named(programme: Programme) -> list[date]:
    anchors: list[Anchor | None] = [programme.starts_at, programme.ends_at]
    for item in programme.items:
        anchors += [item.anchor, item.ends_at]
    days = [anchor.on for anchor in anchors if isinstance(anchor, ClockAnchor)]
    days += [item.on for item in programme.items]
    instants = [anchor.at for anchor in anchors if isinstance(anchor, InstantAnchor)]
    local = [instant.astimezone(programme.zone) if programme.zone else instant for instant in instants]
    return [day for day in days if isinstance(day, date)] + [instant.date() for instant in local]
