"""Tables that bend about an inner space: U, horseshoe, comb (R68)."""

import math
from typing import Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.furniture.piece import Piece
from chancery.rules.seating.furniture.spots import CHAIR, Group, Point, Spot, along, box, refuse_narrow
from chancery.rules.seating.furniture.tables import MOST_AT_EDGE
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Edge, Shape

_NO_SPACE = gettext_noop("%(piece)s has no space inside; make it longer or its tables narrower.")
_BEND: Final = 24
"""Corners of the outline of half a circle."""


def u_table(piece: Piece) -> list[Group]:
    """
    Return a U with its bar at the top of the drawing, open below.

    Shape: the outer edge runs from the foot of the right arm up, along the bar and down the left arm, the
    inner one from the foot of the left arm up, along and down the right arm: each next at the right hand.
    """
    return [_comb(piece, Shape.U, 2, "arm_seats", "inner_arm_seats", 0)]


def comb_table(piece: Piece) -> list[Group]:
    """
    Return a comb: a bar at the top of the drawing with teeth below it.

    Shape: the outer edge runs about the whole as that of a U; the inner one from the foot of the left tooth
    through all spaces to the right one.
    """
    teeth = piece.count("teeth", 3, 2, 12)
    return [_comb(piece, Shape.COMB, teeth, "tooth_seats", "inner_tooth_seats", 4)]


def _comb(piece: Piece, shape: Shape, teeth: int, outer: str, inner: str, usual_inner: int) -> Group:
    bar = piece.count("bar_seats", 5, 0, MOST_AT_EDGE)
    arm = piece.count(outer, 4, 0, MOST_AT_EDGE)
    inner_bar = piece.count("inner_bar_seats", 0, 0, MOST_AT_EDGE)
    inner_arm = piece.count(inner, usual_inner, 0, MOST_AT_EDGE)
    gap = piece.number("seat_gap", 60, 35, 500)
    width = piece.number("width", 80, 40, 2000)
    roomy = teeth * width + (teeth - 1) * max(200.0, gap * inner_bar + 2 * CHAIR)
    length = piece.number("length", max(gap * bar, roomy), 50, 10_000)
    least = max(gap * arm, width + gap * inner_arm + CHAIR, width + 60)
    depth = piece.number("depth", least, 50, 10_000)
    space = (length - teeth * width) / (teeth - 1)
    if space <= 0 or depth <= width:
        raise LayoutRefused(_NO_SPACE, piece=piece.name)
    name, right = piece.name, length / 2
    spots = [
        *along(arm, (right, 0), 270, depth, Edge.OUTER, name),
        *along(bar, (0, -depth / 2), 180, length, Edge.OUTER, name),
        *along(arm, (-right, 0), 90, depth, Edge.OUTER, name),
    ]
    for index in range(teeth - 1):
        left = -right + width + index * (width + space)
        spots += _inside(left, space, depth, width, inner_arm, inner_bar, name)
    return Group(shape, tuple(spots), _outline(length, depth, width, teeth), label=piece.text("label"))


def _inside(
    left: float, space: float, depth: float, width: float, arm: int, bar: int, name: str
) -> list[Spot]:
    """The chairs of one inner space: up its left side, along the bar, down its right side."""
    free = depth - width - CHAIR
    middle = depth / 2 - free / 2
    return [
        *along(arm, (left, middle), 270, free, Edge.INNER, name),
        *along(bar, (left + space / 2, width - depth / 2), 0, space, Edge.INNER, name),
        *along(arm, (left + space, middle), 90, free, Edge.INNER, name),
    ]


def _outline(length: float, depth: float, width: float, teeth: int) -> tuple[Point, ...]:
    """The corners clockwise from the upper left one."""
    upper_left, upper_right, *_lower = box(length, depth)
    space = (length - teeth * width) / (teeth - 1)
    foot, under = depth / 2, width - depth / 2
    corners = [upper_left, upper_right]
    for index in reversed(range(teeth)):
        left = -length / 2 + index * (width + space)
        corners += [(left + width, foot), (left, foot)]
        if index:
            corners += [(left, under), (left - space, under)]
    return tuple(corners)


def horseshoe(piece: Piece) -> list[Group]:
    """Return a horseshoe: half a circle at the top of the drawing with two straight arms, open below."""
    outer = piece.count("seats", 15, 1, MOST_AT_EDGE)
    inner = piece.count("inner_seats", 0, 0, MOST_AT_EDGE)
    gap = piece.number("seat_gap", 60, 35, 500)
    width = piece.number("width", 80, 40, 2000)
    arm = piece.number("arm", 120, 0, 10_000)
    roomy = 2 * (gap * outer - 2 * arm) / math.pi
    within = 2 * (gap * inner - 2 * arm) / math.pi + 2 * width
    diameter = piece.number("diameter", max(360.0, roomy, within), 100, 10_000)
    if diameter <= 2 * width:
        raise LayoutRefused(_NO_SPACE, piece=piece.name)
    top = -(arm + diameter / 2) / 2
    bend = _Bend(arm, top + diameter / 2, piece.name)
    spots = [
        *bend.chairs(outer, diameter / 2, CHAIR, Edge.OUTER),
        *bend.chairs(inner, diameter / 2 - width, -CHAIR, Edge.INNER),
    ]
    outline = (*bend.line(diameter / 2), *reversed(bend.line(diameter / 2 - width)))
    return [Group(Shape.HORSESHOE, tuple(spots), outline, label=piece.text("label"))]


class _Bend:
    """Lines about the middle of a horseshoe: up the right arm, round the bend, down the left arm."""

    def __init__(self, arm: float, middle: float, piece: str) -> None:
        self._arm, self._middle, self._piece = arm, middle, piece

    def chairs(self, seats: int, radius: float, off: float, edge: Edge) -> list[Spot]:
        """Return chairs at a line; `off` is how far outside it they stand, less than 0 for inside."""
        length = 2 * self._arm + math.pi * radius
        refuse_narrow(seats, length, self._piece)
        spots = [self._chair((index + 0.5) * length / seats, radius, off, edge) for index in range(seats)]
        return spots if off > 0 else spots[::-1]

    def _chair(self, way: float, radius: float, off: float, edge: Edge) -> Spot:
        x, y, look = self._at(way, radius, off)
        return Spot(x, y, (look if off > 0 else look + 180) % 360, edge)

    def _at(self, way: float, radius: float, off: float) -> tuple[float, float, float]:
        """The point at a way along the line, set off outwards, and the direction inwards."""
        bend = math.pi * radius
        foot = self._middle + self._arm
        if way <= self._arm:
            return radius + off, foot - way, 270.0
        if way >= self._arm + bend:
            return -radius - off, self._middle + (way - self._arm - bend), 90.0
        turn = (way - self._arm) / radius
        x, y = math.cos(turn) * (radius + off), self._middle - math.sin(turn) * (radius + off)
        return x, y, 270.0 - math.degrees(turn)

    def line(self, radius: float) -> tuple[Point, ...]:
        """Return the corners of a line."""
        bend = math.pi * radius
        ways = [0.0, *(self._arm + bend * step / _BEND for step in range(_BEND + 1)), 2 * self._arm + bend]
        return tuple(self._at(way, radius, 0)[:2] for way in ways)
