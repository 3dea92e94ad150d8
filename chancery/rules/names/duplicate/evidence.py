"""
What speaks for and against two entries being one person, in bits.

A bit doubles the odds. What few entries have weighs more than what many have, so the weights come from the
list itself and nothing is fitted to examples.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from rapidfuzz.distance import OSA, Indel

from chancery.rules.names.duplicate.records import Entry, Name, NameWord

# A list is judged as if it came from a directory of this many entries at least.
_SMALLEST_DIRECTORY = 4096
# The odds against a pair are those of a list of this many at least: a couple stays two in a short list.
_SMALLEST_LIST = 1024
_MOST_FOR_A_WORD = 11.0
_MOST_FOR_A_DATE = 12.0
_MOST_FOR_A_CONTACT = 10.0
_MOST_FOR_AN_ADDRESS = 16.0
_MOST_FOR_A_STREET_WORD = 8.0
_MOST_FOR_AN_ORGANISATION = 5.0
# What contacts and places count at most beside another name.
_MOST_BESIDE_ANOTHER_NAME = 6.0
_MOST_ENTRIES_OF_A_PERSON = 6
_ONE_SLIP, _TWO_SLIPS = 0.7, 0.2
_OTHER_WORD, _OTHER_DATE, _OTHER_NUMBER, _OTHER_ADDRESS = -6.0, -5.0, -4.0, -3.0
_OTHER_ORGANISATION = -1.0
_PROVED = 20.0
_WEAKEST_LIKENESS = 0.6
_NEAR_STREET_WORD = 0.75
_SHARE_BY_CHANCE, _SHARE_OF_ONE_ADDRESS = 0.3, 0.7
_NEAR_LINE = 0.75
_SHORTEST_MAN = 3


class Rarity:
    """How rare the values of a list are, in bits: what one entry in eight has, three bits."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._size = max(len(entries), _SMALLEST_DIRECTORY)
        self.of_a_pair = math.log2(max(len(entries), _SMALLEST_LIST))
        """Bits against any two entries being one person, before anything is known of them."""
        contacts = ((*entry.emails, *entry.phones) for entry in entries)
        self._words = self._bits_of((entry.sounds for entry in entries), _MOST_FOR_A_WORD)
        self._dates = self._bits_of(((entry.born,) for entry in entries), _MOST_FOR_A_DATE)
        self._contacts = self._bits_of(contacts, _MOST_FOR_A_CONTACT)
        self._numbers = self._bits_of((entry.numbers for entry in entries), self.of_a_pair + 3)
        self._streets = self._bits_of((set(entry.address) for entry in entries), _MOST_FOR_A_STREET_WORD)
        self._addresses: dict[tuple[str, ...], float] = {}
        self._whole = self._bits_of((map(_sounds, entry.names) for entry in entries), math.inf)
        organisations = ((entry.organisation,) for entry in entries)
        self._organisations = self._bits_of(organisations, _MOST_FOR_AN_ORGANISATION)
        self._few = math.log2(self._size / _MOST_ENTRIES_OF_A_PERSON)

    def _bits_of[Value](self, values: Iterable[Iterable[Value]], most: float) -> dict[Value, float]:
        counts = Counter(chain.from_iterable(values))
        return {value: min(most, math.log2(self._size / count)) for value, count in counts.items()}

    def word(self, first: NameWord, second: NameWord) -> float:
        """Bits of two words that stand for one name: those of the commoner."""
        return min(self._words[first.sounds[0]], self._words[second.sounds[0]])

    def whole_name(self, name: Name) -> float:
        """The most a name proves: one that many bear proves as little as its words do not."""
        bits = self._whole[_sounds(name)]
        return math.inf if bits >= self._few else bits

    def date(self, first: str, second: str) -> float:
        """Bits of a date of birth, or of the commoner of two near ones."""
        return min(self._dates[first], self._dates[second])

    def contact(self, value: str) -> float:
        """Bits of a telephone or an e-mail address."""
        return self._contacts[value]

    def number(self, value: str) -> float:
        """Bits of a number that one person has; one that many entries have is no such number."""
        bits = self._numbers[value]
        return self.of_a_pair + 3 if bits >= self._few else bits

    def organisation(self, name: tuple[str, ...]) -> float:
        """Bits of an organisation."""
        return self._organisations[name]

    def address(self, words: tuple[str, ...]) -> float:
        """Bits of all words of an address."""
        if words not in self._addresses:
            self._addresses[words] = sum(self._streets[word] for word in set(words))
        return self._addresses[words]

    def street(self, word: str) -> float:
        """Bits of a word of an address."""
        return self._streets[word]


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Bits for and against, by what they come from; 0 where one entry says nothing.

    `other_words` counts words of the names that stand against each other.
    """

    names: float
    other_words: int
    born: float
    numbers: float
    contacts: float
    organisation: float
    address: float

    @property
    def bits(self) -> float:
        """
        All evidence together.

        Contacts and places count little beside another name unless the date of birth or a number agrees:
        couples and colleagues share them. Another date of birth counts twice unless a number agrees: father
        and son share a name.
        """
        around = self.contacts + self.organisation + self.address
        if self.other_words and self.born <= 0 and self.numbers <= 0:
            around = min(around, _MOST_BESIDE_ANOTHER_NAME)
        born = 2 * self.born if self.born < 0 and self.numbers <= 0 else self.born
        return self.names + born + self.numbers + around


def evidence(first: Entry, second: Entry, rarity: Rarity, *, least: float) -> Evidence | None:
    """
    Weigh two entries against each other; None if they do not reach the least bits.

    Addresses are weighed only where they may decide: not where all else proves the pair a million times over.
    """
    names, other_words = _of_names(first, second, rarity)
    born = _of_dates(first.born, second.born, rarity)
    numbers = _of_numbers(first.numbers, second.numbers, rarity)
    contacts = _of_contacts(first, second, rarity) if first.emails or first.phones else 0.0
    organisation = _of_organisations(first.organisation, second.organisation, rarity)
    known = names + born + numbers + contacts + organisation
    if known + _MOST_FOR_AN_ADDRESS < least:
        return None
    is_open = known < least + _PROVED
    address = _of_addresses(first.address, second.address, rarity) if is_open else 0.0
    found = Evidence(names, other_words, born, numbers, contacts, organisation, address)
    return found if found.bits >= least else None


@lru_cache(maxsize=200_000)
def _sounds(name: Name) -> tuple[str, ...]:
    """The sounds of a name, in any order of its words."""
    return tuple(sorted([word.sounds[0] for word in name]))


def _of_names(first: Entry, second: Entry, rarity: Rarity) -> tuple[float, int]:
    """The best of all pairs of names, and how many of its words stand against each other."""
    options = [_of_words(one, other, rarity) for one in first.names for other in second.names]
    return max(options, default=(0.0, 0))


def _of_words(first: Name, second: Name, rarity: Rarity) -> tuple[float, int]:
    """Bits of the words of two names, each with its likeliest partner, and how many are left against."""
    most = min(rarity.whole_name(first), rarity.whole_name(second))
    if first == second:
        return min(most, sum([rarity.word(word, word) for word in first])), 0
    left, right = list(first), list(second)
    bits = sum([rarity.word(word, word) for word in _taken_together(left, right)])
    for likeness, one, other in _likely(left, right) if left and right else ():
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            bits += _share(likeness) * rarity.word(one, other)
    if not left or not right:
        return min(bits, most), 0
    initials = sum(_has_initial(one, other) for one in left for other in right)
    against = max(0, min(len(left), len(right)) - initials)
    return bits + against * _OTHER_WORD, against


def _taken_together(left: list[NameWord], right: list[NameWord]) -> list[NameWord]:
    """Take the words that stand in both names out of them."""
    both = []
    for word in tuple(left):
        if word in right:
            both.append(word)
            left.remove(word)
            right.remove(word)
    return both


def _likely(left: Sequence[NameWord], right: Sequence[NameWord]) -> list[tuple[float, NameWord, NameWord]]:
    """Pairs of words that may be one, the likeliest first, in the order of the names."""
    found = [
        (likeness, one, other)
        for one in left
        for other in right
        if (likeness := word_likeness(one, other)) >= _WEAKEST_LIKENESS
    ]
    return sorted(found, key=itemgetter(0), reverse=True)


def _share(likeness: float) -> float:
    """The share of a word's bits that a likeness earns: all for the same word, less for a likely slip."""
    return likeness if likeness > 0.9 else 0.9 * (likeness - 0.3) / 0.7


