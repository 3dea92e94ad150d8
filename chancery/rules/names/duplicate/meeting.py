"""Which entries are compared at all: those that share a key, so that not every entry meets every other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from chancery.rules.names.duplicate.records import Entry

Keys = Sequence[str]

# Entries under one key that nothing more special joins are too many to be duplicates.
MOST_UNDER_ONE_KEY = 30
_YEAR = 4
_END = 5
_START = 2


def numbers(entry: Entry) -> Keys:
    """A number of the person."""
    return entry.numbers


def ends_of_numbers(entry: Entry) -> Keys:
    """The beginning or the end of a number: one digit may be wrong."""
    long = [number for number in entry.numbers if len(number) > _END]
    return [f"{number[:_END]}_" for number in long] + [number[-_END:] for number in long]


def contacts(entry: Entry) -> Keys:
    """An e-mail address or a telephone."""
    return entry.emails + entry.phones


def birthdays(entry: Entry) -> Keys:
    """The whole date of birth."""
    return (entry.born,) if len(entry.born) > _YEAR else ()


def days_and_sounds(entry: Entry) -> Keys:
    """The day and month of birth with a sound: the year may be wrong, and another word of the name."""
    day = entry.born[_YEAR:]
    return [f"{sound}_{day}" for sound in entry.sounds] if day else ()


def pairs_of_sounds(entry: Entry) -> Keys:
    """Two words of a name by all their sounds."""
    pairs = (pair for name in entry.names for pair in combinations(name, 2))
    return [
        f"{one}_{other}" if one < other else f"{other}_{one}"
        for first, second in pairs
        for one in first.sounds[:_START]
        for other in second.sounds[:_START]
    ]


def houses(entry: Entry) -> Keys:
    """The number of a house, the first word of its street and how a name begins: the rest may be misspelt."""
    if not entry.houses or not entry.street:
        return ()
    return [f"{entry.houses[0]}_{entry.street}_{sound[:_START]}" for sound in entry.sounds]


def sounds_and_starts(entry: Entry) -> Keys:
    """One word of a name by its sound, another by how it begins: an initial, or a misspelt end."""
    pairs = (pair for name in entry.names for pair in permutations(name, 2))
    return [f"{one.sounds[0]}_{other.sounds[0][:_START]}" for one, other in pairs]


def whole_names(entry: Entry) -> Keys:
    """A name of a single word."""
    return [name[0].sounds[0] for name in entry.names if len(name) == 1]


def sounds_and_places(entry: Entry) -> Keys:
    """A sound with the last number of the address, which is often the postcode, or with the organisation."""
    places = [*entry.houses[-1:], *(["_".join(entry.organisation)] if entry.organisation else [])]
    return [f"{sound}_{place}" for sound in entry.sounds for place in places]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of key; `for_bare` ones join only pairs of which one has nothing but names and places."""

    keys: Callable[[Entry], Keys]
    for_bare: bool = False


KINDS = (
    Kind(numbers),
    Kind(contacts),
    Kind(birthdays),
    Kind(pairs_of_sounds),
    Kind(whole_names),
    Kind(ends_of_numbers),
    Kind(days_and_sounds),
    Kind(sounds_and_places),
    Kind(houses),
    Kind(sounds_and_starts, for_bare=True),
)


def pairs_that_meet(entries: Sequence[Entry], kind: Kind, seen: set[int]) -> Iterator[tuple[int, int]]:
    """
    Give the places of entries that share a key of one kind, each pair once over all calls with one `seen`.

    Shape: the first place is the smaller one. Keys that too many share join nobody, so the number of pairs
    grows with the entries and not with their square.
    """
    bare = {place for place, entry in enumerate(entries) if entry.is_bare} if kind.for_bare else set()
    if kind.for_bare and not bare:
        return
    for places in _under_one_key(entries, kind):
        for first, second in combinations(places, 2):
            pair = first * len(entries) + second
            if pair not in seen and (not kind.for_bare or first in bare or second in bare):
                seen.add(pair)
                yield first, second


def _under_one_key(entries: Sequence[Entry], kind: Kind) -> Iterator[list[int]]:
    """Places of entries that share a key, two at least and not too many."""
    under: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for key in kind.keys(entry):
            # most keys are of one entry only, so a list is made for the second
            first = under.setdefault(key, place)
            if first != place:
                places = shared.setdefault(key, [first])
                if places[-1] != place:
                    places.append(place)
    return (places for places in shared.values() if len(places) <= MOST_UNDER_ONE_KEY)
