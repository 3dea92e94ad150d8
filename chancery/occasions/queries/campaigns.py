"""Reads of campaigns."""

from django.db.models import Case, QuerySet, When

from chancery.accounts.models import Organiser
from chancery.occasions.access import seen_by
from chancery.occasions.models import Campaign, CampaignPartner


def campaigns_of(organiser: Organiser) -> QuerySet[Campaign]:
    """The campaigns that an office may serve: its own, then those it is shown, by their short name."""
    seen = Campaign.objects.filter(seen_by(organiser)).select_related("initiator", "organiser")
    is_shown = Case(When(organiser=organiser, then=0), default=1)
    return seen.order_by(is_shown, "ref", "id")


def partners_of(campaign: Campaign) -> QuerySet[CampaignPartner]:
    """Who carries a campaign, in printed order."""
    found = CampaignPartner.objects.filter(campaign_id=campaign.pk).select_related("body")
    return found.order_by("position", "id")
