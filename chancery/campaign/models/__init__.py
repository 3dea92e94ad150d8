"""What campaigns add up to: counts, claims, totals that were stated, pages, feeds and reports."""

from chancery.campaign.models.counts import EventCount, EventCounting, OfficeCounting, YearCount
from chancery.campaign.models.figures import CampaignClaim, StatedTotal
from chancery.campaign.models.published import CalendarFeed, CampaignPage, YearReport

__all__ = [
    "CalendarFeed",
    "CampaignClaim",
    "CampaignPage",
    "EventCount",
    "EventCounting",
    "OfficeCounting",
    "StatedTotal",
    "YearCount",
    "YearReport",
]
