"""
The shapes of a drawn room as SVG, made in one go: a hall has 2,000 seats, a template for each is too slow.

Everything is said by classes and attributes of SVG; the style sheet `base/css/room.css` gives the colours.
"""

from collections.abc import Iterable
from html import escape

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, pgettext

from chancery.base.frame import Shape
from chancery.rules.seating import drawing as drawn
from chancery.rules.seating.room import MarkKind, Seat
from chancery.seating.seat_faces import Face, Faces

CIRCLE = "M-21 0A21 21 0 1 1 21 0A21 21 0 1 1-21 0Z"
# The outline of a seat by its tint: circle, square, diamond, hexagon, shield, house, cross.
OUTLINES = (
    CIRCLE,
    "M-18-18H18V18H-18Z",
    "M0-25L25 0L0 25L-25 0Z",
    "M-11-21H11L23 0L11 21H-11L-23 0Z",
    "M-19-19H19V3A19 19 0 0 1-19 3Z",
    "M0-25L22-8V19H-22V-8Z",
    "M-10-22H10V-10H22V10H10V22H-10V10H-22V-10H-10Z",
)
DOT = 20
# About how wide a letter of a word in the room is, and how high its line, in centimetres.
LETTER, LINE = 12.5, 30.0
CHAIR_BEHIND = "M-16 0A16 16 0 1 1 16 0A16 16 0 1 1-16 0Z"
BACK = "M-15 20.4A25.4 25.4 0 0 0 15 20.4"
STAR = "M0-16L4.7-4.9L15.2-4.9L6.8 2.9L9.9 14L0 7.6L-9.9 14L-6.8 2.9L-15.2-4.9L-4.7-4.9Z"
CROSSED = "M-13-13L13 13M13-13L-13 13"
HATCHED = "M-15 4L4-15M-15 15L15-15M-4 15L15-4"
LOCK = "M-6-1H6V8H-6ZM-3.6-1V-4A3.6 3.6 0 0 1 3.6-4V-1"
WHEELCHAIR = "M-2-8V1H5L8 8M-2-4H4M1 6.4A6 6 0 1 1-4.6-1.6"
# The state of a reply, in the middle of its own small ground.
REPLIES = {
    Shape.YES: "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
    Shape.NO: "M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5",
    Shape.OPEN: "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
    Shape.HALF: "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0ZM0-5V5",
    Shape.UNSET: "M-5 0H5",
    Shape.CAREFUL: "M0-5.5L5.5 4.5H-5.5Z",
}
MARK_WORDS: dict[MarkKind, str | Promise] = {
    MarkKind.STAGE: gettext_lazy("stage"),
    MarkKind.LECTERN: gettext_lazy("lectern"),
    MarkKind.SCREEN: gettext_lazy("screen"),
    MarkKind.DOOR: gettext_lazy("door"),
    MarkKind.GUESTS_DOOR: gettext_lazy("guests’ door"),
    MarkKind.WINDOW: gettext_lazy("window"),
    MarkKind.STEPS: gettext_lazy("steps"),
    MarkKind.PILLAR: gettext_lazy("pillar"),
}


def floor_svg(drawing: drawn.Drawing) -> SafeString:
    """The walls, what stands in the room, the tops of tables and the names of rows, the side of honour."""
    return _joined(
        [
            f'<rect class="room-floor" width="{_n(drawing.width)}" height="{_n(drawing.depth)}"/>',
            *(_mark(mark, drawing) for mark in drawing.marks),
            *(_outline(outline) for outline in drawing.outlines),
            *(f'<path class="room-honour" d="{STAR}" {_at(x, y)}/>' for x, y in drawing.honour),
        ]
    )


def seats_svg(drawing: drawn.Drawing, faces: Faces | None = None) -> SafeString:
    """Every seat as a group that can be focused, with `data-seat`, in the order of the drawing."""
    shown = faces or {}
    return _joined(_seat(seat, shown.get(seat.id)) for seat in drawing.seats)


