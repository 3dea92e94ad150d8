"""Reads of the texts of a campaign."""

from django.db.models import Case, QuerySet, When

from chancery.accounts.models import Organiser
from chancery.occasions.models import Campaign, SharedText


def texts_of(campaign: Campaign, organiser: Organiser) -> QuerySet[SharedText]:
    """The texts of a campaign that an office reads: by their use, its own before those it is offered."""
    offered = SharedText.objects.filter(
        campaign=campaign, organiser__in=[organiser.pk, campaign.organiser_id]
    )
    is_own = Case(When(organiser=organiser, then=0), default=1)
    uses = Case(*(When(use=use, then=place) for place, use in enumerate(SharedText.Use.values)))
    return offered.select_related("organiser", "source").order_by(uses, is_own, "ref", "id")


def taken_by(text: SharedText) -> QuerySet[SharedText]:
    """What other offices have made of a text, by the short name of the office."""
    return SharedText.objects.filter(source=text).select_related("organiser").order_by("organiser__ref", "id")
