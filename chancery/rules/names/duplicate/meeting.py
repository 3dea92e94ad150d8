"""Which entries are compared at all: those that share a key, so that not every entry meets every other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from chancery.rules.names.duplicate.records import Entry

Keys = Iterator[str]

# Entries under one key that nothing more special joins are too many to be duplicates.
MOST_UNDER_ONE_KEY = 30
_YEAR = 4
_HALF = 4
_START = 2


def numbers(entry: Entry) -> Keys:
    """A number of the person."""
    yield from entry.numbers


def halves_of_numbers(entry: Entry) -> Keys:
    """The beginning or the end of a number with a sound or a house: one digit may be wrong."""
    for number in entry.numbers:
        for other in (*entry.sounds, *entry.houses[:1]):
            yield f"{number[:_HALF]}_{other}"
            yield f"{other}_{number[-_HALF:]}"


def contacts(entry: Entry) -> Keys:
    """An e-mail address or a telephone."""
    yield from entry.emails
    yield from entry.phones


def birthdays(entry: Entry) -> Keys:
    """The whole date of birth."""
    if len(entry.born) > _YEAR:
        yield entry.born


def years_and_sounds(entry: Entry) -> Keys:
    """The day of birth with a sound, and the year with a sound and how another one begins."""
    if not entry.born:
        return
    year, day = entry.born[:_YEAR], entry.born[_YEAR:]
    for sound in entry.sounds:
        if day:
            yield f"{sound}_{day}"
        others = [other[: _START + 1] for other in entry.sounds if other != sound] or [""]
        yield from (f"{year}_{sound}_{other}" for other in others)


def pairs_of_sounds(entry: Entry) -> Keys:
    """Two words of a name by all their sounds."""
    for name in entry.names:
        for first, second in combinations(name, 2):
            for one in first.sounds[:_START]:
                for other in second.sounds[:_START]:
                    yield "_".join(sorted((one, other)))


def houses(entry: Entry) -> Keys:
    """The number of a house, the first word of its street and how a name begins: the rest may be misspelt."""
    for number in entry.houses[:1]:
        for street in entry.streets[:1]:
            yield from {f"{number}_{street}_{sound[:_START]}" for sound in entry.sounds}


def sounds_and_starts(entry: Entry) -> Keys:
    """One word of a name by its sound, another by how it begins: an initial, or a misspelt end."""
    for name in entry.names:
        for first in name:
            for second in name:
                if first is not second:
                    yield f"{first.sounds[0]}_{second.sounds[0][:_START]}"


def whole_names(entry: Entry) -> Keys:
    """A name of a single word."""
    yield from (name[0].sounds[0] for name in entry.names if len(name) == 1)


def sounds_and_places(entry: Entry) -> Keys:
    """A sound with the last number of the address, which is often the postcode, or with the organisation."""
    places = [*entry.houses[-1:], "_".join(entry.organisation)]
    for sound in entry.sounds:
        for place in places:
            if place:
                yield f"{sound}_{place}"


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
    Kind(halves_of_numbers),
    Kind(years_and_sounds),
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
    for places in _under_one_key(entries, kind):
        for first, second in combinations(places, 2):
            pair = first * len(entries) + second
            is_wanted = not kind.for_bare or entries[first].is_bare or entries[second].is_bare
            if is_wanted and pair not in seen:
                seen.add(pair)
                yield first, second


def _under_one_key(entries: Sequence[Entry], kind: Kind) -> Iterator[list[int]]:
    """Places of entries that share a key, two at least and not too many."""
    under: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for key in set(kind.keys(entry)):
            under[key].append(place)
    return (places for places in under.values() if 1 < len(places) <= MOST_UNDER_ONE_KEY)
