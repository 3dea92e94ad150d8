"""Chairs that stand where they stand: each with a place of its own, as other programs draw them."""

from collections.abc import Mapping
from typing import Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.furniture.piece import Piece
from chancery.rules.seating.furniture.spots import Group, Spot
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Shape

LONGEST_ID: Final = 40
_FAR: Final = 20_000
_NO_MAPPING = gettext_noop("A row or seat of %(piece)s is written wrongly; write its values by name.")
_NO_SEATS = gettext_noop("%(piece)s has a row without seats; take the row out.")


def free_seats(piece: Piece) -> list[Group]:
    """
    Return rows of chairs that each have a place of their own.

    Shape: `rows` is a list of rows with "label" and "seats"; each seat has "x" and "y" from the middle of the
    piece and, where it has them, "facing", "id" and "label". Seats stand in the list from the sitters' own
    left to their own right.
    """
    label = piece.text("label")
    return [
        _row(_named(item, piece.name), index, label)
        for index, item in enumerate(piece.items("rows"), start=1)
    ]


def _named(item: object, name: str) -> Piece:
    if not isinstance(item, Mapping):
        raise LayoutRefused(_NO_MAPPING, piece=name)
    return Piece(item, name)


def _row(row: Piece, index: int, label: str) -> Group:
    spots = tuple(_spot(_named(item, row.name)) for item in row.items("seats"))
    if not spots:
        raise LayoutRefused(_NO_SEATS, piece=row.name)
    own = row.text("label")
    number = row.count("number", index, 1, 1000)
    row.finish()
    shown = " ".join(part for part in (label, own) if part) or str(number)
    ends = frozenset({0, len(spots) - 1})
    return Group(Shape.ROW, spots, suffix=str(index), label=shown, number=number, at_aisle=ends)


def _spot(seat: Piece) -> Spot:
    made = Spot(
        seat.number("x", 0, -_FAR, _FAR),
        seat.number("y", 0, -_FAR, _FAR),
        seat.number("facing", 0, -360, 360) % 360,
        label=seat.text("label", 20),
        id=seat.text("id", LONGEST_ID),
    )
    seat.finish()
    return made
