"""Easter Sunday in the civil calendar."""

from datetime import date, timedelta

from .rules import Tradition


def easter(year: int, tradition: Tradition) -> date:
    """
    Find Easter Sunday.

    Shape: a civil (Gregorian) date, also for the Orthodox reckoning.
    Source: the anonymous Gregorian computus, and Meeus's for the Julian calendar.
    """
    return _western(year) if tradition is Tradition.WESTERN else _orthodox(year)


def _western(year: int) -> date:
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    to_sunday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    full_moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7
    month, day = divmod(full_moon + to_sunday + 114, 31)
    julian_to_gregorian = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=julian_to_gregorian)
