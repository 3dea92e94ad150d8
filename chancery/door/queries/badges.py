"""Which badges were printed, when and by whom, and which are no longer as they were."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from chancery.door.models import BadgePrinting
from chancery.door.queries.bearers import Bearer
from chancery.events.models import Event
from chancery.seating.queries.printings import Card, Differing, differing, laid

_WITH_SEAT = "seat"


def printings_of(event: Event) -> QuerySet[BadgePrinting]:
    """The printings of badges of an event, the latest first."""
    return BadgePrinting.objects.filter(event=event).select_related("by").order_by("-number")


@dataclass(frozen=True)
class Printed:
    """What was printed for an event; `printings` are the latest first, `cards` as each lies there now."""

    printings: Sequence[BadgePrinting]
    cards: Mapping[str, Card]

    def last_of(self, bearer: str) -> BadgePrinting | None:
        """The printing of which somebody has the badge; None for who has none."""
        holding = (one for one in self.printings if one.cards.get(bearer))
        return next(holding, None) if bearer in self.cards else None


def printed_before(event: Event) -> Printed:
    """Read what was printed, by one query."""
    printings = list(printings_of(event))
    return Printed(printings, laid(printing.cards for printing in reversed(printings)))


def cards_of(bearers: Iterable[Bearer], *, with_seat: bool) -> dict[str, Card]:
    """What stands on the badge of each, with the seat or without."""
    return {each.id: _card(each, with_seat=with_seat) for each in bearers}


def changed(bearers: Sequence[Bearer], printed: Mapping[str, Card]) -> Differing:
    """
    Compare the badges that were printed with the people who come now.

    Shape: who is due and has no badge is new; a badge of somebody who stays away, or is on the list no more,
    is gone. A seat counts only where the badge was printed with seats.
    """
    now = {
        each.id: _card(each, with_seat=_has_seat(printed.get(each.id)))
        for each in bearers
        if each.is_due or (each.id in printed and not each.stays_away)
    }
    return differing(printed, now)


def _has_seat(card: Card | None) -> bool:
    return bool(card) and card is not None and card[1] == _WITH_SEAT


def _card(bearer: Bearer, *, with_seat: bool) -> Card:
    lettering = [
        bearer.name,
        bearer.own_name,
        bearer.office,
        bearer.organisation,
        bearer.category_name,
    ]
    digest = hashlib.sha256(json.dumps(lettering, ensure_ascii=False).encode()).hexdigest()[:16]
    return [bearer.seat if with_seat else "", _WITH_SEAT if with_seat else "", digest]
