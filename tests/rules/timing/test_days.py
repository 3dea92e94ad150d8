"""Midnight, several days, and nights on which the clocks change (R92)."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from chancery.rules.timing import ClockAnchor, InstantAnchor, Item, Programme, planned
from tests.rules.timing.builders import BUCHAREST, clock, item, local, programme, table, troubles

pytestmark = pytest.mark.cases

DAYS = {
    "after midnight without a date": (
        programme(item("vigil", 20, "23:50"), item("bells", 5, "00:30")),
        ["vigil 23:50-00:10+1", "bells 00:30+1-00:35+1"],
        ["gap bells vigil 1200"],
    ),
    "counted back over midnight": (
        programme(item("procession", 30), item("light", 5, "00:00"), day="2026-01-01"),
        ["procession 23:30-1-00:00", "light 00:00-00:05"],
        [],
    ),
    "a long item tells that the next time is on the next day": (
        programme(item("watch", 720, "20:00"), item("dawn", 5, "09:00")),
        ["watch 20:00-08:00+1", "dawn 09:00+1-09:05+1"],
        ["gap dawn watch 3600"],
    ),
    "a time slightly earlier is out of order, not tomorrow": (
        programme(item("a", 10, "12:00"), item("b", 10, "11:00")),
        ["a 12:00-12:10", "b 11:00-11:10"],
        ["out-of-order b - 3600"],
    ),
    "doors before a start that is past midnight": (
        programme(item("doors", 30, "23:45"), item("mass", 60, "T0"), starts="00:15"),
        ["doors 23:45-1-00:15", "mass 00:15-01:15"],
        [],
    ),
    "dates of several days": (
        programme(
            item("a", 60, "2025-02-25 10:00"),
            item("b", 30),
            item("c", 60, "2025-02-27 09:00"),
            day="2025-02-25",
        ),
        ["a 10:00-11:00", "b 08:30+2-09:00+2", "c 09:00+2-10:00+2"],
        ["gap b a 163800"],
    ),
    "an item with a date and no time tells the day of the next": (
        programme(
            item("a", 60, "18:00"),
            item("second day", on=date(2025, 2, 26)),
            item("b", 60, "09:00"),
            item("third day", on=2),
            item("c", 60, "00:30"),
            day="2025-02-25",
        ),
        [
            "a 18:00-19:00",
            "second day 19:00-?",
            "b 09:00+1-10:00+1",
            "third day 10:00+1-?",
            "c 00:30+2-01:30+2",
        ],
        [],
    ),
    "a date of an item holds for its own time": (
        Programme((Item("a", seconds=60, on=1, anchor=ClockAnchor(time(8))),), date(2025, 2, 25)),
        ["a 08:00+1-08:01+1"],
        [],
    ),
    "the earliest date named is the day of an undated programme": (
        programme(item("a", 10, "2025-02-26 10:00"), item("b", 10, "2025-02-25 10:00")),
        ["a 10:00+1-10:10+1", "b 10:00-10:10"],
        ["out-of-order b - 86400"],
    ),
}


@pytest.mark.parametrize("case", DAYS, ids=str)
def test_plan_crosses_days(case: str) -> None:
    """Days are told by their distance from the programme's day."""
    given, times, against = DAYS[case]

    plan = planned(given)

    assert table(plan) == times
    assert troubles(plan) == against


CHANGES = {
    "spring: an hour passes from 02:30 to 04:30": (
        programme(item("a", 60, "02:30"), item("b", 30), day="2025-03-30", zone=BUCHAREST),
        ["a 02:30-04:30", "b 04:30-05:00"],
        [],
    ),
    "spring: counted back over the change": (
        programme(item("a", 120), item("b", 5, "05:00"), day="2025-03-30", zone=BUCHAREST),
        ["a 02:00-05:00", "b 05:00-05:05"],
        [],
    ),
    "spring: a time that does not exist": (
        programme(item("a", 60, "03:30"), day="2025-03-30", zone=BUCHAREST),
        ["a 04:30-05:30"],
        ["skipped-hour a - 0"],
    ),
    "autumn: an hour more passes": (
        programme(item("a", 180, "01:30"), item("b", 30), day="2025-10-26", zone=BUCHAREST),
        ["a 01:30-03:30", "b 03:30-04:00"],
        [],
    ),
    "autumn: the first of two times": (
        programme(item("a", 60, "03:30"), day="2025-10-26", zone=BUCHAREST),
        ["a 03:30-03:30"],
        ["repeated-hour a - 0"],
    ),
    "autumn: the second of two, because the first is over": (
        programme(item("a", 60, "03:15"), item("b", 5, "03:30"), day="2025-10-26", zone=BUCHAREST),
        ["a 03:15-03:15", "b 03:30-03:35"],
        ["repeated-hour a - 0", "gap b a 900", "repeated-hour b - 0"],
    ),
    "the change of clocks in the night between two days": (
        programme(item("a", 60, "22:00"), item("b", 60, "08:00"), day="2025-03-29", zone=BUCHAREST),
        ["a 22:00-23:00", "b 08:00+1-09:00+1"],
        ["gap b a 28800"],
    ),
    "without a zone no change is minded": (
        programme(item("a", 60, "02:30"), item("b", 30), day="2025-03-30"),
        ["a 02:30-03:30", "b 03:30-04:00"],
        [],
    ),
    "a change at midnight": (
        programme(item("a", 30, "23:45"), day="2025-09-06", zone=ZoneInfo("America/Santiago")),
        ["a 23:45-01:15+1"],
        [],
    ),
}


