"""The drawing of a room outside the pages: as an SVG of its own, and on a printed sheet."""

from html import escape
from typing import Final, TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.base.languages import wording
from chancery.base.pdf import Imprint, Paper
from chancery.rules.seating.drawing import MARGIN, Drawing
from chancery.rules.seating.room import Room as DrawnRoom
from chancery.seating import room_svg
from chancery.seating.models import Room

# What the style sheet of the pages says, for paper: ink alone, no tints.
STYLE: Final = (
    "text{font-family:'Source Sans 3',sans-serif;text-anchor:middle;fill:#1E2430}"
    ".room-floor{fill:#fff;stroke:#1E2430;stroke-width:4}"
    ".room-table>circle,.room-table>polygon{fill:#f3f1ec;stroke:#5B6270;stroke-width:2}"
    ".is-standing>polygon{fill:none;stroke-dasharray:14 8}"
    ".room-label{font-family:'EB Garamond',serif;font-size:24px;dominant-baseline:central}"
    ".is-row .room-label{font-size:18px;fill:#5B6270}"
    ".room-mark>polygon{fill:#e4e2dc;stroke:#1E2430;stroke-width:2}"
    ".is-door>polygon,.is-guests-door>polygon,.is-window>polygon{fill:#fff;stroke-width:3}"
    ".room-word{font-size:18px;dominant-baseline:central}.is-stage .room-word{font-size:32px}"
    ".seat path,.seat circle{fill:none;stroke:#1E2430;stroke-width:2;stroke-linecap:round}"
    ".seat .seat-shape{fill:#fff;stroke:#5B6270;stroke-width:1.6}"
    ".seat .seat-back{stroke:#5B6270;stroke-width:3.4}"
    ".seat.is-blocked .seat-shape{fill:#dddbd5}"
    ".seat .seat-number{font-size:14px}"
)


class SheetValues(TypedDict):
    """What the template of a room is given; `picture` is an SVG, `ratio` its width by its height."""

    format: str
    is_landscape: bool
    heading: str
    summary: str
    picture: str
    ratio: float


SHEET = Paper[SheetValues]("seating/papers/room.typ", {"drawing": gettext_noop("Drawing of the room")})


def svg_of(drawing: Drawing, name: str) -> str:
    """Return a picture of a room that needs nothing else to be shown; one unit is a centimetre."""
    width, depth = drawing.width + 2 * MARGIN, drawing.depth + 2 * MARGIN
    box = f"{-MARGIN:g} {-MARGIN:g} {width:g} {depth:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width:g}" height="{depth:g}">'
        f"<title>{escape(name)}</title><style>{STYLE}</style>"
        f"{room_svg.floor_svg(drawing)}{room_svg.seats_svg(drawing)}</svg>"
    )


def sheet_of(
    row: Room, room: DrawnRoom, drawing: Drawing, *, sheet: str, language: str, imprint: Imprint
) -> bytes:
    """
    Print a room on one sheet, as large as it goes; `sheet` is a format, "" for that of the office.

    Errors: PaperFailed where a word in the drawing cannot be printed.
    """
    name = wording(row.names, language).text or str(row)
    seats = sum(1 for seat in room.seats if not seat.behind and not seat.is_blocked)
    sides = {"width": f"{room.width / 100:g}", "depth": f"{room.depth / 100:g}", "seats": seats}
    values = SheetValues(
        format=sheet or imprint.stock.sheet,
        is_landscape=room.width > room.depth,
        heading=name,
        summary=_("%(width)s × %(depth)s m, seats: %(seats)s") % sides,
        picture=svg_of(drawing, name),
        ratio=(drawing.width + 2 * MARGIN) / (drawing.depth + 2 * MARGIN),
    )
    return SHEET.pdf(values, language=language, title=name, imprint=imprint)
