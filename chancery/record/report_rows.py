"""The report to the ministry as its page shows it (R108)."""

from dataclasses import dataclass

from django.urls import reverse

from chancery.base.cldr import language_in_its_own_words
from chancery.base.parts import Column
from chancery.base.rows import Cell, Figure, Row, Text
from chancery.events.access import EventOffice
from chancery.record.documents import report


@dataclass(frozen=True, slots=True)
class Shown:
    """A section of the report with its table as columns and rows."""

    section: report.Section
    columns: list[Column]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Printed:
    """The report on paper in one language: the addresses of its PDF and of its Word file."""

    language: str
    name: str
    pdf_url: str
    word_url: str


def section_of(section: report.Section) -> Shown:
    """Return a section with its rows as a list shows them."""
    columns = [
        Column(name, is_figure=is_figure)
        for name, is_figure in zip(section["heads"], section["figures"], strict=True)
    ]
    rows = [
        Row(str(number), cells[0], tuple(map(_cell, cells, section["figures"])))
        for number, cells in enumerate(section["rows"])
    ]
    return Shown(section, columns, rows)


def _cell(words: str, is_figure: bool) -> Cell:
    return Figure(words) if is_figure else Text(words)


def papers_of(office: EventOffice) -> list[Printed]:
    """Return where the report is printed, one entry for each language in which it can be."""
    return [
        Printed(language, language_in_its_own_words(language), *_addresses(office, language))
        for language in report.languages_of(office.event)
    ]


def _addresses(office: EventOffice, language: str) -> tuple[str, str]:
    where = [office.organiser.ref, office.event.code]
    pdf, word = (
        reverse("desk:paper", args=[*where, f"report-{language}.{suffix}"]) for suffix in ("pdf", "docx")
    )
    return pdf, word
