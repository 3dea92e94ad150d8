"""A printed register: numbered lines in columns, as many as there are."""

from typing import Literal, TypedDict

from chancery.base.pdf import EventLines, Paper
from chancery.base.stock import Sheet


class Column(TypedDict):
    """`width` is in millimetres; 0 shares what is left. A `room` is left empty to be written in."""

    head: str
    width: float
    style: Literal["number", "name", "text", "room", "tick"]


class Register(TypedDict):
    """
    A table of lines: a cell is a list of lines, of which the first is the name in a column of names.

    `event` has an empty title where the register is that of a year; `empty` is said where there is no line.
    """

    format: Sheet
    is_landscape: bool
    heading: str
    event: EventLines
    summary: str
    columns: list[Column]
    rows: list[list[list[str]]]
    notes: list[str]
    empty: str


REGISTER = Paper[Register]("base/papers/register.typ")
