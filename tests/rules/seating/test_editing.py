"""A room is changed piece by piece, and seats are named as the drawing shows them."""

import pytest

from chancery.rules.seating.editing import (
    NoSuchPiece,
    new_id,
    piece_of,
    seats_named,
    with_notes,
    with_piece,
    without_piece,
)
from chancery.rules.seating.layout import LayoutRefused, read_layout

LAYOUT = {
    "width": 2000,
    "depth": 2000,
    "furniture": [
        {"id": "A", "kind": "rows", "x": 1000, "y": 500, "rows": 2, "seats": 4},
        {"id": "T1", "kind": "round", "x": 1000, "y": 1500, "seats": 4},
    ],
    "seats": {"A-1-1": {"blocked": True}},
}
ROOM = read_layout(LAYOUT)


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        ("A-1-2", "A-1-2"),
        ("A-1", "A-1-1 A-1-2 A-1-3 A-1-4"),
        ("T1", "T1-1 T1-2 T1-3 T1-4"),
        ("A", "A-1-1 A-1-2 A-1-3 A-1-4 A-2-1 A-2-2 A-2-3 A-2-4"),
        ("A-2-2..A-2-3", "A-2-2 A-2-3"),
        ("A-2-3 … A-2-2; T1-4 , A-2-2", "A-2-2 A-2-3 T1-4"),
        ("", ""),
    ],
)
def test_seats_are_named_one_by_one_or_together(words: str, seats: str):
    """Seats, rows, pieces and stretches; each seat once."""
    assert seats_named(ROOM, words) == tuple(seats.split())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("B", "The room has no seat, row or piece “B”"),
        ("A-1-1..A-1-9", "The room has no seat, row or piece “A-1-9”"),
        ("A-1-1..A-2-1", "are not in one row or at one table"),
    ],
)
def test_what_names_no_seat_is_refused(words: str, why: str):
    """The sentence repeats the words that name nothing."""
    with pytest.raises(LayoutRefused, match=why):
        seats_named(ROOM, words)


def test_ids_of_new_furniture_are_free():
    """Rows get letters, tables and marks a letter with a number."""
    assert [new_id(LAYOUT, kind) for kind in ("rows", "round", "u", "head", "door")] == [
        "B",
        "T2",
        "T2",
        "F1",
        "M1",
    ]


def test_a_piece_is_replaced_added_and_taken_out():
    """The order of furniture stays."""
    changed = with_piece(LAYOUT, {**piece_of(LAYOUT, "A"), "x": 900})
    added = with_piece(changed, {"id": "T2", "kind": "round", "x": 400, "y": 1500})

    assert [(piece["id"], piece["x"]) for piece in added["furniture"]] == [
        ("A", 900),
        ("T1", 1000),
        ("T2", 400),
    ]
    assert [piece["id"] for piece in without_piece(added, "T1")["furniture"]] == ["A", "T2"]
    with pytest.raises(NoSuchPiece):
        without_piece(LAYOUT, "B")


def test_notes_are_added_and_taken_away():
    """None takes a note away; a seat without notes is not listed."""
    noted = with_notes(LAYOUT, ["A-1-1", "T1-1"], {"zone": "press"})

    assert noted["seats"] == {"A-1-1": {"blocked": True, "zone": "press"}, "T1-1": {"zone": "press"}}
    assert with_notes(noted, ["T1-1"], {"zone": None})["seats"] == {"A-1-1": noted["seats"]["A-1-1"]}
