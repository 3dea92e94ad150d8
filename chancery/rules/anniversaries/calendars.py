"""Days of the Hebrew and Hijri calendars as civil dates, by day (an evening belongs to the day after it)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from convertdate import islamic
from hijridate import Gregorian, Hijri

from chancery.rules.reasons import Phrase, gettext_noop

NISAN, AV, TISHRI, HESHVAN, KISLEV, ADAR, ADAR_II = 1, 5, 7, 8, 9, 12, 13
HEBREW_MONTHS = (
    *(gettext_noop("Nisan"), gettext_noop("Iyar"), gettext_noop("Sivan"), gettext_noop("Tammuz")),
    *(gettext_noop("Av"), gettext_noop("Elul"), gettext_noop("Tishri"), gettext_noop("Heshvan")),
    *(gettext_noop("Kislev"), gettext_noop("Tevet"), gettext_noop("Shevat"), gettext_noop("Adar")),
    gettext_noop("Adar II"),
)
FIRST_ADAR = gettext_noop("Adar I")
HIJRI_MONTHS = (
    *(gettext_noop("Muharram"), gettext_noop("Safar"), gettext_noop("Rabi I"), gettext_noop("Rabi II")),
    *(gettext_noop("Jumada I"), gettext_noop("Jumada II"), gettext_noop("Rajab"), gettext_noop("Sha'ban")),
    *(gettext_noop("Ramadan"), gettext_noop("Shawwal")),
    *(gettext_noop("Dhu al-Qa'da"), gettext_noop("Dhu al-Hijja")),
)
_OF_YEAR = gettext_noop("%(day)s %(month)s %(year)s")

# Rata Die of 1 Tishri of the year 1, as counted in Reingold and Dershowitz, Calendrical Calculations.
_HEBREW_EPOCH = -1_373_427
_PARTS_OF_A_DAY = 25_920
_UMM_AL_QURA_YEARS = range(1343, 1501)


class Calendar(StrEnum):
    """The calendar by which years are counted (R116)."""

    GREGORIAN = "gregorian"
    HEBREW = "hebrew"
    HIJRI = "hijri"

    @property
    def words(self) -> Phrase:
        """The name of the calendar."""
        return Phrase(_CALENDARS[self])


class HijriTable(StrEnum):
    """The table by which Hijri days are found; it is stored with every rule (R116)."""

    UMM_AL_QURA = "umm-al-qura"
    CIVIL = "civil"

    @property
    def words(self) -> Phrase:
        """The name of the table."""
        return Phrase(_TABLES[self])


_CALENDARS = {
    Calendar.GREGORIAN: gettext_noop("civil"),
    Calendar.HEBREW: gettext_noop("Hebrew"),
    Calendar.HIJRI: gettext_noop("Hijri"),
}
_TABLES = {HijriTable.UMM_AL_QURA: gettext_noop("Umm al-Qura"), HijriTable.CIVIL: gettext_noop("civil")}


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a lunar calendar. Months count from Nisan (Hebrew) or Muharram (Hijri)."""

    year: int
    month: int
    day: int


def hebrew_words(year: int, month: int, day: int) -> Phrase:
    """27 Nisan 5781; of two Adars the first is called so."""
    is_first = month == ADAR and is_hebrew_leap(year)
    name = FIRST_ADAR if is_first else HEBREW_MONTHS[month - 1]
    return Phrase(_OF_YEAR, day=str(day), month=Phrase(name), year=str(year))


def hijri_words(year: int, month: int, day: int) -> Phrase:
    """10 Muharram 1446."""
    return Phrase(_OF_YEAR, day=str(day), month=Phrase(HIJRI_MONTHS[month - 1]), year=str(year))


def is_hebrew_leap(year: int) -> bool:
    """Whether a Hebrew year has thirteen months."""
    return (7 * year + 1) % 19 < 7


def hebrew_month_length(year: int, month: int) -> int:
    """Days of a Hebrew month, 29 or 30."""
    days_of_year = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    is_short = (
        month in (2, 4, 6, 10, ADAR_II)
        or (month == ADAR and not is_hebrew_leap(year))
        or (month == HESHVAN and days_of_year % 10 != 5)
        or (month == KISLEV and days_of_year % 10 == 3)
    )
    return 29 if is_short else 30


def hebrew_date(year: int, month: int, day: int) -> date:
    """The civil date of a Hebrew day; the day begins on the evening before it."""
    months = list(range(TISHRI, _last_month(year) + 1)) + list(range(NISAN, TISHRI))
    before = months[: months.index(month)]
    days = sum(hebrew_month_length(year, earlier) for earlier in before)
    return date.fromordinal(_hebrew_new_year(year) + days + day - 1)


def hebrew_day(on: date) -> CalendarDay:
    """The Hebrew day of a civil date, by day and not by evening."""
    year = on.year + 3761
    if date.fromordinal(_hebrew_new_year(year)) > on:
        year -= 1
    left = on.toordinal() - _hebrew_new_year(year)
    month = TISHRI
    while left >= hebrew_month_length(year, month):
        left -= hebrew_month_length(year, month)
        month = NISAN if month == _last_month(year) else month + 1
    return CalendarDay(year, month, left + 1)


@lru_cache(maxsize=4096)
def hijri_month_length(year: int, month: int, table: HijriTable) -> int | None:
    """Days of a Hijri month, 29 or 30; None where the table does not reach."""
    if table is HijriTable.CIVIL:
        return int(islamic.month_length(year, month))
    return Hijri(year, month, 1).month_length() if year in _UMM_AL_QURA_YEARS else None


@lru_cache(maxsize=16_384)
def hijri_date(year: int, month: int, day: int, table: HijriTable) -> date | None:
    """The civil date of a Hijri day; None where the table does not reach."""
    if table is HijriTable.CIVIL:
        return date(*islamic.to_gregorian(year, month, day))
    if year not in _UMM_AL_QURA_YEARS:
        return None
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def hijri_day(on: date, table: HijriTable) -> CalendarDay | None:
    """The Hijri day of a civil date, by day and not by evening; None where the table does not reach."""
    if table is HijriTable.CIVIL:
        return CalendarDay(*islamic.from_gregorian(on.year, on.month, on.day))
    try:
        found = Gregorian(on.year, on.month, on.day).to_hijri()
    except OverflowError:
        return None
    return CalendarDay(found.year, found.month, found.day)


def _last_month(year: int) -> int:
    return ADAR_II if is_hebrew_leap(year) else ADAR


@lru_cache(maxsize=1024)
def _hebrew_new_year(year: int) -> int:
    """Rata Die of 1 Tishri, after the delays that keep the length of years within bounds."""
    before, this, after = (_days_elapsed(near) for near in (year - 1, year, year + 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _days_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // _PARTS_OF_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
