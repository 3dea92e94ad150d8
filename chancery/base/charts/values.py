"""What a chart shows: numbers and names in the reader's words, and where each number opens to its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

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
    """Bars from zero whose parts add up; no part of a bar may be an estimate where others are counts."""

    is_lying: bool = False


@dataclass(frozen=True, slots=True)
class Lines(_Numbers):
    """A line for each series over labels in their order, from zero; it breaks where nothing is counted."""


type Kind = Literal["bars", "stack", "lines"]
type Chart = Bars | Stack | Lines
