"""What each kind of wish costs in a placing, one breach at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from chancery.rules.seating.grounds import Grounds, has_talk
from chancery.rules.seating.house import ONE_TABLE, PLACES
from chancery.rules.seating.plan import Couples, Placing, Settings, Sex, Sitter, Wish, WishKind
from chancery.rules.seating.room import Edge, Seat, Shape, Unit

type Breach = tuple[tuple[str, ...], int]
"""Whom a wish concerns, and how often it is broken for them: 0 where it is kept."""

COMPANY = 2
"""With how many others at a table somebody shares a language who can follow the talk."""
FREE_DIFFERENCE = 2
"""By how many the women and men of a table may differ."""
TWO_WOMEN = 2
"""Two men side by side are the lesser evil (R58)."""
_ENDS = frozenset({Edge.FIRST_END, Edge.SECOND_END})


@dataclass(frozen=True)
class Seated:
    """A placing with its measures: what is asked again and again is found once."""

    grounds: Grounds
    settings: Settings
    placing: Placing

    @cached_property
    def at(self) -> Mapping[str, str]:
        """The unit of each sitter who has a seat in one."""
        unit_of = {seat: unit.id for unit in self.grounds.units for seat in unit.seats}
        return {sitter: unit_of[seat] for sitter, seat in self.placing.items() if seat in unit_of}

    @cached_property
    def table(self) -> Mapping[str, tuple[str, ...]]:
        """Who sits at each unit, the highest first."""
        found: dict[str, list[str]] = {unit.id: [] for unit in self.grounds.units}
        for sitter in sorted(self.at, key=lambda each: self.grounds.sitters[each].number):
            found[self.at[sitter]].append(sitter)
        return {unit: tuple(members) for unit, members in found.items()}

    @cached_property
    def on(self) -> Mapping[str, str]:
        """Who sits on each seat."""
        return {seat: sitter for sitter, seat in self.placing.items()}

    def seat(self, sitter: str) -> Seat | None:
        """The seat of a sitter who has one."""
        return self.grounds.seats.get(self.placing.get(sitter, ""))

    def is_beside(self, one: str, other: str) -> bool:
        """Whether both have seats side by side."""
        seat = self.placing.get(other)
        return seat is not None and seat in self.grounds.beside.get(self.placing.get(one, ""), ())

    def both(self, pairs: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        """Those pairs of whom both have a seat at a table or in a row."""
        return (pair for pair in pairs if all(each in self.at for each in pair))


def breaches(wish: Wish, seated: Seated) -> Iterator[Breach]:
    """
    Tell for whom a wish is kept or broken in a placing.

    Shape: nothing where it concerns nobody who has a seat; pairs are told pair by pair.
    """
    return _MEASURES[wish.kind](wish, seated)


def fits(wish: Wish, seat: Seat, unit: Unit, grounds: Grounds) -> bool:
    """Whether a seat is where a wish for one kind of seat wants somebody."""
    match wish.kind:
        case WishKind.AT_UNIT:
            return unit.id == wish.where
        case WishKind.IN_ZONE:
            return wish.where in (seat.zone, unit.zone)
        case WishKind.NEAR_STAGE:
            return seat.id in grounds.near
        case WishKind.AT_AISLE:
            return seat.is_at_aisle
        case WishKind.WHEELCHAIR:
            return seat.is_wheelchair
        case WishKind.INTERPRETER:
            return seat.id in grounds.chairs
        case _:
            return True


def wanting(wish: Wish, grounds: Grounds, settings: Settings) -> Iterator[tuple[str, Wish]]:
    """Tell who is to have a seat of one kind by a wish, with the wish as it is for each."""
    if wish.who:
        yield from ((each, wish) for each in wish.who if each in grounds.sitters)
        return
    for each in grounds.sitters.values():
        zone = settings.group_zones.get(each.category, "")
        match wish.kind:
            case WishKind.IN_ZONE if zone:
                yield each.id, Wish(wish.id, wish.kind, where=zone)
            case WishKind.WHEELCHAIR if each.needs_wheelchair:
                yield each.id, wish
            case WishKind.NEAR_STAGE if each.speaks and grounds.near:
                yield each.id, wish


def couples_of(sitters: Mapping[str, Sitter]) -> tuple[tuple[str, str], ...]:
    """Tell each couple once, the one with the lower number first."""
    found = ((each, sitters.get(each.partner)) for each in sitters.values())
    pairs = [(each, other) for each, other in found if other is not None and each.id != other.id]
    return tuple(dict.fromkeys(_by_number(each, other) for each, other in pairs))


def _by_number(one: Sitter, other: Sitter) -> tuple[str, str]:
    return (one.id, other.id) if one.number < other.number else (other.id, one.id)


def delegations_of(sitters: Mapping[str, Sitter]) -> tuple[tuple[str, ...], ...]:
    """Tell the members of each delegation of more than one, in the order of their numbers."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in sorted(sitters.values(), key=lambda sitter: sitter.number):
        if each.delegation:
            found[each.delegation].append(each.id)
    return tuple(tuple(members) for members in found.values() if len(members) > 1)


