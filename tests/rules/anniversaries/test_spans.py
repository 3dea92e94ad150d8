"""Days kept over long spans, with their numbers and which are round (R111-R116)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.anniversaries import (
    SATURDAY_TO_MONDAY,
    EasterDay,
    FixedDay,
    HebrewDay,
    HijriDay,
    HijriTable,
    MissingDay,
    Move,
    NthWeekday,
    Rule,
    is_round_by,
    keepings,
    keepings_between,
    number_of,
    ordinal_of,
    times_kept,
    year_counted_from,
)
from chancery.rules.dates import PartialDate

# A rule, a span, and the days kept in it.
SPANS: dict[str, tuple[Rule, str, str, list[str]]] = {
    "R111 both ends count": (FixedDay(2, 26), "2025-02-26", "2026-02-26", ["2025-02-26", "2026-02-26"]),
    "R111 nothing between": (FixedDay(2, 26), "2025-02-27", "2026-02-25", []),
    "R111 an empty span": (FixedDay(2, 26), "2026-02-27", "2025-02-25", []),
    "R112 moved over New Year": (
        FixedDay(12, 31, moves=(SATURDAY_TO_MONDAY, Move(6, 1))),
        "2023-01-01",
        "2023-12-30",
        ["2023-01-02"],
    ),
    "R112 moved back over New Year": (
        FixedDay(1, 1, moves=(Move(6, -2),)),
        "2022-12-01",
        "2022-12-31",
        ["2022-12-30"],
    ),
    "R113 second Sunday of November": (
        NthWeekday(11, 6, 2),
        "2024-01-01",
        "2026-12-31",
        ["2024-11-10", "2025-11-09", "2026-11-08"],
    ),
    "R113 the fourth Thursday and the day after": (
        NthWeekday(11, 3, 4, plus_days=1),
        "2026-11-01",
        "2026-12-01",
        ["2026-11-27"],
    ),
    "R115 29 February, leap years only": (
        FixedDay(2, 29, MissingDay.NOT_KEPT),
        "2023-01-01",
        "2032-12-31",
        ["2024-02-29", "2028-02-29", "2032-02-29"],
    ),
    "R115 29 February, the day before": (
        FixedDay(2, 29, MissingDay.DAY_BEFORE),
        "2027-01-01",
        "2028-12-31",
        ["2027-02-28", "2028-02-29"],
    ),
    "R116 twice in a civil year": (
        HijriDay(7, 27, HijriTable.UMM_AL_QURA),
        "2027-01-01",
        "2028-12-31",
        ["2027-01-05", "2027-12-25", "2028-12-14"],
    ),
    "R116 announced otherwise": (
        HijriDay(1, 10, HijriTable.UMM_AL_QURA, ((1446, date(2024, 7, 17)),)),
        "2024-01-01",
        "2024-12-31",
        ["2024-07-17"],
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", SPANS, ids=str)
def test_the_days_of_a_span_are_found(case: str) -> None:
    """R111-R116: all days from the first to the last, in their order, also those moved over New Year."""
    rule, first, last, days = SPANS[case]

    found = keepings_between(rule, date.fromisoformat(first), date.fromisoformat(last))

    assert [kept.day.isoformat() for kept in found] == days


def test_a_day_moved_over_new_year_keeps_its_number() -> None:
    """R112: the number follows the anniversary day of the year before."""
    rule = FixedDay(12, 31, moves=(SATURDAY_TO_MONDAY,))
    kept = keepings_between(rule, date(2023, 1, 1), date(2023, 1, 31))[0]

    assert kept.day == date(2023, 1, 2)
    assert number_of(kept, year_counted_from(PartialDate.parse("1992-12-31"), rule)) == 30


RULES: tuple[Rule, ...] = (
    FixedDay(2, 26),
    FixedDay(12, 31, moves=(Move(5, 2), Move(6, 1))),
    FixedDay(2, 29, MissingDay.DAY_AFTER),
    NthWeekday(11, 6, 2),
    NthWeekday(5, 0, -1, plus_days=-40),
    EasterDay(-2),
    HebrewDay(1, 27),
    HijriDay(1, 10, HijriTable.CIVIL),
    HijriDay(9, 1, HijriTable.UMM_AL_QURA),
)
EVENTS = tuple(map(PartialDate.parse, ("1992-02-26", "1945", "1918-11", "2030-06-01", "1850-03-04")))


@given(
    rule=st.sampled_from(RULES), first=st.dates(date(1940, 1, 1), date(2070, 1, 1)), years=st.integers(0, 12)
)
def test_a_span_holds_what_its_years_hold(rule: Rule, first: date, years: int) -> None:
    """R113-R116: a span is the days of its years and the years beside, cut at both ends."""
    last = first.replace(year=first.year + years, day=1)
    of_years = [kept for year in range(first.year - 1, last.year + 2) for kept in keepings(rule, year).kept]

    found = keepings_between(rule, first, last)

    assert [kept.day for kept in found] == sorted(kept.day for kept in of_years if first <= kept.day <= last)


@given(
    rule=st.sampled_from(RULES),
    event=st.sampled_from(EVENTS),
    year=st.integers(1930, 2070),
)
def test_numbers_are_those_that_are_told_with_reasons(rule: Rule, event: PartialDate, year: int) -> None:
    """R111, R116: the quick count and the one with reasons never differ."""
    counted_from = year_counted_from(event, rule)

    for kept in keepings(rule, year).kept:
        assert number_of(kept, counted_from) == ordinal_of(event, kept, rule).number
        assert number_of(kept, counted_from, counts_first=True) == times_kept(event, kept, rule).number


@pytest.mark.cases
@pytest.mark.parametrize(
    ("number", "step", "is_round"),
    [
        (None, None, False),
        (None, 5, False),
        (0, 5, False),
        (35, None, False),
        (35, 5, True),
        (35, 10, False),
        (25, None, True),
        (25, 10, False),
        (25, 25, True),
        (30, 25, False),
        (50, 50, True),
        (100, 50, True),
        (150, 100, False),
        (200, 100, True),
    ],
)
def test_round_numbers_are_found_by_a_step(number: int | None, step: int | None, is_round: bool) -> None:
    """R111: every 5th, 10th, 25th, 50th, 100th, or the house's own."""
    assert is_round_by(number, step) is is_round
