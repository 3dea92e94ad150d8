"""What changes campaigns."""

from django.db import transaction

from chancery.base.audit import Actor
from chancery.occasions.actions.rows import delete_row, save_row
from chancery.occasions.models import Campaign


@transaction.atomic
def save_campaign(campaign: Campaign, *, by: Actor) -> Campaign:
    """Save a new or changed campaign."""
    return save_row(campaign, by=by, code="occasions.campaign")


@transaction.atomic
def delete_campaign(campaign: Campaign, *, by: Actor) -> None:
    """Delete a campaign. Errors: StillServed where an event or a statement names it."""
    delete_row(campaign, by=by, code="occasions.campaign.deleted")
