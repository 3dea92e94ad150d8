"""Two guests side by side: what decides between them, and the whole chain of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.base.frame import ReasonLine
from chancery.base.languages import wording
from chancery.base.reasons import reason_line
from chancery.events.order_rows import place_in_words
from chancery.events.ordering import Entry, EventOrder
from chancery.rules import precedence as rules


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two, with the reasons of the place."""

    name: str
    office: str
    state: str
    place: str
    reasons: Sequence[ReasonLine]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What decides between two guests; `sides` has the one who comes first in front."""

    decisive: ReasonLine
    sides: Sequence[Compared]


def comparison(order: EventOrder, one: Entry, other: Entry, language: str) -> Comparison:
    """Say what decides between two guests of an order, by the first thing on which they differ."""
    reason = rules.compare(order.places, one.ref, other.ref)
    first, second = sorted((one, other), key=lambda entry: (entry.place is None, entry.place or 0))
    return Comparison(
        decisive=reason_line(reason),
        sides=[_compared(entry, language) for entry in (first, second)],
    )


def _compared(entry: Entry, language: str) -> Compared:
    return Compared(
        name=entry.who.name,
        office=wording(entry.title, language).text,
        state=entry.state.lower(),
        place=place_in_words(entry),
        reasons=[reason_line(reason) for reason in entry.reasons],
    )
