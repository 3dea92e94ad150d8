"""How the answers stand: by standing, by category, by rank, and what they leave of the places."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from chancery.events.models import GuestCategory
from chancery.guests.models import Standing
from chancery.guests.queries.parties import Listed, category_lines, nested

# In the order in which a page tells them.
TOLD = (
    Standing.ACCEPTED,
    Standing.REPRESENTED,
    Standing.UNDECIDED,
    Standing.SILENT,
    Standing.REGRETTED,
    Standing.WITHDRAWN,
    Standing.WALK_IN,
    Standing.NOT_INVITED,
)


@dataclass(slots=True)
class Tally:
    """
    Some guests counted: invitations by where they stand, and the people who come by them.

    Units: `parties` are invitations, `coming` people with their companions.
    """

    parties: Counter[str] = field(default_factory=Counter)
    coming: int = 0

    def add(self, guest: Listed) -> None:
        """Count one guest in."""
        self.parties[guest.reply] += 1
        self.coming += guest.coming

    def by(self, standings: Iterable[str]) -> list[int]:
        """The invitations by standing, in the order asked for."""
        return [self.parties[each] for each in standings]


def tally(guests: Iterable[Listed]) -> Tally:
    """Count guests together."""
    found = Tally()
    for guest in guests:
        found.add(guest)
    return found


def standings_in(counted: Tally) -> list[Standing]:
    """The standings that occur, in the order in which a page tells them."""
    return [each for each in TOLD if counted.parties[each]]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category with its guests and those within it; None for the guests without one."""

    category: GuestCategory | None
    depth: int
    tally: Tally


def by_category(categories: Sequence[GuestCategory], guests: Sequence[Listed]) -> list[CategoryLine]:
    """
    Count guests by category.

    Shape: the categories in their order, each followed by those within it; last the guests without one. A
    category without guests is left out.
    """
    found: dict[int | None, Tally] = {}
    above = category_lines(categories)
    for guest in guests:
        for key in above.get(guest.who.category, (guest.who.category,)):
            found.setdefault(key, Tally()).add(guest)
    lines = [
        CategoryLine(category, depth, found[category.pk])
        for category, depth in nested(categories)
        if category.pk in found
    ]
    return [*lines, CategoryLine(None, 0, found[None])] if None in found else lines


def by_rank(ranks: Mapping[str, str], guests: Sequence[Listed]) -> list[tuple[str, Tally]]:
    """
    Count guests by rank.

    Shape: in the order of `guests`, which is that of precedence; `ranks` gives the rank of a participation by
    its `ref`, and guests without one are counted last, under an empty name.
    """
    found: dict[str, Tally] = {}
    for guest in guests:
        found.setdefault(ranks.get(guest.who.ref, ""), Tally()).add(guest)
    rest = [("", found.pop(""))] if "" in found else []
    return [*found.items(), *rest]
