"""The Hebrew, Hijri and Easter reckonings against known days and against other programs."""

import warnings
from datetime import date

import pytest
from convertdate import hebrew as other_hebrew
from convertdate import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.anniversaries import HijriTable, Tradition, hebrew_day, hijri_day
from chancery.rules.anniversaries.calendars import hebrew_date, hijri_date
from chancery.rules.anniversaries.easter import easter

HEBREW = {
    "1 Tishri 5785": ((5785, 7, 1), "2024-10-03"),
    "27 Nisan 5781": ((5781, 1, 27), "2021-04-09"),
    "5 Iyar 5708": ((5708, 2, 5), "1948-05-14"),
    "14 Nisan 5703": ((5703, 1, 14), "1943-04-19"),
    "14 Adar II 5784": ((5784, 13, 14), "2024-03-24"),
    "25 Kislev 5785": ((5785, 9, 25), "2024-12-26"),
}
HIJRI = {
    "1 Muharram 1446": ((1446, 1, 1), "2024-07-07"),
    "1 Ramadan 1446": ((1446, 9, 1), "2025-03-01"),
    "10 Muharram 1445": ((1445, 1, 10), "2023-07-28"),
    "1 Muharram 1430": ((1430, 1, 1), "2008-12-29"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", HEBREW, ids=str)
def test_hebrew_days_are_known_days(case: str) -> None:
    """R114: both ways."""
    told, day = HEBREW[case]

    assert hebrew_date(*told).isoformat() == day
    found = hebrew_day(date.fromisoformat(day))
    assert (found.year, found.month, found.day) == told


@pytest.mark.cases
@pytest.mark.parametrize("case", HIJRI, ids=str)
def test_hijri_days_are_known_days(case: str) -> None:
    """R116: both ways, by the Umm al-Qura table."""
    told, day = HIJRI[case]

    found = hijri_date(*told, HijriTable.UMM_AL_QURA)
    back = hijri_day(date.fromisoformat(day), HijriTable.UMM_AL_QURA)
    assert found is not None
    assert back is not None
    assert found.isoformat() == day
    assert (back.year, back.month, back.day) == told


@settings(max_examples=60)
@given(st.dates(date(1700, 1, 1), date(2400, 1, 1)))
def test_hebrew_calendar_agrees_with_another_program(day: date) -> None:
    """R114: convertdate reckons in real numbers, this one in whole ones."""
    found = hebrew_day(day)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert (found.year, found.month, found.day) == other_hebrew.from_gregorian(
            day.year, day.month, day.day
        )
    assert hebrew_date(found.year, found.month, found.day) == day


@settings(max_examples=60)
@given(st.dates(date(1700, 1, 1), date(2400, 1, 1)))
def test_civil_hijri_calendar_goes_both_ways(day: date) -> None:
    """R116: the civil table has no end."""
    found = hijri_day(day, HijriTable.CIVIL)

    assert found is not None
    assert hijri_date(found.year, found.month, found.day, HijriTable.CIVIL) == day


@pytest.mark.cases
@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1961, "1961-04-02", "1961-04-09"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2026, "2026-04-05", "2026-04-12"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter_falls_on_known_days(year: int, western: str, orthodox: str) -> None:
    """Both reckonings, in the civil calendar."""
    assert easter(year, Tradition.WESTERN).isoformat() == western
    assert easter(year, Tradition.ORTHODOX).isoformat() == orthodox


@given(st.integers(1583, 4099))
def test_easter_agrees_with_another_program(year: int) -> None:
    """Both are a Sunday, and the western one is convertdate's."""
    assert easter(year, Tradition.WESTERN) == date(*holidays.easter(year, "western"))
    assert easter(year, Tradition.ORTHODOX).weekday() == 6


def test_umm_al_qura_table_has_bounds() -> None:
    """R116: beyond its table nothing is guessed."""
    assert hijri_day(date(1900, 1, 1), HijriTable.UMM_AL_QURA) is None
    assert hijri_date(1501, 1, 1, HijriTable.UMM_AL_QURA) is None
