"""Who stands where on a photograph of a row or table."""

import pytest

from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.pictured import left_to_right
from chancery.rules.seating.room import Room, Shape, Unit


def room(**piece: object) -> Room:
    """A room with one piece of furniture, its stage at the top."""
    return read_layout({"width": 2000, "depth": 2000, "furniture": [{"x": 1000, "y": 1000} | piece]})


@pytest.mark.cases("R105")
def test_a_row_from_the_front_begins_with_the_seat_at_the_sitters_right() -> None:
    """The photographer at the stage has the right hand of the sitters at the left."""
    hall = room(id="A", kind="rows", rows=2, seats=4)
    row = hall.units[0]

    assert left_to_right(hall, row) == tuple(reversed(row.seats))


@pytest.mark.cases("R105")
def test_a_row_from_behind_begins_with_the_seat_at_the_sitters_left() -> None:
    """From behind, left is left."""
    hall = room(id="A", kind="rows", rows=2, seats=4)
    row = hall.units[1]

    assert left_to_right(hall, row, is_from_behind=True) == row.seats


@pytest.mark.cases("R105")
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_turning_a_long_table_with_its_sitters_changes_nothing(turned: int) -> None:
    """The photographer goes round with the first side, whose sitters are seen in the face."""
    straight = room(id="L", kind="long", side_seats=3)
    other = room(id="L", kind="long", side_seats=3, turned=turned)

    assert left_to_right(other, other.units[0]) == left_to_right(straight, straight.units[0])


@pytest.mark.cases("R105")
def test_a_round_table_is_seen_from_the_foot_of_the_drawing() -> None:
    """Each sitter once, by the place across the picture."""
    hall = room(id="T", kind="round", seats=8, diameter=160)

    seats = left_to_right(hall, hall.units[0])

    across = [round(hall.seat_of[seat].x, 1) for seat in seats]
    assert across == sorted(across)
    assert sorted(seats) == sorted(hall.units[0].seats)


def test_a_unit_without_seats_shows_nobody() -> None:
    """Nobody sits, nobody is named."""
    hall = room(id="T", kind="round", seats=8, diameter=160)

    assert left_to_right(hall, Unit("Z", Shape.STANDING, "Z", 1, ())) == ()
