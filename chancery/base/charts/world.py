"""
The map of the world: outlines of Natural Earth in an equal-area projection, filled in steps.

It is never turned over. A small state is a point, one that the outlines do not know is named under the map
(docs/decisions/charts-are-drawn-by-the-server.md).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from chancery.base import cldr
from chancery.base.charts.axes import key_on
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import WorldMap

POINT = 3.6
"""Radius of a small state in units of a drawing, at any width."""
FILLS = (2, 1, 3, 0)
"""The fills of the steps from few to many: the darker in grey, the more."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """Paths by code in units of their own `width`, land without a code, and points of small states."""

    width: float
    height: float
    states: Mapping[str, str]
    land: str
    points: Mapping[str, tuple[float, float]]


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """Read the outlines that the repository carries."""
    read = json.loads(resources.files("chancery.base.charts").joinpath("world.json").read_text())
    points = {code: (x, y) for code, (x, y) in read["points"].items()}
    return Outlines(read["width"], read["height"], read["states"], read["land"], points)


def key_of_steps(sheet: Sheet, chart: WorldMap, language: str) -> None:
    """Say which fill stands for which numbers."""
    steps = steps_of(list(chart.values.values()))
    sheet.fill_order = FILLS[-len(steps) :]
    key_on(sheet, [_range(low, high, language) for low, high in steps], "fill")


def world_map(sheet: Sheet, chart: WorldMap) -> None:
    """Draw the land, states with a number in the fill of their step."""
    steps = steps_of(list(chart.values.values()))
    sheet.fill_order = FILLS[-len(steps) :]
    world, top = outlines(), sheet.height + 4
    scale = sheet.width / world.width
    fills = {code: _step(value, steps) for code, value in chart.values.items() if value}
    sheet.parts.append(f'<g transform="translate(0 {top:g}) scale({scale:.4f})">')
    sheet.parts.append(f'<path class="chart-land" d="{"".join(_unfilled(world, fills))}"/>')
    sheet.parts += [_state(sheet, world.states[code], fills[code]) for code in fills if code in world.states]
    sheet.parts.append("</g>")
    for code, step in fills.items():
        if code in world.points:
            x, y = world.points[code]
            sheet.dot(x * scale, top + y * scale, POINT, step)
    sheet.height = top + world.height * scale + 4


def without_place(chart: WorldMap) -> list[str]:
    """Return the codes that are counted and lie nowhere on the map."""
    world = outlines()
    return sorted(
        code
        for code, value in chart.values.items()
        if value and code not in world.states and code not in world.points
    )


def steps_of(values: Sequence[int]) -> list[tuple[int, int]]:
    """
    Return at most four ranges, in equal ratios from one to the highest, that hold every number above zero.
    """
    highest = max([0, *values])
    if highest <= len(FILLS):
        return [(number, number) for number in range(1, highest + 1)]
    ends = sorted(
        {max(1, round(highest ** (part / len(FILLS)))) for part in range(1, len(FILLS))} | {highest}
    )
    return [(before + 1, end) for before, end in zip([0, *ends], ends, strict=False)]


def _step(value: int, steps: Sequence[tuple[int, int]]) -> int:
    return next(number for number, (low, high) in enumerate(steps) if low <= value <= high)


def _range(low: int, high: int, language: str) -> str:
    first, last = cldr.figure(low, language), cldr.figure(high, language)
    return first if low == high else f"{first}–{last}"


def _unfilled(world: Outlines, fills: Mapping[str, int]) -> list[str]:
    return [world.land, *(path for code, path in world.states.items() if code not in fills)]


def _state(sheet: Sheet, path: str, step: int) -> str:
    return f'<path {sheet.filled("chart-border", step)} d="{path}"/>'