def dots_svg(drawing: drawn.Drawing) -> SafeString:
    """All seats as one line of dots, for a small picture that is only looked at."""
    turn = f"a{DOT} {DOT} 0 1 1 {2 * DOT} 0a{DOT} {DOT} 0 1 1 {-2 * DOT} 0"
    dots = "".join(f"M{_n(seat.x - DOT)} {_n(seat.y)}{turn}" for seat in drawing.seats)
    return _joined([f'<path class="room-dots" d="{dots}"/>'])


def seat_in_words(seat: Seat) -> str:
    """What an empty seat says of itself to a reader of screens."""
    if seat.behind:
        return gettext("Chair behind %(seat)s for an interpreter") % {"seat": seat.behind}
    if seat.is_blocked:
        return gettext("Seat %(seat)s, blocked") % {"seat": seat.label}
    if seat.is_wheelchair:
        return gettext("Seat %(seat)s, place for a wheelchair") % {"seat": seat.label}
    return gettext("Seat %(seat)s") % {"seat": seat.label}


def face_svg(face: Face, *, is_wheelchair: bool = False) -> SafeString:
    """One seat about 0, 0 for a legend: for the eye only, the words stand beside it."""
    seat = Seat("", "", "", 0, 0, 0, 0, is_wheelchair=is_wheelchair)
    return _joined([f'<g class="{_classes(seat, face)}">', *_inside(seat, face), "</g>"])


def _joined(parts: Iterable[str]) -> SafeString:
    # Every value is escaped, or a number, where it is written.
    return mark_safe("".join(parts))  # noqa: S308  # what stands in it was escaped on the way


