"""Tasks counted back from the day of the event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.timing import NoWorkingDays, WorkingDays, due_on

OFFICE = WorkingDays(holidays=frozenset({date(2025, 2, 20)}))
GULF = WorkingDays(weekend=frozenset({4, 5}))

CASES = {
    "calendar days": (date(2025, 2, 26), 14, None, date(2025, 2, 12)),
    "the day itself": (date(2025, 2, 26), 0, None, date(2025, 2, 26)),
    "afterwards": (date(2025, 2, 26), -3, None, date(2025, 3, 1)),
    "working days over a weekend": (date(2025, 2, 26), 3, OFFICE, date(2025, 2, 21)),
    "working days over a holiday": (date(2025, 2, 26), 4, OFFICE, date(2025, 2, 19)),
    "a weekend of Friday and Saturday": (date(2025, 2, 26), 4, GULF, date(2025, 2, 20)),
    "the event day is a working day": (date(2025, 2, 26), 0, OFFICE, date(2025, 2, 26)),
    "the event day is a Sunday": (date(2025, 3, 2), 0, OFFICE, date(2025, 2, 28)),
    "working days afterwards": (date(2025, 2, 28), -1, OFFICE, date(2025, 3, 3)),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_due_day_follows_the_table(case: str) -> None:
    """Days are counted back in calendar or working days."""
    event_day, days_before, working_days, expected = CASES[case]

    assert due_on(event_day, days_before, working_days) == expected


def test_week_without_working_days_is_refused() -> None:
    """Counting would never end."""
    with pytest.raises(NoWorkingDays):
        due_on(date(2025, 2, 26), 1, WorkingDays(weekend=frozenset(range(7))))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_working_due_day_is_a_working_day_and_not_later(event_day: date, days_before: int) -> None:
    """More days before never gives a later day, and the day is worked."""
    due = due_on(event_day, days_before, OFFICE)

    assert OFFICE.holds(due)
    assert due <= due_on(event_day, days_before)
    assert due_on(event_day, days_before + 1, OFFICE) < due or days_before == 0
