"""The yearly report of a ministry and its calendar for others: what it takes to make and to read them."""

from collections.abc import Iterator
from functools import partial

from django.test import Client
from django.urls import reverse

from chancery.base.audit import Actor
from chancery.base.jobs import run_job
from chancery.campaign.actions.feeds import make_feed
from chancery.campaign.actions.reports import begin
from chancery.campaign.documents.report import as_docx, as_pdf
from chancery.campaign.models import CalendarFeed, YearReport
from chancery.occasions.models import Campaign
from support.clocks import Took, timed
from support.ministry import FIRST_YEAR, YEARS, Ministry

YEAR = FIRST_YEAR + YEARS - 1
REPORTS, FEEDS = 3, 10


def made_of(ministry: Ministry, client: Client) -> Iterator[tuple[str, float, list[Took]]]:
    """Yield each paper's name, its limit in milliseconds, and what each run took."""
    for words, campaign in (("of a campaign", ministry.campaign), ("of a ministry", None)):
        yield from _report(ministry, client, f"yearly report {words}", campaign)
    for shows in CalendarFeed.Shows:
        feed = CalendarFeed(
            organiser=ministry.office, name="Bench", shows=shows, of_all_posts=True, language="en"
        )
        address = reverse("public-calendar:calendar", args=[make_feed(feed, by=_nobody(ministry))])
        yield f"calendar of all posts for others, {shows.label}", 1000, _asked(client, address, FEEDS)


def _report(
    ministry: Ministry, client: Client, name: str, campaign: Campaign | None
) -> Iterator[tuple[str, float, list[Took]]]:
    made, printed, written = [], [], []
    for _number in range(REPORTS):
        report = YearReport(
            organiser=ministry.office, campaign=campaign, year=YEAR, language="en", has_costs=True
        )
        report = begin(report, by=_nobody(ministry))
        assert report.job_id is not None
        made.append(timed(partial(run_job.call, report.job_id)))
        report.refresh_from_db()
        assert report.state == YearReport.State.DRAFT, report.state
        printed.append(timed(partial(as_pdf, report, ministry.office)))
        written.append(timed(partial(as_docx, report, ministry.office)))
    whole = [
        Took(*(sum(parts) for parts in zip(*((each.clock, each.processor) for each in runs), strict=True)))
        for runs in zip(made, printed, written, strict=True)
    ]
    yield f"{name}, made, as PDF and as text", 30_000, whole
    yield f"{name}, made", 30_000, made
    yield f"{name}, as PDF", 10_000, printed
    yield f"{name}, as text", 10_000, written
    page = reverse("campaign:report", args=[ministry.office.ref, report.code])
    yield f"{name}, on a page", 300, _asked(client, page, 10)


def _asked(client: Client, address: str, runs: int) -> list[Took]:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return [timed(partial(client.get, address)) for _number in range(runs)]


def _nobody(ministry: Ministry) -> Actor:
    return Actor(ministry.office.pk, None)
