"""
Elements of a drawing. Everything is said by classes and attributes: no style stands on an element.

A drawing is made from left to right; where the script runs the other way `Sheet` turns places and anchors
over, never the letters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal

type Anchor = Literal["start", "middle", "end"]

TURNED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
ISOLATE_RIGHT_TO_LEFT, END_OF_ISOLATE = "\u2067", "\u2069"
# Marks around a point, told apart by their shape: circle, square, triangle, diamond, cross, ring.
MARKS = (
    "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1-4.5 0Z",
    "M-4-4H4V4H-4Z",
    "M0-5L5 4H-5Z",
    "M0-5.5L5.5 0L0 5.5L-5.5 0Z",
    "M-4-4L4 4M4-4L-4 4",
    "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1-4 0Z",
)
# Lines over a ground of 8 × 8 units that tell fills apart in grey; the first fill is whole, the last empty.
HATCHES = (
    "",
    "M-2 2L2-2M0 8L8 0M6 10L10 6",
    "M2 2H2.01M6 6H6.01",
    "M0 0L8 8M8 0L0 8",
    "M0 4H8",
    "",
)


@dataclass(slots=True)
class Sheet:
    """
    A drawing in the making: `width` is fixed, `height` grows with what is drawn on it.

    `fill_order` says which of the hatches is the first fill, the second and so on.
    """

    key: str
    width: float
    is_turned: bool = False
    height: float = 0.0
    parts: list[str] = field(default_factory=list)
    fill_order: Sequence[int] = range(6)

    def x(self, place: float) -> float:
        """Where a place counted from the side that is read first lies."""
        return self.width - place if self.is_turned else place

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: Anchor = "start") -> None:
        """Write words with their base line at `y`."""
        side = TURNED[anchor] if self.is_turned else anchor
        written = f"{ISOLATE_RIGHT_TO_LEFT}{words}{END_OF_ISOLATE}" if self.is_turned else words
        also = f' class="{kind}"' if kind else ""
        self.parts.append(
            f'<text{also} x="{_n(self.x(x))}" y="{_n(y)}" text-anchor="{side}">{escape(written)}</text>'
        )

    def bar(self, x: float, y: float, width: float, height: float, fill: int) -> None:
        """Draw a bar in one of the fills; `x` is its side that is read first."""
        left = self.x(x + width) if self.is_turned else x
        place = f'x="{_n(left)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        self.parts.append(f"<rect {self.filled('chart-edge', fill)} {place}/>")

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
        """Draw a straight line of the axes."""
        (x1, y1), (x2, y2) = start, end
        place = f'x1="{_n(self.x(x1))}" y1="{_n(y1)}" x2="{_n(self.x(x2))}" y2="{_n(y2)}"'
        self.parts.append(f'<line class="{kind}" {place}/>')

    def path(self, points: Iterable[tuple[float, float]], kind: str) -> None:
        """Draw a line through points."""
        way = "L".join(f"{_n(self.x(x))} {_n(y)}" for x, y in points)
        self.parts.append(f'<path class="{kind}" d="M{way}"/>')

    def mark(self, x: float, y: float, shape: int, kind: str = "") -> None:
        """Put one of the marks on a point."""
        classes = f"chart-mark-{shape} {kind}".strip()
        place = f"translate({_n(self.x(x))} {_n(y)})"
        self.parts.append(f'<path class="{classes}" transform="{place}" d="{MARKS[shape]}"/>')

    def dot(self, x: float, y: float, radius: float, fill: int) -> None:
        """Draw a point of the map, which is never turned over, in one of the fills."""
        place = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
        self.parts.append(f"<circle {self.filled('chart-edge', fill)} {place}/>")

    def filled(self, kind: str, fill: int) -> str:
        """The attributes that fill a shape; one without a hatch has its ground alone, which has no seams."""
        shown = self.fill_order[fill]
        if HATCHES[shown]:
            return f'class="{kind}" fill="url(#{self.key}-fill-{fill})"'
        return f'class="{kind} chart-ground-{shown}"'

    def fills(self, count: int) -> str:
        """The hatches of the first `count` fills, under names of this drawing alone."""
        hatched = [number for number in range(count) if HATCHES[self.fill_order[number]]]
        return f"<defs>{''.join(map(self._fill, hatched))}</defs>" if hatched else ""

    def _fill(self, number: int) -> str:
        shown = self.fill_order[number]
        ground = f'<rect class="chart-ground-{shown}" width="8" height="8"/>'
        hatch = f'<path class="chart-hatch" d="{HATCHES[shown]}"/>'
        name = f'id="{self.key}-fill-{number}" width="8" height="8" patternUnits="userSpaceOnUse"'
        return f"<pattern {name}>{ground}{hatch}</pattern>"


def _n(number: float) -> str:
    """A number as short as a tenth of a unit asks for."""
    return f"{number:.1f}".removesuffix(".0")