def lacks_company(grounds: Grounds) -> tuple[str, ...]:
    """Tell whose languages are known, and do not hold the one that most speak."""
    return tuple(
        each.id
        for each in grounds.sitters.values()
        if each.languages and grounds.common not in each.languages
    )


def _precedence(wish: Wish, seated: Seated) -> Iterator[Breach]:
    if wish.id == PLACES:
        yield from _places(seated)
        return
    grounds = seated.grounds
    for each in grounds.order:
        if each in seated.at:
            away = abs(grounds.level[seated.at[each]] - grounds.ideal[each])
            yield (each,), grounds.weight[each] * away


def _places(seated: Seated) -> Iterator[Breach]:
    """At each table the highest of those who sit there has its highest seat, and so on."""
    grounds = seated.grounds
    ranks = {each: number for number, each in enumerate(grounds.order)}
    for members in seated.table.values():
        ranked = sorted((each for each in members if each in ranks), key=ranks.__getitem__)
        for number, each in enumerate(ranked):
            honour = grounds.honour.get(seated.placing[each])
            yield (each,), 0 if honour is None else abs(honour - number)


def _apart(wish: Wish, seated: Seated) -> Iterator[Breach]:
    for pair in seated.both(combinations(wish.who, 2)):
        yield pair, int(seated.at[pair[0]] == seated.at[pair[1]])


def _not_beside(wish: Wish, seated: Seated) -> Iterator[Breach]:
    for one, other in seated.both(combinations(wish.who, 2)):
        yield (one, other), int(seated.is_beside(one, other))


def _beside(wish: Wish, seated: Seated) -> Iterator[Breach]:
    for one, other in seated.both(combinations(wish.who[:2], 2)):
        yield (one, other), int(not seated.is_beside(one, other))


def _together(wish: Wish, seated: Seated) -> Iterator[Breach]:
    groups = (wish.who,) if wish.who else delegations_of(seated.grounds.sitters)
    for group in groups:
        members = tuple(each for each in group if each in seated.at)
        if len(members) > 1:
            yield members, len({seated.at[each] for each in members}) - 1


def _at_seats(wish: Wish, seated: Seated) -> Iterator[Breach]:
    units = {unit.id: unit for unit in seated.grounds.units}
    for each, own in wanting(wish, seated.grounds, seated.settings):
        seat = seated.seat(each)
        if seat is not None and each in seated.at:
            yield (each,), int(not fits(own, seat, units[seated.at[each]], seated.grounds))


def _couple(wish: Wish, seated: Seated) -> Iterator[Breach]:
    setting = seated.settings.couples
    for one, other in seated.both(couples_of(seated.grounds.sitters)):
        is_one_table = seated.at[one] == seated.at[other]
        if wish.id == ONE_TABLE:
            yield (one, other), int(is_one_table is (setting is Couples.OTHER_TABLES))
        elif is_one_table:
            yield (one, other), int(_is_wrong_side(one, other, seated))


def _is_wrong_side(one: str, other: str, seated: Seated) -> bool:
    honour = seated.grounds.honour
    match seated.settings.couples:
        case Couples.TOGETHER:
            return not seated.is_beside(one, other)
        case Couples.APART:
            return seated.is_beside(one, other)
        case Couples.NEXT_NUMBER:
            first, second = honour.get(seated.placing[one]), honour.get(seated.placing[other])
            return None not in (first, second) and abs((first or 0) - (second or 0)) != 1
        case _:
            return False


