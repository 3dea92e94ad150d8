"""What prepares, publishes and takes down the public page of a campaign."""

from datetime import datetime

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.campaign.models import CampaignPage


class PageNotPrepared(Exception):
    """The page has no language or no part yet; nothing is changed."""


@transaction.atomic
def save_page(page: CampaignPage, *, by: Actor) -> CampaignPage:
    """Save address, languages, parts and what was ticked."""
    if page.pk is None:
        return audit.create(page, by=by, code="campaign.page.added")
    audit.update(page, by=by, code="campaign.page.changed")
    return page


@transaction.atomic
def publish(page: CampaignPage, *, by: Actor, now: datetime) -> None:
    """Make the page public, also again after it was taken down. Errors: PageNotPrepared."""
    if not page.languages or not page.sections:
        raise PageNotPrepared
    page.published_at, page.taken_down_at = now, None
    audit.update(page, by=by, code="campaign.page.published")


@transaction.atomic
def take_down(page: CampaignPage, reason: str, *, by: Actor, now: datetime) -> None:
    """Take the page down: from now on its address answers that it is gone. The reason stays in the office."""
    page.taken_down_at = now
    audit.update(page, by=by, code="campaign.page.taken-down", reason=reason)
