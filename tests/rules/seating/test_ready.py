"""Ready rooms hold at least whom they are asked for, and draw no door that nobody has told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.rules.seating.ready import Asked, Ready, ready_layout
from chancery.rules.seating.room import MarkKind, Shape

WITH_SEATS = [kind for kind in Ready if kind != Ready.EMPTY]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WITH_SEATS), st.integers(1, 300), st.sampled_from([0, 4, 7, 10, 20]))
def test_a_ready_room_has_a_place_for_everybody(kind: Ready, guests: int, each: int):
    """Every set holds the number asked for, whatever sits at one table."""
    room = read_layout(ready_layout(kind, Asked(guests, each)))

    assert len(room.seats) >= guests
    assert {mark.kind for mark in room.marks} <= {MarkKind.STAGE, MarkKind.LECTERN}


@pytest.mark.parametrize(
    ("kind", "guests", "shapes", "seats"),
    [
        (Ready.CENTRE_AISLE, 120, {Shape.ROW: 9}, 126),
        (Ready.BANQUET, 600, {Shape.ROUND: 60}, 600),
        (Ready.CONFERENCE, 25, {Shape.U: 1}, 25),
        (Ready.STATE_TABLE, 40, {Shape.LONG: 1}, 40),
        (Ready.BOARD, 95, {Shape.HEAD: 1, Shape.ROUND: 9}, 101),
        (Ready.STANDING, 80, {Shape.STANDING: 1}, 80),
    ],
)
def test_a_ready_room_is_made_of_its_furniture(
    kind: Ready, guests: int, shapes: dict[Shape, int], seats: int
):
    """A banquet is round tables, a hall is rows."""
    room = read_layout(ready_layout(kind, Asked(guests)))

    counted = [unit.shape for unit in room.units]
    assert ({shape: counted.count(shape) for shape in set(counted)}, len(room.seats)) == (shapes, seats)


def test_two_aisles_part_each_row_in_three():
    """The middle block has the half of the seats."""
    room = read_layout(ready_layout(Ready.TWO_AISLES, Asked(100, each=20)))

    assert [unit.aisles for unit in room.units] == [(5, 15)] * 5


def test_a_room_that_is_too_small_is_refused_with_what_is_needed():
    """The sentence names both sizes."""
    with pytest.raises(LayoutRefused, match=r"needs a room of .* and the room has 500 by 500"):
        ready_layout(Ready.BANQUET, Asked(200, width=500, depth=500))


def test_the_sides_that_are_asked_for_stay():
    """An empty room has the size of the real one."""
    layout = ready_layout(Ready.EMPTY, Asked(0, width=1234, depth=456))

    assert (layout["width"], layout["depth"], layout["furniture"]) == (1234, 456, [])


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (Ready.CONFERENCE, Asked(301)),
        (Ready.CENTRE_AISLE, Asked(900, each=4)),
        (Ready.BANQUET, Asked(5001)),
    ],
)
def test_more_than_one_room_may_have_is_refused(kind: Ready, asked: Asked):
    """The sentence says how many there may be."""
    with pytest.raises(LayoutRefused, match="choose at most"):
        ready_layout(kind, asked)
