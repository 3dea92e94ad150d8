"""The figures of a dashboard as its page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from chancery.campaign.indicator_words import COUNTED, NAMES
from chancery.campaign.queries.figures import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one year; `events` says of how many events it is the sum."""

    name: str
    counted: str
    value: int
    events: int


@dataclass(frozen=True, slots=True)
class Year:
    """All that was counted of one year."""

    year: int
    lines: list[Line]


def years_of(figures: Sequence[Figure]) -> list[Year]:
    """Return the counted years, the last one first; `figures` are sorted by their year."""
    years = [
        Year(year, [_line(figure) for figure in found])
        for year, found in groupby(figures, key=lambda figure: figure.year)
    ]
    return years[::-1]


def _line(figure: Figure) -> Line:
    return Line(str(NAMES[figure.indicator]), str(COUNTED[figure.indicator]), figure.value, figure.events)
