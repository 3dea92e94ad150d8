"""`chancery count` and `chancery year-report`: what events add up to, and a year told."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from chancery.accounts.commands import refuse, write_out
from chancery.accounts.models import Organiser
from chancery.base.languages import listed
from chancery.base.pdf import PaperFailed
from chancery.campaign.actions import counting
from chancery.campaign.documents import report as documents
from chancery.campaign.models import YearReport
from chancery.campaign.queries.reports import scope_of
from chancery.occasions.access import seen_by
from chancery.occasions.models import Campaign


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("count")(count)
    app.command("year-report")(year_report)


def count(
    office: Annotated[
        str, typer.Option(help="Only the office of this short name; every office where none is given.")
    ] = "",
    from_nothing: Annotated[
        bool, typer.Option("--all", help="Throw the counts away and count every event anew.")
    ] = False,
) -> None:
    """Count the events that changed, and add up the years of each office and of each ministry."""
    offices = Organiser.objects.order_by("ref")
    if office:
        offices = offices.filter(ref=office)
        if not offices:
            refuse(f"There is no office “{office}”; look at its address for the short name.")
    one = counting.count_from_nothing if from_nothing else counting.count_changed
    for each in offices:
        if events := one(each):
            typer.echo(f"{each.ref}: {events}")


class Format(StrEnum):
    """How a report is written."""

    PDF = "pdf"
    DOCX = "docx"


def year_report(
    office: Annotated[str, typer.Argument(help="The short name of the office.")],
    year: Annotated[int, typer.Argument(help="The year.", min=1900, max=2999)],
    campaign: Annotated[
        str, typer.Option(help="The short name of a campaign; without one all the office did.")
    ] = "",
    language: Annotated[str, typer.Option(help="en, fr, ro or az.")] = "en",
    output: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.PDF,
    out: Annotated[Path | None, typer.Option(help="The file to write; else standard output.")] = None,
) -> None:
    """Write the report on a year from the record as it stands, marked as a draft; it is kept nowhere else."""
    if language not in documents.REPORTED_IN:
        known = listed(documents.REPORTED_IN)
        refuse(f"A report is written in {known}, not in “{language}”; choose one of them.")
    organiser = Organiser.objects.filter(ref=office).first()
    if organiser is None:
        refuse(f"There is no office “{office}”; look at its address for the short name.")
    chosen = _campaign(organiser, campaign) if campaign else None
    now = timezone.now()
    row = YearReport(organiser=organiser, campaign=chosen, year=year, language=language, made_at=now)
    row.state, row.content = YearReport.State.DRAFT, documents.content_of(row, scope_of(row), now=now)
    _write(row, output, out)


def _campaign(organiser: Organiser, ref: str) -> Campaign:
    seen = Campaign.objects.filter(seen_by(organiser), ref=ref).select_related("organiser").order_by("pk")
    chosen = seen.first()
    if chosen is None:
        refuse(f"The office serves no campaign “{ref}”; look at its list of campaigns.")
    return chosen


def _write(report: YearReport, output: Format, out: Path | None) -> None:
    write = documents.as_pdf if output is Format.PDF else documents.as_docx
    try:
        content = write(report, report.organiser)
    except PaperFailed as failure:
        refuse(str(failure))
    write_out(content, out)
