"""The seat plan on paper: the room as drawn, with names or numbers, and a list of who sits where."""

from collections.abc import Mapping, Sequence
from math import cos, dist, radians, sin
from typing import Literal

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint
from chancery.events import wording as words
from chancery.rules.seating.drawing import MARGIN, Drawing, DrawnMark, Outline, drawing_of, radius_of
from chancery.rules.seating.forms import places_of_honour
from chancery.rules.seating.room import Reserve, Seat
from chancery.seating import papers
from chancery.seating.documents.lists import summary_of
from chancery.seating.documents.seated import SeatedPlan
from chancery.seating.room_svg import MARK_WORDS
from chancery.seating.wording import unit_words

type State = Literal["taken", "free", "kept", "blocked"]
type Format = Literal["a3", "a4", "tabloid", "us-letter"]
LARGE: Mapping[str, Format] = {"a4": "a3", "us-letter": "tabloid"}
"""The sheet twice as large, on which names have room."""
BEFORE = 20.0
"""Centimetres from a seat to the middle of the star before it."""
ALONE = 120.0
"""Centimetres that a name may take where no other seat is near."""


def seat_plan(plan: SeatedPlan, imprint: Imprint, *, with_names: bool) -> bytes:
    """Print the room with the numbers of the seats, or on the sheet twice as large with the names."""
    values = seat_plan_values(plan, imprint, with_names=with_names)
    title = values["heading"]
    return papers.SEAT_PLAN.pdf(values, language=plan.language, title=title, imprint=imprint)


def seat_plan_values(plan: SeatedPlan, imprint: Imprint, *, with_names: bool) -> papers.SeatPlan:
    """Return the plan as its paper takes it."""
    reserves = {reserve.seat: reserve for reserve in plan.loaded.problem.reserves}
    names = {sitting.seat.id: sitting.sitter.name for sitting in plan.sittings}
    drawing = drawing_of(plan.room)
    small: Format = imprint.stock.sheet
    with override(plan.language):
        seats = [
            _seat(seat, drawing, names.get(seat.id, ""), reserves.get(seat.id), with_names=with_names)
            for seat in drawing.seats
        ]
        return {
            "format": LARGE[imprint.stock.sheet] if with_names else small,
            "is_landscape": drawing.width >= drawing.depth,
            "heading": gettext("Seat plan"),
            "event": words.event_lines(plan.event, plan.language),
            "summary": summary_of(plan),
            "width": drawing.width,
            "depth": drawing.depth,
            "margin": MARGIN,
            "tables": [_table(outline) for outline in drawing.outlines],
            "marks": [_mark(mark) for mark in drawing.marks],
            "seats": seats,
            "honour": _honour(plan),
            "has_kept": any(seat["state"] == "kept" for seat in seats),
            "has_blocked": any(seat["state"] == "blocked" for seat in seats),
            "units": _units(plan),
        }


def _honour(plan: SeatedPlan) -> list[tuple[float, float]]:
    """Where the star of the first place of honour stands: before its seat, where no name is."""
    first = next(iter(places_of_honour(plan.room, plan.loaded.problem.settings)), None)
    if first is None:
        return []
    seat = plan.room.seat_of[first]
    x, y = _back(seat)
    away = radius_of(seat) + BEFORE
    return [(seat.x - x * away, seat.y - y * away)]


def _back(seat: Seat) -> tuple[float, float]:
    """The direction behind a sitter."""
    return -sin(radians(seat.facing)), cos(radians(seat.facing))


def _seat(
    seat: Seat, drawing: Drawing, name: str, reserve: Reserve | None, *, with_names: bool
) -> papers.DrawnSeat:
    x, y = _back(seat)
    return {
        "x": seat.x,
        "y": seat.y,
        "radius": radius_of(seat),
        "pitch": _pitch(seat, drawing.seats) if with_names and name else ALONE,
        "back_x": round(x, 4),
        "back_y": round(y, 4),
        "label": seat.label,
        "name": name if with_names else "",
        "state": _state(seat, name, reserve),
        "is_wheelchair": seat.is_wheelchair,
    }


def _state(seat: Seat, name: str, reserve: Reserve | None) -> State:
    if name:
        return "taken"
    if seat.is_blocked or (reserve and reserve.is_blocked):
        return "blocked"
    return "kept" if reserve else "free"


def _pitch(seat: Seat, seats: Sequence[Seat]) -> float:
    """How far the nearest seat of the same table or row is, in centimetres."""
    near = (
        dist((seat.x, seat.y), (other.x, other.y))
        for other in seats
        if other.unit == seat.unit and other.id != seat.id and not other.behind
    )
    return min([*near, ALONE])


def _table(outline: Outline) -> papers.DrawnTable:
    return {
        "corners": [] if outline.radius else list(outline.corners),
        "x": outline.centre[0],
        "y": outline.centre[1],
        "radius": outline.radius,
        "labels": [{"text": outline.label, "x": x, "y": y} for x, y in outline.labels_at if outline.label],
    }


def _mark(mark: DrawnMark) -> papers.DrawnMark:
    words_of = mark.label or str(MARK_WORDS[mark.kind])
    return {
        "kind": mark.kind,
        "corners": list(mark.corners),
        "label": {"text": words_of, "x": mark.label_at[0], "y": mark.label_at[1]},
    }


def _units(plan: SeatedPlan) -> list[papers.ListedUnit]:
    return [
        {
            "heading": unit_words(sittings[0].unit),
            "rows": [{"seat": one.seat.label, "name": one.sitter.name} for one in sittings],
        }
        for sittings in plan.by_unit.values()
    ]
