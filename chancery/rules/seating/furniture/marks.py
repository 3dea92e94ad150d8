"""What stands in a room beside seats: stage, doors, windows and the like."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from chancery.rules.seating.furniture.piece import Piece
from chancery.rules.seating.room import Mark, MarkKind

SIZES: Final[Mapping[MarkKind, tuple[float, float]]] = MappingProxyType(
    {
        MarkKind.STAGE: (600, 300),
        MarkKind.LECTERN: (70, 60),
        MarkKind.SCREEN: (300, 20),
        MarkKind.DOOR: (100, 20),
        MarkKind.GUESTS_DOOR: (180, 20),
        MarkKind.WINDOW: (150, 20),
        MarkKind.STEPS: (150, 90),
        MarkKind.PILLAR: (50, 50),
    }
)
"""Width and depth in centimetres where none is written."""


def mark(piece: Piece, kind: MarkKind, x: float, y: float, turned: float) -> Mark:
    """Return a mark; `x` and `y` are its middle."""
    width, depth = SIZES[kind]
    return Mark(
        kind,
        x,
        y,
        piece.number("width", width, 5, 20_000),
        piece.number("depth", depth, 5, 20_000),
        turned,
        piece.text("label"),
    )
