"""Doors, windows, stage and pillars decide what is of honour; the rest stays open (R52, R53, R74)."""

import pytest

from chancery.rules.seating.honour import (
    Half,
    end_of_host,
    half_of_honour,
    row_of_honour,
    seat_of_host,
    side_of_host,
    way_to_stage,
)
from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.room import Edge, Room

TABLE = {
    "id": "T",
    "kind": "long",
    "x": 500,
    "y": 500,
    "side_seats": 4,
    "first_end_seats": 1,
    "second_end_seats": 1,
}
ROWS = {"id": "A", "kind": "rows", "x": 500, "y": 600, "rows": 3, "seats": 7}


def room_of(*pieces: dict[str, object]) -> Room:
    """A room of ten by ten metres."""
    return read_layout({"width": 1000, "depth": 1000, "furniture": list(pieces)})


def mark(kind: str, x: float, y: float, **more: object) -> dict[str, object]:
    return {"id": f"M{x:g}y{y:g}", "kind": kind, "x": x, "y": y, **more}


SIDES = [
    # rule, what is drawn, side of the host
    ("R53", [mark("guests-door", 500, 0)], Edge.SECOND_SIDE),
    ("R53", [mark("guests-door", 500, 1000)], Edge.FIRST_SIDE),
    ("R53", [mark("door", 480, 0)], Edge.SECOND_SIDE),
    ("R53", [mark("guests-door", 500, 0), mark("door", 500, 1000)], Edge.SECOND_SIDE),
    ("R52", [mark("guests-door", 0, 500), mark("window", 500, 1000)], Edge.FIRST_SIDE),
    ("R52", [mark("guests-door", 0, 500), mark("window", 300, 0)], Edge.SECOND_SIDE),
    ("R52", [mark("guests-door", 0, 500)], None),
    ("R52", [mark("guests-door", 0, 500), mark("window", 1000, 500)], None),
    ("R52", [mark("guests-door", 0, 500), mark("window", 500, 0), mark("window", 500, 1000)], None),
    ("R52", [mark("door", 500, 0), mark("door", 0, 500)], None),
    ("R52", [], None),
]


@pytest.mark.cases
@pytest.mark.parametrize(("rule", "drawn", "side"), SIDES)
def test_the_host_faces_the_door_or_else_the_window(rule: str, drawn: list[dict[str, object]], side: Edge):
    """R52, R53: the side that faces the guests' door, the window where the door is aside, else open."""
    honour = side_of_host(room_of(TABLE, *drawn), room_of(TABLE).units[0])

    assert (honour.where, honour.reason.rule, honour.reason.is_open) == (side, rule, side is None)


def test_without_a_door_the_reason_says_so():
    """Unknown stays unknown and is named."""
    honour = side_of_host(room_of(TABLE), room_of(TABLE).units[0])

    assert honour.reason.words() == "No door is drawn, so it is not known which place faces it."


@pytest.mark.cases
def test_a_turned_table_turns_the_side_of_the_host():
    """R53: at a quarter turn the end faces the door above, and the sides leave it open."""
    room = room_of({**TABLE, "turned": 90}, mark("guests-door", 500, 0))

    assert side_of_host(room, room.units[0]).where is None
    assert end_of_host(room, room.units[0]).where == Edge.SECOND_END


@pytest.mark.cases
def test_at_a_round_table_one_seat_faces_the_door_r67():
    """R52, R67: the door is below, so the seat at the top of the table faces it."""
    room = room_of(
        {"id": "T", "kind": "round", "x": 500, "y": 500, "seats": 8}, mark("guests-door", 500, 1000)
    )

    assert seat_of_host(room, room.units[0]).where == "T-1"


@pytest.mark.cases
def test_the_row_of_honour_is_the_first_that_sees_r74():
    """R74: a pillar before the first row moves the honour back to the row that sees past it."""
    stage = mark("stage", 500, 100)

    assert row_of_honour(room_of(ROWS, stage)).where == 1
    assert row_of_honour(room_of(ROWS)).where is None
    assert row_of_honour(room_of({**ROWS, "rows": 1}, stage, mark("pillar", 500, 300))).where == 1
    aside = (mark("lectern", 100, 100), mark("pillar", 300, 302))
    assert row_of_honour(room_of({**ROWS, "seats": 1}, *aside)).where == 2


@pytest.mark.cases
def test_a_door_beside_the_right_half_leaves_the_half_open_r74():
    """R73, R74: the right half comes first unless the guests' door stands beside it."""
    assert half_of_honour(room_of(ROWS)).where == Half.RIGHT
    assert half_of_honour(room_of(ROWS, mark("guests-door", 0, 600))).where == Half.RIGHT
    assert half_of_honour(room_of(ROWS, mark("guests-door", 1000, 600))).where is None


@pytest.mark.cases
def test_speakers_go_by_the_steps_r75():
    """R75: steps before lectern before stage; without them there is no way."""
    stage, lectern, steps = mark("stage", 500, 100), mark("lectern", 400, 100), mark("steps", 200, 150)

    assert way_to_stage(room_of(stage, lectern, steps)).where == (200, 150)
    assert way_to_stage(room_of(stage, lectern)).where == (400, 100)
    assert way_to_stage(room_of(stage)).where == (500, 100)
    assert way_to_stage(room_of()).where is None
