"""What changes the figures that somebody claims of a campaign, and which of them is followed."""

from datetime import datetime

from django.db import transaction

from chancery.accounts.models import User
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.campaign.models import CampaignClaim
from chancery.campaign.queries.claims import matter_of

DECIDED = "campaign.claim.decided"


@transaction.atomic
def save_claim(claim: CampaignClaim, *, by: Actor) -> CampaignClaim:
    """Save a new or changed claim."""
    if claim.pk is None:
        return audit.create(claim, by=by, code="campaign.claim.added")
    audit.update(claim, by=by, code="campaign.claim.changed")
    return claim


@transaction.atomic
def delete_claim(claim: CampaignClaim, *, by: Actor) -> None:
    """Delete a claim; the history of the office can bring it back."""
    audit.delete(claim, by=by, code="campaign.claim.deleted")


@transaction.atomic
def follow(
    claim: CampaignClaim, *, name: str, reason: str, now: datetime, user: User | None, by: Actor
) -> None:
    """Follow a claim by the decision of `name` with its reason; the one followed before stays beside it."""
    leave(claim, by=by)
    claim.refresh_from_db()
    claim.followed_by, claim.followed_at = user, now
    claim.followed_by_name, claim.followed_because = name, reason
    audit.update(claim, by=by, code=DECIDED, reason=reason)


@transaction.atomic
def leave(claim: CampaignClaim, *, by: Actor) -> None:
    """Follow none of the claims about the same thing."""
    for each in matter_of(claim).claims:
        each.followed_by, each.followed_at = None, None
        each.followed_by_name = each.followed_because = ""
        audit.update(each, by=by, code=DECIDED)
