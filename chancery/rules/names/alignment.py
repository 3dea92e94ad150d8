"""How the parts of two printed names stand to each other: which goes with which, in what order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from itertools import combinations, pairwise, permutations

from chancery.rules.names.chinese import is_syllable
from chancery.rules.names.comparing import compare, may_begin
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.lexicon import ENDINGS, identities, is_given_name
from chancery.rules.names.letters import ABJADS, script_of
from chancery.rules.names.likeness import Cause, Comparison, Likeness, different, same, unsure
from chancery.rules.names.printed import Kind, Part
from chancery.rules.names.sounds import may_sound_alike, slots

Parts = tuple[Part, ...]

# Beyond this many parts only the printed order and its rotations are tried.
_MOST_PERMUTED = 5
_SHORT_WORD = 4
_MOST_JOINS = 2
_FATHER_ENDINGS = (*ENDINGS["ovich"], *ENDINGS["ovna"])


class Order(IntEnum):
    """How sure the order of the parts is, the surest first."""

    AS_PRINTED = 0
    TURNED = 1
    DOUBTFUL = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that go together, and how they compare."""

    first: Part
    second: Part
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Alignment:
    """The parts in pairs, those left over, and whether the order is that of one name."""

    pairs: tuple[Pair, ...]
    missing: tuple[Part, ...]
    order: Order

    def count(self, likeness: Likeness) -> int:
        """The number of pairs of this likeness."""
        return sum(pair.comparison.likeness is likeness for pair in self.pairs)

    def cost(self) -> tuple[int, int, int, int]:
        """Smaller is a better alignment: nothing different, little missing, little unsure, order kept."""
        return self.count(Likeness.DIFFERENT), len(self.missing), self.count(Likeness.UNSURE), self.order


def best_alignment(first: Parts, second: Parts) -> Alignment:
    """
    Pair the parts of two names as well as they go, each part once.

    Shape: both names have parts; the parts of the longer name that find none are missing.
    Words joined or parted by writers (Jinping, Jin-ping) are tried joined.
    Ties: the order closest to the printed one.
    """
    options = (_aligned(one, other) for one, other in _joined(first, second))
    return min(options, key=Alignment.cost)


def _joined(first: Parts, second: Parts) -> Iterator[tuple[Parts, Parts]]:
    """The two names as printed, then with neighbours of the longer one joined."""
    yield first, second
    surplus = len(first) - len(second)
    for joins in range(1, min(abs(surplus), _MOST_JOINS) + 1):
        if surplus > 0:
            yield from ((joined, second) for joined in _joins(first, joins))
        else:
            yield from ((first, joined) for joined in _joins(second, joins))


def _joins(parts: Parts, number: int) -> Iterator[Parts]:
    """All ways to join this many neighbouring words."""
    places = [i for i in range(len(parts) - 1) if parts[i].kind is parts[i + 1].kind is Kind.WORD]
    for chosen in combinations(places, number):
        joined: list[Part] = []
        for place, part in enumerate(parts):
            if place - 1 in chosen:
                before = joined.pop()
                text = f"{before.text} {part.text}"
                joined.append(replace(before, text=text, word=before.word + part.word))
            else:
                joined.append(part)
        yield tuple(joined)


def _aligned(first: Parts, second: Parts) -> Alignment:
    if len(first) > len(second):
        found = _aligned(second, first)
        return replace(found, pairs=tuple(Pair(p.second, p.first, p.comparison) for p in found.pairs))
    options = (_alignment(first, second, places) for places in _places(len(first), len(second)))
    return min(options, key=Alignment.cost)


def _places(short: int, long: int) -> Iterator[tuple[int, ...]]:
    """For each part of the shorter name the place of its partner, the printed order first."""
    if long <= _MOST_PERMUTED:
        yield from permutations(range(long), short)
        return
    for turn in range(long):
        yield tuple((place + turn) % long for place in range(short))


def _alignment(first: Parts, second: Parts, places: tuple[int, ...]) -> Alignment:
    is_between_fathers = _has_father(first) and _has_father(second)
    pairs = tuple(
        Pair(part, second[place], _compared(part, second[place], is_between_fathers=is_between_fathers))
        for part, place in zip(first, places, strict=True)
    )
    missing = tuple(part for place, part in enumerate(second) if place not in places)
    return Alignment(pairs, missing, _order(first, second, places))


def _has_father(parts: Parts) -> bool:
    return any(part.kind is Kind.PATRONYMIC for part in parts)


def _compared(first: Part, second: Part, *, is_between_fathers: bool) -> Comparison:
    """Compare two parts; where both names have a patronymic, no other part stands for one: father and son."""
    if is_between_fathers and (first.kind is Kind.PATRONYMIC) is not (second.kind is Kind.PATRONYMIC):
        return different(Cause.OTHER)
    return compare_parts(first, second)


