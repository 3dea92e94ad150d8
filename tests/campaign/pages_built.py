"""Builders for public pages of campaigns and what stands on them."""

from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.campaign.documents import report
from chancery.campaign.models import CampaignPage, YearReport
from chancery.campaign.queries import reports
from chancery.events.models import Event, EventCampaign
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from tests import make


def a_page(campaign: Campaign, **fields: Any) -> CampaignPage:
    """The page of a campaign with all its parts, in English, that nobody outside sees."""
    values: dict[str, Any] = {"slug": f"page-{campaign.pk}", "languages": ["en"]}
    values["sections"] = list(CampaignPage.Section.values)
    return CampaignPage.objects.create(campaign=campaign, **(values | fields))


def an_open_page(campaign: Campaign, **fields: Any) -> CampaignPage:
    """A page that anybody can read."""
    return a_page(campaign, **({"published_at": timezone.now()} | fields))


def serving(campaign: Campaign, title: str, relation: str = "served", **fields: Any) -> Event:
    """An event of the office of a campaign that serves it."""
    event = make.event(fields.pop("office", campaign.organiser), title, **fields)
    EventCampaign.objects.create(event=event, campaign=campaign, relation=relation)
    return event


def a_recognition(campaign: Campaign, word: str, status: str = "adopted", **fields: Any) -> Recognition:
    """A text of a body with one step."""
    values: dict[str, Any] = {
        "printed_body": {"en": f"Council of {word}"},
        "level": "city",
        "kind": "resolution",
        "word": word,
        "word_language": "en",
        "source": "Journal of the council",
    }
    row = Recognition.objects.create(organiser=campaign.organiser, campaign=campaign, **(values | fields))
    RecognitionStep.objects.create(recognition=row, status=status, on="2020-02-03")
    return row


def a_report(office: Organiser, campaign: Campaign | None = None, **fields: Any) -> YearReport:
    """A report on 2025 in English, made from the record as it is; a draft."""
    values: dict[str, Any] = {"organiser": office, "campaign": campaign, "year": 2025, "language": "en"}
    row = YearReport.objects.create(**(values | {"state": "draft"} | fields))
    now = timezone.now()
    row.content = report.content_of(row, reports.scope_of(row), now=now)
    row.counts = reports.counts_of(reports.scope_of(row))
    row.save()
    return row


def a_draft_report(office: Organiser) -> str:
    """The code of a draft of a report on all an office did."""
    return a_report(office).code


def a_year_with_a_report(office: Organiser) -> int:
    """The year of a released report on all an office did."""
    return a_report(office, state="released", released_at=timezone.now()).year


def a_page_with_a_report(office: Organiser) -> str:
    """The address of a public page with a report on 2025."""
    campaign = make.campaign(office)
    a_report(office, campaign, state="released", released_at=timezone.now())
    return an_open_page(campaign).slug


def a_campaign_with_a_page(office: Organiser) -> str:
    """The code of a campaign whose page is prepared."""
    campaign = make.campaign(office)
    a_page(campaign)
    return campaign.code


def a_public_page(office: Organiser) -> str:
    """The address of a page that anybody can read."""
    return an_open_page(make.campaign(office)).slug