def _n(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")


def _at(x: float, y: float, turned: float = 0.0) -> str:
    turn = f" rotate({_n(turned)})" if turned else ""
    return f'transform="translate({_n(x)} {_n(y)}){turn}"'


def _points(corners: Iterable[drawn.Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)


def _text(words: str, at: drawn.Point, name: str) -> str:
    return f'<text class="{name}" x="{_n(at[0])}" y="{_n(at[1])}">{escape(words)}</text>' if words else ""


def _mark(mark: drawn.DrawnMark, drawing: drawn.Drawing) -> str:
    words = mark.label or str(MARK_WORDS[mark.kind])
    shape = f'<polygon points="{_points(mark.corners)}"/>'
    return f'<g class="room-mark is-{mark.kind}">{shape}{_mark_word(mark, words, drawing)}</g>'


def _mark_word(mark: drawn.DrawnMark, words: str, drawing: drawn.Drawing) -> str:
    """The word in the middle of what has room for it, else beside it, away from the middle of the room."""
    wide, deep = (max(along) - min(along) for along in zip(*mark.corners, strict=True))
    x, y = mark.label_at
    if len(words) * LETTER <= wide and deep >= LINE:
        return _text(words, mark.label_at, "room-word")
    if wide >= deep:
        away = (deep + LINE) / 2
        return _text(words, (x, y + away if y > drawing.depth / 2 else y - away), "room-word")
    away = (wide + LINE) / 2
    is_right = x > drawing.width / 2
    at = _at(x + away if is_right else x - away, y, 90 if is_right else -90)
    return f'<text class="room-word" {at}>{escape(words)}</text>'


def _outline(outline: drawn.Outline) -> str:
    shape = ""
    if outline.radius:
        x, y = outline.centre
        shape = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(outline.radius)}"/>'
    elif outline.corners:
        shape = f'<polygon points="{_points(outline.corners)}"/>'
    labels = "".join(_text(outline.label, at, "room-label") for at in outline.labels_at)
    unit = escape(outline.unit)
    return f'<g class="room-table is-{outline.shape}" data-unit="{unit}">{shape}{labels}</g>'


def still_svg(drawing: drawn.Drawing) -> SafeString:
    """A piece of furniture for the editor: it moves as one, so its seats are no stops of their own."""
    return _joined(
        [
            *(_mark(mark, drawing) for mark in drawing.marks),
            *(_outline(outline) for outline in drawing.outlines),
            *(
                f'<g class="{_classes(seat, None)}" data-seat="{escape(seat.id)}" {_at(seat.x, seat.y)}>'
                f"{''.join(_inside(seat, None))}</g>"
                for seat in drawing.seats
            ),
        ]
    )


def _seat(seat: Seat, face: Face | None) -> str:
    words = escape(face.words if face else seat_in_words(seat))
    name = f'class="{_classes(seat, face)}" data-seat="{escape(seat.id)}" aria-label="{words}"'
    key = f' data-key="{escape(face.key)}"' if face and face.key else ""
    inside = "".join(_inside(seat, face))
    at = _at(seat.x, seat.y)
    if face and face.url:
        return f'<a {name}{key} href="{escape(face.url)}" {at}><title>{words}</title>{inside}</a>'
    title = f"<title>{words}</title>" if face else ""
    return f'<g {name}{key} role="img" tabindex="0" {at}>{title}{inside}</g>'


def _classes(seat: Seat, face: Face | None) -> str:
    states = {
        "is-empty": face is None or face.is_empty,
        "is-behind": bool(seat.behind),
        "is-blocked": seat.is_blocked or bool(face and face.is_blocked),
        "is-wheelchair": seat.is_wheelchair,
        "is-reserved": bool(face and face.is_reserved),
        "is-moved": bool(face and face.is_moved),
        "is-locked": bool(face and face.is_locked),
        "is-chosen": bool(face and face.is_chosen),
        f"tint-{face.tint if face else 0}": bool(face and face.tint),
    }
    return " ".join(["seat", *(name for name, is_so in states.items() if is_so)])


def _inside(seat: Seat, face: Face | None) -> Iterable[str]:
    """Back, outline, then what is written in it, then the small signs about it."""
    tint = face.tint if face else 0
    outline = CHAIR_BEHIND if seat.behind else OUTLINES[tint]
    turned = f' transform="rotate({_n(seat.facing)})"' if seat.facing else ""
    if not seat.behind:
        yield f'<path class="seat-back" d="{BACK}"{turned}/>'
    yield f'<path class="seat-shape" d="{outline}"/>'
    if face and face.is_reserved:
        yield f'<path class="seat-hatch" d="{HATCHED}"/>'
    if seat.is_blocked or (face and face.is_blocked):
        yield f'<path class="seat-cross" d="{CROSSED}"/>'
    yield from _texts(seat, face)
    yield from _signs(seat, face)


def _texts(seat: Seat, face: Face | None) -> Iterable[str]:
    if face is None or face.is_empty:
        if seat.is_wheelchair and not seat.is_blocked:
            yield f'<path class="seat-wheelchair" d="{WHEELCHAIR}"/>'
        elif not seat.is_blocked:
            yield f'<text class="seat-number" y="6.5">{escape(short_label(seat))}</text>'
        return
    if face.text:
        yield f'<text class="seat-text" y="{2 if face.place else 6.5}">{escape(face.text)}</text>'
    if face.place:
        yield f'<text class="seat-place" y="14">{escape(face.place)}</text>'


def _signs(seat: Seat, face: Face | None) -> Iterable[str]:
    if face is None:
        return
    if face.reply in REPLIES:
        yield _sign(f"is-{face.reply}", (17, -17), 8, REPLIES[face.reply])
    if face.is_locked:
        yield _sign("is-lock", (-17, -17), 9, LOCK)
    if seat.is_wheelchair:
        yield _sign("is-wheelchair", (17, 17), 11, WHEELCHAIR)


def _sign(name: str, at: drawn.Point, radius: int, path: str) -> str:
    """A small sign on its own ground, beside the middle of the seat."""
    ground = f'<circle r="{radius}"/>'
    return f'<g class="seat-sign {name}" {_at(*at)}>{ground}<path d="{path}"/></g>'


def short_label(seat: Seat) -> str:
    """What an empty seat shows of its label: the number alone; an interpreter's chair one letter."""
    if seat.behind:
        return pgettext("letter on the chair of an interpreter", "i")
    return seat.label.rsplit("-", 1)[-1].rsplit(" ", 1)[-1][:4]
