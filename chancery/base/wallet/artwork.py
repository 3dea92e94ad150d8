"""The pictures of a pass: the mark of the house in the colour of the office, at each density of screen."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from chancery.base.colour import PAPER

DENSITIES = {"": 1, "@2x": 2, "@3x": 3}
ICON, LOGO = 29, 50
"""The sides in points: the icon of messages, and the mark in the upper corner."""

FINER = 8
"""Drawn so much larger and made small, so that edges are smooth."""

GRID = 32
CARD = (4, 5.5, 28, 26.5)
RULES = ((9, 12, 23), (9, 16, 23), (9, 20, 17))
"""The mark as base/mark.svg draws it on a grid of 32: a card, and lines from left to right at a height."""

STROKE = 1.5


@lru_cache(maxsize=64)
def pictures(colour: str) -> dict[str, bytes]:
    """Return the PNG files of a pass by name; `colour` (#RRGGBB) is the ground of the icon."""
    drawn = {}
    for ending, density in DENSITIES.items():
        drawn[f"icon{ending}.png"] = _mark(ICON * density, colour)
        drawn[f"logo{ending}.png"] = _mark(LOGO * density, None)
    return drawn


def _mark(side: int, ground: str | None) -> bytes:
    """Draw the mark in the colour of paper on a ground, or on none."""
    large = side * FINER
    scale = large / GRID
    # What is clear has the colour of the lines, else their edges would darken.
    picture = Image.new("RGBA", (large, large), ground or f"{PAPER}00")
    draw = ImageDraw.Draw(picture)
    stroke = round(STROKE * scale)
    draw.rectangle([edge * scale for edge in CARD], outline=PAPER, width=stroke)
    for left, height, right in RULES:
        draw.line((left * scale, height * scale, right * scale, height * scale), fill=PAPER, width=stroke)
    written = BytesIO()
    picture.resize((side, side), Image.Resampling.LANCZOS).save(written, "PNG", optimize=True)
    return written.getvalue()
