"""Wishes of the office for the seating of an event, and the order in which kinds of wishes count."""

from collections.abc import Sequence

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.seating.models import Plan, Wish


@transaction.atomic
def add_wish(wish: Wish, *, by: Actor) -> Wish:
    """Add a wish."""
    return audit.create(wish, by=by, code="seating.wish.added")


@transaction.atomic
def change_wish(wish: Wish, *, by: Actor) -> None:
    """Save what was changed in a wish."""
    audit.update(wish, by=by, code="seating.wish.changed")


@transaction.atomic
def delete_wish(wish: Wish, *, by: Actor) -> None:
    """Delete a wish."""
    audit.delete(wish, by=by, code="seating.wish.deleted")


@transaction.atomic
def state_importance(plan: Plan, kinds: Sequence[str], *, by: Actor) -> bool:
    """State the order in which kinds of wishes count for a plan; return whether anything changed."""
    plan.importance = list(kinds)
    return bool(audit.update(plan, by=by, code="seating.plan.importance-stated"))
