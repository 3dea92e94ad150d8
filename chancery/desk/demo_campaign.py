"""The public page of the campaign of the demo: what its record has released, which is little."""

from datetime import datetime

from django.utils.text import slugify

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.campaign.actions import pages
from chancery.campaign.models import CampaignPage
from chancery.occasions.models import Campaign


def show_campaigns(organiser: Organiser, *, now: datetime) -> int:
    """
    Publish a page for each campaign of the office that never had one, and say how many.

    A page that was changed or taken down in the demo stays so.
    """
    made = Campaign.objects.filter(organiser=organiser, page=None).order_by("pk")
    by = Actor(organiser.pk)
    shown = [pages.save_page(_page(campaign, organiser), by=by) for campaign in made]
    for page in shown:
        pages.publish(page, by=by, now=now)
    return len(shown)


def _page(campaign: Campaign, organiser: Organiser) -> CampaignPage:
    languages = [code for code in organiser.languages if code in campaign.names]
    return CampaignPage(
        campaign=campaign,
        slug=slugify(campaign.ref)[:80],
        languages=languages or sorted(campaign.names),
        sections=list(CampaignPage.Section.values),
    )
