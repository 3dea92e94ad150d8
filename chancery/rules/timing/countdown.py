"""Tasks counted back from the day of the event."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days an office works: all but its weekend (Monday is 0) and its holidays."""

    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: frozenset[date] = frozenset()

    def holds(self, day: date) -> bool:
        """Whether the office works on this day."""
        return day.weekday() not in self.weekend and day not in self.holidays


class NoWorkingDays(ValueError):
    """The weekend covers the whole week, so no working day can be found."""


def due_on(event_day: date, days_before: int, working_days: WorkingDays | None = None) -> date:
    """
    Find the day a task is due, counted back from the day of the event.

    Shape: 0 is the event day itself; a negative number counts on from it, for what is due afterwards.
    Units: calendar days, or the office's working days when they are given; then 0 on a day off is the last
    working day before it.
    Errors: NoWorkingDays when the weekend is the whole week.
    """
    if working_days is None:
        return event_day - timedelta(days=days_before)
    if len(working_days.weekend & frozenset(range(7))) == 7:
        raise NoWorkingDays
    step = timedelta(days=-1 if days_before >= 0 else 1)
    day = _working(event_day, step, working_days) if days_before == 0 else event_day
    for _ in range(abs(days_before)):
        day = _working(day + step, step, working_days)
    return day


def _working(day: date, step: timedelta, working_days: WorkingDays) -> date:
    while not working_days.holds(day):
        day += step
    return day
