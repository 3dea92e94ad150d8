"""The sheet on which a speaker approves the wording of what is quoted of them."""

from typing import TypedDict

from chancery.base.pdf import Paper
from chancery.base.stock import Sheet


class House(TypedDict):
    """The office at the head of a sheet, and the language its name is written in."""

    name: str
    language: str


class Wording(TypedDict):
    """One wording with the name of its language, which is empty where the sheet has one language only."""

    language: str
    name: str
    text: str


class Quotation(TypedDict):
    """What is quoted: where it was said, and how it reads."""

    said_in: str
    wordings: list[Wording]


class QuotationSheet(TypedDict):
    """One speaker's sheet, every word of it in `language`."""

    language: str
    house: House
    heading: str
    event: list[str]
    name: str
    capacity: str
    request: list[str]
    quotations: list[Quotation]
    answers: list[str]
    lines: list[str]


class QuotationSheets(TypedDict):
    format: Sheet
    letters: list[QuotationSheet]


QUOTATION_SHEETS = Paper[QuotationSheets]("record/papers/quotations.typ")
