"""
Charts: plain values become drawings that can be read without colour, and the table behind each.

`drawn` gives the SVG for a page, `standalone` the same as a file; `table_of` gives the exact numbers
(docs/decisions/charts-are-drawn-by-the-server.md).
"""

from chancery.base.charts.drawing import NARROW, WIDE, drawn, standalone
from chancery.base.charts.tables import Cell, Table, table_of
from chancery.base.charts.values import Bars, Chart, Lines, Series, Stack

__all__ = [
    "NARROW",
    "WIDE",
    "Bars",
    "Cell",
    "Chart",
    "Lines",
    "Series",
    "Stack",
    "Table",
    "drawn",
    "standalone",
    "table_of",
]
