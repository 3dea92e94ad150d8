"""What is said under a chart, so that nobody reads more from it than it says."""

from django.utils.translation import gettext

from chancery.base import cldr
from chancery.base.charts.bars import totals_of
from chancery.base.charts.values import Bars, Chart, Dots, Lines, Stack, WorldMap
from chancery.base.charts.world import without_place
from chancery.base.languages import listed


def notes_of(chart: Chart, language: str) -> list[str]:
    """Return the sentences under a chart: gaps, states without a place, whose outlines these are."""
    match chart:
        case WorldMap():
            return [*_without_place(chart, language), _outlines()]
        case Bars() | Stack() | Lines():
            return _not_counted(chart)
        case Dots():
            return _of_marks(chart)
        case _:
            return []


def _not_counted(chart: Bars | Stack | Lines) -> list[str]:
    gaps = [label for label, total in zip(chart.labels, totals_of(chart), strict=True) if total is None]
    return [gettext("Not counted: %(labels)s.") % {"labels": listed(gaps)}] if gaps else []


def _of_marks(chart: Dots) -> list[str]:
    notes = [gettext("No mark: %(meaning)s.") % {"meaning": chart.without}]
    drawn, all_rows = len(chart.drawn_rows), len(chart.rows)
    if drawn < all_rows:
        said = gettext("The first %(drawn)s of %(all)s are drawn; the table has all of them.")
        notes.append(said % {"drawn": drawn, "all": all_rows})
    return notes


def _without_place(chart: WorldMap, language: str) -> list[str]:
    names = [cldr.state_in_words(code, language) for code in without_place(chart)]
    return (
        [gettext("Counted, and without a place on this map: %(states)s.") % {"states": listed(names)}]
        if names
        else []
    )


def _outlines() -> str:
    return gettext(
        "The outlines are those of Natural Earth, which are in the public domain; they show where a state "
        "lies and say nothing about borders."
    )
