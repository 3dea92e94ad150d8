"""Keeping which badges were printed at the door."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.models import BadgePrinting
from chancery.events.models import Event
from chancery.seating.queries.printings import Card


@transaction.atomic
def note_badges(
    event: Event, *, cards: Mapping[str, Card], gone: Iterable[str] = (), by: Actor, now: datetime
) -> BadgePrinting:
    """
    Keep which badges were printed and what stood on them; those that are `gone` count as taken away.

    Shape: `cards` holds a card for each bearer whose badge was printed.
    """
    Event.objects.select_for_update().get(pk=event.pk)
    last = BadgePrinting.objects.filter(event=event).aggregate(last=Max("number"))["last"]
    printed = BadgePrinting(
        event=event,
        number=int(last or 0) + 1,
        printed_at=now,
        cards={**cards, **{bearer: [] for bearer in gone}},
    )
    printed.by = by.user
    return audit.create(printed, by=by, code="door.badges.printed")
