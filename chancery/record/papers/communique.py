"""The communiqué on the sheets of the office."""

from typing import TypedDict

from chancery.base.pdf import Paper
from chancery.base.stock import Sheet


class Labelled(TypedDict):
    """What stands under the text: its label and its lines."""

    label: str
    lines: list[str]


class CommuniqueSheet(TypedDict):
    """`mark` is empty or “Draft”, `notes` what is said of the version; `end` closes the text (R100)."""

    format: Sheet
    kind: str
    mark: str
    line: str
    notes: list[str]
    headline: str
    paragraphs: list[str]
    end: str
    under: list[Labelled]


COMMUNIQUE = Paper[CommuniqueSheet]("record/papers/communique.typ")
