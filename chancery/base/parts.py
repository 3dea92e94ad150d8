"""What the templates of lists, choices, running orders and the home page are given: plain values in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from chancery.base.frame import Shape, Tone


@dataclass(frozen=True, slots=True)
class Column:
    """
    The head of one column of a list.

    `url` sorts by it; `sorted` is `ascending` or `descending` while it does.
    """

    name: str
    url: str = ""
    sorted: str = ""
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose: a column to show, an action for the selected rows."""

    value: str
    name: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing by which a list is narrowed, with what can be chosen; nothing chosen stands for all."""

    name: str
    label: str | Promise
    options: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a search, under the heading `group`; with `url` it is a place to go."""

    value: str
    name: str
    detail: str = ""
    state: str = ""
    url: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody's place before and after; places count from 1."""

    name: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody who contributes to an item, and whether they have said yes."""

    name: str
    office: str = ""
    photo_url: str = ""
    shape: Shape = Shape.UNSET
    word: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class CueLine:
    """One cue: which department does what."""

    department: str
    words: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class ScaleItem:
    """
    One item on the time scale of a running order.

    Units: `seconds` is the planned length, 0 where it is not known; `least_minutes` and `most_minutes`
    bound an elastic one. `clock` and `length` are words ("18:30", "10 min"), empty where no time is known.
    """

    title: str
    url: str = ""
    clock: str = ""
    length: str = ""
    seconds: int = 0
    kind: str = ""
    place: str = ""
    is_anchored: bool = False
    is_elastic: bool = False
    least_minutes: int = 0
    most_minutes: int = 0
    faces: Sequence[Face] = ()
    conflicts: Sequence[str] = ()
    cues: Sequence[CueLine] = ()

    @property
    def minutes(self) -> int:
        """The length in whole minutes."""
        return round(self.seconds / 60)


@dataclass(frozen=True, slots=True)
class YearMark:
    """One occasion of the year; `ordinal` ("35th") is given where the number is round."""

    name: str
    url: str
    day: str
    ordinal: str = ""


@dataclass(frozen=True, slots=True)
class YearMonth:
    """One month of the line of the year, with its occasions in their order."""

    name: str
    marks: Sequence[YearMark] = ()
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due, for whom; late ones are marked. `event` is empty where it is clear which."""

    name: str
    url: str
    day: date
    owner: str = ""
    is_late: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One thing that came in since the reader was last here."""

    words: str
    url: str
    at: datetime
