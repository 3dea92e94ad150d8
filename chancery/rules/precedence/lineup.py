"""A list of guests with places, while hosts, combing and moves still change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chancery.rules.reasons import Reason


@dataclass(slots=True)
class Lineup:
    """
    Guests with places, highest first.

    Shape: `places` by id, counting from 1, a tie being the same place; `reasons` collects what changed a
    place, by id; `decided` the one reason that overrides all comparing, by id; `notes` concern the list.
    """

    places: dict[str, int]
    reasons: dict[str, list[Reason]] = field(default_factory=dict)
    decided: dict[str, Reason] = field(default_factory=dict)
    notes: list[Reason] = field(default_factory=list)

    def tell(self, guest: str, reason: Reason, *, decides: bool = False) -> None:
        """Add a reason to the chain of a guest."""
        self.reasons.setdefault(guest, []).append(reason)
        if decides:
            self.decided[guest] = reason

    def buckets(self) -> list[list[str]]:
        """The guests of each place, highest place first."""
        by_place: dict[int, list[str]] = {}
        for guest, place in self.places.items():
            by_place.setdefault(place, []).append(guest)
        return [by_place[place] for place in sorted(by_place)]

    def number(self, buckets: Iterable[Sequence[str]]) -> None:
        """Give places anew: 1 + the number of guests in the buckets before."""
        place = 1
        for bucket in buckets:
            for guest in bucket:
                self.places[guest] = place
            place += len(bucket)
