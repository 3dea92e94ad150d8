"""The costs and the review of an event."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from chancery.events.models import Event
from chancery.record.models import Cost, Review

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Total:
    """
    What is planned and paid in one currency; `difference` is of the lines of which both are known.

    Each is None where it is known of no line. `unplanned` and `unpaid` count the lines of which one is
    not known.
    """

    currency: str
    planned: Decimal | None
    paid: Decimal | None
    difference: Decimal | None
    unplanned: int
    unpaid: int


def costs_of(event: Event) -> list[Cost]:
    """Return the budget of an event in its order."""
    return list(Cost.objects.filter(event=event).order_by("position", "pk"))


def totals_of(costs: Iterable[Cost]) -> list[Total]:
    """Add up each currency for itself: no rate is known, so they are never added together. Sorted by code."""
    by_currency: dict[str, list[Cost]] = {}
    for cost in costs:
        by_currency.setdefault(cost.currency, []).append(cost)
    return [_total(currency, rows) for currency, rows in sorted(by_currency.items())]


def _total(currency: str, rows: list[Cost]) -> Total:
    return Total(
        currency,
        planned=_sum_known(row.planned for row in rows),
        paid=_sum_known(row.paid for row in rows),
        difference=_sum_known(map(difference_of, rows)),
        unplanned=sum(row.planned is None for row in rows),
        unpaid=sum(row.paid is None for row in rows),
    )


def _sum_known(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None


def difference_of(cost: Cost) -> Decimal | None:
    """Return by how much more was paid than planned; None where one of the two is not known."""
    return None if cost.planned is None or cost.paid is None else cost.paid - cost.planned


def review_of(event: Event) -> Review:
    """Return the review of an event, a new one where none is written."""
    return Review.objects.filter(event=event).first() or Review(event=event)
