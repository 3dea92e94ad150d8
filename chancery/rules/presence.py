"""Who was there: each person once, and never somebody who was only mentioned, remembered or read out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# Capacities in which somebody takes part without being there; whoever came as well stands in another one.
NEVER_PRESENT = frozenset({"mentioned", "honoured", "author", "represented"})
PRESENT = "attended"


@dataclass(frozen=True, slots=True)
class Attendee:
    """
    Somebody in one capacity, as it was.

    `who` is the same for all capacities of one person; `actual` is what became of it, empty where that is not
    known, `proposed` what a reply lets expect. `category` and `state` are empty where there is none.
    """

    who: str
    capacity: str
    actual: str = ""
    proposed: str = ""
    category: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """
    How many people were there, by category and by state, and of how many that is not known.

    Shape: the categories and states of those present only; without one they count under an empty name.
    `proposed` counts those whose presence is only expected: nowhere else do they count.
    """

    total: int
    by_category: Counter[str]
    by_state: Counter[str]
    proposed: int
    unknown: int


def is_countable(capacity: str) -> bool:
    """Whether somebody in this capacity can have been there."""
    return capacity not in NEVER_PRESENT


def presence_of(attendees: Iterable[Attendee]) -> Presence:
    """
    Count who was there.

    Shape: each person once, whatever the number of capacities; present in one is present.
    Ties: of several capacities the first with a category counts, and the first with a state.
    """
    listed = [each for each in attendees if is_countable(each.capacity)]
    categories: dict[str, str] = {}
    states: dict[str, str] = {}
    present = {each.who for each in listed if each.actual == PRESENT}
    for each in listed:
        if each.who in present:
            categories[each.who] = categories.get(each.who) or each.category
            states[each.who] = states.get(each.who) or each.state
    known = {each.who for each in listed if each.actual}
    expected = {each.who for each in listed if each.proposed == PRESENT and not each.actual} - known
    return Presence(
        total=len(present),
        by_category=Counter(categories.values()),
        by_state=Counter(states.values()),
        proposed=len(expected),
        unknown=len({each.who for each in listed} - known),
    )