def _has_initial(first: NameWord, second: NameWord) -> bool:
    one, other = first.plain, second.plain
    return min(len(one), len(other)) == 1 and one[:1] == other[:1]


@lru_cache(maxsize=200_000)
def word_likeness(first: NameWord, second: NameWord) -> float:
    """How likely two words are one name, from 0 to 1; a man's and a woman's form are not."""
    one, other = first.plain, second.plain
    if one == other:
        return 1.0
    if _is_feminine(one, other) or _is_feminine(other, one):
        return 0.0
    if not set(first.sounds).isdisjoint(second.sounds):
        return 0.95
    longer = max(len(one), len(other))
    edits = OSA.distance(one, other)
    likeness = 1 - edits / longer
    if edits == 1 and longer > 3:
        likeness = max(likeness, 0.85)
    return min(likeness, 0.9)


def _is_feminine(woman: str, man: str) -> bool:
    return len(man) >= _SHORTEST_MAN and woman.endswith("a") and woman[:-1] == man


def _of_dates(first: str, second: str, rarity: Rarity) -> float:
    if not first or not second:
        return 0.0
    bits = rarity.date(first, second)
    if first == second:
        return bits
    if len(first) != len(second):
        return bits / 3 if first.startswith(second) or second.startswith(first) else _OTHER_DATE
    return _slipped(first, second, bits, _OTHER_DATE)


