"""The yearly report: its content from the record, and its pages as PDF and as a text for a word processor."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any, TypedDict

from django.utils import translation
from django.utils.translation import gettext as _

from chancery.accounts import imprints
from chancery.accounts.models import Organiser
from chancery.base import charts, cldr
from chancery.base.jobs import Progress
from chancery.base.pdf import Imprint, Paper
from chancery.base.stock import Sheet
from chancery.base.word import Line, Manuscript
from chancery.campaign.documents import report_events, report_figures, report_proofs
from chancery.campaign.documents.report_values import Content, Drawing, Making, Section, chart_of, is_told
from chancery.campaign.models import YearReport
from chancery.campaign.queries.figures import Scope

REPORTED_IN = ("en", "fr", "ro", "az")
WIDTH = 166.0
PARTS: Sequence[Callable[[Making], Iterator[Section]]] = (
    report_figures.summary,
    report_events.events,
    report_events.posts,
    report_figures.attendance,
    report_events.highlights,
    report_events.shows,
    report_events.releases,
    report_events.statements,
    report_figures.press,
    report_proofs.recognitions,
    report_figures.claims,
    report_proofs.costs,
    report_proofs.unknown,
)


class PaperDrawing(TypedDict):
    """A drawing on paper with what it shows in words."""

    svg: str
    alt: str


class PaperSection(TypedDict):
    """A section with its drawings; see `report_values.Section`."""

    heading: str
    lead: str
    texts: list[Any]
    drawings: list[PaperDrawing]
    heads: list[str]
    widths: list[int]
    figures: list[bool]
    rows: list[list[str]]
    notes: list[str]


class ReportSheet(TypedDict):
    """What the paper of a report prints; `mark` is empty or “Draft”."""

    format: Sheet
    heading: str
    year: str
    lines: list[str]
    mark: str
    notes: list[str]
    sections: list[PaperSection]


REPORT = Paper[ReportSheet]("campaign/papers/year_report.typ")


def content_of(
    report: YearReport, scope: Scope, *, now: datetime, progress: Progress | None = None
) -> Content:
    """Read the year from the record and write it in the language of the report; nothing is saved."""
    step = _("The report is written")
    parts = progress.over(PARTS, step=step) if progress else iter(PARTS)
    with translation.override(report.language):
        making = Making(report, scope, now)
        sections = [each for part in parts for each in part(making) if is_told(each)]
        return _cover(making, sections)


def _cover(making: Making, sections: list[Section]) -> Content:
    report, organiser = making.report, making.scope.organiser
    subject = report.campaign.names if report.campaign else organiser.names
    moment = cldr.moment_in_words(making.now.astimezone(organiser.zone), making.language)
    lines = [
        _("with its posts") if making.scope.with_posts else "",
        _("As the record stood on %(moment)s") % {"moment": moment},
    ]
    return {
        "title": making.said(subject),
        "year": _("Report on %(year)s") % {"year": making.year},
        "house": making.said(organiser.names),
        "lines": [line for line in lines if line],
        "correction": report.correction,
        "sections": sections,
    }


def imprint_of(report: YearReport, organiser: Organiser) -> Imprint:
    """What the pages of a report say about themselves; they are made for the archive."""
    imprint = imprints.imprint_of(organiser, report.language, now=report.made_at)
    return replace(imprint, version=str(report.version), is_for_archive=True)


def as_pdf(report: YearReport, organiser: Organiser) -> bytes:
    """Print a report that is made. Errors: PaperFailed."""
    imprint = imprint_of(report, organiser)
    content: Content = report.content
    with translation.override(report.language):
        values: ReportSheet = {
            "format": imprint.stock.sheet,
            "heading": content["title"],
            "year": content["year"],
            "lines": content["lines"],
            "mark": _("Draft") if report.state == YearReport.State.DRAFT else "",
            "notes": corrections(content),
            "sections": [_on_paper(part, report.language) for part in content["sections"]],
        }
    title = f"{content['title']} · {content['year']}"
    return REPORT.pdf(values, language=report.language, title=title, imprint=imprint)


def corrections(content: Content) -> list[str]:
    """What is said of a version that corrects another one."""
    said = content["correction"]
    return [_("Corrected: %(what)s") % {"what": said}] if said else []


def _on_paper(part: Section, language: str) -> PaperSection:
    return {
        "heading": part["heading"],
        "lead": part["lead"],
        "texts": part["texts"],
        "drawings": [_drawn(drawing, language) for drawing in part["charts"]],
        "heads": part["heads"],
        "widths": part["widths"],
        "figures": part["figures"],
        "rows": part["rows"],
        "notes": part["notes"],
    }


def _drawn(drawing: Drawing, language: str) -> PaperDrawing:
    svg = charts.standalone(chart_of(drawing), language=language, width=PAPER_WIDTH)
    return {"svg": svg, "alt": f"{drawing['title']}. {drawing['description']}"}


PAPER_WIDTH = 560.0
"""Units across the page, so that the letters of a drawing are as high as those of a table."""


def as_docx(report: YearReport, organiser: Organiser) -> bytes:
    """Write a report as a text that an office can edit; a chart is its table."""
    imprint, content = imprint_of(report, organiser), report.content
    manuscript = Manuscript(
        language=report.language,
        title=f"{content['title']} · {content['year']}",
        imprint=imprint,
        paper=imprint.stock.sheet,
    )
    with translation.override(report.language):
        manuscript.heading(content["title"])
        manuscript.paragraph(Line(content["year"], points=15))
        lines = [*content["lines"], *corrections(content)]
        lines += [_("Draft")] if report.state == YearReport.State.DRAFT else []
        manuscript.paragraph(*(Line(line, is_italic=True) for line in lines))
        for part in content["sections"]:
            _write(manuscript, part)
    return manuscript.content()


def _write(manuscript: Manuscript, part: Section) -> None:
    manuscript.heading(part["heading"], level=2)
    manuscript.paragraph(Line(part["lead"], is_muted=True, points=9))
    for text in part["texts"]:
        manuscript.paragraph(Line(text["label"], is_muted=True, points=9), Line(text["text"]))
    for drawing in part["charts"]:
        if drawing["kind"] == "map" or not part["rows"]:
            _write_drawing(manuscript, drawing)
    if part["rows"]:
        share = WIDTH / sum(part["widths"])
        rows = [[[Line(cell, points=9.5)] for cell in row] for row in part["rows"]]
        manuscript.table(part["heads"], rows, [width * share for width in part["widths"]])
    for note in part["notes"]:
        manuscript.paragraph(Line(note, is_muted=True, points=9))


def _write_drawing(manuscript: Manuscript, drawing: Drawing) -> None:
    table = charts.table_of(chart_of(drawing), manuscript.language)
    rows = [[[Line(cell.in_words(manuscript.language), points=9.5)] for cell in row] for row in table.rows]
    manuscript.paragraph(Line(drawing["description"], is_muted=True, points=9))
    manuscript.table([str(head) for head in table.heads], rows, (WIDTH - 40, 40))


def released_files(report: YearReport, organiser: Organiser) -> tuple[bytes, bytes]:
    """PDF and text of a report as it is released, no longer marked as a draft. Errors: PaperFailed."""
    out = copy(report)
    out.state = YearReport.State.RELEASED
    return as_pdf(out, organiser), as_docx(out, organiser)
