"""What the office works from when it telephones."""

from typing import TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper
from chancery.base.stock import Sheet


class Call(TypedDict):
    """`numbers` are those to be called, `say` what to say in the language of the guest."""

    number: str
    name: str
    lines: list[str]
    numbers: list[str]
    assistant: str
    say: list[str]
    language: str


class Round(TypedDict):
    """The calls of one caller; `caller` is empty where nobody has them yet."""

    caller: str
    count: str
    calls: list[Call]


class RoundSheets(TypedDict):
    """Every round begins on a page of its own."""

    format: Sheet
    heading: str
    event: EventLines
    rounds: list[Round]


ROUND_SHEETS = Paper[RoundSheets](
    "guests/papers/round_sheets.typ",
    {
        "who": gettext_noop("Name and office"),
        "number": gettext_noop("Telephone"),
        "say": gettext_noop("What to say"),
        "answer": gettext_noop("Answer"),
        "yes": gettext_noop("accepts"),
        "regret": gettext_noop("regrets"),
        "undecided": gettext_noop("undecided"),
        "represented": gettext_noop("represented by"),
        "again": gettext_noop("call again"),
        "spoke": gettext_noop("spoke with"),
        "time": gettext_noop("day and time"),
        "nobody": gettext_noop("Nobody is to be called."),
    },
)
