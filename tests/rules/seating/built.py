"""Rooms, guests and plans of a few words for the tests of seating."""

from collections.abc import Mapping, Sequence
from typing import Any

from chancery.rules.seating.forms import seat_by_form
from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.plan import Part, Placing, Problem, Settings, Sitter, Solution
from chancery.rules.seating.room import Edge, Room

_PARTS = {
    "H": Part.HOST,
    "h": Part.CO_HOST,
    "P": Part.PRESIDING,
    "GH": Part.GUEST_OF_HONOUR,
    "I": Part.INTRODUCER,
}


def room(*furniture: Mapping[str, Any], **notes: Mapping[str, Any]) -> Room:
    """A large room with this furniture, each piece where its own measures put it; notes by seat id."""
    pieces = [{"id": chr(65 + at), "x": 2500, "y": 2500, **piece} for at, piece in enumerate(furniture)]
    seats = {seat.replace("_", "-"): note for seat, note in notes.items()}
    return read_layout({"width": 5000, "depth": 5000, "furniture": pieces, "seats": seats})


def sitters(names: Sequence[str], **facts: Mapping[str, Any]) -> tuple[Sitter, ...]:
    """Guests in their order; "H", "h", "P", "GH" and "I" have the part that the letters say."""
    made = []
    for number, name in enumerate(names, start=1):
        known = {"place": number, "part": _PARTS.get(name, Part.GUEST), **facts.get(name, {})}
        made.append(Sitter(name, name, number, **known))
    return tuple(made)


def by_form(
    hall: Room, guests: Sequence[Sitter], *, locked: Placing | None = None, **settings: Any
) -> Solution:
    """The plan by the form alone."""
    return seat_by_form(Problem(hall, tuple(guests), Settings(**settings), locked=locked or {}))


def seated(solution: Solution, seats: Sequence[str]) -> list[str | None]:
    """Who sits on these seats, None for nobody."""
    sitter_in = {seat: sitter for sitter, seat in solution.placing.items()}
    return [sitter_in.get(seat) for seat in seats]


def on_edge(hall: Room, edge: Edge, unit: str = "A") -> list[str]:
    """The seats of one edge of a table from the sitters' own left to their own right."""
    return [seat for seat in hall.unit_of[unit].seats if hall.seat_of[seat].edge is edge]
