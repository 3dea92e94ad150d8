"""Whatever is drawn: each seat once, ids stay when furniture moves, a broken drawing is one sentence."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.layout import KINDS, LayoutRefused, read_layout, without_lost_seats
from chancery.rules.seating.room import MarkKind, Room

SIDE = 20_000

NUMBERS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "rows": {
        "rows": st.integers(1, 6),
        "seats": st.integers(1, 14),
        "aisles_after": st.lists(st.integers(1, 13), max_size=3),
        "cross_aisles_after": st.lists(st.integers(1, 5), max_size=2),
        "curve": st.sampled_from([0, 900, 3000]),
    },
    "round": {"seats": st.integers(1, 14)},
    "long": {
        "side_seats": st.integers(0, 12),
        "second_side_seats": st.integers(0, 12),
        "first_end_seats": st.integers(0, 2),
        "second_end_seats": st.integers(0, 2),
    },
    "u": {
        "bar_seats": st.integers(0, 9),
        "arm_seats": st.integers(0, 9),
        "inner_arm_seats": st.integers(0, 6),
        "inner_bar_seats": st.integers(0, 3),
    },
    "horseshoe": {"seats": st.integers(1, 30), "inner_seats": st.integers(0, 12)},
    "t": {
        "bar_seats": st.integers(0, 9),
        "stem_seats": st.integers(1, 9),
        "end_seats": st.integers(0, 2),
        "inner_seats": st.integers(0, 3),
    },
    "comb": {
        "teeth": st.integers(2, 5),
        "tooth_seats": st.integers(0, 6),
        "inner_bar_seats": st.integers(0, 3),
    },
    "head": {"seats": st.integers(1, 15)},
    "dais": {"seats": st.integers(1, 9)},
    "standing": {"capacity": st.integers(1, 60)},
    "seats": {
        "rows": st.lists(
            st.fixed_dictionaries(
                {
                    "seats": st.lists(
                        st.fixed_dictionaries({"x": st.integers(-500, 500), "y": st.integers(-500, 500)}),
                        min_size=1,
                        max_size=4,
                    )
                }
            ),
            max_size=3,
        )
    },
}


@st.composite
def layouts(draw: st.DrawFn) -> dict[str, Any]:
    """A large room with some furniture of each kind, and notes for some seats."""
    kinds = draw(st.lists(st.sampled_from([*NUMBERS, *MarkKind]), max_size=5))
    pieces = [
        {
            "id": f"F{index}",
            "kind": str(kind),
            "x": draw(st.integers(6000, 14_000)),
            "y": draw(st.integers(6000, 14_000)),
            "turned": draw(st.integers(-360, 360)),
            **draw(st.fixed_dictionaries({}, optional=NUMBERS.get(str(kind), {}))),
        }
        for index, kind in enumerate(kinds)
    ]
    layout = {"width": SIDE, "depth": SIDE, "furniture": pieces, "seats": {}}
    ids = [seat.id for seat in read_layout(layout).seats]
    note = st.fixed_dictionaries(
        {}, optional={"blocked": st.booleans(), "interpreter": st.booleans(), "zone": st.just("press")}
    )
    if ids:
        layout["seats"] = draw(st.dictionaries(st.sampled_from(ids), note, max_size=4))
    return layout


def test_every_kind_is_drawn_here():
    """The properties hold for all kinds of furniture."""
    assert set(NUMBERS) == set(KINDS)


@settings(max_examples=80, deadline=None)
@given(layouts())
def test_each_seat_stands_once_and_at_its_unit(layout: dict[str, Any]):
    """Units and seats name each other; positions count each edge from 0; chairs behind come last."""
    room = read_layout(layout)

    ids = [seat.id for seat in room.seats]
    assert len(set(ids)) == len(ids)
    assert [seat for unit in room.units for seat in unit.seats] == [s.id for s in room.seats if not s.behind]
    for unit in room.units:
        counted: dict[str, int] = {}
        for seat in map(room.seat_of.__getitem__, unit.seats):
            assert (seat.unit, seat.position) == (unit.id, counted.get(seat.edge, 0))
            counted[seat.edge] = seat.position + 1


@settings(max_examples=60, deadline=None)
@given(layouts(), st.integers(6000, 14_000), st.integers(6000, 14_000), st.integers(-360, 360))
def test_moving_and_turning_changes_no_id(layout: dict[str, Any], x: int, y: int, turned: int):
    """Only where seats stand and look is another."""
    moved = deepcopy(layout)
    for piece in moved["furniture"]:
        piece.update(x=x, y=y, turned=turned)

    before, after = read_layout(layout), read_layout(moved)

    assert units_of(after) == units_of(before)
    assert [(s.id, s.edge, s.position) for s in after.seats] == [
        (s.id, s.edge, s.position) for s in before.seats
    ]


def units_of(room: Room) -> list[tuple[Any, ...]]:
    return [(unit.id, unit.label, unit.number, unit.seats, unit.aisles) for unit in room.units]


@settings(max_examples=50, deadline=None)
@given(layouts())
def test_written_and_read_again_it_is_the_same_room(layout: dict[str, Any]):
    """Reading changes nothing, and JSON holds all of it."""
    before = deepcopy(layout)

    room = read_layout(layout)

    assert layout == before
    assert read_layout(json.loads(json.dumps(layout))) == room
    assert without_lost_seats(layout) == layout


DAMAGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=100),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, item in inner for spot in spots(item, (*path, key)))]


def read_or_refusal(layout: Any) -> str:
    """How many seats a drawing has, or why it is refused."""
    try:
        return f"{len(read_layout(layout).seats)} seats"
    except LayoutRefused as refused:
        return str(refused)


@settings(max_examples=120, deadline=None)
@given(layouts(), st.randoms(use_true_random=False), DAMAGE, st.booleans())
def test_a_broken_drawing_is_a_sentence(layout: dict[str, Any], chance: Any, damage: Any, is_new: bool):
    """Whatever is written in one place, it is a room or one sentence."""
    within: Any = layout
    *path, last = chance.choice(spots(layout)[1:])
    for key in path:
        within = within[key]
    if is_new and isinstance(within, dict):
        within["strange"] = damage
    else:
        within[last] = damage

    assert read_or_refusal(layout).endswith((".", "seats"))
