"""
Charts: plain values become drawings that can be read without colour, and the table behind each.

`drawn` gives the SVG for a page, `standalone` the same as a file; `table_of` gives the exact numbers
(docs/decisions/charts-are-drawn-by-the-server.md).
"""

from chancery.base.charts.drawing import NARROW, WIDE, drawn, is_empty, key_drawn, standalone
from chancery.base.charts.notes import notes_of
from chancery.base.charts.tables import Cell, Table, table_of
from chancery.base.charts.values import (
    Bars,
    Chart,
    DotRow,
    Dots,
    Lane,
    Lines,
    Moment,
    NotDrawable,
    Series,
    Stack,
    TimeLine,
    WorldMap,
)

__all__ = [
    "NARROW",
    "WIDE",
    "Bars",
    "Cell",
    "Chart",
    "DotRow",
    "Dots",
    "Lane",
    "Lines",
    "Moment",
    "NotDrawable",
    "Series",
    "Stack",
    "Table",
    "TimeLine",
    "WorldMap",
    "drawn",
    "is_empty",
    "key_drawn",
    "notes_of",
    "standalone",
    "table_of",
]
