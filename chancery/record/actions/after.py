"""What changes the costs and the review of an event."""

from collections.abc import Sequence
from copy import copy

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.events.models import Event
from chancery.record.models import Cost, Review


class CostsKept(Exception):
    """The event has costs already: two budgets are not mixed."""


@transaction.atomic
def save_costs(kept: Sequence[Cost], dropped: Sequence[Cost], *, by: Actor) -> None:
    """Save the budget of an event in its order."""
    audit.save_rows(kept, dropped, by=by, code="record.cost")


@transaction.atomic
def take_over_costs(source: Event, event: Event, *, by: Actor) -> int:
    """
    Propose the plan of `source` as the plan of `event`; return how many lines it has.

    What was paid is not taken over: it is not known yet. Errors: CostsKept where `event` has costs.
    """
    if Cost.objects.filter(event=event).exists():
        raise CostsKept
    rows = list(Cost.objects.filter(event=source).order_by("position", "pk"))
    audit.create_all([_proposed(row, event) for row in rows], by=by, code="record.cost.taken-over")
    return len(rows)


def _proposed(row: Cost, event: Event) -> Cost:
    fresh = copy(row)
    fresh.pk, fresh._state = None, type(row._state)()
    fresh.event, fresh.code, fresh.ref, fresh.paid = event, new_code(), new_code(), None
    return fresh


@transaction.atomic
def save_review(review: Review, *, by: Actor) -> Review:
    """Save what the office writes to the ministry beside the facts."""
    if review.pk is None:
        return audit.create(review, by=by, code="record.review.written")
    audit.update(review, by=by, code="record.review.changed")
    return review
