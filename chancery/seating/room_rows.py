"""The furniture and the special seats of a room as its page lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from chancery.base.languages import listed
from chancery.rules.seating.room import Room as DrawnRoom
from chancery.seating.forms.furniture import KIND_WORDS
from chancery.seating.models import Room


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece of furniture: `seats` counts what it has, 0 for a door or a stage; centimetres and degrees."""

    id: str
    name: str
    kind: str
    seats: int
    x: float
    y: float
    turned: float
    zone: str


@dataclass(frozen=True, slots=True)
class NotedRow:
    """What is special about some seats, in words, and their ids."""

    words: str
    seats: str


def pieces_of(row: Room, room: DrawnRoom | None) -> list[PieceRow]:
    """Return the furniture of a room in the order of its drawing; empty where it cannot be read."""
    if room is None:
        return []
    counted: dict[str, int] = {}
    for unit in room.units:
        piece = unit.id.partition("-")[0]
        counted[piece] = counted.get(piece, 0) + len(unit.seats)
    return [_piece_row(piece, counted.get(piece["id"], 0)) for piece in row.layout.get("furniture", [])]


def _piece_row(piece: Mapping[str, Any], seats: int) -> PieceRow:
    return PieceRow(
        piece["id"],
        piece.get("label", ""),
        str(KIND_WORDS[piece["kind"]]),
        seats,
        round(piece.get("x", 0)),
        round(piece.get("y", 0)),
        piece.get("turned", 0),
        piece.get("zone", ""),
    )


def noted_seats(row: Room, room: DrawnRoom | None) -> list[NotedRow]:
    """Return what is noted for seats, those with the same notes together, in the order of the drawing."""
    notes: Mapping[str, Mapping[str, Any]] = (row.layout.get("seats") or {}) if room else {}
    together: dict[str, list[str]] = {}
    for seat in room.seats if room else ():
        if not seat.behind and any(notes.get(seat.id, {}).values()):
            together.setdefault(_words_of(notes[seat.id]), []).append(seat.id)
    return [NotedRow(words, listed(seats)) for words, seats in together.items()]


def _words_of(note: Mapping[str, Any]) -> str:
    words = [
        _("blocked") if note.get("blocked") else "",
        _("place for a wheelchair") if note.get("wheelchair") else "",
        _("interpreter’s chair behind") if note.get("interpreter") else "",
        _("zone “%(zone)s”") % {"zone": note["zone"]} if note.get("zone") else "",
        _("called “%(label)s”") % {"label": note["label"]} if note.get("label") else "",
    ]
    return " · ".join(filter(None, words))
