"""What else falls on the day of an event (docs/rules/calendar.md)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.conflicts import About, Avoided, KeptDay, Planned, Sureness, conflicts_of_days

DAY = date(2027, 2, 26)
EVE = date(2027, 2, 25)
MOURNING = Avoided("Mourning", "sample", "Romania", DAY, DAY, "a decree")
FEAST = replace(MOURNING, name="Feast", begins_at_sundown=True)
DINNER = Planned("Sample dinner", "Sample embassy", "Paris", DAY, DAY)
FOUNDING = KeptDay("Founding day", DAY)
VIGIL = KeptDay("Sample vigil", DAY, eve=EVE)
ESTIMATED = "the day is estimated and is announced shortly before."

# The first and last day of the event, what is known, and the sentence it comes to, by rule.
CASES = {
    "D1 nothing is known": (DAY, DAY, {}, []),
    "D1 another day": (date(2027, 3, 1), date(2027, 3, 1), {"avoided": [MOURNING]}, []),
    "D2 a day with its source": (
        DAY,
        DAY,
        {"avoided": [MOURNING]},
        ["2027-02-26 is “Mourning” (sample) in Romania, according to a decree."],
    ),
    "D2 without a source": (
        DAY,
        DAY,
        {"avoided": [replace(MOURNING, source="")]},
        ["2027-02-26 is “Mourning” (sample) in Romania; no source is given for it, so ask first."],
    ),
    "D2 the first of the event's days that is met": (
        EVE,
        date(2027, 2, 28),
        {"avoided": [replace(MOURNING, last=date(2027, 3, 2))]},
        ["2027-02-26 is “Mourning” (sample) in Romania, according to a decree."],
    ),
    "D3 estimated": (
        DAY,
        DAY,
        {"avoided": [replace(FEAST, sureness=Sureness.ESTIMATED)]},
        [f"2027-02-26 is probably “Feast” (sample) in Romania, according to a decree; {ESTIMATED}"],
    ),
    "D3 in lieu": (
        DAY,
        DAY,
        {"avoided": [replace(MOURNING, sureness=Sureness.IN_LIEU)]},
        ["2027-02-26 is a day off in lieu of “Mourning” (sample) in Romania, according to a decree."],
    ),
    "D4 the evening before": (
        EVE,
        EVE,
        {"avoided": [FEAST]},
        ["“Feast” (sample) in Romania begins on the evening of 2027-02-25."],
    ),
    "D4 the evening before a day that begins at midnight": (EVE, EVE, {"avoided": [MOURNING]}, []),
    "D5 another event": (
        DAY,
        DAY,
        {"planned": [DINNER]},
        ["Sample embassy plans “Sample dinner” on 2027-02-26 in Paris."],
    ),
    "D5 in a city that is not known": (
        DAY,
        DAY,
        {"planned": [replace(DINNER, city="")]},
        ["Sample embassy plans “Sample dinner” on 2027-02-26."],
    ),
    "D6 an occasion": (DAY, DAY, {"kept": [FOUNDING]}, ["2027-02-26 is the day of “Founding day”."]),
    "D6 its evening": (
        EVE,
        EVE,
        {"kept": [VIGIL, FOUNDING]},
        ["“Sample vigil” begins on the evening of 2027-02-25."],
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_day_says_what_falls_on_it(case: str) -> None:
    """D1-D6: each thing in one sentence, and nothing where nothing falls on the day."""
    first, last, known, sentences = CASES[case]

    found = conflicts_of_days(first, last, **known)  # type: ignore[arg-type]  # the table holds plain lists

    assert [conflict.reason.words() for conflict in found] == sentences


def test_days_to_avoid_stand_before_events_and_occasions() -> None:
    """D1: in the order in which they weigh, whatever the order they came in."""
    found = conflicts_of_days(DAY, DAY, kept=[FOUNDING], planned=[DINNER], avoided=[MOURNING])

    assert [conflict.about for conflict in found] == [About.AVOIDED, About.EVENT, About.OCCASION]


days = st.dates(date(2027, 1, 1), date(2027, 12, 31))


@given(first=days, length=st.integers(0, 20), begins=days, lasts=st.integers(0, 20))
def test_a_span_is_told_once_on_a_shared_day(first: date, length: int, begins: date, lasts: int) -> None:
    """D2: where two spans meet there is one conflict on a day of both, else none."""
    event = [date.fromordinal(first.toordinal() + step) for step in range(length + 1)]
    span = [date.fromordinal(begins.toordinal() + step) for step in range(lasts + 1)]
    shared = sorted(set(event) & set(span))

    found = conflicts_of_days(event[0], event[-1], avoided=[replace(MOURNING, first=span[0], last=span[-1])])

    assert [conflict.day for conflict in found] == shared[:1]
