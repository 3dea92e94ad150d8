"""Reads of campaigns."""

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.occasions.access import seen_by
from chancery.occasions.models import Campaign


def campaigns_of(organiser: Organiser) -> QuerySet[Campaign]:
    """The campaigns that an office may serve: its own, then those it is shown, by their short name."""
    seen = Campaign.objects.filter(seen_by(organiser)).select_related("initiator", "organiser")
    return seen.order_by("ref", "id")
