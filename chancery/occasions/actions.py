"""What changes occasions and campaigns."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.models import Campaign, Occasion, OccasionName


class StillServed(Exception):
    """Events serve the occasion or campaign; the message says so in a sentence."""


@transaction.atomic
def save_occasion(
    occasion: Occasion,
    *,
    by: Actor,
    names: Sequence[OccasionName] = (),
    dropped: Sequence[OccasionName] = (),
) -> Occasion:
    """Save a new or changed occasion, and what others call it: `names` in their order, `dropped` deleted."""
    _save(occasion, by=by, code="occasions.occasion")
    for name in names:
        name.occasion = occasion
    audit.save_rows(names, dropped, by=by, code="occasions.name")
    return occasion


@transaction.atomic
def set_rule(occasion: Occasion, rule: Mapping[str, Any], *, by: Actor) -> audit.Changes:
    """Save how the day of an occasion is found in a year; an empty rule takes it away."""
    occasion.rule = dict(rule)
    return audit.update(occasion, by=by, code="occasions.rule.changed")


@transaction.atomic
def save_campaign(campaign: Campaign, *, by: Actor) -> Campaign:
    """Save a new or changed campaign."""
    return _save(campaign, by=by, code="occasions.campaign")


@transaction.atomic
def delete_occasion(occasion: Occasion, *, by: Actor) -> None:
    """Delete an occasion. Errors: StillServed where an event is held for it."""
    _delete(occasion, by=by, code="occasions.occasion.deleted")


@transaction.atomic
def delete_campaign(campaign: Campaign, *, by: Actor) -> None:
    """Delete a campaign. Errors: StillServed where an event or a statement names it."""
    _delete(campaign, by=by, code="occasions.campaign.deleted")


def _save[Row: (Occasion, Campaign)](row: Row, *, by: Actor, code: str) -> Row:
    if row.pk is None:
        return audit.create(row, by=by, code=f"{code}.added")
    audit.update(row, by=by, code=f"{code}.changed")
    return row


def _delete(row: Occasion | Campaign, *, by: Actor, code: str) -> None:
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=code)
    except models.ProtectedError:
        raise StillServed(
            _("“%(name)s” is named by an event or a statement; take it out there first.") % {"name": row}
        ) from None
