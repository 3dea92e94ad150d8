"""Which cards of a plan are no longer as they were printed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from chancery.seating.models import Plan, Printing

type Card = list[str]
"""What stands on a card: the seat, the table or row, and a digest of the lettering."""


@dataclass(frozen=True, slots=True)
class Differing:
    """
    How the cards of a plan differ from those that were printed, as ids of sitters.

    `new` were never printed, `moved` sit elsewhere, `renamed` are lettered in another way, `gone` have a card
    and no seat any more; nobody is in two of them.
    """

    new: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def to_print(self) -> frozenset[str]:
        """Whose cards are to be printed."""
        return frozenset((*self.new, *self.moved, *self.renamed))

    def __bool__(self) -> bool:
        return bool(self.to_print or self.gone)


def printings_of(plan: Plan, paper: str) -> QuerySet[Printing]:
    """The printings of one paper of a plan, the latest first."""
    return Printing.objects.filter(plan=plan, paper=paper).select_related("by").order_by("-number")


def printed_before(plan: Plan, paper: str) -> dict[str, Card]:
    """The card of each sitter as it was printed last."""
    return laid(printing.cards for printing in reversed(printings_of(plan, paper)))


def laid(printings: Iterable[Mapping[str, Card]]) -> dict[str, Card]:
    """Lay the cards of printings over each other, the first one lowest; an empty card is taken away."""
    cards: dict[str, Card] = {}
    for printed in printings:
        cards |= printed
    return {sitter: card for sitter, card in cards.items() if card}


def seated_elsewhere(plan: Plan, places: Mapping[str, Card]) -> dict[str, int]:
    """
    Count, for each paper that was printed of a plan, the cards that do not stand where their guest sits.

    Shape: `places` tells seat and table or row of each sitter. Papers without such a card are left out. Who
    has no card yet is not counted, and no more a name that is written in another way: see `differing`.
    """
    printed: defaultdict[str, list[Mapping[str, Card]]] = defaultdict(list)
    for printing in Printing.objects.filter(plan=plan).order_by("number"):
        printed[printing.paper].append(printing.cards)
    counts = {
        paper: sum(places.get(sitter) != card[:2] for sitter, card in laid(printings).items())
        for paper, printings in printed.items()
    }
    return {paper: count for paper, count in sorted(counts.items()) if count}


def differing(before: Mapping[str, Card], now: Mapping[str, Card]) -> Differing:
    """Compare the cards that were printed with those that are to lie there; sitters in the order given."""
    both = [(sitter, before[sitter], card) for sitter, card in now.items() if sitter in before]
    moved = tuple(sitter for sitter, old, new in both if old[:2] != new[:2])
    return Differing(
        new=tuple(sitter for sitter in now if sitter not in before),
        moved=moved,
        renamed=tuple(sitter for sitter, old, new in both if old[:2] == new[:2] and old != new),
        gone=tuple(sitter for sitter in before if sitter not in now),
    )
