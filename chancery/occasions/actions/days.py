"""What changes occasions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.actions.rows import delete_row, save_row
from chancery.occasions.models import Occasion, OccasionName


@transaction.atomic
def save_occasion(
    occasion: Occasion,
    *,
    by: Actor,
    names: Sequence[OccasionName] = (),
    dropped: Sequence[OccasionName] = (),
) -> Occasion:
    """Save a new or changed occasion, and what others call it: `names` in their order, `dropped` deleted."""
    save_row(occasion, by=by, code="occasions.occasion")
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
def delete_occasion(occasion: Occasion, *, by: Actor) -> None:
    """Delete an occasion. Errors: StillServed where an event is held for it."""
    delete_row(occasion, by=by, code="occasions.occasion.deleted")
