"""What holds for every programme (R92)."""

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.timing import ClockAnchor, How, Item, Programme, planned

briefly = settings(max_examples=20)


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """Items in sequence and groups, some elastic, some anchored within one day, some of unknown length."""
    return tuple(draw(item(str(number))) for number in range(draw(st.integers(0, 9))))


@st.composite
def item(draw: st.DrawFn, item_id: str) -> Item:
    least = draw(minutes(0, 20))
    wished = draw(st.none() | minutes(0, 40))
    is_elastic = draw(st.booleans())
    most = draw(st.none() | minutes(60, 90))
    return Item(
        item_id,
        seconds=None if wished is None else least + wished,
        is_elastic=is_elastic,
        least=least if is_elastic else None,
        most=most if is_elastic else None,
        anchor=draw(st.none() | st.integers(9 * 60, 20 * 60).map(at_minute)),
        parallel=draw(st.sampled_from(["", "", "g"])),
        transition=draw(st.sampled_from([0, 0, 60])),
    )


def minutes(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most).map(lambda count: count * 60)


def at_minute(minute: int) -> ClockAnchor:
    return ClockAnchor(time(minute // 60, minute % 60), 0)


@briefly
@given(items())
def test_anchors_stay_where_they_are(made: tuple[Item, ...]) -> None:
    """Whatever stands against it, an anchored item begins at its anchor."""
    plan = planned(Programme(made))

    for item in made:
        if isinstance(item.anchor, ClockAnchor):
            start = plan.of(item.id).start
            assert start is not None
            assert (start.day, start.clock) == (0, item.anchor.at)


@briefly
@given(items())
def test_durations_keep_their_bounds(made: tuple[Item, ...]) -> None:
    """A fixed item lasts as long as it lasts, an elastic one stays within its bounds."""
    plan = planned(Programme(made))

    for item in made:
        timed = plan.of(item.id)
        if timed.start is None or timed.end is None:
            continue
        used = timed.end.seconds - timed.start.seconds
        assert timed.seconds == used
        if item.is_elastic:
            assert (item.least or 0) <= used <= (used if item.most is None else item.most)
        else:
            assert used == item.seconds


@briefly
@given(items())
def test_every_item_comes_once_with_a_reason(made: tuple[Item, ...]) -> None:
    """No item is lost or doubled, and each says how its time was found."""
    plan = planned(Programme(made))

    assert sorted(row.item_id for row in plan.items) == sorted(item.id for item in made)
    assert all(row.reasons for row in plan.items)
    assert all(reason.words() for row in plan.items for reason in row.reasons)
    assert all(conflict.reason.words() for conflict in plan.conflicts)


@briefly
@given(items())
def test_a_plan_without_wrong_conflicts_runs_in_order(made: tuple[Item, ...]) -> None:
    """Where nothing is named as wrong, no item of a sequence begins before the one before it is over."""
    sequence = [item for item in made if not item.parallel]
    plan = planned(Programme(tuple(sequence)))
    if any(conflict.is_wrong for conflict in plan.conflicts):
        return

    reached = None
    for row in plan.items:
        if row.start is not None:
            assert reached is None or row.start.seconds >= reached
            reached = row.start.seconds
        if row.end is not None:
            reached = row.end.seconds


@briefly
@given(items())
def test_nothing_is_guessed_without_an_anchor(made: tuple[Item, ...]) -> None:
    """Order alone gives no times."""
    bare = [Item(item.id, seconds=item.seconds, parallel=item.parallel) for item in made]

    plan = planned(Programme(tuple(bare)))

    assert all(row.start is None and row.end is None for row in plan.items)
    assert {row.how for row in plan.items} <= {How.UNKNOWN}


@briefly
@given(items())
def test_same_facts_give_the_same_plan(made: tuple[Item, ...]) -> None:
    """Nothing but the facts enters a plan."""
    assert planned(Programme(made)) == planned(Programme(made))
