"""Which anniversary an occasion keeps, on its page and in the header of an event (R111-R116)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from chancery.events.models import EventOccasion
from chancery.occasions import days
from chancery.occasions.models import Occasion
from chancery.occasions.wording import number_words
from tests import make
from tests.conftest import People

FIXED = {"kind": "fixed", "month": 2, "day": 26}
HIJRI = {"kind": "hijri", "month": 8, "day": 23, "table": "umm-al-qura"}
LEAP = {"kind": "fixed", "month": 2, "day": 29, "missing": "day-before"}

# happened, first kept, counts, rule, anniversary day → words
NUMBERS: dict[str, tuple[str, str, str, dict[str, Any], str, str]] = {
    "R111 the 33rd": ("1992-02-26", "", "event", FIXED, "2025-02-26", "33rd anniversary"),
    "R111 the year alone is known": ("1992", "", "event", FIXED, "2025-02-26", "33rd anniversary"),
    "R111 the year itself has none": ("1992-02-26", "", "event", FIXED, "1992-02-26", ""),
    "R111 before the event there is none": ("1992-02-26", "", "event", FIXED, "1991-02-26", ""),
    "R111 how often it is kept": ("1992-02-26", "2019", "keeping", FIXED, "2023-02-26", "for the 5th time"),
    "R111 the first time": ("1992-02-26", "2019", "keeping", FIXED, "2019-02-26", "for the 1st time"),
    "R111 nothing is counted": ("1992-02-26", "2019", "nothing", FIXED, "2023-02-26", ""),
    "R112 the day was moved from a Sunday": (
        "1945-01-27",
        "",
        "event",
        {"kind": "fixed", "month": 1, "day": 27, "moves": {"sunday": 1}},
        "2019-01-28",
        "74th anniversary",
    ),
    "R112 moved over New Year": (
        "1992-01-01",
        "",
        "event",
        {"kind": "fixed", "month": 1, "day": 1, "moves": {"saturday": -1}},
        "2021-12-31",
        "30th anniversary",
    ),
    "R114 in Hebrew years": (
        "1943-04-19",
        "",
        "event",
        {"kind": "hebrew", "month": 1, "day": 14},
        "2025-04-12",
        "82nd anniversary",
    ),
    "R115 every year counts": ("1988-02-29", "", "event", LEAP, "2025-02-28", "37th anniversary"),
    "R116 in Hijri years": ("1992-02-26", "", "event", HIJRI, "2025-02-22", "34th anniversary"),
    "R116 a day that the rule does not give is counted in civil years": (
        "1992-02-26",
        "",
        "event",
        HIJRI,
        "2025-02-26",
        "33rd anniversary",
    ),
}


def stored(people: People, **fields: Any) -> Occasion:
    """An occasion as it is read from the database."""
    return Occasion.objects.get(pk=make.occasion(people.office, **fields).pk)


@pytest.mark.cases
@pytest.mark.parametrize("case", NUMBERS, ids=str)
def test_number_in_the_header_of_an_event(signed_in: Client, people: People, case: str) -> None:
    happened, first, counts, rule, day, words = NUMBERS[case]
    occasion = make.occasion(
        people.office, happened_on=happened, first_kept_on=first or None, counts=counts, rule=rule
    )
    event = make.event(people.office, held_on=date(2025, 2, 25))
    EventOccasion.objects.create(event=event, occasion=occasion, anniversary_on=day)

    page = signed_in.get(f"/o/mission/events/{event.code}/").content.decode()
    shown = page.partition('class="event-occasion"')[2].partition("<")[0] or page

    assert (words in shown) if words else ("anniversary ·" not in page and " time ·" not in page)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "for the 5th time"),
        ("fr", "pour la 5e fois"),
        ("ro", "pentru a 5-a oară"),
        ("az", "5-ci dəfə"),
        ("ar", "للمرة الخامسة"),
        ("de", ""),
    ],
)
def test_number_of_a_keeping_in_words(language: str, words: str) -> None:
    """R111: a language in which it is not known how to say it stays empty."""
    assert number_words(Occasion(counts="keeping"), 5, language) == words


def test_next_days_follow_the_rule(people: People) -> None:
    """R113, R116: a lunar day comes twice in one civil year."""
    occasion = make.occasion(
        people.office, rule={"kind": "hijri", "month": 1, "day": 1, "table": "umm-al-qura"}
    )

    ahead = days.days_ahead(occasion, date(2008, 1, 1), count=3)

    assert [found.kept.day.isoformat() for found in ahead] == ["2008-01-10", "2008-12-29", "2009-12-18"]


def test_nearest_day_of_a_ceremony(people: People) -> None:
    """R112: a ceremony two days before keeps the number of its anniversary day."""
    occasion = stored(people, happened_on="1992-02-26", rule=FIXED)

    found = days.nearest_day(occasion, date(2023, 2, 24))

    assert found is not None
    assert (found.kept.nominal, found.number) == (date(2023, 2, 26), 31)


def test_anniversary_without_a_rule_returns_on_its_day(people: People) -> None:
    occasion = stored(people, happened_on="1992-02-26")

    assert [found.kept.day for found in days.days_of_year(occasion, 2025)] == [date(2025, 2, 26)]


@pytest.mark.parametrize(
    "fields", [{"happened_on": "1992-02"}, {"kind": "opening", "happened_on": "1992-02-26"}, {}]
)
def test_without_rule_and_day_nothing_returns(people: People, fields: dict[str, Any]) -> None:
    assert days.days_of_year(stored(people, **fields), 2025) == []
