"""A problem of many tables in numbers: what it costs that somebody sits at a table, and with whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from chancery.rules.seating.grounds import Grounds, has_talk, promised
from chancery.rules.seating.house import ONE_TABLE, PLACES, wishes_of_all
from chancery.rules.seating.measures import couples_of, delegations_of, fits, lacks_company, wanting
from chancery.rules.seating.plan import Couples, Placing, Problem, Sex, Wish, WishKind
from chancery.rules.seating.score import BROKEN_RULE

NOBODY = -1
BITS = 62
SEATS = frozenset(
    {
        WishKind.AT_UNIT,
        WishKind.IN_ZONE,
        WishKind.NEAR_STAGE,
        WishKind.AT_AISLE,
        WishKind.WHEELCHAIR,
        WishKind.INTERPRETER,
    }
)
_TOGETHER = frozenset({WishKind.TOGETHER, WishKind.DELEGATION, WishKind.BESIDE, WishKind.INTERPRETER})
_SEXES: Mapping[Sex, int] = {Sex.WOMAN: -1, Sex.UNKNOWN: 0, Sex.MAN: 1}

type Apart = tuple[int, int, int]
"""Two sitters, and what it costs that they sit at one table."""
type Group = tuple[tuple[int, ...], int]
"""Sitters, and what each table beyond their first one costs."""


@dataclass(frozen=True)
class Tabling:
    """
    Sitters and tables as numbers from 0, with the costs of one at the other.

    Shape: `sitters` by number, so that equal problems give equal numbers; `tables` from the highest.
    `mate` is the other of a couple that is not parted, NOBODY for none; `fixed` the table of somebody whose
    seat is given. `near[sitter][table]` is the cost of that table; `languages` are bits, `lacks` marks who
    needs company. `talk` and `balance` are what lack of company and each head too many of one sex cost at a
    table.
    """

    sitters: tuple[str, ...]
    tables: tuple[str, ...]
    capacity: tuple[int, ...]
    mate: tuple[int, ...]
    fixed: tuple[int, ...]
    near: tuple[tuple[int, ...], ...]
    apart: tuple[Apart, ...]
    groups: tuple[Group, ...]
    sex: tuple[int, ...]
    languages: tuple[int, ...]
    lacks: tuple[bool, ...]
    talk: tuple[int, ...]
    balance: tuple[int, ...]

    def parties(self) -> Iterator[tuple[int, ...]]:
        """Those who are to be given a table, couples together, by number."""
        for one, (mate, fixed) in enumerate(zip(self.mate, self.fixed, strict=True)):
            if fixed == NOBODY and not NOBODY < mate < one:
                yield (one,) if mate == NOBODY else (one, mate)


def tabling_of(problem: Problem, grounds: Grounds, given: Placing, seated: Sequence[str]) -> Tabling:
    """
    Put a problem into numbers.

    Shape: `seated` are those for whom there is a seat at a table, `given` among them who has one already.
    """
    number = {each: place for place, each in enumerate(seated)}
    wishes = wishes_of_all(problem)
    unit_of = {seat: place for place, unit in enumerate(grounds.units) for seat in unit.seats}
    fixed = tuple(unit_of.get(given.get(each, ""), NOBODY) for each in seated)
    mate = _mates(problem, grounds, number, fixed)
    weights = {wish.kind: _weight(wish) for wish in wishes}
    talking = [int(has_talk(unit)) for unit in grounds.units]
    sex = tuple(_SEXES[grounds.sitters[each].sex] for each in seated)
    return Tabling(
        sitters=tuple(seated),
        tables=tuple(unit.id for unit in grounds.units),
        capacity=tuple(len(grounds.usable[unit.id]) for unit in grounds.units),
        mate=mate,
        fixed=fixed,
        near=_near(problem, grounds, wishes, seated),
        apart=tuple(_apart(wishes, grounds, problem, number)),
        groups=tuple(_groups(wishes, grounds, problem, number, mate)),
        sex=sex,
        languages=_languages(grounds, seated),
        lacks=tuple(map(set(lacks_company(grounds)).__contains__, seated)),
        talk=tuple(weights.get(WishKind.LANGUAGE, 0) * talks for talks in talking),
        balance=tuple(weights.get(WishKind.BALANCE, 0) * talks for talks in talking),
    )


def _weight(wish: Wish) -> int:
    return BROKEN_RULE if wish.is_hard else wish.weight


def _mates(
    problem: Problem, grounds: Grounds, number: Mapping[str, int], fixed: Sequence[int]
) -> tuple[int, ...]:
    found = [NOBODY] * len(number)
    for one, other in _couples_at_one(problem, grounds, number):
        if fixed[one] == NOBODY and fixed[other] == NOBODY and NOBODY == found[one] == found[other]:
            found[one], found[other] = other, one
    return tuple(found)


def _couples_at_one(
    problem: Problem, grounds: Grounds, number: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    is_asked = any(wish.id == ONE_TABLE for wish in wishes_of_all(problem))
    if is_asked and problem.settings.couples is not Couples.OTHER_TABLES:
        yield from _numbered(couples_of(grounds.sitters), number)


def _numbered(pairs: Iterable[tuple[str, str]], number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    yield from ((number[one], number[other]) for one, other in pairs if one in number and other in number)


def _near(
    problem: Problem, grounds: Grounds, wishes: Sequence[Wish], seated: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    rank = sum(_weight(wish) for wish in wishes if wish.kind is WishKind.PRECEDENCE and wish.id != PLACES)
    levels = [grounds.level[unit.id] for unit in grounds.units]
    near = {
        each: [
            rank * grounds.weight.get(each, 0) * abs(level - grounds.ideal.get(each, level))
            for level in levels
        ]
        for each in seated
    }
    for wish in wishes:
        if wish.kind in SEATS:
            _add_seat_wish(wish, near, grounds, problem)
    return tuple(tuple(near[each]) for each in seated)


def _add_seat_wish(wish: Wish, near: dict[str, list[int]], grounds: Grounds, problem: Problem) -> None:
    for each, own in seat_wishes(wish, grounds, problem):
        for place, unit in enumerate(grounds.units):
            seats = (grounds.seats[seat] for seat in grounds.usable[unit.id])
            if each in near and not any(fits(own, seat, unit, grounds) for seat in seats):
                near[each][place] += _weight(wish)


def seat_wishes(wish: Wish, grounds: Grounds, problem: Problem) -> Iterator[tuple[str, Wish]]:
    """Tell who is to have one kind of seat; a principal is to have one with a chair behind it (R70)."""
    if wish.kind is not WishKind.INTERPRETER:
        yield from wanting(wish, grounds, problem.settings)
    elif not wish.who:
        yield from ((principal, wish) for principal in promised(problem, grounds))


def _apart(
    wishes: Sequence[Wish], grounds: Grounds, problem: Problem, number: Mapping[str, int]
) -> Iterator[Apart]:
    for wish in wishes:
        pairs: Iterable[tuple[str, str]] = ()
        if wish.kind is WishKind.APART:
            pairs = combinations(wish.who, 2)
        elif wish.id == ONE_TABLE and problem.settings.couples is Couples.OTHER_TABLES:
            pairs = couples_of(grounds.sitters)
        yield from ((one, other, _weight(wish)) for one, other in _numbered(pairs, number))


def _groups(
    wishes: Sequence[Wish],
    grounds: Grounds,
    problem: Problem,
    number: Mapping[str, int],
    mate: Sequence[int],
) -> Iterator[Group]:
    for wish in wishes:
        for members in _together(wish, grounds):
            here = tuple(number[each] for each in members if each in number)
            if len(here) > 1:
                yield here, _weight(wish)
    for one, other in _couples_at_one(problem, grounds, number):
        if mate[one] != other:
            yield (one, other), BROKEN_RULE


def _together(wish: Wish, grounds: Grounds) -> Iterable[tuple[str, ...]]:
    """Whom a wish wants at one table; somebody beside another one is at the same table first of all."""
    if wish.kind not in _TOGETHER:
        return ()
    if wish.who:
        return (wish.who if wish.kind is WishKind.TOGETHER else wish.who[:2],)
    if wish.kind is WishKind.INTERPRETER:
        return ((each.interprets, each.id) for each in grounds.sitters.values() if each.interprets)
    return delegations_of(grounds.sitters)


def _languages(grounds: Grounds, seated: Sequence[str]) -> tuple[int, ...]:
    """Bits of the languages by which somebody may need company, in their order."""
    wanted = (grounds.sitters[each].languages for each in lacks_company(grounds))
    bits = {code: 1 << place for place, code in enumerate(sorted(set(chain.from_iterable(wanted)))[:BITS])}
    return tuple(sum(bits.get(code, 0) for code in grounds.sitters[each].languages) for each in seated)
