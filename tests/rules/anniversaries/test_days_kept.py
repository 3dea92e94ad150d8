"""The day on which an anniversary is kept (R113-R116)."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.anniversaries import (
    AWAY_FROM_THE_SABBATH,
    SATURDAY_TO_FRIDAY,
    SATURDAY_TO_MONDAY,
    SUNDAY_TO_MONDAY,
    Calendar,
    EasterDay,
    FixedDay,
    HebrewDay,
    HijriDay,
    HijriTable,
    MissingDay,
    Move,
    NthWeekday,
    Rule,
    Tradition,
    days_kept,
    hebrew_day,
    hijri_day,
    keepings,
)

MONDAY, FRIDAY, SUNDAY = 0, 4, 6
YOM_HASHOAH = HebrewDay(1, 27, moves=AWAY_FROM_THE_SABBATH)
ASHURA = HijriDay(1, 10)
NEW_HIJRI_YEAR = HijriDay(1, 1)

KEPT: dict[str, tuple[Rule, int, list[str]]] = {
    "a fixed day": (FixedDay(2, 26), 2025, ["2025-02-26"]),
    "R113: 27 January 2019 was a Sunday, kept on Monday": (
        FixedDay(1, 27, moves=(SUNDAY_TO_MONDAY,)),
        2019,
        ["2019-01-28"],
    ),
    "R113: 27 January 2018 was a Saturday, kept on Friday": (
        FixedDay(1, 27, moves=(SATURDAY_TO_FRIDAY, SUNDAY_TO_MONDAY)),
        2018,
        ["2018-01-26"],
    ),
    "R113: Saturday to Monday": (FixedDay(1, 27, moves=(SATURDAY_TO_MONDAY,)), 2018, ["2018-01-29"]),
    "R113: a weekday is not moved": (FixedDay(1, 27, moves=(SUNDAY_TO_MONDAY,)), 2017, ["2017-01-27"]),
    "R113: moved back over New Year": (FixedDay(1, 1, moves=(SATURDAY_TO_FRIDAY,)), 2022, ["2021-12-31"]),
    "R113: second Sunday of November": (NthWeekday(11, SUNDAY, 2), 2021, ["2021-11-14"]),
    "R113: second Sunday of November, a year on": (NthWeekday(11, SUNDAY, 2), 2024, ["2024-11-10"]),
    "R113: last Monday of May": (NthWeekday(5, MONDAY, -1), 2025, ["2025-05-26"]),
    "R113: Tuesday after the first Monday": (NthWeekday(11, MONDAY, 1, plus_days=1), 2026, ["2026-11-03"]),
    "R113: last Thursday of November": (NthWeekday(11, 3, -1), 2028, ["2028-11-30"]),
    "R113: last but one Sunday": (NthWeekday(5, SUNDAY, -2), 2026, ["2026-05-24"]),
    "R113: the fifth from the end, in a long month": (NthWeekday(5, FRIDAY, -5), 2026, ["2026-05-01"]),
    "R113: counted on over New Year": (NthWeekday(12, SUNDAY, -1, plus_days=7), 2024, ["2024-01-07"]),
    "R113: counted back over New Year": (NthWeekday(1, MONDAY, 1, plus_days=-7), 2024, ["2024-12-30"]),
    "R113: a fifth Friday that there is": (NthWeekday(5, FRIDAY, 5), 2026, ["2026-05-29"]),
    "R113: a fifth Friday that there is not": (NthWeekday(2, FRIDAY, 5), 2025, []),
    "R115: 29 February in a leap year": (FixedDay(2, 29), 2024, ["2024-02-29"]),
    "R115: the day before": (FixedDay(2, 29, MissingDay.DAY_BEFORE), 2025, ["2025-02-28"]),
    "R115: the day after": (FixedDay(2, 29, MissingDay.DAY_AFTER), 2025, ["2025-03-01"]),
    "R115: leap years only": (FixedDay(2, 29, MissingDay.NOT_KEPT), 2025, []),
    "R115: not decided": (FixedDay(2, 29), 2025, []),
    "R115: 2100 is no leap year": (FixedDay(2, 29, MissingDay.DAY_AFTER), 2100, ["2100-03-01"]),
    "R115: 2000 was one": (FixedDay(2, 29, MissingDay.DAY_AFTER), 2000, ["2000-02-29"]),
    "R114: 2014": (YOM_HASHOAH, 2014, ["2014-04-28"]),
    "R114: 2015": (YOM_HASHOAH, 2015, ["2015-04-16"]),
    "R114: 2016": (YOM_HASHOAH, 2016, ["2016-05-05"]),
    "R114: 2017": (YOM_HASHOAH, 2017, ["2017-04-24"]),
    "R114: 2018": (YOM_HASHOAH, 2018, ["2018-04-12"]),
    "R114: 2019": (YOM_HASHOAH, 2019, ["2019-05-02"]),
    "R114: 2020": (YOM_HASHOAH, 2020, ["2020-04-21"]),
    "R114: a Friday, moved to Thursday": (YOM_HASHOAH, 2021, ["2021-04-08"]),
    "R114: abroad, not moved": (HebrewDay(1, 27), 2021, ["2021-04-09"]),
    "R114: abroad, a Sunday": (HebrewDay(1, 27), 2014, ["2014-04-27"]),
    "R114: a day of Tishri": (HebrewDay(7, 1), 2024, ["2024-10-03"]),
    "R114: 10 Tevet twice in a civil year": (HebrewDay(10, 10), 2020, ["2020-01-07", "2020-12-25"]),
    "R114: 10 Tevet not at all": (HebrewDay(10, 10), 2019, []),
    "R114: Adar of a leap year in Adar II": (HebrewDay(12, 14), 2024, ["2024-03-24"]),
    "R114: Adar of a leap year in the first Adar": (
        HebrewDay(12, 14, adar_of_leap_years=12),
        2024,
        ["2024-02-23"],
    ),
    "R114: Adar II of a common year": (HebrewDay(13, 14), 2025, ["2025-03-14"]),
    "R114: 30 of the first Adar, in a leap year": (
        HebrewDay(12, 30, adar_of_leap_years=12),
        2024,
        ["2024-03-10"],
    ),
    "R114: 30 Adar of a common year, kept a day before": (
        HebrewDay(12, 30, MissingDay.DAY_BEFORE, adar_of_leap_years=12),
        2025,
        ["2025-03-29"],
    ),
    "R114: 30 Adar of a common year, kept a day after": (
        HebrewDay(12, 30, adar_of_leap_years=12),
        2025,
        ["2025-03-30"],
    ),
    "R114: 29 Adar II of a leap year": (HebrewDay(13, 29), 2024, ["2024-04-08"]),
    "R114: 30 Heshvan, which 2024 lacks, on the day after": (HebrewDay(8, 30), 2023, ["2023-11-14"]),
    "R114: 30 Heshvan, kept a day before": (HebrewDay(8, 30, MissingDay.DAY_BEFORE), 2023, ["2023-11-13"]),
    "R114: 30 Heshvan, not kept": (HebrewDay(8, 30, MissingDay.NOT_KEPT), 2023, []),
    "R116: a Hijri day": (ASHURA, 2023, ["2023-07-28"]),
    "R116: earlier in the next civil year": (ASHURA, 2024, ["2024-07-16"]),
    "R116: twice in a civil year": (NEW_HIJRI_YEAR, 2008, ["2008-01-10", "2008-12-29"]),
    "R116: by the civil table": (HijriDay(1, 10, HijriTable.CIVIL), 2023, ["2023-07-28"]),
    "R116: the civil table reaches further": (HijriDay(1, 1, HijriTable.CIVIL), 1900, ["1900-05-01"]),
    "R116: the other table does not": (NEW_HIJRI_YEAR, 1900, []),
    "R116: an announced day": (HijriDay(1, 10, announced=((1446, date(2024, 7, 17)),)), 2024, ["2024-07-17"]),
    "R116: announced for another year": (
        HijriDay(1, 10, announced=((1447, date(2025, 7, 6)),)),
        2024,
        ["2024-07-16"],
    ),
    "R116: 30 Safar, which 1445 lacks": (HijriDay(2, 30), 2023, ["2023-09-15"]),
    "Easter": (EasterDay(), 2025, ["2025-04-20"]),
    "Good Friday": (EasterDay(-2), 2024, ["2024-03-29"]),
    "Orthodox Easter": (EasterDay(tradition=Tradition.ORTHODOX), 2024, ["2024-05-05"]),
    "a year out of reach": (FixedDay(2, 26), 9999, []),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", KEPT, ids=str)
def test_days_kept_follow_the_table(case: str) -> None:
    """The days kept in a civil year are those of the table."""
    rule, year, days = KEPT[case]

    assert [day.isoformat() for day in days_kept(rule, year)] == days


@pytest.mark.cases
@pytest.mark.parametrize(
    ("year", "weekday"),
    [(2014, 0), (2015, 3), (2016, 3), (2017, 0), (2018, 3), (2019, 3), (2020, 1)],
)
def test_yom_hashoah_falls_on_its_published_weekday(year: int, weekday: int) -> None:
    """R114: weekdays as published."""
    assert [day.weekday() for day in days_kept(YOM_HASHOAH, year)] == [weekday]


def test_moved_day_keeps_its_anniversary_day_and_evening() -> None:
    """R114: a moved day begins on the evening before the day kept; the anniversary day is not lost."""
    (kept,) = keepings(YOM_HASHOAH, 2021).kept

    assert (kept.day, kept.nominal, kept.begins_on) == (date(2021, 4, 8), date(2021, 4, 9), date(2021, 4, 7))
    assert (kept.calendar, kept.year) == (Calendar.HEBREW, 5781)
    assert [reason.words() for reason in kept.reasons] == [
        "27 Nisan 5781 is 2021-04-09.",
        "Kept on 2021-04-08 instead of 2021-04-09, because of the day of the week.",
        "The day begins at sundown on 2021-04-07.",
    ]
    assert {reason.rule for reason in kept.reasons} == {"R114"}


def test_announced_day_is_told() -> None:
    """R116: what was announced stands instead of the table and says so."""
    rule = HijriDay(1, 10, announced=((1446, date(2024, 7, 17)),))

    (kept,) = keepings(rule, 2024).kept

    assert kept.reasons[0].words() == "10 Muharram 1446 was announced as 2024-07-17."
    assert (kept.calendar, kept.year, kept.begins_on) == (Calendar.HIJRI, 1446, date(2024, 7, 16))


def test_first_adar_is_called_so() -> None:
    """R114: a reason tells which of two Adars it means, and a common year has only one."""
    rule = HebrewDay(12, 14, adar_of_leap_years=12)

    told = [keepings(rule, year).kept[0].reasons[0].words() for year in (2024, 2025)]

    assert told == ["14 Adar I 5784 is 2024-02-23.", "14 Adar 5785 is 2025-03-14."]


UNKEPT: dict[str, tuple[Rule, int, str, bool]] = {
    "not decided": (
        FixedDay(2, 29),
        2025,
        (
            "29 February does not exist in that year; "
            "decide whether the day before or after is kept then, or neither."
        ),
        True,
    ),
    "leap years only": (
        FixedDay(2, 29, MissingDay.NOT_KEPT),
        2025,
        "29 February does not exist in that year, and the day is only kept where it does.",
        False,
    ),
    "no fifth Friday": (
        NthWeekday(2, FRIDAY, 5),
        2025,
        "The month has fewer such weekdays in 2025, so the day is not kept.",
        False,
    ),
    "beyond the table": (
        HijriDay(1, 1),
        2080,
        "The table “Umm al-Qura” does not reach 1504; choose the civil table or enter the announced day.",
        True,
    ),
    "beyond all": (FixedDay(2, 26), 1500, "Days are told from 1583 to 9000 only; 1500 lies outside.", True),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", UNKEPT, ids=str)
def test_year_without_a_day_says_why(case: str) -> None:
    """What the office has to decide is open; what the rule decides is not."""
    rule, year, words, is_open = UNKEPT[case]

    found = keepings(rule, year)

    assert found.kept == ()
    assert [(reason.words(), reason.is_open) for reason in found.reasons] == [(words, is_open)]


def test_substitute_of_a_missing_day_is_told() -> None:
    """R115: keeping another day is a decision with a reason."""
    (kept,) = keepings(FixedDay(2, 29, MissingDay.DAY_BEFORE), 2025).kept

    assert kept.reasons[1].words() == "29 February does not exist in that year, so the day before is kept."


rules = st.one_of(
    st.builds(FixedDay, st.integers(1, 12), st.integers(1, 28)),
    st.builds(NthWeekday, st.integers(1, 12), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1, -2])),
    st.builds(EasterDay, st.integers(-60, 60), st.sampled_from(Tradition)),
)


@settings(max_examples=50)
@given(rules, st.integers(1583, 9000))
def test_civil_days_come_exactly_once_a_year(rule: Rule, year: int) -> None:
    """A day of the civil year is kept once, in its year, with a reason."""
    (kept,) = keepings(rule, year).kept

    assert kept.day == kept.nominal
    assert kept.day.year == year
    assert kept.reasons


@settings(max_examples=50)
@given(st.integers(1, 12), st.integers(1, 28), st.integers(1930, 2070))
def test_hijri_days_of_many_years_are_lunar_years_apart(month: int, day: int, year: int) -> None:
    """
    R116: one keeping in each Hijri year, about 354 days after the other, and the table gives it back.

    Every month has 28 days; see the next test for one that has no more.
    """
    rule = HijriDay(month, day)
    kept = [one for near in range(year, year + 4) for one in keepings(rule, near).kept]

    assert [one.year for one in kept] == list(range(kept[0].year, kept[0].year + len(kept)))
    assert {(later.day - one.day).days for one, later in pairwise(kept)} <= {353, 354, 355, 356}
    for one in kept:
        back = hijri_day(one.day, HijriTable.UMM_AL_QURA)
        assert back is not None
        assert (back.month, back.day) == (month, day)


def test_a_day_that_a_short_month_of_the_table_lacks_is_kept_the_day_before() -> None:
    """R116: by the table, Sha'ban 1364 had 28 days."""
    [kept] = keepings(HijriDay(8, 29), 1945).kept

    assert kept.day == date(1945, 8, 7)
    words = "29 Sha'ban 1364 does not exist in that year, so the day before is kept."
    assert words in [reason.words() for reason in kept.reasons]


