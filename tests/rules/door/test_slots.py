"""Slots of arrival and who is late (R89)."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.door.awaiting import Known, Where, minutes_late, where_of
from chancery.rules.door.slots import Coming, Pace, proposed_slots

BEGINS = datetime(2027, 2, 25, 17, tzinfo=UTC)


def guest(name: str, place: int | None, **more: int | bool) -> Coming:
    return Coming(name, place, **more)  # type: ignore[arg-type]  # people and is_host by name


def spans(coming: list[Coming], **pace: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """The slots as minutes before the beginning, with who arrives in each."""
    made = proposed_slots(coming, ceremony_at=BEGINS, pace=Pace(**pace))
    return [
        (
            (BEGINS - one.starts_at) // timedelta(minutes=1),
            (BEGINS - one.ends_at) // timedelta(minutes=1),
            one.parties,
        )
        for one in made
    ]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("coming", "pace", "expected"),
    [
        ([], {}, []),
        # R89: who ranks first comes last, alone, the others are in place a quarter of an hour before
        ([guest("a", 1)], {}, [(5, 0, ("a",))]),
        ([guest("a", 1), guest("b", 2), guest("c", 3)], {}, [(25, 15, ("c", "b")), (5, 0, ("a",))]),
        (
            [guest("c", 3), guest("a", 1), guest("b", 2)],
            {"people": 1},
            [
                (35, 25, ("c",)),
                (25, 15, ("b",)),
                (5, 0, ("a",)),
            ],
        ),
        # who shares a place arrives together, however full the slot is
        (
            [guest("a", 1), guest("b", 2), guest("c", 2)],
            {"people": 1},
            [(25, 15, ("c", "b")), (5, 0, ("a",))],
        ),
        ([guest("a", 1), guest("b", 1)], {}, [(5, 0, ("b", "a"))]),
        # hosts are there before the first guest, who holds no place comes before those who do
        (
            [guest("h", 1, is_host=True), guest("a", 2), guest("b", 3), guest("x", None)],
            {},
            [
                (45, 35, ("h",)),
                (35, 25, ("x",)),
                (25, 15, ("b",)),
                (5, 0, ("a",)),
            ],
        ),
        # without any place nobody is first
        ([guest("x", None), guest("y", None)], {}, [(25, 15, ("y", "x"))]),
        # a party larger than a slot has its own
        (
            [guest("a", 1), guest("b", 2, people=9), guest("c", 3)],
            {"people": 5},
            [
                (35, 25, ("c",)),
                (25, 15, ("b",)),
                (5, 0, ("a",)),
            ],
        ),
    ],
)
def test_slots_run_in_reverse_order_of_rank(
    coming: list[Coming], pace: dict[str, int], expected: list[tuple[int, int, tuple[str, ...]]]
) -> None:
    """R89: arrival in reverse order of rank, hosts before all, the first in rank last."""
    assert spans(coming, **pace) == expected


def test_each_slot_says_why_with_its_rule() -> None:
    """Every slot has a reason that rests on R89."""
    made = proposed_slots([guest("h", 1, is_host=True), guest("a", 2), guest("b", 3)], ceremony_at=BEGINS)

    assert [one.reason.rule for one in made] == ["R89"] * 3
    assert "15 minutes before" in made[1].reason.words()


parties = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(1, 30)), st.integers(1, 8), st.booleans()), max_size=40
)


@given(parties, st.integers(1, 60))
def test_each_party_arrives_once_and_no_higher_one_before_a_lower(
    known: list[tuple[int | None, int, bool]], people: int
) -> None:
    """Each party in exactly one slot; guests with a place arrive in reverse order of rank."""
    coming = [Coming(str(n), place, size, is_host) for n, (place, size, is_host) in enumerate(known)]
    made = proposed_slots(coming, ceremony_at=BEGINS, pace=Pace(people=people))
    arriving = [name for one in made for name in one.parties]
    by_id = {party.id: party for party in coming}
    places = [by_id[name].place for name in arriving if not by_id[name].is_host and by_id[name].place]

    assert sorted(arriving) == sorted(by_id)
    assert places == sorted(places, key=lambda place: -(place or 0))
    assert all(one.starts_at < one.ends_at <= BEGINS and one.parties for one in made)
    assert all(before.ends_at <= after.starts_at for before, after in pairwise(made))


@pytest.mark.cases
@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(), Where.AWAITED),
        (Known(until=BEGINS), Where.AWAITED),
        (Known(until=BEGINS - timedelta(seconds=1)), Where.MISSING),
        (Known(until=BEGINS - timedelta(hours=1), announced=Where.ON_THE_WAY), Where.ON_THE_WAY),
        (Known(until=BEGINS - timedelta(hours=1), is_waived=True), Where.WAIVED),
        # a presence goes before everything that was said
        (Known(came=1, inside=1, announced=Where.AT_THE_DOOR), Where.HERE),
        (Known(came=2, inside=1), Where.HERE),
        (Known(came=1, inside=0), Where.GONE),
    ],
)
def test_where_a_party_is(known: Known, expected: Where) -> None:
    """Presence before announcement, announcement before time; never missing without a time."""
    assert where_of(known, now=BEGINS) == expected


def test_nothing_is_concluded_where_nobody_was_counted() -> None:
    """An event that is over without a scan leaves open who was there."""
    assert where_of(Known(until=BEGINS), now=BEGINS, is_counted=False) == Where.NOT_COUNTED


@pytest.mark.cases
@pytest.mark.parametrize(("seconds", "minutes"), [(-60, 0), (0, 0), (59, 0), (60, 1), (725, 12)])
def test_minutes_late_are_full_minutes(seconds: int, minutes: int) -> None:
    """A begun minute does not count."""
    assert minutes_late(BEGINS, now=BEGINS + timedelta(seconds=seconds)) == minutes
    assert minutes_late(None, now=BEGINS) == 0
