"""Which tenures count on a day."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Protocol

from django.db.models import Q

from chancery.directory.models import Tenure
from chancery.rules.dates import PartialDate


class Dated(Protocol):
    """A tenure, or what was read of one."""

    @property
    def basis(self) -> str: ...
    @property
    def begins(self) -> PartialDate | None: ...
    @property
    def ends(self) -> PartialDate | None: ...


def current[OneTenure: Dated](tenures: Iterable[OneTenure], day: date) -> list[OneTenure]:
    """Return the tenures that may be held on `day`, in the given order; one of a former holder never is."""
    return [tenure for tenure in tenures if is_current(tenure, day)]


def is_current(tenure: Dated, day: date) -> bool:
    """Whether a tenure has not surely ended before `day`, nor surely begins after it."""
    if tenure.basis == Tenure.Basis.FORMER:
        return False
    has_begun = tenure.begins is None or tenure.begins.earliest <= datetime.combine(day, time.max)
    is_over = tenure.ends is not None and tenure.ends.latest < datetime.combine(day, time.min)
    return has_begun and not is_over


def held_on(day: date, prefix: str = "") -> Q:
    """
    Return the same as a condition on tenures; `prefix` leads to them (`tenures__`).

    Dates are ISO text, so a year stands before its days: an end in this year or month is not over yet.
    """
    text = day.isoformat()
    ends = Q(**{f"{prefix}ends": None}) | Q(**{f"{prefix}ends__gte": text})
    ends |= Q(**{f"{prefix}ends__in": [text[:4], text[:7]]})
    begins = Q(**{f"{prefix}begins": None}) | Q(**{f"{prefix}begins__lte": f"{text}T23:59"})
    return ends & begins & ~Q(**{f"{prefix}basis": Tenure.Basis.FORMER})
