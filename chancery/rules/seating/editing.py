"""Changing the drawing of a room piece by piece: what a form does, and what a mouse does, is the same."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.layout import KINDS
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Room

type Layout = Mapping[str, Any]

_TABLES: Final = frozenset({"round", "long", "u", "horseshoe", "t", "comb"})
_RANGE: Final = re.compile(r"\s*(?:\.\.+|…)\s*")

_NO_SUCH = gettext_noop("The room has no seat, row or piece “%(name)s”; write ids as the drawing shows them.")
_TWO_ROWS = gettext_noop(
    "“%(first)s” and “%(last)s” are not in one row or at one table; name them one by one."
)


class NoSuchPiece(LookupError):
    """An id that no furniture of the room has."""


def piece_of(layout: Layout, piece_id: str) -> Mapping[str, Any]:
    """Return a piece of furniture as it was written. Errors: NoSuchPiece."""
    for piece in layout.get("furniture", ()):
        if piece["id"] == piece_id:
            found: Mapping[str, Any] = piece
            return found
    raise NoSuchPiece(piece_id)


def with_piece(layout: Layout, piece: Mapping[str, Any]) -> dict[str, Any]:
    """Return the drawing with a piece in the place of the one with its id, or behind all others."""
    pieces = list(layout.get("furniture", ()))
    for index, other in enumerate(pieces):
        if other["id"] == piece["id"]:
            pieces[index] = dict(piece)
            return {**layout, "furniture": pieces}
    return {**layout, "furniture": [*pieces, dict(piece)]}


def without_piece(layout: Layout, piece_id: str) -> dict[str, Any]:
    """Return the drawing without a piece. Errors: NoSuchPiece."""
    gone = piece_of(layout, piece_id)
    return {**layout, "furniture": [piece for piece in layout["furniture"] if piece is not gone]}


def new_id(layout: Layout, kind: str) -> str:
    """Return the next free id: letters for rows, T1, T2 … for tables, a letter and a number for all else."""
    taken = {piece["id"] for piece in layout.get("furniture", ())}
    if kind == "rows":
        free = [letter for letter in "ABCDEFGHIJKLMNOPQR" if letter not in taken]
        if free:
            return free[0]
    prefix = "T" if kind in _TABLES else "F" if kind in KINDS else "M"
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def seats_named(room: Room, words: str) -> tuple[str, ...]:
    """
    Return the ids of the seats that somebody names: `A-1-3, B, T4, A-2-5..A-2-9`.

    Shape: parts with commas, each a seat, a row or table, a whole piece, or the first and last seat of a
    stretch of one row or table; each seat once, in the order of the words.
    Errors: LayoutRefused for the first part that names nothing.
    """
    parts = [part.strip() for part in words.replace(";", ",").split(",") if part.strip()]
    return tuple(dict.fromkeys(seat for part in parts for seat in _named(room, part)))


def _named(room: Room, part: str) -> Iterable[str]:
    first, *last = _RANGE.split(part, maxsplit=1)
    if last:
        return _stretch(room, first, last[0])
    if part in room.seat_of:
        return [part]
    if part in room.unit_of:
        return room.unit_of[part].seats
    units = [unit for unit in room.units if unit.id.startswith(f"{part}-")]
    if not units:
        raise LayoutRefused(_NO_SUCH, name=part[:40])
    return [seat for unit in units for seat in unit.seats]


def _stretch(room: Room, first: str, last: str) -> Iterable[str]:
    for name in (first, last):
        if name not in room.seat_of or room.seat_of[name].behind:
            raise LayoutRefused(_NO_SUCH, name=name[:40])
    seats = room.unit_of[room.seat_of[first].unit].seats
    if last not in seats:
        raise LayoutRefused(_TWO_ROWS, first=first, last=last)
    low, high = sorted((seats.index(first), seats.index(last)))
    return seats[low : high + 1]


def with_notes(layout: Layout, seats: Iterable[str], note: Mapping[str, Any]) -> dict[str, Any]:
    """Return the drawing with something noted for seats; a value of None takes away what was noted."""
    notes = {seat: dict(kept) for seat, kept in (layout.get("seats") or {}).items()}
    for seat in seats:
        merged = {**notes.get(seat, {}), **note}
        notes[seat] = {key: value for key, value in merged.items() if value is not None}
    return {**layout, "seats": {seat: kept for seat, kept in notes.items() if kept}}