def _alternate(wish: Wish, seated: Seated) -> Iterator[Breach]:
    sitters, order = seated.grounds.sitters, seated.on
    for unit in seated.grounds.units:
        for seat in unit.seats:
            for other in seated.grounds.beside[seat]:
                if seat < other and seat in order and other in order:
                    sexes = sitters[order[seat]].sex, sitters[order[other]].sex
                    yield (order[seat], order[other]), side_by_side(*sexes)


def side_by_side(one: Sex, other: Sex) -> int:
    """Tell how much two neighbours break the turn of women and men; nothing where a sex is unknown (R58)."""
    if one is not other or one is Sex.UNKNOWN:
        return 0
    return TWO_WOMEN if one is Sex.WOMAN else 1


def _no_woman_at_end(wish: Wish, seated: Seated) -> Iterator[Breach]:
    for each, sitter in seated.grounds.sitters.items():
        seat = seated.seat(each)
        if seat is not None and sitter.sex is Sex.WOMAN:
            yield (each,), int(seat.id in ends_of(seated.grounds))


def ends_of(grounds: Grounds) -> frozenset[str]:
    """Tell the seats at the ends of tables: those of short sides, else the outer ones of each long side."""
    found: set[str] = set()
    for unit in grounds.units:
        if unit.shape not in (Shape.ROUND, Shape.ROW, Shape.STANDING):
            found |= _ends_of(unit, grounds)
    return frozenset(found)


def _ends_of(unit: Unit, grounds: Grounds) -> set[str]:
    ends = {seat for seat in unit.seats if grounds.seats[seat].edge in _ENDS}
    return ends or {seat for seat in unit.seats if len(grounds.beside[seat]) < 2}


def _language(wish: Wish, seated: Seated) -> Iterator[Breach]:
    sitters = seated.grounds.sitters
    talking = {unit.id for unit in seated.grounds.units if has_talk(unit)}
    for each in lacks_company(seated.grounds):
        table = seated.at.get(each)
        if table in talking and table is not None:
            others = (other for other in seated.table[table] if other != each)
            shared = sum(bool(sitters[each].languages & sitters[other].languages) for other in others)
            yield (each,), int(shared < COMPANY)


def _balance(wish: Wish, seated: Seated) -> Iterator[Breach]:
    for unit in seated.grounds.units:
        members = seated.table[unit.id]
        if members and has_talk(unit):
            sexes = [seated.grounds.sitters[each].sex for each in members]
            away = abs(sexes.count(Sex.MAN) - sexes.count(Sex.WOMAN)) - FREE_DIFFERENCE
            yield members, max(0, away)


def _interpreter(wish: Wish, seated: Seated) -> Iterator[Breach]:
    """Behind the principal where a chair stands there, else beside him (R70)."""
    for one, other in _interpreted(wish, seated.grounds):
        seats = seated.seat(one), seated.seat(other)
        if seats[0] is not None and seats[1] is not None:
            is_behind = seats[0].behind == seats[1].id or seats[1].behind == seats[0].id
            yield (one, other), int(not is_behind and not seated.is_beside(one, other))


def _interpreted(wish: Wish, grounds: Grounds) -> Iterator[tuple[str, str]]:
    if wish.who:
        yield (wish.who[0], wish.who[1])
        return
    for each in grounds.sitters.values():
        if each.interprets in grounds.sitters:
            yield each.interprets, each.id


_MEASURES: Mapping[WishKind, Callable[[Wish, Seated], Iterator[Breach]]] = {
    WishKind.PRECEDENCE: _precedence,
    WishKind.APART: _apart,
    WishKind.NOT_BESIDE: _not_beside,
    WishKind.STATES_APART: _not_beside,
    WishKind.TOGETHER: _together,
    WishKind.DELEGATION: _together,
    WishKind.BESIDE: _beside,
    WishKind.AT_UNIT: _at_seats,
    WishKind.IN_ZONE: _at_seats,
    WishKind.NEAR_STAGE: _at_seats,
    WishKind.AT_AISLE: _at_seats,
    WishKind.WHEELCHAIR: _at_seats,
    WishKind.COUPLE: _couple,
    WishKind.ALTERNATE: _alternate,
    WishKind.NO_WOMAN_AT_END: _no_woman_at_end,
    WishKind.LANGUAGE: _language,
    WishKind.BALANCE: _balance,
    WishKind.INTERPRETER: _interpreter,
}
