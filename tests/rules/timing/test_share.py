"""Sharing a room of time among elastic items (R92)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.timing.share import Span, share


def fixed(minutes: int) -> Span:
    return Span(minutes * 60, minutes * 60, minutes * 60)


def elastic(minutes: int | None, least: int, most: int | None) -> Span:
    return Span(least * 60, None if minutes is None else minutes * 60, None if most is None else most * 60)


CASES = {
    "one factor for all": ([elastic(10, 0, None), elastic(20, 0, None)], 45, [15, 30]),
    "fixed ones keep theirs": ([fixed(5), elastic(10, 0, None), elastic(30, 0, None)], 25, [5, 5, 15]),
    "one at its least": ([elastic(10, 8, None), elastic(20, 5, None)], 15, [8, 7]),
    "one at its most": ([elastic(10, 0, 12), elastic(20, 0, None)], 45, [12, 33]),
    "below all leasts": ([elastic(10, 8, None), fixed(5)], 3, [8, 5]),
    "above all mosts": ([elastic(10, 8, 12), fixed(5)], 30, [12, 5]),
    "an open one takes the rest": ([fixed(5), elastic(None, 0, None), elastic(10, 5, 20)], 25, [5, 10, 10]),
    "open ones in equal parts": ([elastic(None, 0, None), elastic(None, 0, 3)], 10, [7, 3]),
    "open ones at their least, the others give way": ([elastic(None, 5, 9), elastic(10, 2, 20)], 12, [5, 7]),
    "open ones at their most, the others stretch": ([elastic(None, 0, 5), elastic(10, 2, 20)], 20, [5, 15]),
    "rounding to whole minutes, the larger fraction first": (
        [elastic(10, 0, None), elastic(10, 0, None), elastic(10, 0, None)],
        11,
        [4, 4, 3],
    ),
    "a wish of nothing can still grow": ([elastic(0, 0, None)], 5, [5]),
    "nobody to share": ([], 5, []),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=str)
def test_share_follows_the_table(case: str) -> None:
    """Durations are those of the table, in minutes."""
    spans, room, minutes = CASES[case]

    assert share(spans, room * 60) == [length * 60 for length in minutes]


def test_share_goes_to_seconds_where_minutes_do_not_fit() -> None:
    """One bound that is not a whole minute makes all of them seconds."""
    assert share([Span(0, 600, None), Span(20, 20, 20)], 620 + 35) == [635, 20]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    least = draw(st.integers(0, 3600))
    most = draw(st.none() | st.integers(least, 7200))
    wished = draw(st.none() | st.integers(least, 7200 if most is None else most))
    return Span(least, wished, most)


@settings(max_examples=50)
@given(st.lists(spans(), max_size=8), st.integers(0, 40_000))
def test_share_fills_the_room_within_all_bounds(members: list[Span], room: int) -> None:
    """Every duration keeps its bounds, and together they fill the room as far as the bounds allow."""
    lengths = share(members, room)

    assert all(span.least <= length for span, length in zip(members, lengths, strict=True))
    assert all(
        span.most is None or length <= span.most for span, length in zip(members, lengths, strict=True)
    )
    least = sum(span.least for span in members)
    most = sum(span.most for span in members if span.most is not None)
    reachable = max(room, least)
    if all(span.most is not None for span in members):
        reachable = min(reachable, most)
    assert sum(lengths) == reachable


@given(st.lists(st.integers(1, 100), min_size=1, max_size=6), st.integers(1, 600))
def test_share_keeps_proportions(minutes: list[int], room: int) -> None:
    """Without bounds a longer wish never gets less than a shorter one, beyond rounding."""
    lengths = share([elastic(length, 0, None) for length in minutes], room * 60)

    exact = [length * room * 60 / sum(minutes) for length in minutes]
    assert all(abs(got - ideal) < 60 for got, ideal in zip(lengths, exact, strict=True))
