"""Dates as offices write them, read as far as they say."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from chancery.rules.dates import PartialDate, UnreadableDate

_FIRST_DAY_OF_SHEETS = date(1899, 12, 30)
_SERIAL = re.compile(r"\d{5}")
_DOTTED = re.compile(r"(\d{1,2})[.\s](\d{1,2})[.\s](\d{4})\.?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")


class Slashes(StrEnum):
    """In which order a column writes 03/04/2022."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = "open"


class TwoReadings(ValueError):
    """The date can be read in two ways, and nothing in its column decides."""


def slashes_in(texts: Iterable[str]) -> Slashes:
    """Return how a column writes dates with slashes, as far as one of them leaves no doubt."""
    found = [_SLASHED.fullmatch(text) for text in texts]
    firsts = {int(match[1]) > 12 for match in found if match}
    seconds = {int(match[2]) > 12 for match in found if match}
    if True in firsts and True not in seconds:
        return Slashes.DAY_FIRST
    if True in seconds and True not in firsts:
        return Slashes.MONTH_FIRST
    return Slashes.OPEN


def date_of(text: str, slashes: Slashes = Slashes.OPEN) -> PartialDate:
    """
    Read a date: `2022-03-14T11:30`, `2022-03`, `2022`, `14.3.2022`, `14/03/2022`, `03.2022`, or the number of
    days by which a spreadsheet counts.

    Errors: UnreadableDate; TwoReadings for `03/04/2022` in a column that does not decide it.
    """
    if _SERIAL.fullmatch(text):
        return PartialDate.parse((_FIRST_DAY_OF_SHEETS + timedelta(days=int(text))).isoformat())
    if found := _DOTTED.fullmatch(text):
        return _day(found[3], found[2], found[1], text)
    if found := _MONTH.fullmatch(text):
        return _parsed(f"{found[2]}-{int(found[1]):02}", text)
    if found := _SLASHED.fullmatch(text):
        return _slashed(found, slashes, text)
    return PartialDate.parse(text)


def _slashed(found: re.Match[str], slashes: Slashes, text: str) -> PartialDate:
    first, second, year = found[1], found[2], found[3]
    if slashes is Slashes.MONTH_FIRST or int(second) > 12:
        return _day(year, first, second, text)
    if slashes is Slashes.DAY_FIRST or int(first) > 12 or first == second:
        return _day(year, second, first, text)
    raise TwoReadings(text)


def _day(year: str, month: str, day: str, text: str) -> PartialDate:
    return _parsed(f"{year}-{int(month):02}-{int(day):02}", text)


def _parsed(iso: str, text: str) -> PartialDate:
    try:
        return PartialDate.parse(iso)
    except UnreadableDate:
        raise UnreadableDate(text) from None
