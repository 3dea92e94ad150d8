"""Rules as a yes-or-no question to CP-SAT: each can be switched on by its own id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ortools.sat.python import cp_model, cp_model_helper

from chancery.rules.seating.grounds import Grounds, grounds_of, has_talk
from chancery.rules.seating.house import ONE_TABLE, wishes_of_all
from chancery.rules.seating.measures import (
    COMPANY,
    FREE_DIFFERENCE,
    couples_of,
    delegations_of,
    ends_of,
    fits,
    lacks_company,
    wanting,
)
from chancery.rules.seating.plan import Couples, Problem, Sex, Wish, WishKind
from chancery.rules.seating.solve.ready import who_fits
from chancery.rules.seating.solve.values import LOCKED

type Literal = cp_model.IntVar
type Either = cp_model.IntVar | cp_model_helper.Literal
"""A choice, or that it is not made."""
type Near = Mapping[str, Sequence[str]]

_KINDS = frozenset(
    {WishKind.WHEELCHAIR, WishKind.IN_ZONE, WishKind.AT_AISLE, WishKind.NEAR_STAGE, WishKind.AT_UNIT}
)
_TO_ONE_UNIT = frozenset({WishKind.TOGETHER, WishKind.DELEGATION})
_EVERYBODY = frozenset({WishKind.LANGUAGE, WishKind.BALANCE, WishKind.PRECEDENCE})
_OF_SEXES = frozenset({WishKind.ALTERNATE, WishKind.NO_WOMAN_AT_END})


class Rulebook:
    """
    The rules of a problem.

    Shape: `rules` are the ids of hard wishes, of `also`, and of locks, sorted. Only who is named by a rule is
    seated by the model, as far as there are seats: for all others there is room wherever the rules leave it.
    """

    def __init__(self, problem: Problem, also: Iterable[str] = ()) -> None:
        self.problem, self.grounds = problem, grounds_of(problem)
        asked = frozenset(also)
        self._wishes = {wish.id: wish for wish in wishes_of_all(problem) if wish.is_hard or wish.id in asked}
        locks = {LOCKED + each for each in problem.locked if each in self.grounds.sitters}
        self.rules: tuple[str, ...] = tuple(sorted(self._wishes.keys() | locks))
        self.model = cp_model.CpModel()
        self.is_on = {rule: self.model.new_bool_var(rule) for rule in self.rules}
        self._of_seat: dict[Sex, dict[str, Literal]] = {}
        self._sitters = sorted(self._named())
        self._unit_of = {seat: unit for unit, seats in self.grounds.usable.items() for seat in seats}
        self._seats = [*self._unit_of, *self._chairs()]
        self._on = self._seated()
        self._at = self._in_units()
        for wish in self._wishes.values():
            self._state(wish, self.is_on[wish.id])
        for each, seat in problem.locked.items():
            if each in self._sitters:
                self._imply(self.is_on[LOCKED + each], [self._on[each, seat]] if seat in self._seats else [])

    def _named(self) -> set[str]:
        found = set(self.problem.locked) & self.grounds.sitters.keys()
        for wish in self._wishes.values():
            found |= set(self._concerned(wish)) & self.grounds.sitters.keys()
        seated = set(who_fits(self.problem, self.grounds))
        return {each for each in found if each in seated or self.grounds.sitters[each].interprets}

    def _concerned(self, wish: Wish) -> Iterable[str]:
        sitters = self.grounds.sitters
        if wish.who:
            return wish.who
        if wish.kind in _EVERYBODY:
            return sitters
        if wish.kind in _OF_SEXES:
            return ()
        if wish.kind is WishKind.COUPLE:
            return (each for pair in couples_of(sitters) for each in pair)
        if wish.kind in _TO_ONE_UNIT:
            return (each for group in delegations_of(sitters) for each in group)
        if wish.kind is WishKind.INTERPRETER:
            return (each for pair in self._interpreted() for each in pair)
        return (each for each, _ in wanting(wish, self.grounds, self.problem.settings))

    def _interpreted(self) -> Iterator[tuple[str, str]]:
        sitters = self.grounds.sitters
        return ((each.interprets, each.id) for each in sitters.values() if each.interprets in sitters)

    def _chairs(self) -> list[str]:
        return [seat.id for seat in self.problem.room.seats if seat.behind and not seat.is_blocked]

    def _seated(self) -> dict[tuple[str, str], Literal]:
        on = {
            (each, seat): self.model.new_bool_var("")
            for each in self._sitters
            for seat in self._seats
            if seat in self._unit_of or self.grounds.sitters[each].interprets
        }
        by_seat: dict[str, list[Literal]] = {seat: [] for seat in self._seats}
        by_sitter: dict[str, list[Literal]] = {each: [] for each in self._sitters}
        for (each, seat), literal in on.items():
            by_seat[seat].append(literal)
            by_sitter[each].append(literal)
        for literals in by_sitter.values():
            self.model.add_exactly_one(literals)
        for literals in by_seat.values():
            self.model.add_at_most_one(literals)
        return on

    def _in_units(self) -> dict[tuple[str, str], Literal]:
        found = {}
        for each in self._sitters:
            for unit, seats in self.grounds.usable.items():
                literal = self.model.new_bool_var("")
                self.model.add(sum(self._on[each, seat] for seat in seats) == literal)
                found[each, unit] = literal
        return found

    def _imply(self, rule: Literal, literals: Sequence[Either], *given: Literal) -> None:
        """With the rule and all that is given, at least one of these."""
        self.model.add_bool_or([*literals, rule.negated(), *(each.negated() for each in given)])

    def _state(self, wish: Wish, rule: Literal) -> None:
        match wish.kind:
            case WishKind.APART:
                self._not_at_one(combinations(wish.who, 2), rule)
            case WishKind.TOGETHER | WishKind.DELEGATION:
                for group in (wish.who,) if wish.who else delegations_of(self.grounds.sitters):
                    self._at_one(pairwise(group), rule)
            case WishKind.BESIDE:
                self._near(combinations(wish.who[:2], 2), self.grounds.beside, rule)
            case WishKind.NOT_BESIDE | WishKind.STATES_APART:
                self._not_near(combinations(wish.who, 2), self.grounds.beside, rule)
            case WishKind.COUPLE:
                self._couples(wish, rule)
            case WishKind.INTERPRETER:
                self._near(self._interpreted(), self._beside_or_behind(), rule)
            case WishKind.ALTERNATE:
                self._alternate(rule)
            case WishKind.NO_WOMAN_AT_END:
                for seat in ends_of(self.grounds) & self._unit_of.keys():
                    self._imply(rule, [self._sexes()[Sex.WOMAN][seat].negated()])
            case WishKind.LANGUAGE:
                self._language(rule)
            case WishKind.BALANCE:
                self._balance(rule)
            case WishKind.PRECEDENCE:
                self._precedence(wish, rule)
            case _:
                self._kinds(wish, rule)

    def _known(self, pairs: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        seated = frozenset(self._sitters)
        return (pair for pair in pairs if seated.issuperset(pair))

    def _not_at_one(self, pairs: Iterable[tuple[str, ...]], rule: Literal) -> None:
        for one, other in self._known(pairs):
            for unit in self.grounds.usable:
                self._imply(rule, [self._at[one, unit].negated(), self._at[other, unit].negated()])

    def _at_one(self, pairs: Iterable[tuple[str, ...]], rule: Literal) -> None:
        for one, other in self._known(pairs):
            for unit in self.grounds.usable:
                self._imply(rule, [self._at[other, unit]], self._at[one, unit])

    def _near(self, pairs: Iterable[tuple[str, ...]], near: Near, rule: Literal, *given: Literal) -> None:
        for one, other in self._known(pairs):
            for seat in self._seats:
                if (one, seat) in self._on:
                    beside = ((other, each) for each in near.get(seat, ()))
                    there = [self._on[each] for each in beside if each in self._on]
                    self._imply(rule, there, self._on[one, seat], *given)

    def _not_near(self, pairs: Iterable[tuple[str, ...]], near: Near, rule: Literal) -> None:
        for one, other in self._known(pairs):
            for seat in self._seats:
                for each in near.get(seat, ()):
                    if (one, seat) in self._on and (other, each) in self._on:
                        self._imply(rule, [self._on[one, seat].negated(), self._on[other, each].negated()])

    def _couples(self, wish: Wish, rule: Literal) -> None:
        couples, setting = couples_of(self.grounds.sitters), self.problem.settings.couples
        if wish.id == ONE_TABLE:
            state = self._not_at_one if setting is Couples.OTHER_TABLES else self._at_one
            state(couples, rule)
        elif setting is Couples.APART:
            self._not_near(couples, self.grounds.beside, rule)
        else:
            near = self.grounds.beside if setting is Couples.TOGETHER else _next_in_honour(self.grounds)
            for pair in self._known(couples):
                self._near([pair], near, rule, self._shares(pair))

    def _shares(self, pair: tuple[str, ...]) -> Literal:
        """Whether both sit in one unit."""
        shares = self.model.new_bool_var("")
        for unit in self.grounds.usable:
            one, other = (self._at[each, unit] for each in pair)
            self.model.add_bool_or([one.negated(), other.negated(), shares])
        return shares

    def _beside_or_behind(self) -> Near:
        found = {seat: list(near) for seat, near in self.grounds.beside.items()}
        for seat in self.problem.room.seats:
            if seat.behind:
                found.setdefault(seat.behind, []).append(seat.id)
                found.setdefault(seat.id, []).append(seat.behind)
        return found

    def _of_sex(self, sex: Sex) -> list[str]:
        return [each for each in self._sitters if self.grounds.sitters[each].sex is sex]

    def _sexes(self) -> dict[Sex, dict[str, Literal]]:
        """Whether a woman, or a man, sits on each seat: who is named by no rule only counts among them."""
        if not self._of_seat:
            for sex in (Sex.WOMAN, Sex.MAN):
                self._of_seat[sex] = {seat: self.model.new_bool_var("") for seat in self._unit_of}
                self._count(sex)
            for seat in self._unit_of:
                self.model.add_at_most_one(
                    [*(own[seat] for own in self._of_seat.values())]
                    + [self._on[each, seat] for each in self._of_sex(Sex.UNKNOWN)]
                )
        return self._of_seat

    def _count(self, sex: Sex) -> None:
        """As many seats as there are people; an interpreter may have a chair instead of one."""
        seated = (self.grounds.sitters[each] for each in who_fits(self.problem, self.grounds))
        count = sum(each.sex is sex and not each.interprets for each in seated)
        self.model.add(sum(self._of_seat[sex].values()) >= count)
        for each in self._of_sex(sex):
            for seat in self._unit_of:
                self.model.add_implication(self._on[each, seat], self._of_seat[sex][seat])

    def _alternate(self, rule: Literal) -> None:
        for own in self._sexes().values():
            for seat, literal in own.items():
                for near in self.grounds.beside[seat]:
                    if seat < near and near in own:
                        self._imply(rule, [literal.negated(), own[near].negated()])

    def _never(self, each: str, seats: Iterable[str], rule: Literal) -> None:
        for seat in seats:
            if (each, seat) in self._on:
                self._imply(rule, [self._on[each, seat].negated()])

    def _kinds(self, wish: Wish, rule: Literal) -> None:
        for each, own in wanting(wish, self.grounds, self.problem.settings):
            unfit = [
                seat
                for unit in self.grounds.units
                for seat in self.grounds.usable[unit.id]
                if not fits(own, self.grounds.seats[seat], unit, self.grounds)
            ]
            self._never(each, unfit, rule)

    def _precedence(self, wish: Wish, rule: Literal) -> None:
        """Everybody in the unit of the own place."""
        grounds = self.grounds
        for each in grounds.order:
            for unit, level in grounds.level.items():
                if level != grounds.ideal[each] and (each, unit) in self._at:
                    self._imply(rule, [self._at[each, unit].negated()])

    def _language(self, rule: Literal) -> None:
        sitters = self.grounds.sitters
        for each in filter(set(self._sitters).__contains__, lacks_company(self.grounds)):
            company = [
                other
                for other in self._sitters
                if other != each and sitters[each].languages & sitters[other].languages
            ]
            for unit in self.grounds.units:
                if has_talk(unit):
                    shared = sum(self._at[other, unit.id] for other in company)
                    self.model.add(shared >= COMPANY).only_enforce_if(rule, self._at[each, unit.id])

    def _balance(self, rule: Literal) -> None:
        men, women = self._of_sex(Sex.MAN), self._of_sex(Sex.WOMAN)
        for unit in self.grounds.units:
            if has_talk(unit):
                more = sum(self._at[each, unit.id] for each in men) - sum(
                    self._at[each, unit.id] for each in women
                )
                self.model.add(more <= FREE_DIFFERENCE).only_enforce_if(rule)
                self.model.add(more >= -FREE_DIFFERENCE).only_enforce_if(rule)


def _next_in_honour(grounds: Grounds) -> Near:
    found: dict[str, list[str]] = {}
    for seats in grounds.usable.values():
        counted = sorted((seat for seat in seats if seat in grounds.honour), key=grounds.honour.__getitem__)
        for one, other in pairwise(counted):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found
