"""The order and the times of what took place, and where they contradict each other."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.course import Entry, as_it_was, contradictions, moment_of, written_moment

BUCHAREST = ZoneInfo("Europe/Bucharest")


def at(clock: str, day: int = 25) -> datetime:
    return datetime.combine(date(2025, 2, day), time.fromisoformat(clock), BUCHAREST)


# Places in fact by letter, as planned; `-` is a place that is not known.
ORDERS = [
    ("nothing known", "a- b- c-", "abc"),
    ("all known", "a2 b0 c1", "bca"),
    ("one known stays behind the ones before it", "a- b1 c-", "abc"),
    ("the unknown follow the one they were planned after", "a1 b- c0", "cab"),
    ("first ones stay first", "a- b5 c2", "acb"),
    ("equal places stand as planned", "a1 b1 c0", "cab"),
]


@pytest.mark.parametrize(("case", "planned", "expected"), ORDERS, ids=[row[0] for row in ORDERS])
def test_an_order_is_as_far_known_as_it_was_told(case: str, planned: str, expected: str) -> None:
    """A place in fact counts, and what has none keeps its neighbour of the plan."""
    places = {each[0]: None if each[1:] == "-" else int(each[1:]) for each in planned.split()}

    assert "".join(as_it_was(list(places), places.__getitem__)) == expected


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=12))
def test_no_row_is_lost_and_places_never_fall(places: list[int | None]) -> None:
    """The order is one of the same rows, and known places stand in their order."""
    ordered = as_it_was(range(len(places)), lambda number: places[number])

    known = [place for number in ordered if (place := places[number]) is not None]
    assert sorted(ordered) == list(range(len(places)))
    assert known == sorted(known)


def test_unknown_times_contradict_nothing() -> None:
    """An order without times is an order."""
    assert contradictions([Entry("a", "Anthem"), Entry("b", "Speech")], BUCHAREST) == {}


def test_an_item_that_began_before_the_one_it_follows_is_told() -> None:
    """Order and times cannot both be right."""
    found = contradictions([Entry("a", "Anthem", at("18:10")), Entry("b", "Speech", at("18:05"))], BUCHAREST)

    assert [reason.words() for reason in found["b"]] == [
        "It stands after “Anthem”, but began at 18:05 and that one at 18:10."
    ]


def test_an_item_that_began_before_another_had_ended_is_told() -> None:
    """Items that follow each other do not overlap."""
    entries = [Entry("a", "Anthem", at("18:00"), at("18:07")), Entry("b", "Speech", at("18:05"))]

    assert [reason.words() for reason in contradictions(entries, BUCHAREST)["b"]] == [
        "It began at 18:05, before “Anthem” had ended at 18:07."
    ]


def test_what_runs_side_by_side_or_within_contradicts_nothing() -> None:
    """A part runs within its whole, and a group at the same time."""
    entries = [
        Entry("whole", "Ceremony", at("18:00"), at("19:00")),
        Entry("part", "Speech", at("18:05"), at("18:20"), within="whole"),
        Entry("one", "Choir", at("19:10"), at("19:30"), beside="garden"),
        Entry("two", "Stands", at("19:00"), at("19:40"), beside="garden"),
    ]

    assert contradictions(entries, BUCHAREST) == {}


MOMENTS = [
    ("the day itself", "19:04", None, at("19:04")),
    ("after midnight", "00:20", at("23:30"), at("00:20", 26)),
    ("before midnight", "23:50", at("00:10"), at("23:50", 24)),
    ("near the plan", "19:04", at("18:30"), at("19:04")),
]


@pytest.mark.parametrize(("case", "clock", "near", "expected"), MOMENTS, ids=[row[0] for row in MOMENTS])
def test_a_clock_time_is_the_nearest_of_its_day(
    case: str, clock: str, near: datetime | None, expected: datetime
) -> None:
    """Around midnight the planned time says which day is meant."""
    found = moment_of(time.fromisoformat(clock), date(2025, 2, 25), BUCHAREST, near)

    assert found == expected
    assert found.astimezone(UTC) == expected.astimezone(UTC)


WRITTEN = {
    "19:04": (None, time(19, 4)),
    "9.05": (None, time(9, 5)),
    " 19:04:30 ": (None, time(19, 4, 30)),
    "2025-02-26 00:10": (date(2025, 2, 26), time(0, 10)),
    "2025-02-26T00:10": (date(2025, 2, 26), time(0, 10)),
    "": None,
    "25:00": None,
    "2025-02-30 10:00": None,
    "soon": None,
    "7": None,
}


@pytest.mark.parametrize("text", WRITTEN, ids=str)
def test_a_time_is_read_as_it_is_typed(text: str) -> None:
    """What is no time is none."""
    assert written_moment(text) == WRITTEN[text]
