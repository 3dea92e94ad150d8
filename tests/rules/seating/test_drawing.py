"""The drawing of a room: one geometry for page, export and print."""

from math import atan2, dist, pi

import pytest

from chancery.rules.seating.drawing import ROW_LABEL_AT, drawing_of, radius_of, turned_about
from chancery.rules.seating.layout import empty_layout, read_layout


def drawn(*furniture: dict[str, object], seats: dict[str, object] | None = None):
    layout = {**empty_layout(1200, 1000), "furniture": list(furniture), "seats": seats or {}}
    return drawing_of(read_layout(layout))


ROUND = {"id": "T", "kind": "round", "x": 600, "y": 500, "seats": 8, "diameter": 180}
LONG = {"id": "L", "kind": "long", "x": 600, "y": 500, "side_seats": 5, "label": "Head"}
U = {"id": "U", "kind": "u", "x": 600, "y": 500, "label": "U"}
ROWS = {"id": "A", "kind": "rows", "x": 600, "y": 600, "rows": 2, "seats": 6}


def test_empty_room_is_an_empty_floor() -> None:
    drawing = drawn()

    assert (drawing.width, drawing.depth, drawing.outlines, drawing.seats) == (1200, 1000, (), ())


def test_round_table_is_a_circle_within_its_seats() -> None:
    """The circle has the diameter of the table, and no seat stands on it."""
    drawing = drawn(ROUND)

    (table,) = drawing.outlines
    assert table.radius == pytest.approx(90, abs=0.1)
    assert all(dist(table.centre, (seat.x, seat.y)) > table.radius for seat in drawing.seats)


@pytest.mark.parametrize("turned", [0, 30, 90, 180])
def test_label_of_a_table_stands_on_its_top(turned: int) -> None:
    """Also where the middle of its rectangle is the free space inside a U."""
    for piece in (LONG, U):
        (table,) = drawn({**piece, "turned": turned}).outlines

        assert _holds(table.corners, table.labels_at[0])


@pytest.mark.parametrize("turned", [0, 45, 180])
def test_row_has_its_label_at_both_ends(turned: int) -> None:
    """Each in the line of the row, as far from the seat at the end on the left as on the right."""
    drawing = drawn({**ROWS, "turned": turned, "y": 500})

    row = drawing.outlines[0]
    seats = [seat for seat in drawing.seats if seat.unit == row.unit]
    ends = [(seats[0].x, seats[0].y), (seats[-1].x, seats[-1].y)]
    length = dist(*ends)
    for at, end, other in zip(row.labels_at, ends, reversed(ends), strict=True):
        assert dist(at, end) == pytest.approx(ROW_LABEL_AT, abs=0.1)
        assert dist(at, other) == pytest.approx(length + ROW_LABEL_AT, abs=0.1)


def test_mark_turns_about_its_middle() -> None:
    drawing = drawn({"id": "D", "kind": "door", "x": 300, "y": 200, "turned": 90, "width": 100, "depth": 20})

    (door,) = drawing.marks
    assert {(round(x), round(y)) for x, y in door.corners} == {(310, 150), (310, 250), (290, 250), (290, 150)}


def test_chair_of_an_interpreter_is_smaller() -> None:
    """R70."""
    drawing = drawn(LONG, seats={"L-1": {"interpreter": True}})

    behind = next(seat for seat in drawing.seats if seat.behind)
    assert radius_of(behind) < radius_of(drawing.seats[0])


def test_turning_is_clockwise_as_seen() -> None:
    assert turned_about((1, 0), (0, 0), 90) == pytest.approx((0, 1))


def _holds(corners: tuple[tuple[float, float], ...], point: tuple[float, float]) -> bool:
    """A point is inside where the angles to the corners go once round."""
    angles = [atan2(y - point[1], x - point[0]) for x, y in corners]
    turns = [
        (other - one + pi) % (2 * pi) - pi
        for one, other in zip(angles, [*angles[1:], angles[0]], strict=True)
    ]
    return abs(sum(turns)) > pi
