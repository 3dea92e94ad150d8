"""Reads of campaigns."""

from typing import Any

from django.db.models import Case, CharField, F, QuerySet, When
from django.db.models.functions import Cast, Coalesce, Substr

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


def deeds_for(campaign: Campaign, organiser: Organiser) -> QuerySet[Any]:
    """
    What the events of an office do for a campaign: launched, served, then mentioned, the latest year first.

    Each link has the `year` its event took place, or is planned for; empty where neither is known.
    """
    day = Coalesce("event__happened_on", Cast("event__held_on", CharField()), output_field=CharField())
    relations = Case(*(When(relation=name, then=place) for place, name in enumerate(RELATIONS)))
    links = campaign.event_links.filter(event__organiser=organiser).select_related("event")
    return links.annotate(day=day, year=Substr("day", 1, 4)).order_by(
        relations, F("day").desc(nulls_last=True), "-id"
    )


# The relations of an event to a campaign, as they are read.
RELATIONS = ("launched", "served", "mentioned")
