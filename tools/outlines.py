"""
Outlines of states as paths of a drawing, made from the topologies of world-atlas (Natural Earth).

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018): areas keep their proportion, so that a fill
weighs as much as its land; what crosses the 180th degree is cut there. Antarctica is left out. A state whose
land would be a speck, and one that only the finer topology knows, gets a point; land without a code of its
own is drawn and belongs to no code.
"""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global

type Point = tuple[float, float]

WIDTH = 1440
SPECK = 60.0
"""Square units of land on a drawing of `WIDTH` below which a state gets a point as well."""
LEFT_OUT = frozenset({"AQ"})
# The codes in use for land to which the topology gives none.
CODES_BY_NAME = {"Kosovo": "XK"}
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF = 2 * math.sqrt(3) * math.pi / (3 * A1)
SCALE = WIDTH / (2 * HALF)
NORTH, SOUTH = 84.0, -56.5


def outlines(folder: Path) -> bytes:
    """Return the file: the size of the drawing, paths by code, land without a code, points by code."""
    coarse = _areas(json.loads((folder / "countries-110m.json").read_text()))
    fine = _areas(json.loads((folder / "countries-50m.json").read_text()))
    drawn = {code: rings for code, rings in coarse.items() if code}
    points = {
        code: _middle(max(rings, key=lambda ring: abs(_area(ring))))
        for code, rings in fine.items()
        if code and sum(abs(_area(ring)) for ring in drawn.get(code, [])) < SPECK
    }
    found = {
        "width": WIDTH,
        "height": round(_projected((0, SOUTH))[1]),
        "states": {code: _path(rings) for code, rings in sorted(drawn.items())},
        "land": _path(coarse.get("", [])),
        "points": {code: [round(x), round(y)] for code, (x, y) in sorted(points.items())},
    }
    return (json.dumps(found, indent=0, separators=(",", ":")) + "\n").encode()


def _areas(topology: dict[str, Any]) -> dict[str, list[list[Point]]]:
    """The rings of each code, projected; those without a code together under an empty one."""
    arcs = [list(_unpacked(arc, topology["transform"])) for arc in topology["arcs"]]
    areas: dict[str, list[list[Point]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = _code(shape)
        if code not in LEFT_OUT:
            rings = shape["arcs"] if shape["type"] == "Polygon" else [r for p in shape["arcs"] for r in p]
            cut = (part for ring in rings for part in _cut(_ring(ring, arcs)))
            areas.setdefault(code, []).extend([_projected(corner) for corner in part] for part in cut)
    return areas


def _cut(ring: list[Point]) -> Iterator[list[Point]]:
    """The parts of a ring on either side of the 180th degree, where the drawing ends."""
    unrolled = [ring[0]]
    for longitude, latitude in ring[1:]:
        before = unrolled[-1][0]
        unrolled.append((longitude + 360 * round((before - longitude) / 360), latitude))
    for turn in (-360, 0, 360):
        part = [(longitude + turn, latitude) for longitude, latitude in unrolled]
        part = _kept(_kept(part, lambda x: x <= 180, 180), lambda x: x >= -180, -180)
        if len(part) > 2:
            yield part


def _kept(ring: list[Point], is_inside: Callable[[float], bool], edge: float) -> list[Point]:
    """The corners on one side of an edge, with those at which the ring meets the edge."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else ():
        if is_inside(x1) != is_inside(x2):
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if is_inside(x2):
            kept.append((x2, y2))
    return kept


def _code(shape: dict[str, Any]) -> str:
    """The two letters of a state, from its number in ISO 3166."""
    if number := shape.get("id"):
        return str(get_global("territory_aliases")[number][0])
    return CODES_BY_NAME.get(shape["properties"]["name"], "")


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (east, north) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield (x * scale_x + east, y * scale_y + north)


def _projected(place: Point) -> Point:
    """A place in degrees on the drawing, in units from its upper left corner."""
    longitude, latitude = math.radians(place[0]), math.radians(min(place[1], NORTH))
    angle = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    slope = A1 + 3 * A2 * angle**2 + 7 * A3 * angle**6 + 9 * A4 * angle**8
    x = 2 * math.sqrt(3) * longitude * math.cos(angle) / (3 * slope)
    return ((x + HALF) * SCALE, (_height(math.radians(NORTH)) - _height(latitude)) * SCALE)


def _height(latitude: float) -> float:
    angle = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    return angle * (A1 + A2 * angle**2 + A3 * angle**6 + A4 * angle**8)


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring from its arcs; a number below zero is an arc backwards."""
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _path(rings: list[list[Point]]) -> str:
    """Rings as the shortest path in whole units; a ring of less than three corners is left out."""
    return "".join(_moves(ring) for ring in rings if len(_whole(ring)) > 2)


def _moves(ring: list[Point]) -> str:
    (x, y), *others = _whole(ring)
    moves = [f"M{x} {y}l"]
    for next_x, next_y in others:
        moves.append(f"{next_x - x} {next_y - y} ")
        x, y = next_x, next_y
    return "".join(moves).rstrip() + "z"


def _whole(ring: list[Point]) -> list[tuple[int, int]]:
    """The corners in whole units, none twice in a row, the last not the first again."""
    corners = [(round(x), round(y)) for x, y in ring]
    kept = [corner for corner, before in zip(corners[1:], corners, strict=False) if corner != before]
    return kept if kept else corners[:1]


def _area(ring: list[Point]) -> float:
    following = [*ring[1:], ring[0]]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, following, strict=True)) / 2


def _middle(ring: list[Point]) -> Point:
    """The middle of a ring between its furthest corners."""
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
