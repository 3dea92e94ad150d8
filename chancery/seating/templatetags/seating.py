"""The tags of the drawn room; pages include `seating/parts/room.svg` and `seating/parts/legend.html`."""

from django import template

from chancery.rules.seating.drawing import MARGIN, Drawing
from chancery.seating import room_svg

register = template.Library()
register.simple_tag(room_svg.floor_svg)
register.simple_tag(room_svg.seats_svg)
register.simple_tag(room_svg.face_svg)
register.simple_tag(room_svg.dots_svg)


@register.filter
def view_box(drawing: Drawing) -> str:
    """The room with the margin about it."""
    width, depth = drawing.width + 2 * MARGIN, drawing.depth + 2 * MARGIN
    return f"{-MARGIN:g} {-MARGIN:g} {width:g} {depth:g}"
