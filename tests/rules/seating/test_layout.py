"""From the drawing of a room follow its seats, with the ids and positions that the forms rest on."""

import math

import pytest

from chancery.rules.seating.layout import LayoutRefused, empty_layout, read_layout
from chancery.rules.seating.room import Edge, MarkKind, Room, Shape


def room_with(*furniture: dict[str, object], **seats: dict[str, object]) -> Room:
    """A room of 40 by 40 metres with furniture in its middle, unless it says otherwise."""
    pieces = [{"x": 2000, "y": 2000, **piece} for piece in furniture]
    notes = {seat.replace("_", "-"): note for seat, note in seats.items()}
    return read_layout({"width": 4000, "depth": 4000, "furniture": pieces, "seats": notes})


def test_an_empty_room_has_nothing():
    """An empty drawing is a room of its size."""
    room = read_layout(empty_layout(800, 600))

    assert room == Room(800, 600, (), ())


def test_rows_are_numbered_from_the_stage_and_seats_from_the_left_of_the_sitters():
    """Two rows of three look to the top; the first is the upper one, its first seat at the left."""
    room = room_with({"id": "A", "kind": "rows", "rows": 2, "seats": 3, "seat_gap": 50, "row_gap": 100})

    assert [(unit.id, unit.number, unit.seats) for unit in room.units] == [
        ("A-1", 1, ("A-1-1", "A-1-2", "A-1-3")),
        ("A-2", 2, ("A-2-1", "A-2-2", "A-2-3")),
    ]
    assert [(seat.x, seat.y, seat.facing, seat.position) for seat in room.seats[:3]] == [
        (1950, 1950, 0, 0),
        (2000, 1950, 0, 1),
        (2050, 1950, 0, 2),
    ]


def test_aisles_part_a_row_and_mark_the_seats_beside_them():
    """The aisle after the second seat widens the gap; seats beside it and at the open end are at an aisle."""
    room = room_with(
        {
            "id": "A",
            "kind": "rows",
            "seats": 4,
            "seat_gap": 50,
            "aisles_after": [2],
            "aisle_width": 150,
            "walls": ["left"],
        }
    )

    assert room.units[0].aisles == (2,)
    assert [seat.x for seat in room.seats] == [1850, 1900, 2100, 2150]
    assert [seat.is_at_aisle for seat in room.seats] == [False, True, True, True]


def test_bent_rows_look_to_one_point():
    """All chairs of a bent block have the distance of their row from the point they look at."""
    room = room_with({"id": "A", "kind": "rows", "rows": 2, "seats": 9, "curve": 600, "row_gap": 100})

    middle = 1950 - 600
    for seat in room.seats:
        turn = math.radians(seat.facing)
        radius = math.hypot(seat.x - 2000, seat.y - middle)
        assert seat.x + radius * math.sin(turn) == pytest.approx(2000, abs=0.5)
        assert seat.y - radius * math.cos(turn) == pytest.approx(middle, abs=0.5)


def test_round_a_table_each_next_seat_is_at_the_right_hand():
    """The first of four sits at the top and looks down; the second is at the left of the drawing."""
    room = room_with({"id": "T", "kind": "round", "seats": 4, "diameter": 130})

    assert [(seat.id, seat.x, seat.y, seat.facing) for seat in room.seats] == [
        ("T-1", 2000, 1900, 180),
        ("T-2", 1900, 2000, 90),
        ("T-3", 2000, 2100, 0),
        ("T-4", 2100, 2000, 270),
    ]


def test_a_long_table_has_four_edges():
    """Sides and ends follow each other; along each, positions count from the sitters' own left."""
    room = room_with(
        {"id": "T", "kind": "long", "side_seats": 2, "first_end_seats": 1, "second_end_seats": 1}
    )

    assert [(seat.edge, seat.position) for seat in room.seats] == [
        (Edge.FIRST_SIDE, 0),
        (Edge.FIRST_SIDE, 1),
        (Edge.FIRST_END, 0),
        (Edge.SECOND_SIDE, 0),
        (Edge.SECOND_SIDE, 1),
        (Edge.SECOND_END, 0),
    ]
    assert [seat.x for seat in room.seats if seat.edge == Edge.FIRST_SIDE] == [2030, 1970]
    assert [seat.x for seat in room.seats if seat.edge == Edge.SECOND_SIDE] == [1970, 2030]


def test_marks_are_no_seats():
    """A stage has a usual size, a guests' door what is written."""
    room = room_with(
        {"id": "S", "kind": "stage"}, {"id": "D", "kind": "guests-door", "width": 200, "turned": 90}
    )

    assert [(mark.kind, mark.width, mark.turned) for mark in room.marks] == [
        (MarkKind.STAGE, 600, 0),
        (MarkKind.GUESTS_DOOR, 200, 90),
    ]
    assert room.seats == ()


def test_what_is_noted_for_seats_is_theirs():
    """A seat is blocked, for a wheelchair, of a zone, with a label of its own."""
    room = room_with(
        {"id": "A", "kind": "rows", "seats": 3, "zone": "all"},
        A_1_1={"blocked": True},
        A_1_2={"wheelchair": True, "zone": "press", "label": "P2"},
    )

    assert [(s.is_blocked, s.is_wheelchair, s.zone, s.label) for s in room.seats] == [
        (True, False, "all", "1"),
        (False, True, "press", "P2"),
        (False, False, "all", "3"),
    ]


@pytest.mark.cases
def test_the_interpreter_sits_behind_the_guest_r70():
    """R70: the chair stands behind the seat, is of its table, and is none of the places at it."""
    room = room_with({"id": "A", "kind": "rows", "seats": 1}, A_1_1={"interpreter": True})

    seat, chair = room.seats
    assert (chair.id, chair.behind, chair.unit) == ("A-1-1-i", "A-1-1", "A-1")
    assert (chair.x, chair.y, chair.facing) == (seat.x, seat.y + 85, seat.facing)
    assert room.units[0].seats == ("A-1-1",)


def test_a_table_that_faces_the_room_says_so():
    """R78: a head table has seats on one side, which look into the room."""
    room = room_with({"id": "H", "kind": "head", "seats": 3})

    assert (room.units[0].shape, room.units[0].faces_room) == (Shape.HEAD, True)
    assert {seat.facing for seat in room.seats} == {180}
    assert [seat.x for seat in room.seats] == sorted((seat.x for seat in room.seats), reverse=True)


def test_a_piece_outside_the_room_is_refused():
    """The sentence says which piece and what to do."""
    with pytest.raises(LayoutRefused) as refused:
        room_with({"id": "A", "kind": "rows", "seats": 10, "x": 100})

    assert str(refused.value) == ("A stands partly outside the room; move it in or make the room larger.")
