"""What changes campaigns."""

from collections.abc import Sequence

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.actions.rows import delete_row, save_row
from chancery.occasions.models import Campaign, CampaignPartner


@transaction.atomic
def save_campaign(
    campaign: Campaign,
    *,
    by: Actor,
    partners: Sequence[CampaignPartner] = (),
    dropped: Sequence[CampaignPartner] = (),
) -> Campaign:
    """Save a new or changed campaign with its partners: `partners` in printed order, `dropped` deleted."""
    save_row(campaign, by=by, code="occasions.campaign")
    for partner in partners:
        partner.campaign = campaign
    audit.save_rows(partners, dropped, by=by, code="occasions.partner")
    return campaign


@transaction.atomic
def delete_campaign(campaign: Campaign, *, by: Actor) -> None:
    """Delete a campaign. Errors: StillServed where an event or a statement names it."""
    delete_row(campaign, by=by, code="occasions.campaign.deleted")