@settings(max_examples=50)
@given(st.integers(1, 11), st.integers(1, 29), st.integers(1900, 2200))
def test_hebrew_days_come_once_a_hebrew_year(month: int, day: int, year: int) -> None:
    """R114: one keeping in each Hebrew year, and the calendar gives it back."""
    kept = [one for near in range(year, year + 4) for one in keepings(HebrewDay(month, day), near).kept]

    assert [one.year for one in kept] == list(range(kept[0].year, kept[0].year + len(kept)))
    for one in kept:
        back = hebrew_day(one.day)
        assert (back.year, back.month, back.day) == (one.year, month, day)


@settings(max_examples=60)
@given(st.integers(1948, 2300))
def test_moved_nisan_never_touches_a_sabbath(year: int) -> None:
    """R114: 27 Nisan is never kept from Friday to Sunday, and is moved by one day at most."""
    (kept,) = keepings(YOM_HASHOAH, year).kept

    assert kept.day.weekday() in (0, 1, 2, 3)
    assert abs((kept.day - kept.nominal).days) <= 1


def test_first_fitting_move_counts() -> None:
    """Moves are looked through in order."""
    rule = FixedDay(1, 27, moves=(Move(SUNDAY, -2), Move(SUNDAY, 1)))

    assert days_kept(rule, 2019) == (date(2019, 1, 25),)