def _slipped(first: str, second: str, bits: float, other: float) -> float:
    """A part of the bits for one or two wrong digits, day and month turned round counting as one."""
    edits = OSA.distance(first, second, score_cutoff=2)
    if edits == 1 or (len(first) == 8 and first[:4] + first[6:] + first[4:6] == second):
        return _ONE_SLIP * bits
    return _TWO_SLIPS * bits if edits == 2 else other


def _of_numbers(first: Sequence[str], second: Sequence[str], rarity: Rarity) -> float:
    if not first or not second:
        return 0.0
    if shared := set(first) & set(second):
        return max(rarity.number(number) for number in shared)
    pairs = ((one, other) for one in first for other in second)
    return max(_slipped(one, other, rarity.of_a_pair, _OTHER_NUMBER) for one, other in pairs)


def _of_contacts(first: Entry, second: Entry, rarity: Rarity) -> float:
    """Shared telephones and e-mail addresses; another one says nothing, since people have several."""
    shared = (set(first.emails) & set(second.emails), set(first.phones) & set(second.phones))
    return sum(max((rarity.contact(value) for value in values), default=0.0) for values in shared)


def _of_organisations(first: tuple[str, ...], second: tuple[str, ...], rarity: Rarity) -> float:
    if not first or not second:
        return 0.0
    if first == second:
        return rarity.organisation(first)
    shared = len(set(first) & set(second)) / min(len(set(first)), len(set(second)))
    return 1.0 if shared >= _NEAR_STREET_WORD else _OTHER_ORGANISATION


def _of_addresses(first: tuple[str, ...], second: tuple[str, ...], rarity: Rarity) -> float:
    """
    Weigh the words two addresses share by their rarity, misspelt ones for less.

    Two addresses always share some words: what counts is the share of the shorter one that is found again,
    by words or, where words are run together or broken, by letters.
    """
    if not first or not second:
        return 0.0
    if first == second:
        return min(rarity.address(first), _MOST_FOR_AN_ADDRESS)
    whole = min(rarity.address(first), rarity.address(second))
    found_again = _found_again(first, second, rarity, whole)
    if found_again <= _SHARE_BY_CHANCE:
        return _OTHER_ADDRESS
    sureness = min(1.0, (found_again - _SHARE_BY_CHANCE) / (_SHARE_OF_ONE_ADDRESS - _SHARE_BY_CHANCE))
    return min(found_again * whole, _MOST_FOR_AN_ADDRESS) * sureness


def _found_again(first: Sequence[str], second: Sequence[str], rarity: Rarity, whole: float) -> float:
    """The share of the bits of an address that another one has too, from 0 to 1."""
    shared = set(first) & set(second)
    bits = sum(map(rarity.street, shared))
    if bits >= max(_MOST_FOR_AN_ADDRESS, _SHARE_OF_ONE_ADDRESS * whole):
        # nothing more can be proved by letters
        return bits / whole
    by_letters = Indel.normalized_similarity("".join(first), "".join(second), score_cutoff=_NEAR_LINE)
    found = max(bits / whole, by_letters)
    if found >= _SHARE_OF_ONE_ADDRESS and found * whole >= _MOST_FOR_AN_ADDRESS:
        return found
    bits += _of_misspelt(sorted(set(first) - shared), sorted(set(second) - shared), rarity)
    return max(min(1.0, bits / whole), by_letters)


def _of_misspelt(first: list[str], second: list[str], rarity: Rarity) -> float:
    """Bits of words of two addresses that are not the same but near, each word once."""
    bits = 0.0
    for word in first:
        nearness = [OSA.normalized_similarity(word, other) for other in second]
        likeness = max(nearness, default=0.0)
        if likeness >= _NEAR_STREET_WORD:
            other = second.pop(nearness.index(likeness))
            bits += _ONE_SLIP * likeness * min(rarity.street(word), rarity.street(other))
    return bits