@pytest.mark.parametrize("case", CHANGES, ids=str)
def test_plan_minds_the_change_of_clocks(case: str) -> None:
    """Durations are real minutes; local times follow the venue's zone."""
    given, times, against = CHANGES[case]

    plan = planned(given)

    assert table(plan) == times
    assert sorted(troubles(plan)) == sorted(against)


def test_instant_follows_the_zone() -> None:
    """Where day and zone are known a moment carries date and offset."""
    plan = planned(programme(item("a", 60, "02:30"), day="2025-03-30", zone=BUCHAREST))

    start, end = plan.of("a").start, plan.of("a").end

    assert start is not None
    assert end is not None
    assert start.instant is not None
    assert end.instant is not None
    assert (start.on, start.instant) == (date(2025, 3, 30), datetime(2025, 3, 30, 0, 30, tzinfo=UTC))
    assert end.instant == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)
    assert end.instant.utcoffset() != start.instant.utcoffset()


def test_instant_anchor_needs_no_guess() -> None:
    """An anchor with its offset picks one of two equal local times."""
    second = Item("a", seconds=60, anchor=InstantAnchor(datetime.fromisoformat("2025-10-26T03:30+02:00")))

    plan = planned(Programme((second,), date(2025, 10, 26), BUCHAREST))

    assert table(plan) == ["a 03:30-03:31"]
    assert plan.of("a").start.instant == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)  # type: ignore[union-attr]  # known by its anchor
    assert plan.conflicts == ()


def test_instant_anchor_without_a_zone_is_its_own_local_time() -> None:
    """Without a zone the written local time counts."""
    given = Item("a", seconds=60, anchor=InstantAnchor(local("2025-02-26 19:00")))

    assert table(planned(Programme((given,), date(2025, 2, 26)))) == ["a 19:00-19:01"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (
            "2025-03-30",
            (
                "The time of “a” does not exist that night, because the clocks go forward; "
                "04:30 is taken instead."
            ),
        ),
        (
            "2025-10-26",
            (
                "The time of “a” comes twice that night, because the clocks go back; "
                "the one at UTC+03:00 is taken."
            ),
        ),
    ],
)
def test_change_of_clocks_is_told(day: str, words: str) -> None:
    """A time that is skipped or repeated is named in a sentence."""
    plan = planned(programme(item("a", 5, "03:30"), day=day, zone=BUCHAREST))

    assert [conflict.reason.words() for conflict in plan.conflicts] == [words]


def test_an_end_in_the_hour_of_the_change_is_told_by_its_own_time() -> None:
    """R92: an item of unknown length that is over in a skipped hour has no begin to speak of."""
    spring = planned(programme(item("a", ends_at=clock("03:30")), day="2025-03-30", zone=BUCHAREST))
    autumn = planned(programme(item("a", 300, ends_at=clock("03:30")), day="2025-10-26", zone=BUCHAREST))

    assert table(spring) == ["a ?-04:30"]
    assert [conflict.reason.words() for conflict in (*spring.conflicts, *autumn.conflicts)] == [
        "The time of “a” does not exist that night, because the clocks go forward; 04:30 is taken instead.",
        "The time of “a” comes twice that night, because the clocks go back; the one at UTC+03:00 is taken.",
    ]


def test_an_item_that_ends_before_it_begins_has_no_negative_length() -> None:
    """R92: the two times stay and are named; no length is made of them."""
    plan = planned(programme(item("a", at="10:00", ends_at=clock("09:30")), item("b", 5)))

    assert table(plan) == ["a 10:00-09:30", "b 09:30-09:35"]
    assert plan.of("a").seconds is None
    assert troubles(plan) == ["out-of-order a - 1800"]


def test_sentences_name_the_day_only_when_it_is_another() -> None:
    """Clock times of the programme's day stand alone, others with their date or distance."""
    dated = planned(programme(item("a", 5, "23:58"), item("b", 5), day="2025-02-26"))
    undated = planned(programme(item("a", 5, "23:58"), item("b", 5), item("c", 5, "00:08"), item("d", 1)))

    assert dated.of("b").reasons[0].words() == "Counted forward from “a” at 23:58."
    assert undated.of("d").reasons[0].words() == "Counted forward from “c” at 00:08 (+1 d)."
    assert clock("2025-02-26 19:00").on == date(2025, 2, 26)
