"""What the seats of a drawn room show: the same for the page, the exported drawing and the legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chancery.base.frame import Shape

TINTS = 6


@dataclass(frozen=True, slots=True)
class Face:
    """
    What one seat shows beside its own label and marks.

    `words` is the whole of it for readers of screens, and shown under the pointer: “Seat 4, H.E. …, first
    row, has accepted”. `text` are initials, two or three letters; `place` the number in the order of
    precedence, small below. `tint` from 1 to `TINTS` gives the seat a colour and an outline of its own, for
    those who do not see colours; 0 is the plain circle. `reply` is the state of reply as a shape:
    `Shape.YES`, `NO`, `OPEN`, `HALF`, `UNSET` or `CAREFUL`, None for none. With `url` the seat is a link.
    `is_moved` is a thick broken outline, `is_locked` a lock, `is_reserved` a hatched seat, `is_blocked` a
    crossed one, `is_chosen` the one that is held in hand. One that `is_empty` is drawn as if it had no
    face. `key` is given back as `data-key`.
    """

    words: str
    text: str = ""
    place: str = ""
    tint: int = 0
    reply: Shape | None = None
    url: str = ""
    key: str = ""
    is_moved: bool = False
    is_locked: bool = False
    is_reserved: bool = False
    is_blocked: bool = False
    is_chosen: bool = False
    is_empty: bool = False


type Faces = Mapping[str, Face]
"""Faces by the id of the seat; a seat without one is drawn empty, with its own label."""


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A sign of the drawing and what it means; `is_wheelchair` shows the sign of the seat itself."""

    face: Face
    words: str
    is_wheelchair: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The signs of a drawing, with the name of what the colours and outlines tell: “Category”."""

    name: str
    lines: Sequence[LegendLine] = field(default_factory=tuple)
