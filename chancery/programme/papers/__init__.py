"""What is printed of a programme, and the shape of the values each document takes."""

from typing import Literal, TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper
from chancery.base.stock import Booklet, Sheet


class Speaker(TypedDict):
    """`lead` are words before the name, such as “read by”."""

    lead: str
    name: str
    capacity: str


class Work(TypedDict):
    author: str
    title: str
    performers: str


class Item(TypedDict):
    """`mark` is a number, a clock time or empty; `note` a length, a place or a language."""

    mark: str
    title: str
    note: str
    people: list[Speaker]
    works: list[Work]


class Part(TypedDict):
    heading: str
    items: list[Item]


class Edition(TypedDict):
    """
    The programme in one language.

    `heading` stands behind a cover; `lines` are day, time and place, `closing` ends it.
    """

    language: str
    heading: str
    title: str
    occasion: str
    lines: list[str]
    parts: list[Part]
    closing: list[str]


class Programme(TypedDict):
    """One edition, or two with the same parts and items that face each other."""

    format: Sheet | Booklet
    cover: bool
    editions: list[Edition]


class Cue(TypedDict):
    """`department` is empty on the sheet of one department."""

    kind: Literal["stand-by", "go", "hold"]
    department: str
    text: str


class CueRow(TypedDict):
    """One item or transition; times and lengths are in the reader's words, empty where unknown (R94)."""

    time: str
    elapsed: str
    duration: str
    item: str
    note: str
    responsible: str
    is_transition: bool
    is_anchored: bool
    cues: list[Cue]


class CueSheet(TypedDict):
    """`department` is empty on the sheet for all."""

    format: Sheet
    heading: str
    department: str
    event: EventLines
    summary: str
    rows: list[CueRow]


PROGRAMME = Paper[Programme]("programme/papers/programme.typ")

CUE_SHEET = Paper[CueSheet](
    "programme/papers/cue_sheet.typ",
    {
        "time": gettext_noop("Time"),
        "elapsed": gettext_noop("Elapsed"),
        "duration": gettext_noop("Duration"),
        "item": gettext_noop("Item"),
        "responsible": gettext_noop("Responsible"),
        "type": gettext_noop("Type of cue"),
        "cue": gettext_noop("Cue"),
        # Translators: the three words of a stage manager; "Go" means act now.
        "stand_by": gettext_noop("Stand-by"),
        "go": gettext_noop("Go"),
        "hold": gettext_noop("Hold"),
        # Translators: beside a time of day that must not move.
        "fixed": gettext_noop("Fixed time"),
    },
)


class RunRow(TypedDict):
    """One item as it runs; clock times to the second, empty where they are not known (R94)."""

    planned: str
    projected: str
    actual: str
    elapsed: str
    duration: str
    item: str
    note: str
    responsible: str
    state: str
    is_out: bool
    is_transition: bool
    is_anchored: bool
    cues: list[Cue]


class RunSheet(TypedDict):
    """The programme as it stands at one moment; `summary` says drift and end in words."""

    format: Sheet
    heading: str
    event: EventLines
    summary: str
    rows: list[RunRow]


RUN_SHEET = Paper[RunSheet](
    "programme/papers/run_sheet.typ",
    {
        "planned": gettext_noop("Planned"),
        "projected": gettext_noop("Projected"),
        "actual": gettext_noop("Actual"),
        "elapsed": gettext_noop("Elapsed"),
        "duration": gettext_noop("Duration"),
        "item": gettext_noop("Item"),
        "responsible": gettext_noop("Responsible"),
        "cue": gettext_noop("Cue"),
        "stand_by": gettext_noop("Stand-by"),
        "go": gettext_noop("Go"),
        "hold": gettext_noop("Hold"),
        "fixed": gettext_noop("Fixed time"),
    },
)