@lru_cache(maxsize=5_000)
def compare_parts(first: Part, second: Part) -> Comparison:
    """Compare two parts: initials by their sound, patronymics by the father's name, words by `compare`."""
    if Kind.INITIAL in {first.kind, second.kind}:
        begins = may_begin(first.word, second.word) or may_begin(second.word, first.word)
        return unsure(Cause.INITIAL) if begins else different(Cause.INITIAL)
    if first.kind is second.kind is Kind.PATRONYMIC:
        return _compare_fathers(first, second)
    if Kind.PATRONYMIC in {first.kind, second.kind}:
        father = _compare_fathers(first, second)
        return unsure(Cause.FORM) if father.likeness is Likeness.SAME else different(Cause.OTHER)
    return compare(first.word, second.word)


def _compare_fathers(first: Part, second: Part) -> Comparison:
    if first.gender and second.gender and first.gender != second.gender:
        return different(Cause.GENDER)
    plain = compare(first.word, second.word)
    if plain.likeness is Likeness.SAME:
        return plain
    stems = [{number for number, _ in identities(part.word)} for part in (first, second)]
    if stems[0] & stems[1] or _is_son_of(first.word, second.word) or _is_son_of(second.word, first.word):
        return same(Cause.SOUND)
    return plain


def _is_son_of(father: str, patronymic: str) -> bool:
    """Whether a Slavic patronymic is made from a father's name: Vəli, Велиевич."""
    if {script_of(father), script_of(patronymic)} & ABJADS:
        return False
    is_wide = script_of(father) is not script_of(patronymic)
    row = (*slots(father, is_wide=is_wide), _FATHER_ENDINGS)
    return may_sound_alike(row, slots(patronymic, is_wide=is_wide))


def _order(first: Parts, second: Parts, places: tuple[int, ...]) -> Order:
    """
    Judge an order of parts.

    A family name may stand in front or at the end; patronymics stand anywhere. Any other change, or a
    change between words that are all given names, may be another person.
    """
    moved = [place for part, place in zip(first, places, strict=True) if part.kind is not Kind.PATRONYMIC]
    if _families_clash(first, second, places):
        return Order.DOUBTFUL
    if moved == sorted(moved):
        return Order.DOUBTFUL if _stands_in_front(first, second) else Order.AS_PRINTED
    if _families_agree(first, second, places):
        return Order.TURNED
    return (
        Order.TURNED if _is_rotation(moved) and not _is_reversible(first, second, places) else Order.DOUBTFUL
    )


def _stands_in_front(first: Parts, second: Parts) -> bool:
    """Whether one print shows the family name in front, and the other may end with it."""
    for shown, other in ((first, second), (second, first)):
        is_shown = len(shown) > 1 and shown[0].is_family and not any(part.is_family for part in other)
        if is_shown and all(is_given_name(part.word) for part in other):
            return True
    return False


def _is_rotation(places: list[int]) -> bool:
    """Whether the places rise with one break, over which the end goes on to the beginning."""
    breaks = sum(after < before for before, after in pairwise(places))
    return breaks == 1 and places[-1] < places[0]


def _families_clash(first: Parts, second: Parts, places: tuple[int, ...]) -> bool:
    """Whether both prints show a family name, and not the same one."""
    if not any(part.is_family for part in first) or not any(part.is_family for part in second):
        return False
    return not any(
        part.is_family and second[place].is_family for part, place in zip(first, places, strict=True)
    )


def _families_agree(first: Parts, second: Parts, places: tuple[int, ...]) -> bool:
    """Whether both prints show the same family name, or one shows it where the other has it at an end."""
    if any(part.is_family for part in first) and any(part.is_family for part in second):
        return True
    shown = [
        (place_in_first, place)
        for place_in_first, (part, place) in enumerate(zip(first, places, strict=True))
        if part.is_family or second[place].is_family
    ]
    ends_first, ends_second = {0, len(first) - 1}, {0, len(second) - 1}
    return any(i in ends_first and j in ends_second for i, j in shown)


def _is_reversible(first: Parts, second: Parts, places: tuple[int, ...]) -> bool:
    """Whether nothing tells the family name: all parts are given names, or all are short."""
    words = [part for part in first if part.kind is Kind.WORD]
    if all(is_given_name(part.word) for part in words):
        return True
    partners = [second[place] for place in places if second[place].kind is Kind.WORD]
    if all(is_given_name(part.word) for part in partners):
        return True
    folded = [fold_word(part.word) for part in words]
    return all(len(word) <= _SHORT_WORD and is_syllable(word) for word in folded)
