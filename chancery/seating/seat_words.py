"""Seats as people speak of them, in the reader's words."""

from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain_words import seat_in_words
from chancery.rules.seating.room import Room


def seat_words(room: Room, seat: str) -> str:
    """A seat in words: “row 2, seat 5”; nothing for none."""
    return in_words(Reason("%(seat)s", {"seat": seat_in_words(room, seat)})) if seat else ""
