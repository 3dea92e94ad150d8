"""What changes occasions and campaigns."""

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.models import Campaign, Occasion


@transaction.atomic
def save_occasion(occasion: Occasion, *, by: Actor) -> Occasion:
    """Save a new or changed occasion."""
    return _save(occasion, by=by, code="occasions.occasion")


@transaction.atomic
def save_campaign(campaign: Campaign, *, by: Actor) -> Campaign:
    """Save a new or changed campaign."""
    return _save(campaign, by=by, code="occasions.campaign")


def _save[Row: (Occasion, Campaign)](row: Row, *, by: Actor, code: str) -> Row:
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row
