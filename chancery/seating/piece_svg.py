"""One piece of furniture for the editor: drawn about its own middle, and moved and turned as one."""

from collections.abc import Mapping
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from chancery.rules.seating.drawing import drawing_of
from chancery.rules.seating.layout import LARGEST, read_layout
from chancery.rules.seating.room import Room
from chancery.seating.forms.furniture import KIND_WORDS
from chancery.seating.room_svg import still_svg

MIDDLE = LARGEST / 2
GRASP = 26.0


def pieces_svg(layout: Mapping[str, Any]) -> SafeString:
    """Every piece of a drawing, in its order. Errors: LayoutRefused."""
    drawn = (piece_svg(piece, layout.get("seats") or {}) for piece in layout["furniture"])
    return mark_safe("".join(drawn))  # noqa: S308  # what stands in it was escaped on the way


def piece_svg(piece: Mapping[str, Any], notes: Mapping[str, Any]) -> SafeString:
    """
    Draw one piece with what is noted for its seats.

    Shape: a group that can be focused, with `data-piece`, the number of its seats, and the corners of the
    rectangle about it before it is turned, in centimetres from its middle.
    Errors: LayoutRefused.
    """
    room = _alone(piece, notes)
    bounds = " ".join(f"{edge:g}" for edge in _bounds(room))
    seats = [seat for seat in room.seats if not seat.behind]
    taken = sum(seat.is_blocked for seat in seats)
    inner = f'<g transform="translate({-MIDDLE:g} {-MIDDLE:g})">{still_svg(drawing_of(room))}</g>'
    place = (piece.get("x") or 0, piece.get("y") or 0, piece.get("turned") or 0)
    # The numbers of a piece were checked when it was read, its place was not.
    x, y, turned = (float(number) if isinstance(number, int | float) else 0.0 for number in place)
    return mark_safe(  # noqa: S308  # what stands in it was escaped on the way
        f'<g class="piece is-{escape(str(piece["kind"]))}" data-piece="{escape(str(piece["id"]))}"'
        f' data-seats="{len(seats)}" data-blocked="{taken}" data-bounds="{bounds}" tabindex="0"'
        f' role="button" aria-pressed="false" aria-label="{escape(words_of(piece, len(seats)))}"'
        f' transform="translate({x:g} {y:g}) rotate({turned:g})">{_ground(room)}{inner}</g>'
    )


def words_of(piece: Mapping[str, Any], seats: int) -> str:
    """Name a piece for readers of screens: its kind, label and seats."""
    named = {"kind": str(KIND_WORDS[piece["kind"]]), "name": piece.get("label") or piece["id"]}
    if not seats:
        return gettext("%(kind)s %(name)s") % named
    words = ngettext("%(kind)s %(name)s, one seat", "%(kind)s %(name)s, %(seats)s seats", seats)
    return words % {**named, "seats": seats}


def _alone(piece: Mapping[str, Any], notes: Mapping[str, Any]) -> Room:
    """The piece in the middle of a room that holds every piece, not turned."""
    stands = {"x": MIDDLE, "y": MIDDLE, "turned": 0}
    furniture = [{**piece, **stands} if isinstance(piece, Mapping) else piece]
    layout = {"width": LARGEST, "depth": LARGEST, "furniture": furniture}
    own = read_layout(layout)
    kept = {seat: note for seat, note in notes.items() if seat in own.seat_of}
    return read_layout({**layout, "seats": kept}) if kept else own


def _bounds(room: Room) -> tuple[float, float, float, float]:
    """What must stay within the walls: tops of tables and middles of seats; of a door or stage its middle."""
    points = [(seat.x, seat.y) for seat in room.seats]
    points += [corner for unit in room.units for corner in unit.outline]
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    across, down = [x - MIDDLE for x, _y in points], [y - MIDDLE for _x, y in points]
    return round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1)


def _ground(room: Room) -> str:
    """The whole of a piece, which is taken hold of between its seats too, and framed while it is held."""
    corners = [(seat.x + x, seat.y + x) for seat in room.seats for x in (-GRASP, GRASP)]
    corners += [corner for unit in room.units for corner in unit.outline]
    corners += [corner for mark in drawing_of(room).marks for corner in mark.corners]
    if not corners:
        return ""
    left, top = min(x for x, _y in corners) - MIDDLE, min(y for _x, y in corners) - MIDDLE
    right, bottom = max(x for x, _y in corners) - MIDDLE, max(y for _x, y in corners) - MIDDLE
    size = f'width="{right - left:.1f}" height="{bottom - top:.1f}"'
    return f'<rect class="piece-ground" x="{left:.1f}" y="{top:.1f}" {size}/>'
