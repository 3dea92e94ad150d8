"""What a chart shows: numbers and names in the reader's words, and where each number opens to its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST_SERIES = 6
"""There are so many patterns and marks that are told apart in grey."""


class NotDrawable(ValueError):
    """Values that a chart would show wrongly: below zero, or not one for each label."""


@dataclass(frozen=True, slots=True)
class Series:
    """
    Numbers under one name, one for each label; None is not counted, which is not zero.

    `urls` open the numbers to their rows, in the same order; none where there is nothing to open.
    """

    name: str
    values: Sequence[int | None]
    urls: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Numbers:
    """
    Numbers by label.

    `key` names the drawing on its page and as a file; `description` is one sentence on what is counted, of
    how many events and as of when; `heading` stands above the labels in the table ("Year").
    Errors: NotDrawable.
    """

    key: str
    title: str
    description: str
    heading: str
    labels: Sequence[str]
    series: Sequence[Series]

    def __post_init__(self) -> None:
        if len(self.series) > MOST_SERIES:
            raise NotDrawable(f"{self.key}: more than {MOST_SERIES} series")
        for one in self.series:
            if len(one.values) != len(self.labels) or len(one.urls) not in (0, len(self.labels)):
                raise NotDrawable(f"{self.key}: {one.name} has not one value for each label")
            if any(value is not None and value < 0 for value in one.values):
                raise NotDrawable(f"{self.key}: {one.name} counts below zero")


@dataclass(frozen=True, slots=True)
class Bars(_Numbers):
    """Bars from zero, those of one label beside each other; lying ones have room for long names."""

    is_lying: bool = False


@dataclass(frozen=True, slots=True)
class Stack(_Numbers):
    """
    Bars from zero whose parts add up; no part of a bar may be an estimate where others are counts.

    `total_urls` open what the parts of each label add up to.
    """

    is_lying: bool = False
    total_urls: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Lines(_Numbers):
    """A line for each series over labels in their order, from zero; it breaks where nothing is counted."""


@dataclass(frozen=True, slots=True)
class WorldMap:
    """
    A number for each state, by its code of two letters; a state without one is not in the count.

    `counted` is the heading of the numbers. A state that has no place on the map is named under it.
    """

    key: str
    title: str
    description: str
    heading: str
    counted: str
    values: Mapping[str, int]
    urls: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(value < 0 for value in self.values.values()):
            raise NotDrawable(f"{self.key}: a state counts below zero")


@dataclass(frozen=True, slots=True)
class DotRow:
    """
    One row of marks, one for each label: the number of a mark, or None for no mark.

    `url` opens the row, `urls` the marks in their order; none where there is nothing to open.
    """

    name: str
    marks: Sequence[int | None]
    url: str = ""
    urls: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Dots:
    """
    A mark for each row and label; `marks` says in words what each mark means, `without` what none means.

    Only the first `most_drawn` rows are drawn, the table has all; 0 draws all of them.
    Errors: NotDrawable.
    """

    key: str
    title: str
    description: str
    heading: str
    labels: Sequence[str]
    marks: Sequence[str]
    rows: Sequence[DotRow]
    without: str
    most_drawn: int = 0

    @property
    def drawn_rows(self) -> Sequence[DotRow]:
        """The rows that are drawn."""
        return self.rows[: self.most_drawn or None]

    def __post_init__(self) -> None:
        if len(self.marks) > MOST_SERIES:
            raise NotDrawable(f"{self.key}: more than {MOST_SERIES} marks")
        if any(
            len(row.marks) != len(self.labels) or len(row.urls) not in (0, len(self.labels))
            for row in self.rows
        ):
            raise NotDrawable(f"{self.key}: a row has not one mark for each label")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: its year, its day in words as far as it is known, and where it opens."""

    year: int
    day: str
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Moments of one kind, in their order."""

    name: str
    moments: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """
    Moments by year, a lane for each kind; both years are included.

    Errors: NotDrawable for a moment outside the years.
    """

    key: str
    title: str
    description: str
    heading: str
    first_year: int
    last_year: int
    lanes: Sequence[Lane]

    def __post_init__(self) -> None:
        if len(self.lanes) > MOST_SERIES:
            raise NotDrawable(f"{self.key}: more than {MOST_SERIES} lanes")
        years = range(self.first_year, self.last_year + 1)
        if any(moment.year not in years for lane in self.lanes for moment in lane.moments):
            raise NotDrawable(f"{self.key}: a moment lies outside the years")


type Numbers = Bars | Stack | Lines
type Chart = Numbers | WorldMap | Dots | TimeLine
