"""Which anniversary it is (R111, R112, R115, R116)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.anniversaries import (
    SATURDAY_TO_FRIDAY,
    Calendar,
    FixedDay,
    HebrewDay,
    HijriDay,
    HijriTable,
    MissingDay,
    NthWeekday,
    Rule,
    anniversary_near,
    is_round,
    keepings,
    ordinal,
    ordinal_of,
    round_numbers_ahead,
    times_kept,
)
from chancery.rules.dates import PartialDate

KHOJALY = FixedDay(2, 26)
PUBLISHED: dict[str, tuple[str, Rule, str, int, str]] = {
    "Khojaly 2010, on the day": ("1992-02-26", KHOJALY, "2010-02-26", 18, "2010-02-26"),
    "Khojaly 2017, published the day before": ("1992-02-26", KHOJALY, "2017-02-25", 25, "2017-02-26"),
    "Khojaly 2019, the day not told": ("1992-02-26", KHOJALY, "2019-02-26", 27, "2019-02-26"),
    "Khojaly 2023, on the Friday before": ("1992-02-26", KHOJALY, "2023-02-24", 31, "2023-02-26"),
    "Khojaly 2024, on the day": ("1992-02-26", KHOJALY, "2024-02-26", 32, "2024-02-26"),
    "Khojaly 2025, published the day before": ("1992-02-26", KHOJALY, "2025-02-25", 33, "2025-02-26"),
    "Srebrenica 2015": ("1995-07-11", FixedDay(7, 11), "2015-07-11", 20, "2015-07-11"),
    "11 September 2023": ("2001-09-11", FixedDay(9, 11), "2023-09-11", 22, "2023-09-11"),
    "UN ceremony on the Monday after": ("1945-01-27", FixedDay(1, 27), "2019-01-28", 74, "2019-01-27"),
    "Remembrance Sunday, a rule date": ("1918-11-11", NthWeekday(11, 6, 2), "2021-11-14", 103, "2021-11-14"),
    "R112: held before New Year": ("1990-01-20", FixedDay(1, 2), "2024-12-30", 35, "2025-01-02"),
    "R112: held after New Year": ("1989-12-25", FixedDay(12, 30), "2025-01-02", 35, "2024-12-30"),
    "R112: the day kept lies in the old year": (
        "1992-01-01",
        FixedDay(1, 1, moves=(SATURDAY_TO_FRIDAY,)),
        "2021-12-31",
        30,
        "2022-01-01",
    ),
    "R115: 29 February counts every year": (
        "1988-02-29",
        FixedDay(2, 29, MissingDay.DAY_AFTER),
        "2025-03-01",
        37,
        "2025-03-01",
    ),
    "R114: counted in Hebrew years": ("1943-04-19", HebrewDay(1, 14), "2025-04-12", 82, "2025-04-12"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", PUBLISHED, ids=str)
def test_ordinal_follows_the_anniversary_day(case: str) -> None:
    """R111, R112: the ceremony is matched to its anniversary day, and that one is counted."""
    event, rule, ceremony, number, anniversary_day = PUBLISHED[case]

    kept = anniversary_near(rule, date.fromisoformat(ceremony))

    assert kept is not None
    assert kept.nominal.isoformat() == anniversary_day
    assert ordinal_of(PartialDate.parse(event), kept, rule).number == number


COUNTED = {
    "the event itself": ("1992-02-26", "1992-02-26", 0),
    "a year known only": ("1992", "2025-02-26", 33),
    "a month known only": ("1992-02", "2025-02-26", 33),
    "to the minute": ("1992-02-26T03:00", "2025-02-26", 33),
    "before the event": ("1992-02-26", "1991-02-26", None),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", COUNTED, ids=str)
def test_ordinal_counts_civil_years(case: str) -> None:
    """R111: year of the anniversary day minus year of the event."""
    event, day, number = COUNTED[case]

    assert ordinal(PartialDate.parse(event), date.fromisoformat(day)).number == number


def test_ordinal_says_how_it_was_counted() -> None:
    """R111: an event known by its year is counted, and the reason says that its day is not known."""
    found = ordinal(PartialDate.parse("1992"), date(2025, 2, 26))

    assert [reason.words() for reason in found.reasons] == [
        "2025 minus 1992 is 33; the year of the anniversary day counts, not the ceremony's.",
        "Of the event only the year 1992 is known, so the number is counted by years.",
    ]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("event", "day", "calendar", "number"),
    [
        ("1992-02-26", "2025-02-26", Calendar.GREGORIAN, 33),
        ("1992-02-26", "2025-02-22", Calendar.HIJRI, 34),
        ("1992-02-26", "2025-02-26", Calendar.HEBREW, 33),
        ("1943-04-19", "2025-04-12", Calendar.HEBREW, 82),
    ],
)
def test_ordinal_differs_by_calendar(event: str, day: str, calendar: Calendar, number: int) -> None:
    """R116: lunar years are shorter, so their number runs ahead."""
    assert ordinal(PartialDate.parse(event), date.fromisoformat(day), calendar=calendar).number == number


OPEN = {
    "the year alone": (
        "1992",
        "2025-02-26",
        HijriTable.UMM_AL_QURA,
        ("The day of the event is not known, so years of the calendar “Hijri” cannot be counted."),
    ),
    "an event before the table": (
        "1918-11-11",
        "2025-02-26",
        HijriTable.UMM_AL_QURA,
        ("The table “Umm al-Qura” does not reach 1918-11-11; choose the civil table to count Hijri years."),
    ),
    "a day beyond the table": (
        "1992-02-26",
        "2080-02-26",
        HijriTable.UMM_AL_QURA,
        ("The table “Umm al-Qura” does not reach 2080-02-26; choose the civil table to count Hijri years."),
    ),
}


@pytest.mark.parametrize("case", OPEN, ids=str)
def test_hijri_ordinal_that_cannot_be_told_is_open(case: str) -> None:
    """R116: nothing is guessed."""
    event, day, table, words = OPEN[case]

    found = ordinal(PartialDate.parse(event), date.fromisoformat(day), calendar=Calendar.HIJRI, table=table)

    assert found.number is None
    assert [(reason.words(), reason.is_open) for reason in found.reasons] == [(words, True)]


def test_civil_hijri_table_counts_beyond() -> None:
    """R116: with the civil table the same question has an answer."""
    found = ordinal(
        PartialDate.parse("1918-11-11"), date(2025, 2, 26), calendar=Calendar.HIJRI, table=HijriTable.CIVIL
    )

    assert found.number == 1446 - 1337


def test_announced_keeping_counts_by_its_own_year() -> None:
    """R116: a new year announced a day early still is the new year."""
    rule = HijriDay(1, 1, announced=((1446, date(2024, 7, 6)),))

    (kept,) = keepings(rule, 2024).kept

    assert ordinal_of(PartialDate.parse("2023-07-19"), kept, rule).number == 1


def test_ceremony_halfway_serves_the_day_to_come() -> None:
    """R112: of two equally near days the coming one, because ceremonies are held before."""
    twice = HijriDay(1, 1, announced=((1445, date(2023, 7, 1)), (1446, date(2024, 7, 1))))

    kept = anniversary_near(twice, date(2023, 12, 31))

    assert kept is not None
    assert kept.day == date(2024, 7, 1)


def test_rule_without_days_serves_no_ceremony() -> None:
    """An undecided 29 February has no day to serve three years in a row."""
    assert anniversary_near(FixedDay(2, 29), date(2026, 2, 28)) is None


def test_leap_years_alone_serve_no_ceremony_between() -> None:
    """R115: a ceremony a year off does not serve the last 29 February; its number is counted all the same."""
    leap_years = FixedDay(2, 29, MissingDay.NOT_KEPT)

    assert anniversary_near(leap_years, date(2025, 2, 28)) is None
    assert ordinal(PartialDate.parse("1988-02-29"), date(2025, 2, 28)).number == 37


@pytest.mark.cases
@pytest.mark.parametrize(
    ("first", "rule", "year", "number"),
    [
        ("2019", FixedDay(5, 9), 2019, 1),
        ("2019-05-09", FixedDay(5, 9), 2023, 5),
        ("2024-07-07", HijriDay(1, 1), 2025, 2),
        ("2019", HijriDay(1, 1), 2025, None),
        ("2026", FixedDay(5, 9), 2025, None),
    ],
)
def test_keepings_are_counted_from_the_first(first: str, rule: Rule, year: int, number: int | None) -> None:
    """R111: where the keeping itself is counted, the first time is number 1 and not 0."""
    (kept,) = keepings(rule, year).kept

    assert times_kept(PartialDate.parse(first), kept, rule).number == number


def test_number_of_a_keeping_says_that_the_first_counts() -> None:
    """R111: completed years and counted times differ by one, and the reason says which it is."""
    (kept,) = keepings(FixedDay(5, 9), 2023).kept

    found = times_kept(PartialDate.parse("2019-05-09"), kept, FixedDay(5, 9))

    assert [reason.words() for reason in found.reasons] == [
        "2023 minus 2019 is 4; the year of the anniversary day counts, not the ceremony's.",
        "The first time counts as the first, so this is number 5.",
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *((0, False), (1, False), (10, True), (15, False), (25, True), (33, False), (75, True)),
        *((85, False), (100, True), (110, False), (150, True), (125, True), (175, True), (200, True)),
    ],
)
def test_round_numbers(number: int, expected: bool) -> None:
    """Tens to 100 with 25 and 75, then every 25."""
    assert is_round(number) is expected


def test_round_numbers_ahead_are_found() -> None:
    """The next round anniversaries of an event, with their days."""
    ahead = round_numbers_ahead(KHOJALY, PartialDate.parse("1992-02-26"), date(2025, 2, 25), years=20)
    sooner = round_numbers_ahead(KHOJALY, PartialDate.parse("1992-02-26"), date(2025, 2, 25))

    assert [(one.number, one.kept.day) for one in ahead] == [
        (40, date(2032, 2, 26)),
        (50, date(2042, 2, 26)),
    ]
    assert [one.number for one in sooner] == [40]


def test_round_number_of_today_is_not_ahead() -> None:
    """A day that has come is not ahead any more."""
    event = PartialDate.parse("1992-02-26")

    assert round_numbers_ahead(KHOJALY, event, date(2032, 2, 26), years=5) == ()
    assert [one.number for one in round_numbers_ahead(KHOJALY, event, date(2032, 2, 25), years=0)] == [40]


@given(st.dates(date(1800, 1, 1), date(2000, 1, 1)), st.integers(0, 150), st.integers(-180, 180))
def test_number_does_not_depend_on_the_ceremony(event: date, years: int, shift: int) -> None:
    """R112: wherever near its day a ceremony is held, the number stays."""
    rule = FixedDay(event.month, event.day, MissingDay.DAY_BEFORE)
    (kept,) = keepings(rule, event.year + years).kept
    ceremony = date.fromordinal(kept.day.toordinal() + shift)

    near = anniversary_near(rule, ceremony)

    assert near is not None
    assert ordinal_of(PartialDate.parse(event.isoformat()), near, rule).number == years
